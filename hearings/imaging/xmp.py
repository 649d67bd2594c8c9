"""XMP packets (ISO 16684-1): what a published image says of itself, in a fixed length that can be replaced in place."""

import re
from xml.sax.saxutils import escape

SIZE = 4096
# Each field that a packet may hold: the XMP property, and how its value is written.
FIELDS = {
    "title": ("dc:title", "language"),
    "description": ("dc:description", "language"),
    "rights": ("dc:rights", "language"),
    "creator": ("dc:creator", "sequence"),
    "credit": ("photoshop:Credit", "text"),
    "date_created": ("photoshop:DateCreated", "text"),
    "web_statement": ("xmpRights:WebStatement", "text"),
    "usage_terms": ("xmpRights:UsageTerms", "language"),
    "alt_text": ("Iptc4xmpCore:AltTextAccessibility", "language"),
    "digital_source_type": ("Iptc4xmpExt:DigitalSourceType", "text"),
}
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
UNCUT = {"date_created", "web_statement", "digital_source_type"}  # half an address or date would be a false one
FORMS = {
    "text": "<{0}>{1}</{0}>",
    "language": '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>',
    "sequence": "<{0}><rdf:Seq><rdf:li>{1}</rdf:li></rdf:Seq></{0}>",
}
HEADER = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
TRAILER = '<?xpacket end="w"?>'
PACKET = re.compile(rb'<\?xpacket begin=.*?<\?xpacket end=["\'][wr]["\']\?>', re.DOTALL)
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def packet(fields: dict[str, str]) -> bytes:
    """A packet of exactly 4,096 bytes of UTF-8 that holds these fields (names as in FIELDS), padded with white space.

    Empty fields are left out. Where all of them do not fit, the longest are shortened at a word, with an ellipsis;
    addresses and dates never are. ValueError for a field that is not known, or if even so they do not fit.
    """
    unknown = fields.keys() - FIELDS.keys()
    if unknown:
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    words = {name: NOT_XML.sub("", str(fields[name])).strip() for name in FIELDS if fields.get(name)}
    for limit in (4096, 1500, 1000, 700, 500, 350, 250, 150, 100, 60, 30):
        cut = {name: text if name in UNCUT else shorten(text, limit) for name, text in words.items()}
        body = _serialise(cut)
        room = SIZE - len(body) - len(TRAILER)
        if room >= 1:
            return body + _padding(room) + TRAILER.encode()
    raise ValueError("the addresses and dates are too long for a packet")


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` bytes of UTF-8 once escaped: cut at a word, with an ellipsis."""
    if len(escape(text).encode()) <= limit:
        return text
    size = 3  # the ellipsis
    for place, character in enumerate(text):
        size += len(escape(character).encode())
        if size > limit:
            text = text[:place]
            break
    whole = text.rpartition(" ")[0] or text
    return whole.rstrip(" ,;:.") + "…"


def replace(data: bytes, new: bytes) -> bytes:
    """The file with its one packet replaced by another of the same length, nothing else moved (XMP part 1, 7.3.2).

    ValueError if the file holds no packet or several, or if the lengths differ.
    """
    found = list(PACKET.finditer(data))
    if len(found) != 1:
        raise ValueError(f"the file holds {len(found)} XMP packets, not one")
    start, end = found[0].span()
    if end - start != len(new):
        raise ValueError(f"the packet in the file has {end - start} bytes, the new one {len(new)}")
    return data[:start] + new + data[end:]


def _serialise(fields: dict[str, str]) -> bytes:
    """The packet's header and its RDF."""
    names = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    lines = [FORMS[FIELDS[name][1]].format(FIELDS[name][0], escape(text)) for name, text in fields.items()]
    return (
        f'{HEADER}<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{names}>\n' + "\n".join(lines) + "\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
    ).encode()


def _padding(length: int) -> bytes:
    """White space with a line break every hundred bytes, as the standard advises."""
    return ((b" " * 99 + b"\n") * (length // 100 + 1))[: length - 1] + b"\n"
