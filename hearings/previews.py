"""Signed addresses of previews: for one record, one person, fifteen minutes."""

from typing import NamedTuple

from django.core.signing import BadSignature, dumps, loads

MAX_AGE = 15 * 60  # seconds
SALT = "hearings.previews"


class Preview(NamedTuple):
    """What a token opens: the kind and public id of a record, and the primary key of the person it was made for."""

    kind: str
    public_id: str
    user: int


def make_token(preview: Preview) -> str:
    """A token for the address, good for MAX_AGE from now."""
    return dumps(list(preview), salt=SALT)


def read_token(token: str) -> Preview | None:
    """What the token opens; None if it is not ours, was changed or is too old."""
    try:
        return Preview(*loads(token, salt=SALT, max_age=MAX_AGE))
    except BadSignature:
        return None
