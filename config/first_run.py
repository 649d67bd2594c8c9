"""What must be right before anything is installed: Python's age, a free port, and a first .env with its own key."""

import argparse
import os
import secrets
import socket
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)


def check_python(version):
    """Stop with a sentence if Python is too old. Older ones must be able to read this file to say so."""
    if tuple(version[:2]) < OLDEST:
        sys.exit(
            f"This is Python {version[0]}.{version[1]}; the site needs 3.11 or newer. "
            "Install one and name it: make run PYTHON=python3.12"
        )


def check_port(port):
    """Stop with a sentence if another program answers at the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.exit(
                f"Port {port} is taken: perhaps the site is running already at http://127.0.0.1:{port}. Stop the other "
                f"program, or choose another port: make run PORT={port + 1}"
            )


def write_env(root):
    """Make .env from .env.example with a random key; an .env that has a key is left as it is.

    True if it was written. Only its owner may read it.
    """
    target = root / ".env"
    source = target if target.exists() else root / ".env.example"
    lines = source.read_text(encoding="utf-8").splitlines()
    if "SECRET_KEY=" not in lines:
        return False
    lines[lines.index("SECRET_KEY=")] = "SECRET_KEY=" + secrets.token_urlsafe(64)
    unfinished = root / f".env.{secrets.token_hex(8)}"
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write("\n".join(lines) + "\n")
    unfinished.replace(target)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, help="a port that must be free")
    arguments = parser.parse_args()
    check_python(sys.version_info)
    if arguments.port:
        check_port(arguments.port)
    if write_env(ROOT):
        sys.stderr.write("Wrote .env with a new SECRET_KEY. Keep it private.\n")


if __name__ == "__main__":
    main()
