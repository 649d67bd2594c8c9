"""The small pages for the frames of other sites: what they show, with which headers, and what of a sealed record."""

import pytest
from django.template import Context, Template

from hearings.actions.corrections import restore, seal, withdraw
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_public_quote,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"


def embed_of(record, number=None):
    kind = "x" if record._meta.model_name == "exhibit" else "q"
    return f"/{kind}/{record.public_id}/{f'v{number}/' if number else ''}embed/"


def framed(response):
    """Whether an answer may stand in any frame, a strictly isolated one too."""
    assert "X-Frame-Options" not in response
    assert response["Content-Security-Policy"] == POLICY
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in response
    assert not response.cookies
    return True


@pytest.fixture
def exhibit(db):
    """A public exhibit with one image that others may show and one that they may not."""
    record = make_exhibit(captures=0, title="Sample camp")
    make_capture(exhibit=record, label="Before", may_embed=True)
    make_capture(exhibit=record, label="After", may_embed=False, order=1)
    publish(record.hearing)
    return reload(record)


def test_a_quote_is_shown_with_who_said_it_and_a_link_in_a_new_tab(client):
    quote = make_public_quote(text="Sample words <b>&", note="Sample text.")
    response = client.get(embed_of(quote))
    page = response.content.decode()
    assert framed(response)
    assert "<p>“Sample words &lt;b&gt;&amp;”</p>" in page
    for words in (
        quote.speaker.person.styled_name,
        "Director of Samples, Sample Institute",
        quote.hearing.title,
        "Sample text.",
    ):
        assert words in page
    assert f'<a href="http://testserver/q/{quote.public_id}/" target="_blank" rel="noopener">' in page
    assert f'<link rel="canonical" href="http://testserver/q/{quote.public_id}/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page
    assert page.count('<link rel="stylesheet"') == page.count('integrity="sha384-') == page.count("crossorigin") == 1


def test_foreign_words_say_their_language_and_direction(client):
    quote = make_public_quote(text="بۇ بىر ئۈلگە", language="ug")
    assert '<blockquote lang="ug" dir="rtl"' in client.get(embed_of(quote)).content.decode()


def test_an_exhibit_shows_the_images_that_others_may_show(client, exhibit):
    response = client.get(embed_of(exhibit))
    page = response.content.decode()
    assert framed(response)
    may, may_not = exhibit.captures.all()
    assert "Sample camp" in page
    assert may.sha256 in page
    assert may_not.sha256 not in page
    assert 'alt="A flat sample colour."' in page
    assert "Sample credit" in page


def test_images_that_others_may_show_are_open_to_isolated_pages_and_the_rest_are_not(client, exhibit):
    for capture in exhibit.captures.all():
        width = capture.rendering["widths"][0]
        response = client.get(f"/x/{exhibit.public_id}/v1/{capture.sha256}/{width}.jpg")
        expected = "cross-origin" if capture.may_embed else "same-origin"
        assert response["Cross-Origin-Resource-Policy"] == expected


def test_an_exhibit_without_such_images_says_where_they_are(client):
    record = make_exhibit()
    publish(record.hearing)
    page = client.get(embed_of(record)).content.decode()
    assert "Its images are shown on its own page alone." in page
    assert "<img" not in page


def test_a_correction_is_said_and_an_older_version_stays_under_its_own_address(client):
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing)
    reword(quote, "New words", sentence="A word was misprinted.")
    now = client.get(embed_of(quote)).content.decode()
    assert "“New words”" in now
    assert "<strong>Corrected: this is version 2.</strong> A word was misprinted." in now
    old = client.get(embed_of(quote, 1)).content.decode()
    assert "“Old words”" in old
    assert "<strong>Corrected since: version 2 is current.</strong>" in old
    assert "misprinted" not in old
    assert f'<a href="http://testserver/q/{quote.public_id}/v1/"' in old


def test_a_withdrawn_record_says_why_and_shows_its_words_no_more(client, exhibit):
    quote = make_public_quote(text="Words to withdraw")
    for record in (quote, exhibit):
        withdraw(record=reload(record), sentence="It was published by mistake.", by=None)
        response = client.get(embed_of(record))
        page = response.content.decode()
        assert response.status_code == 200
        assert framed(response)
        assert "was withdrawn.</h1>" in page
        assert "Do not quote it as valid." in page
        assert "It was published by mistake." in page
        assert "<img" not in page
        for words in ("Words to withdraw", "Sample camp", quote.speaker.person.family_name):
            assert words not in page
    restore(record=reload(quote), sentence="It was right.", by=None)
    page = client.get(embed_of(quote)).content.decode()
    assert "Words to withdraw" in page
    assert "withdrawn" not in page


def test_what_stands_under_a_withdrawn_hearing_shows_no_words(client):
    quote = make_public_quote(text="Words of the hearing")
    withdraw(record=reload(quote.hearing), sentence="It was never held.", by=None)
    page = client.get(embed_of(quote)).content.decode()
    assert "The hearing of this quotation was withdrawn." in page
    assert "Words of the hearing" not in page


def test_a_sealed_record_says_so_in_the_frame_and_nothing_else(client, exhibit):
    quote = make_public_quote(text="Words to seal")
    bodies = set()
    for record in (quote, exhibit):
        seal(record=reload(record), by=None)
        for address in (embed_of(record), embed_of(record, 1)):
            response = client.get(address)
            assert response.status_code == 410
            assert framed(response)
            bodies.add(response.content)
    [body] = bodies
    assert b"This was sealed" in body
    assert quote.public_id.encode() not in body


def test_drafts_scheduled_and_unknown_ones_answer_with_the_usual_404_in_no_frame(client):
    draft, scheduled, public = make_quote(), make_quote(), make_public_quote()
    publish(scheduled.hearing, at=tomorrow())
    unknown = ask(client, f"/q/{'0' * 16}/embed/")
    assert unknown.status == 404
    assert dict(unknown.headers)["X-Frame-Options"] == "DENY"
    for address in (embed_of(draft), embed_of(scheduled), embed_of(draft, 1), embed_of(public, 2)):
        assert ask(client, address) == unknown, address


def test_other_pages_stay_out_of_frames(client):
    quote = make_public_quote()
    for address in ("/", quote.get_absolute_url(), f"{quote.get_absolute_url()}v1/card.png"):
        assert client.get(address)["X-Frame-Options"] == "DENY"


def test_the_style_sheet_can_be_had_by_a_sandboxed_frame(client):
    page = client.get(embed_of(make_public_quote())).content.decode()
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    response = client.get(address)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert len(response.getvalue()) < 4096


def rendered(tag, **context):
    return Template("{% load sharing %}{% " + tag + " %}").render(Context(context))


def test_readers_get_two_lines_to_copy_that_hold_nothing_of_their_own(client):
    speaker = make_appearance(title="Director of <Samples>")
    quote = make_public_quote(speaker=speaker, text='Sample words</textarea><script>x()</script> & "more"')
    page = rendered("embed_code version", version=quote.shown)
    assert page.count("<textarea") == page.count("</textarea>") == 1
    assert "<script" not in page
    code = page.split('spellcheck="false">')[1].split("</textarea>")[0]
    assert len(code.splitlines()) == 2
    assert code.startswith("&lt;blockquote cite=&quot;http://testserver/q/")
    assert f"&lt;iframe src=&quot;http://testserver/q/{quote.public_id}/embed/&quot;" in code
    pinned = rendered("embed_code version pinned", version=quote.shown, pinned=True)
    assert f"http://testserver/q/{quote.public_id}/v1/embed/&quot;" in pinned


def test_the_card_of_a_page_is_named_with_its_size_and_its_words():
    quote = make_public_quote(text='Sample "words"')
    tags = rendered("card version", version=quote.shown)
    assert f'<meta property="og:image" content="http://testserver/q/{quote.public_id}/v1/card.png">' in tags
    for name, content in {"type": "image/png", "width": "1200", "height": "630"}.items():
        assert f'<meta property="og:image:{name}" content="{content}">' in tags
    assert f'alt" content="“Sample &quot;words&quot;” — {quote.speaker.person.styled_name}">' in tags
    assert '<meta name="twitter:card" content="summary_large_image">' in tags
    assert "/h/" in rendered("card version", version=quote.hearing.shown)


def test_a_preview_names_no_card_and_offers_no_embed():
    quote = make_quote()
    for tag in ("card version", "oembed_links version", "embed_code version"):
        assert rendered(tag, version=quote.shown).strip() == "", tag


def test_what_was_withdrawn_is_not_offered_for_embedding():
    quote = make_public_quote()
    withdraw(record=quote, sentence="It was never said.", by=None)
    assert rendered("embed_code version", version=reload(quote).shown).strip() == ""
