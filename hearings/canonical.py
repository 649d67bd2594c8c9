"""The canonical form of a published version and the commitment to it."""

import hashlib
import secrets

import rfc8785


def canonical_json(record: dict) -> str:
    """`record` as canonical JSON (RFC 8785): one byte sequence for one content, whoever writes it."""
    return rfc8785.dumps(record).decode()


def commitment(canonical: str) -> str:
    """The SHA-256, in hex, of the UTF-8 bytes of a canonical text."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def new_salt() -> str:
    """128 random bits in hex. With it in the text, the commitment betrays nothing once text and salt are gone."""
    return secrets.token_hex(16)
