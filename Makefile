# `make run` and `make test` set up all they need; `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
ARGS ?=

BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

# Another port is another address, and permalinks are printed with the address.
ifneq ($(PORT),8000)
export SITE_URL := http://127.0.0.1:$(PORT)
endif

# As in production, so that `check --deploy` judges what will be deployed and not this machine's .env.
PRODUCTION := ENV_FILE=/dev/null DEBUG=false SITE_URL=https://record.example.org ALLOWED_HOSTS=record.example.org \
	CONTACT_EMAIL=record@example.org DATABASE_URL=sqlite:///var/check.sqlite3 DATA_DIR=var/data \
	SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))')

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run dev test check format requirements clean first-run content

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

run: first-run $(VENV)/installed content ## install what is missing, then serve the site at http://127.0.0.1:8000
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@echo "The site is at http://127.0.0.1:$(PORT)/ and its admin at http://127.0.0.1:$(PORT)/admin/ (stop: Ctrl-C)"
	@exec $(BIN)/granian --interface wsgi --workers 2 --blocking-threads 1 --no-ws --respawn-failed-workers \
		--workers-kill-timeout 3 --host 127.0.0.1 --port $(PORT) --no-access-log --log-level warning config.wsgi:application

dev: first-run $(VENV)/installed-dev content ## serve with tracebacks and reloading, for work on the code
	@DEBUG=true $(MANAGE) runserver 127.0.0.1:$(PORT)

test: $(VENV)/installed-dev ## install what is missing, a browser included, then run every test (ARGS="-k quote")
	@.ci/browser $(BIN)/python
	@$(BIN)/python -m pytest --numprocesses 4 --dist worksteal $(ARGS)

check: $(VENV)/installed-dev ## format, lint, templates, migrations, settings as deployed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --lint --quiet templates
	@$(PRODUCTION) $(MANAGE) makemigrations --check --dry-run
	@$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

format: $(VENV)/installed-dev ## put the code into the form that `make check` asks for
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

requirements: $(VENV)/installed-dev ## pin anew what pyproject.toml asks for (ARGS=--upgrade for the newest)
	$(COMPILE) $(ARGS) -o requirements.txt
	$(COMPILE) $(ARGS) --extra imagery --constraints requirements.txt -o requirements-imagery.txt
	$(COMPILE) $(ARGS) --extra imagery --extra dev --constraints requirements-imagery.txt -o requirements-dev.txt

clean: ## remove what was installed and built; the database, uploads and .env stay
	@! [ -f $(VENV)/pyvenv.cfg ] || rm -rf $(VENV)
	rm -rf var/static var/ci .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +

first-run:
	@$(PYTHON) config/first_run.py --port $(PORT)

content: $(VENV)/installed
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) roles
	@$(MANAGE) demo --if-empty
	@$(MANAGE) first_admin

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.path.insert(0, "config"); import first_run; first_run.check_python(sys.version_info)'
	@$(PYTHON) -m venv $(VENV) || { rm -f $(BIN)/python*; \
		echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what the site needs. The first time this takes a minute."
	@$(INSTALL) --requirement requirements.txt
	@touch $@

# requirements-dev.txt holds everything of requirements.txt too.
$(VENV)/installed-dev: requirements.txt requirements-dev.txt | $(BIN)/python
	@echo "Installing what the site and its tests need. The first time this takes a minute or two."
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $(VENV)/installed $@
