"""Opaque public identifiers: what they look like and how a new one is drawn."""

import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32, lower case: no i, l, o, u
LENGTH = 16
PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"


def new_public_id() -> str:
    """A fresh identifier of 16 characters, 80 random bits, from the system's secure source."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
