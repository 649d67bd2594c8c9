"""Records as rows of a spreadsheet (CSV, RFC 4180): flat, and safe to open in a program that runs formulas."""

import json

MEDIA_TYPE = "text/csv; charset=utf-8"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def flat(item: dict, path: str = "") -> dict[str, str]:
    """An object as one row: `hearing.title` for what is nested, JSON for a list, every cell made safe."""
    row: dict[str, str] = {}
    for name, value in item.items():
        if isinstance(value, dict) and value:
            row |= flat(value, f"{path}{name}.")
        elif isinstance(value, list | dict):
            row[path + name] = safe(json.dumps(value, ensure_ascii=False))
        else:
            row[path + name] = safe(plain(value))
    return row


def plain(value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def safe(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(FORMULA) else text
