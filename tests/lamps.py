"""Two editions of an invented transcript, and the hearing on lamps that they are of."""

from hearings.importing.load_transcript import take_in
from tests.admin_forms import at, form_data
from tests.factories import make_appearance, make_hearing, make_person, publish, reload


def markdown(*turns):
    return "\n\n".join(["# Lamps", *(f"### Speaker: {name}\n\n{text}" for name, text in turns)]).encode()


FIRST = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Bert Specimen", "The lamps were out that night, all of them."),
    ("Mr. Nobody", "I saw it as well."),
)
SECOND = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Bert Specimen", "The lamps were not out that night, not all of them."),
    ("Cora Example", "May I add something here?"),
    ("Mr. Nobody", "I saw it as well."),
)


def make_lamps(slug="lamps"):
    """The hearing of these transcripts, with the two who are certain."""
    hearing = make_hearing(slug=slug, title="Hearing on lamps")
    for given, family in (("Alba", "Sample"), ("Bert", "Specimen")):
        make_appearance(hearing=hearing, person=make_person(given_name=given, family_name=family))
    return hearing


def imported(hearing, data=FIRST, **options):
    [taken] = take_in(data=data, hearing=hearing, by=None, **{"accuracy": "official"} | options)
    return taken


def public(hearing):
    transcript = imported(hearing).transcript
    publish(hearing)
    return reload(transcript)


def settle_by_hand(client, transcript, **changes):
    """Open the page on which an edition is settled, fill it in, and send it: `turn_1` is the field `turn-1`."""
    data = form_data(client.get(at(transcript, "edition")), "edition_form")
    changes = {name.replace("_", "-"): value for name, value in changes.items()}
    return client.post(at(transcript, "edition"), data | changes, follow=True)
