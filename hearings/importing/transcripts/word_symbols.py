"""Which character a Word document means where it has the place of a sign in a font of signs."""

UNKNOWN = "\ufffd"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SAME = " !#%&()+,./0123456789:;<=>?[]_{|}"
_SIGNS = {
    "symbol": dict(zip(map(ord, _LATIN + _SAME), _GREEK + _SAME, strict=True))
    | dict(zip(range(0xA0, 0xBD), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", strict=True))
    | {0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5E: "⊥", 0x7E: "∼", 0xBD: "|", 0xBE: "—"}
    | {0xD0: "∠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDE: "⇒"}
    | {0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑"},
    "wingdings": {0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9E: "·", 0x9F: "•"}
    | {0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔"}
    | {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}


def character(font: str, code: int) -> str:
    """The character at a place of a font, `UNKNOWN` where only the font knows it.

    Fonts of signs are addressed from U+F000 on; other places are characters of Unicode, unless they are private.
    """
    known = _SIGNS.get(font.casefold())
    if known is not None and (code < 0x100 or 0xF000 <= code <= 0xF0FF):
        return known.get(code & 0xFF, UNKNOWN)
    if code < 0x20 or 0xD800 <= code <= 0xF8FF or code > 0xFFFD:
        return UNKNOWN
    return chr(code)
