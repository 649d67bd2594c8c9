"""How well releases and transcripts are read, by file: `python bench/importing.py`; status 1 where one got worse."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import importing_releases, importing_transcripts

if __name__ == "__main__":
    sys.argv = sys.argv[:1]  # each half has options of its own: python -m bench.importing_releases --help
    sys.exit(max(importing_releases.main(), importing_transcripts.main()))
