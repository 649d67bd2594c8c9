"""What a published image says of itself: a packet of fixed length, replaced in place in every format."""

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hearings.imaging import xmp
from hearings.imaging.rendering import SAVED, encode
from tests.hearings.imaging.samples import picture

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
FULL = {
    "title": "Sample site, 2009",
    "description": "A flat sample <colour> & more.",
    "rights": "Public domain",
    "creator": "Sample provider",
    "credit": "Sample credit “A & B”",
    "date_created": "2009-08-18",
    "web_statement": "https://record.example.org/x/1/v1/?a=1&b=2",
    "usage_terms": "May be copied.",
    "alt_text": "위성 사진: 밭과 길.",
    "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
}


def read(packet):
    body = packet.decode().split("?>", 1)[1].rsplit("<?xpacket", 1)[0]
    description = ElementTree.fromstring(body)[0][0]  # noqa: S314
    return {element.tag: "".join(element.itertext()).strip() for element in description}


def test_a_packet_has_its_length_and_holds_every_field():
    packet = xmp.packet(FULL)
    assert len(packet) == xmp.SIZE
    assert packet.startswith(b'<?xpacket begin="\xef\xbb\xbf"')
    assert packet.endswith(b'<?xpacket end="w"?>')
    assert sorted(read(packet).values()) == sorted(FULL.values())
    assert read(packet)[DC + "title"] == FULL["title"]
    assert b"GPS" not in packet


def test_long_words_are_shortened_at_a_word_and_addresses_never():
    packet = xmp.packet(FULL | {"alt_text": "Several long words & more " * 400, "description": "Wort " * 2000})
    assert len(packet) == xmp.SIZE
    alt = read(packet)["{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}AltTextAccessibility"]
    assert alt.endswith("…")
    assert alt[:-1].split()[-1] in {"Several", "long", "words", "&", "more"}
    assert FULL["web_statement"] in read(packet).values()
    with pytest.raises(ValueError, match="too long"):
        xmp.packet({"web_statement": "https://example.org/" + "x" * 5000})


def test_a_field_that_is_not_known_is_refused():
    with pytest.raises(ValueError, match="gps"):
        xmp.packet({"gps": "1,2"})


@given(st.dictionaries(st.sampled_from(sorted(set(xmp.FIELDS) - xmp.UNCUT)), st.text(max_size=900), max_size=7))
def test_any_words_make_a_packet_that_can_be_read(fields):
    packet = xmp.packet(fields)
    assert len(packet) == xmp.SIZE
    read(packet)


@pytest.mark.parametrize("ending", SAVED)
def test_the_packet_is_replaced_in_place_and_the_image_stays(ending):
    data = encode(picture((64, 48)), ending)
    packet = xmp.packet(FULL)
    changed = xmp.replace(data, packet)
    assert len(changed) == len(data)
    assert changed.replace(packet, b"") == data.replace(xmp.packet({}), b"")
    with Image.open(io.BytesIO(changed)) as after, Image.open(io.BytesIO(data)) as before:
        assert after.info["xmp"] == packet
        assert after.tobytes() == before.tobytes()
        assert not after.getexif()


def test_a_file_without_a_packet_or_with_two_is_refused():
    data = encode(picture((64, 48)), "jpg")
    with pytest.raises(ValueError, match="0 XMP packets"):
        xmp.replace(b"no packet", xmp.packet({}))
    with pytest.raises(ValueError, match="2 XMP packets"):
        xmp.replace(data + xmp.packet({}), xmp.packet({}))
    with pytest.raises(ValueError, match="4096 bytes, the new one 4095"):
        xmp.replace(data, xmp.packet({})[1:])
