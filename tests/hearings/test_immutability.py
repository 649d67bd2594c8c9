"""What was published is kept by the database itself, whoever writes to it and how."""

import datetime

import pytest
from django.core.management import call_command
from django.db import IntegrityError, NotSupportedError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from hearings.actions.corrections import seal, withdraw
from hearings.actions.publishing import unschedule
from hearings.actions.record import write_history
from hearings.models import (
    Correction,
    CustodyEvent,
    Exhibit,
    Hearing,
    HistoryEntry,
    PublishedAddress,
    Quote,
    Transcript,
    Turn,
    Version,
)
from tests.factories import (
    make_exhibit,
    make_hearing,
    make_quote,
    make_site,
    make_source,
    make_transcript,
    publish,
    reload,
    tomorrow,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]
FROZEN = [Version, Correction, HistoryEntry, PublishedAddress, CustodyEvent]
RECORDS = [Hearing, Quote, Exhibit, Transcript, Turn]
ALL = [*FROZEN, *RECORDS]
TEXT = {
    Version: "canonical",
    Correction: "sentence",
    HistoryEntry: "note",
    CustodyEvent: "note",
    PublishedAddress: "path",
    Hearing: "title",
    Quote: "text",
    Exhibit: "title",
    Transcript: "note",
    Turn: "text",
}
EVERY_WORDING = [
    (Hearing, "title"),
    (Hearing, "summary"),
    (Hearing, "place"),
    (Hearing, "status"),
    (Hearing, "date"),
    (Quote, "text"),
    (Quote, "language"),
    (Quote, "note"),
    (Quote, "spans"),
    (Quote, "speaker"),
    (Quote, "source"),
    (Exhibit, "title"),
    (Exhibit, "site"),
    (Exhibit, "observation"),
    (Exhibit, "confidence"),
    (Exhibit, "presented_by"),
    (Transcript, "note"),
    (Transcript, "accuracy"),
    (Transcript, "source"),
    (Turn, "text"),
    (Turn, "label"),
    (Turn, "kind"),
    (Turn, "transcript"),
]
postgresql_only = pytest.mark.skipif(connection.vendor != "postgresql", reason="Only PostgreSQL has TRUNCATE.")
sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite has INSERT OR REPLACE.")


def refused(write):
    with pytest.raises(IntegrityError, match="What was published is kept"), transaction.atomic():
        write()


def rows_of(model):
    return list(model.objects.order_by("pk").values())


def execute(statement, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


@pytest.mark.parametrize("model", ALL)
def test_saving_a_changed_instance_is_refused(model):
    before = rows_of(model)
    row = model.objects.first()
    setattr(row, TEXT[model], "Changed")
    refused(row.save)
    assert rows_of(model) == before


@pytest.mark.parametrize("model", ALL)
def test_update_is_refused(model):
    refused(lambda: model.objects.update(**{TEXT[model]: "Changed"}))


@pytest.mark.parametrize("model", ALL)
def test_bulk_update_is_refused(model):
    rows = list(model.objects.all())
    for row in rows:
        setattr(row, TEXT[model], "Changed")
    refused(lambda: model.objects.bulk_update(rows, [TEXT[model]]))


@pytest.mark.parametrize("model", ALL)
def test_a_raw_update_is_refused(model):
    refused(lambda: execute(f"UPDATE {model._meta.db_table} SET {TEXT[model]} = %s", "Changed"))  # noqa: S608


@pytest.mark.parametrize("model", ALL)
def test_deleting_an_instance_is_refused(model):
    before = rows_of(model)
    with pytest.raises((IntegrityError, ProtectedError)), transaction.atomic():
        model.objects.first().delete()
    assert rows_of(model) == before


@pytest.mark.parametrize("model", ALL)
def test_deleting_a_queryset_is_refused(model):
    with pytest.raises((IntegrityError, ProtectedError)), transaction.atomic():
        model.objects.all().delete()


@pytest.mark.parametrize("model", ALL)
def test_a_delete_without_the_checks_of_django_is_refused(model):
    refused(lambda: model.objects.all()._raw_delete(using="default"))
    refused(lambda: execute(f"DELETE FROM {model._meta.db_table}"))  # noqa: S608


@sqlite_only
@pytest.mark.parametrize("model", ALL)
def test_insert_or_replace_is_refused(model):
    row = model.objects.order_by("pk").values().first() | {TEXT[model]: "Changed"}
    columns = {f'"{model._meta.get_field(name).column}"': value for name, value in row.items()}
    columns = {name: "[]" if isinstance(value, list | dict) else value for name, value in columns.items()}
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT OR REPLACE INTO {model._meta.db_table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
    refused(lambda: execute(statement, *columns.values()))


@sqlite_only
def test_a_replace_that_takes_another_rows_number_is_refused(record):
    columns = "number, canonical, commitment, published_at, quote_id"
    statement = f"REPLACE INTO hearings_version ({columns}) SELECT {columns} FROM hearings_version"  # noqa: S608
    refused(lambda: execute(f"{statement} WHERE quote_id = %s", record.pk))


@sqlite_only
@pytest.mark.parametrize("model", ALL)
def test_a_replace_is_refused_to_a_connection_without_recursive_triggers_too(stranger, model):
    test_insert_or_replace_is_refused(model)


@sqlite_only
@pytest.mark.parametrize(
    ("model", "unique"), [(Hearing, "slug"), (Hearing, "public_id"), (Hearing, "id"), (PublishedAddress, "path")]
)
def test_an_update_or_replace_pushes_nothing_public_out(stranger, model, unique):
    public = model.objects.order_by("pk").values_list(unique, flat=True).first()
    make_hearing()
    PublishedAddress.objects.create(path="/to-come/", public_from=tomorrow())
    table = model._meta.db_table
    draft = model.objects.order_by("pk").last().pk
    refused(lambda: execute(f"UPDATE OR REPLACE {table} SET {unique} = %s WHERE id = %s", public, draft))  # noqa: S608


@postgresql_only
@pytest.mark.parametrize("model", ALL)
@pytest.mark.parametrize("cascade", ["", " CASCADE"])
def test_truncate_is_refused(model, cascade):
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    message = r"What was published is kept|referenced in a foreign key constraint"
    with pytest.raises((IntegrityError, NotSupportedError), match=message), transaction.atomic():
        execute(f"TRUNCATE {model._meta.db_table}{cascade}")
    assert model.objects.exists()


@postgresql_only
@pytest.mark.parametrize("table", ["auth_user", "witnesses_witness", "hearings_sourcedocument", "hearings_appearance"])
def test_a_truncate_that_cascades_into_the_record_is_refused(table):
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(lambda: execute(f"TRUNCATE {table} CASCADE"))
    assert Version.objects.exists()


@postgresql_only
def test_a_truncate_of_all_tables_at_once_is_refused():
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    refused(lambda: execute(f"TRUNCATE {', '.join(connection.introspection.table_names())}"))
    assert Version.objects.exists()


@pytest.mark.parametrize(("model", "field"), EVERY_WORDING)
def test_no_part_of_the_words_of_a_published_record_changes_without_a_new_version(model, field):
    values = {
        "status": "cancelled",
        "language": "ko",
        "date": datetime.date(1999, 1, 1),
        "spans": [[0, 1]],
        "speaker": None,
        "source": make_source().pk if model is Transcript else None,
        "transcript": make_transcript().pk,
        "accuracy": "captions",
        "site": make_site().pk,
        "confidence": "low",
        "presented_by": make_quote().speaker.pk,
    }
    refused(lambda: model.objects.filter(published_at__isnull=False).update(**{field: values.get(field, "Changed")}))


@pytest.mark.parametrize("model", RECORDS)
def test_a_public_id_never_changes(model):
    refused(lambda: model.objects.update(public_id="0" * 16))


@pytest.mark.parametrize("model", RECORDS)
def test_the_public_id_of_a_draft_never_changes_either(model):
    makers = {Hearing: make_hearing, Quote: make_quote, Exhibit: make_exhibit, Transcript: make_transcript}
    draft = makers[model]() if model in makers else make_transcript().turns.get()
    draft.public_id = "0" * 16
    refused(draft.save)


@pytest.mark.parametrize("model", RECORDS)
def test_what_was_public_does_not_become_a_draft_again_and_keeps_its_time(model):
    refused(lambda: model.objects.update(state="draft", published_at=None, current=None))
    refused(lambda: model.objects.update(published_at=tomorrow()))
    refused(lambda: model.objects.update(published_at=timezone.now() - datetime.timedelta(days=3)))


def test_a_stale_copy_does_not_bring_old_words_back(record):
    stale = Quote.objects.get(pk=record.pk)
    stale.text, stale.note = "Old sample words", ""
    refused(stale.save)
    assert reload(record).text == "New sample words"


def test_sealing_is_let_through_and_only_once_its_record_is_sealed(record):
    version = record.versions.get(number=1)
    version.canonical, version.sealed_at = "", timezone.now()
    refused(version.save)
    refused(lambda: record.corrections.update(sentence=""))
    refused(lambda: HistoryEntry.objects.filter(record=record.public_id).update(note=""))
    seal(record=record, by=None)
    assert set(record.versions.values_list("canonical", flat=True)) == {""}
    assert record.corrections.get().sentence == ""


@pytest.mark.parametrize(
    "fields",
    [
        {"canonical": "{}", "sealed_at": None},
        {"sealed_at": timezone.now()},
        {"commitment": "0" * 64},
        {"number": 7},
        {"published_at": timezone.now()},
    ],
)
def test_a_sealed_version_takes_no_further_change(record, fields):
    seal(record=record, by=None)
    refused(lambda: Version.objects.filter(quote=record, number=1).update(**fields))


def test_sealing_lets_nothing_else_through(record):
    write_history("sealed", record, by=None)
    Quote.objects.filter(pk=record.pk).update(state="sealed", text="", note="")
    now = timezone.now()
    for fields in ({"commitment": "0" * 64}, {"number": 9}, {"published_at": now}, {"quote": None}):
        refused(lambda fields=fields: record.versions.update(canonical="", sealed_at=now, **fields))
    for fields in ({"reason": "factual"}, {"made_at": now}, {"public_id": "0" * 16}):
        refused(lambda fields=fields: record.corrections.update(sentence="", **fields))


def test_a_sealed_record_stays_sealed(record):
    seal(record=record, by=None)
    for fields in ({"state": "published"}, {"state": "withdrawn"}, {"text": "Words"}, {"note": "Words"}):
        refused(lambda fields=fields: Quote.objects.filter(pk=record.pk).update(**fields))


def test_withdrawn_words_do_not_change_either(record):
    withdraw(record=record, sentence="It was never said.", by=None)
    refused(lambda: Quote.objects.filter(pk=record.pk).update(text="Changed"))


def test_a_scheduled_version_may_be_taken_back_and_a_public_one_not(record):
    scheduled = make_quote()
    publish(scheduled.hearing, at=tomorrow())
    refused(lambda: Quote.objects.filter(pk=scheduled.pk).update(text="Changed"))
    unschedule(record=reload(scheduled.hearing), by=None)
    assert not reload(scheduled).versions.exists()
    refused(lambda: record.versions.filter(number=2)._raw_delete(using="default"))


def test_a_draft_may_be_changed_and_deleted():
    hearing = make_hearing()
    quote = make_quote(hearing=hearing)
    quote.text = "Other words"
    quote.save()
    assert reload(quote).text == "Other words"
    quote.delete()
    assert not Quote.objects.filter(pk=quote.pk).exists()


def test_the_record_stays_guarded_when_a_table_is_made_anew_by_a_migration(transactional_db, record):
    call_command("migrate", "hearings", "0005", verbosity=0)
    call_command("migrate", verbosity=0)
    with pytest.raises(IntegrityError):
        Correction.objects.update(sentence="Forged.")
    with pytest.raises(IntegrityError):
        Version.objects.update(canonical="{}")
