"""A place that may be known less exactly than before is hidden at once, in every version and every format."""

import json

import pytest
from django.urls import reverse

from hearings.actions.corrections import correct
from hearings.actions.publishing import exhibit_problems
from hearings.places import redacted
from tests.admin_forms import save
from tests.factories import make_capture, make_exhibit, make_image, make_site, make_user, publish, reload

pytestmark = pytest.mark.django_db

TELLING = ["42.955", "129.842", "EPSG:32652", "SCENE-7", "161.25", "41.75"]


@pytest.fixture
def exhibit(db):
    """A public exhibit that told exactly where its image was taken."""
    site = make_site(latitude="42.955123", longitude="129.842456", coordinate_precision="exact", country="CN")
    record = make_exhibit(site=site, captures=0)
    facts = {"west": 129.8421, "south": 42.9551, "east": 129.8429, "north": 42.9559, "crs": "EPSG:32652"}
    facts |= {"scene": "SCENE-7", "sun_azimuth": 161.25, "sun_elevation": 41.75}
    make_capture(exhibit=record, acquired="2023-01-15T00:00Z", acquired_precision="day", **facts)
    publish(record.hearing)
    return reload(record)


def hide(exhibit, precision="withheld"):
    exhibit.site.coordinate_precision = precision
    exhibit.site.precision_reason = "Sample reason."
    exhibit.site.save()
    return reload(exhibit)


def correct_it(exhibit):
    return correct(record=reload(exhibit), reason="redaction", sentence="The place is withheld.", by=None)


def surfaces(exhibit):
    """Every address at which an exhibit is told of, in all its versions."""
    base = exhibit.get_absolute_url()
    sha256 = exhibit.captures.get().sha256
    below = [f"{base}v{version.number}/" for version in exhibit.versions.all()]
    data = [f"{base[:-1]}.{kind}.json" for kind in ("stac", "manifest", "annotations")]
    files = [f"{one}{sha256}{rest}" for one in below for rest in (".stac.json", "/iiif/info.json", "/320.jpg")]
    corrections = [one.get_absolute_url() for one in exhibit.corrections.all()]
    others = [exhibit.hearing.get_absolute_url(), "/corrections/", "/corrections/feed.atom"]
    return [base, f"{base}history/", *below, *data, *files, *corrections, *others]


def told(client, exhibit):
    """Which telling facts stand on which surface."""
    found = set()
    for address in surfaces(exhibit):
        response = client.get(address)
        body = response.getvalue() if response.streaming else response.content
        assert response.status_code == 200, address
        found |= {(fact, address) for fact in TELLING if fact.encode() in body}
    return found


def test_what_is_exact_is_told(client, exhibit):
    page = exhibit.get_absolute_url()
    assert {fact for fact, address in told(client, exhibit) if address == f"{page}v1/"} == set(TELLING)


def test_a_stricter_policy_holds_at_once_and_in_every_version(client, exhibit):
    hide(exhibit)
    assert told(client, exhibit) == set()
    correct_it(exhibit)
    assert told(client, exhibit) == set()


def test_an_earlier_version_says_why_it_cannot_be_recomputed(client, exhibit):
    salt = exhibit.current.salt
    correct_it(hide(exhibit))
    first = client.get(f"{exhibit.get_absolute_url()}v1/").content.decode()
    assert "Withheld since this version was published" in first
    assert "told more of the place than may be known of it today" in first
    assert exhibit.current.commitment in first
    assert salt not in first
    assert "sha256sum" not in first
    assert "sha256sum" in client.get(f"{exhibit.get_absolute_url()}v2/").content.decode()


def test_the_difference_says_that_the_place_was_withheld_and_not_where_it_is(client, exhibit):
    hide(exhibit)
    correction = correct_it(exhibit)
    page = client.get(correction.get_absolute_url()).content.decode()
    assert "<del>" in page
    assert "since this version was published" in page


def test_a_place_that_is_rounded_later_is_rounded_in_every_version(client, exhibit):
    correct_it(hide(exhibit, "rounded"))
    assert told(client, exhibit) == set()
    first = client.get(f"{exhibit.get_absolute_url()}v1/").content.decode()
    assert "43.0° N, 129.8° E (WGS 84), rounded to a tenth of a degree since this version was published" in first


def test_what_a_correction_withheld_comes_back_by_a_correction_alone(client, exhibit):
    correct_it(hide(exhibit))
    hide(exhibit, "exact")
    assert told(client, exhibit) == set()
    correct(record=reload(exhibit), reason="factual", sentence="The place may be known.", by=None)
    assert ("42.955", f"{exhibit.get_absolute_url()}v1/") in told(client, exhibit)


def test_a_site_that_was_taken_from_the_exhibit_still_hides_what_was_told_of_it(client, exhibit):
    hidden = exhibit.site
    exhibit.site = make_site(coordinate_precision="exact", precision_reason="")
    correct(record=exhibit, reason="factual", sentence="It was another site.", by=None)
    hidden.coordinate_precision = "withheld"
    hidden.save()
    first = f"{exhibit.get_absolute_url()}v1/"
    assert "42.955123" not in client.get(first).content.decode()
    type(hidden).objects.filter(pk=hidden.pk).delete()
    assert "42.955123" not in client.get(first).content.decode()


def test_a_site_that_a_version_names_is_not_deleted(admin_client, exhibit):
    response = admin_client.post(reverse("admin:hearings_site_delete", args=[exhibit.site.pk]), {"post": "yes"})
    assert response.status_code == 403
    assert type(exhibit.site).objects.filter(pk=exhibit.site.pk).exists()


@pytest.mark.parametrize(("publisher", "precision"), [(False, "withheld"), (True, "exact")])
def test_only_a_publisher_opens_again_what_was_hidden(client, exhibit, publisher, precision):
    hide(exhibit)
    client.force_login(make_user(publisher=publisher))
    url = reverse("admin:hearings_site_change", args=[exhibit.site.pk])
    page = save(client, url, "site_form", coordinate_precision="exact")
    assert ("Ask a publisher to let more of it be known." in page.text) is not publisher
    assert reload(exhibit.site).coordinate_precision == precision


def test_nothing_is_taken_out_where_no_more_is_told(exhibit):
    content = exhibit.current.frozen
    assert redacted(content, "exact") is content
    once = redacted(content, "rounded")
    assert redacted(once, "rounded") is once
    assert redacted(once, "exact") is once
    left = json.dumps(redacted(once, "withheld"))
    assert [fact for fact in [*TELLING, "43.0", "129.8"] if fact in left] == []


def test_the_same_file_is_not_published_with_two_policies_of_its_place():
    data, shown, hidden = make_image(), make_site(coordinate_precision="exact"), make_site()
    first, second = (make_exhibit(captures=0, site=site) for site in (shown, hidden))
    for exhibit in (first, second):
        make_capture(exhibit=exhibit, data=data)
    assert not [problem for problem in exhibit_problems(second) if "tells of its place otherwise" in problem]
    publish(first.hearing)
    assert [problem for problem in exhibit_problems(second) if "tells of its place otherwise" in problem]
    second.site = shown
    assert not exhibit_problems(second)
