"""What a reader finds on the public pages."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from hearings.actions.corrections import seal
from hearings.actions.publishing import change_slug, publish_exhibit, publish_hearing, publish_quote
from hearings.models import FormerSlug, State
from hearings.storage import keep_document
from tests.factories import (
    image_address,
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_reference,
    make_site,
    make_source,
    make_topic,
    make_user,
    publish,
    tomorrow,
)

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def test_home_lists_the_latest_hearings_and_counts_what_is_public(client):
    make_public_quote(hearing=make_hearing(title="Sample hearing on rivers"))
    make_hearing(title="Still a draft")
    page = text_of(client.get("/"))
    assert "Sample hearing on rivers" in page
    assert "1 hearing · 1 quotation" in page
    assert "Still a draft" not in page


def test_hearing_page_shows_who_spoke_under_which_title_that_day(client):
    hearing = make_hearing(title="Sample hearing on rivers", congress=118)
    chair = make_person(given_name="Cora", family_name="Chair", honorific="Rep.")
    make_appearance(hearing=hearing, person=chair, role="chair", title="Chair of Samples\nMember for Testing")
    publish(hearing)
    page = text_of(client.get(hearing.get_absolute_url()))
    assert "Rep. Cora Chair" in page
    assert "Chair of Samples" in page
    assert "Member for Testing, Sample Institute" in page
    assert "118th" in page


def test_hearing_page_shows_quotes_exhibits_references_and_sources(client):
    hearing = make_hearing()
    quote = make_quote(hearing=hearing, text="These are sample words.")
    exhibit = make_exhibit(hearing=hearing, shown_with=quote)
    make_reference(hearing=hearing, title="Sample Treaty on Rivers", citation="1 U.N.T.S. 1")
    make_source(hearing=hearing, title="Sample release", url="https://example.org/release")
    publish(hearing)
    page = text_of(client.get(hearing.get_absolute_url()))
    assert "“These are sample words.”" in page
    assert f'href="/q/{quote.public_id}/"' in page
    assert f'href="/x/{exhibit.public_id}/"' in page
    assert "Sample Treaty on Rivers" in page
    assert 'href="https://example.org/release"' in page


def test_an_earlier_hearing_is_linked_only_once_it_is_public(client):
    earlier = make_hearing(title="Earlier sample hearing")
    hearing = make_hearing()
    make_reference(hearing=hearing, kind="hearing", title="Earlier one", earlier_hearing=earlier)
    publish(hearing)
    assert earlier.get_absolute_url() not in text_of(client.get(hearing.get_absolute_url()))
    publish(earlier)
    assert earlier.get_absolute_url() in text_of(client.get(hearing.get_absolute_url()))


def test_quote_page_shows_the_words_the_speaker_and_where_they_stand(client):
    hearing = make_hearing(title="Sample hearing on rivers")
    speaker = make_appearance(hearing=hearing, person=make_person(given_name="Alba", family_name="Sample"))
    source = make_source(hearing=hearing, text="He wrote: “First part,” said Alba. “Second part.”", title="Release")
    quote = make_public_quote(speaker=speaker, source=source, text="First part,\n\nSecond part.")
    page = text_of(client.get(f"/q/{quote.public_id}/"))
    assert "<p>“First part,”</p><p>“Second part.”</p>" in page
    assert "Director of Samples, Sample Institute" in page
    assert "Characters 11 to 22; Characters 36 to 48" in page
    assert source.sha256 in page
    assert f"http://testserver/q/{quote.public_id}/v1/" in page


def test_a_partial_quote_says_so(client):
    quote = make_public_quote(kind="partial")
    assert "Partial quotation" in text_of(client.get(quote.get_absolute_url()))
    assert "Words within a reported sentence" in text_of(client.get(quote.hearing.get_absolute_url()))


def test_a_published_version_keeps_the_title_of_the_day_when_the_appearance_is_edited(client):
    quote = make_public_quote()
    quote.speaker.title = "Something later"
    quote.speaker.save()
    page = text_of(client.get(quote.get_absolute_url()))
    assert "Director of Samples" in page
    assert "Something later" not in page


def test_quote_version_page_opens_for_the_versions_there_are(client):
    quote = make_public_quote(text="Sample words,")
    assert "Sample words," in text_of(client.get(f"/q/{quote.public_id}/v1/"))
    assert client.get(f"/q/{quote.public_id}/v0/").status_code == 404
    assert client.get(f"/q/{quote.public_id}/v2/").status_code == 404
    assert client.get(f"/q/{quote.public_id}/v{'9' * 40}/").status_code == 404


def test_foreign_passages_carry_language_and_direction(client):
    korean = make_public_quote(text="이것은 견본 문장입니다.", language="ko")
    uyghur = make_public_quote(text="بۇ بىر ئۈلگە جۈملە.", language="ug")
    assert '<blockquote class="large" lang="ko" dir="ltr"' in text_of(client.get(korean.get_absolute_url()))
    assert '<blockquote class="large" lang="ug" dir="rtl"' in text_of(client.get(uyghur.get_absolute_url()))


def test_text_that_looks_like_markup_is_shown_as_text(client):
    quote = make_public_quote(text="<script>alert(1)</script> & so on")
    page = text_of(client.get(quote.get_absolute_url()))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on" in page


def test_exhibit_page_carries_the_facts_and_the_words_it_was_shown_with(client):
    hearing = make_hearing()
    quote = make_quote(hearing=hearing, text="Look at these images.")
    exhibit = make_exhibit(
        hearing=hearing,
        shown_with=quote,
        presented_by=quote.speaker,
        site=make_site(
            name="Sample Island",
            latitude="12.345678",
            longitude="-98.765432",
            coordinate_precision="rounded",
            precision_reason="To protect the sample.",
        ),
    )
    capture = exhibit.captures.first()
    capture.acquired = datetime.datetime(2020, 3, 1, tzinfo=datetime.UTC)
    capture.acquired_precision = "month"
    capture.ground_sample_distance, capture.resolution_unknown = "0.500", False
    capture.save()
    publish(hearing)
    page = text_of(client.get(exhibit.get_absolute_url()))
    assert "Sample Island" in page
    assert "12.3° N, 98.8° W (WGS 84), rounded to a tenth of a degree. To protect the sample." in page
    assert "12.345" not in page
    assert "March 2020" in page
    assert "0.5 m per pixel" in page
    assert capture.sha256 in page
    assert "“Look at these images.”" in page
    assert 'alt="A flat sample colour."' in page


def test_the_words_of_a_draft_quote_do_not_come_out_through_a_public_exhibit(client):
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing, shown_with=make_quote(hearing=hearing, text="Secret draft words."))
    publish_hearing(hearing=hearing, exhibits=[exhibit], by=None)
    assert "Secret draft words" not in text_of(client.get(exhibit.get_absolute_url()))


def test_exhibit_image_is_a_clean_jpeg_and_only_there_while_the_exhibit_is_public(client):
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing)
    address = image_address(exhibit)
    assert client.get(address).status_code == 404
    publish(hearing)
    response = client.get(address)
    assert response["Content-Type"] == "image/jpeg"
    assert response.getvalue().startswith(b"\xff\xd8\xff")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_person_page_shows_all_appearances_with_their_quotes(client):
    person = make_person(given_name="Alba", family_name="Sample", native_name="견본", native_language="ko")
    for day, words in ((1, "Words of the first day."), (2, "Words of the second day.")):
        speaker = make_appearance(hearing=make_hearing(date=datetime.date(2023, 6, day)), person=person)
        make_public_quote(speaker=speaker, text=words)
    page = text_of(client.get(person.get_absolute_url()))
    assert page.index("Words of the second day.") < page.index("Words of the first day.")
    assert '<p class="lead" lang="ko" dir="ltr">견본</p>' in page


def test_people_are_listed_once_they_appeared_at_a_public_hearing(client):
    make_appearance(person=make_person(family_name="Hidden"), hearing=make_hearing())
    make_public_quote(speaker=make_appearance(person=make_person(family_name="Shown")))
    page = text_of(client.get("/witnesses/"))
    assert "Shown, Alba" in page
    assert "Hidden" not in page


def test_a_protected_person_is_shown_without_title_until_it_is_released(client):
    person = make_person(given_name="", family_name="Witness One", protected=True)
    speaker = make_appearance(person=person, title="Secret title", organization="Secret office")
    quote = make_public_quote(speaker=speaker)
    for address in (quote.get_absolute_url(), quote.hearing.get_absolute_url(), person.get_absolute_url()):
        page = text_of(client.get(address))
        assert "Witness One" in page
        assert "Secret" not in page


def test_hearings_are_found_by_year_body_and_topic(client):
    body, topic = make_body(name="Commission on Rivers"), make_topic(name="Floods")
    publish(make_hearing(title="The one", date=datetime.date(2021, 5, 1), bodies=[body], topics=[topic]))
    publish(make_hearing(title="The other", date=datetime.date(2022, 5, 1)))
    for query in ("year=2021", f"body={body.slug}", f"topic={topic.slug}", "year=2021&topic=" + topic.slug):
        page = text_of(client.get(f"/hearings/?{query}"))
        assert "The one" in page
        assert "The other" not in page
    assert "The one" in text_of(client.get(body.get_absolute_url()))
    assert "The one" in text_of(client.get(topic.get_absolute_url()))


def test_hearings_are_paged(client):
    body = make_body()
    for number in range(30):
        publish(make_hearing(title=f"Hearing number {number:02}", bodies=[body]))
    assert "Page 1 of 2" in text_of(client.get("/hearings/"))
    assert "Page 2 of 2" in text_of(client.get("/hearings/?page=2"))
    assert client.get("/hearings/?page=3").status_code == 404


def test_bodies_and_topics_of_drafts_are_not_there(client):
    body, topic = make_body(), make_topic()
    make_hearing(bodies=[body], topics=[topic])
    assert client.get(body.get_absolute_url()).status_code == 404
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert body.name not in text_of(client.get("/hearings/"))


def test_a_changed_address_redirects_in_one_hop(client):
    hearing = publish(make_hearing(slug="first"))
    for slug in ("second", "third", "first", "fourth"):
        change_slug(hearing=hearing, slug=slug, by=None)
    for old in ("first", "second", "third"):
        response = client.get(f"/hearings/{old}/")
        assert (response.status_code, response["Location"]) == (301, "/hearings/fourth/")
    assert client.get("/hearings/fourth/").status_code == 200
    assert FormerSlug.objects.count() == 3


def test_the_permanent_address_of_a_hearing_leads_to_its_page(client):
    hearing = publish(make_hearing())
    response = client.get(f"/h/{hearing.public_id}/")
    assert (response.status_code, response["Location"]) == (302, hearing.get_absolute_url())


def test_drafts_scheduled_and_unknown_get_the_same_answer_byte_for_byte(client):
    draft = make_quote()
    in_review = make_hearing(state=State.IN_REVIEW)
    scheduled = make_quote()
    publish(scheduled.hearing, at=tomorrow())
    late = make_quote(hearing=publish(make_hearing()))
    publish_quote(quote=late, by=None, at=tomorrow())
    exhibit = make_exhibit()
    addresses = [
        "/q/0000000000000000/",
        "/x/0000000000000000/",
        "/h/0000000000000000/",
        "/hearings/not-there/",
        "/witnesses/not-there/",
        "/no/such/address/",
        f"/x/{exhibit.public_id}/",
        image_address(exhibit),
        in_review.get_absolute_url(),
        f"/h/{in_review.public_id}/",
        late.get_absolute_url(),
        f"{late.get_absolute_url()}v1/",
    ]
    for quote in (draft, scheduled):
        addresses += [
            quote.get_absolute_url(),
            f"{quote.get_absolute_url()}v1/",
            quote.hearing.get_absolute_url(),
            f"/h/{quote.hearing.public_id}/",
            quote.speaker.person.get_absolute_url(),
            quote.hearing.bodies.get().get_absolute_url(),
        ]
    answers = {(client.get(address).status_code, client.get(address).content) for address in addresses}
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_a_scheduled_hearing_appears_when_its_time_has_come(client):
    hearing = make_hearing(title="Coming soon")
    publish(hearing, at=tomorrow())
    assert "Coming soon" not in text_of(client.get("/hearings/"))
    hearing.published_at -= datetime.timedelta(days=2)
    hearing.save()
    assert "Coming soon" in text_of(client.get("/hearings/"))


def test_sealed_things_are_gone_with_an_explanation_and_none_of_their_words(client):
    hearing = make_hearing(title="Endangering title")
    quote = make_public_quote(hearing=hearing, text="Words that endanger somebody.")
    exhibit = make_exhibit(hearing=hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    for record in (quote, exhibit, hearing):
        seal(record=type(record).objects.get(pk=record.pk), by=None)
        for address in (record.get_absolute_url(), record.shown.get_absolute_url()):
            response = client.get(address)
            assert response.status_code == 410
            assert "This was sealed" in text_of(response)
            assert "ndanger" not in text_of(response)
        assert "endanger" not in text_of(client.get(hearing.get_absolute_url()))
    assert client.get(f"/h/{hearing.public_id}/").status_code == 410


def test_a_written_statement_is_saved_and_never_opened_inside_the_site(client):
    quote = make_quote(speaker=make_appearance(person=make_person(slug="alba-sample")))
    speaker = quote.speaker
    speaker.statement, speaker.statement_name = keep_document(b"%PDF-1.7 sample"), "statement.pdf"
    speaker.save()
    address = reverse("hearings:statement", args=[speaker.pk])
    assert client.get(address).status_code == 404
    publish(quote.hearing)
    response = client.get(address)
    response.getvalue()
    assert response["Content-Disposition"] == 'attachment; filename="statement-alba-sample.pdf"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_staff_preview_a_draft_in_the_public_template(editor_client):
    hearing = make_hearing(title="Draft hearing")
    quote = make_quote(hearing=hearing, text="Draft words.")
    exhibit = make_exhibit(hearing=hearing, shown_with=quote)
    for kind, record in (("hearing", hearing), ("quote", quote), ("exhibit", exhibit)):
        response = editor_client.get(f"/admin/preview/{kind}/{record.public_id}/", follow=True)
        assert "Preview." in text_of(response)
        assert "Draft words." in text_of(response)
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"
    image = f"{response.redirect_chain[0][0]}{exhibit.captures.first().sha256}/320.jpg"
    response = editor_client.get(image)
    assert response.getvalue().startswith(b"\xff\xd8")


def test_a_preview_opens_for_nobody_else_and_not_for_long(editor_client, client, monkeypatch):
    quote = make_quote(text="Draft words.")
    address = editor_client.get(f"/admin/preview/quote/{quote.public_id}/")["Location"]
    missing = Client().get("/not/there/")
    other = Client()
    other.force_login(make_user())
    for reader, path in (
        (Client(), address),
        (other, address),
        (editor_client, address.replace("preview/", "preview/x")),
        (editor_client, "/preview/nonsense/"),
    ):
        response = reader.get(path)
        assert (response.status_code, response.content) == (404, missing.content)
    monkeypatch.setattr("hearings.previews.MAX_AGE", -1)
    assert editor_client.get(address).status_code == 404


def test_show_all_leads_back_to_the_whole_list(client):
    make_public_quote()
    for path, chosen in (("/hearings/", "?year=2023"), ("/corrections/", "?kind=typo")):
        html = client.get(path + chosen).content.decode()
        assert f'<a href="{path}">Show all' in html or f'<a href="{path}">show all' in html, path
        assert 'href=""' not in html
