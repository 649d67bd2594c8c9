"""Which words at the beginning of a paragraph are a speaker's label, and which only look like one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from hearings.importing.texts.lexicon import word_set

STATES = {
    name.casefold(): name
    for name in [
        "Alabama",
        "Alaska",
        "American Samoa",
        "Arizona",
        "Arkansas",
        "California",
        "Colorado",
        "Connecticut",
        "Delaware",
        "District of Columbia",
        "Florida",
        "Georgia",
        "Guam",
        "Hawaii",
        "Idaho",
        "Illinois",
        "Indiana",
        "Iowa",
        "Kansas",
        "Kentucky",
        "Louisiana",
        "Maine",
        "Maryland",
        "Massachusetts",
        "Michigan",
        "Minnesota",
        "Mississippi",
        "Missouri",
        "Montana",
        "Nebraska",
        "Nevada",
        "New Hampshire",
        "New Jersey",
        "New Mexico",
        "New York",
        "North Carolina",
        "North Dakota",
        "Northern Mariana Islands",
        "Ohio",
        "Oklahoma",
        "Oregon",
        "Pennsylvania",
        "Puerto Rico",
        "Rhode Island",
        "South Carolina",
        "South Dakota",
        "Tennessee",
        "Texas",
        "Utah",
        "Vermont",
        "Virgin Islands",
        "Virginia",
        "Washington",
        "West Virginia",
        "Wisconsin",
        "Wyoming",
    ]
}
_CHAIR = r"(?:[Aa]cting )?(?:[Vv]ice[ -])?(?:Co-?)?[Cc]hair(?:man|woman|person|lady)?(?: Emeritus)?|Ranking Member"
_RANKS = (
    "Lieutenant |Major |Brigadier |Attorney |Surgeon |Inspector |Rear |Vice |Under |Assistant |Deputy |Acting |"
    "Chief |Prime |Staff |Master |First |Command |Sergeant |Fire |Police |Special |Former |Lt\\. |Brig\\. |Maj\\. "
)
_PLAIN = "Mr|Ms|Mrs|Miss|Mx|Dr|Messrs|Mssrs"
_OFFICES = (
    "Senators?|Sen|Representatives?|Rep|Congress(?:man|woman|member)|Delegate|Resident "
    "Commissioner|Secretary|General|Gen|"
    "Admiral|Adm|Ambassador|Amb|Commissioner|Judge|Justice|Colonel|Col|Major|Maj|Captain|Capt|Commander|Cmdr|"
    "Lieutenant|Lt|Sergeant|Sgt|Corporal|Cpl|Private|Specialist|Airman|Seaman|Petty "
    "Officer|Ensign|Director|Chief|Governor|Gov|"
    "Mayor|Sheriff|Marshal|Detective|Trooper|Officer|Agent|Inspector|President|Speaker|Administrator|Superintendent|"
    "Professor|Prof|Reverend|Rev|Father|Rabbi|Bishop|Archbishop|Cardinal|Sister|Brother|Imam|Pastor|Chaplain|Dean|"
    "Chancellor|Minister|Sir|Lord|Baroness|Prince|Princess|Council(?:man|woman|member)|Supervisor|Assembly(?:man|woman)|"
    "Treasurer|Comptroller|Counsel|Counselor|Chairwoman|Archivist|Librarian|Clerk|Deputy|Coach|Madam|Hon|VADM|RADM|LTG|"
    "MajGen|LtGen|BGen"
)
TITLE = rf"(?P<title>{_CHAIR}|(?:{_RANKS})?(?:{_PLAIN}|{_OFFICES}))"
_WORD = r"(?:St\.|(?:[A-Z][\w'’`\ufffd-]*[\w\ufffd])|[A-Z]\.(?=\s?[A-Z])|[A-Z](?=\.)|``[A-Z]\w+'')"
_PARTICLE = r"(?:de|la|der|den|van|von|del|di|da|al|bin|ibn|el|ten|ter|du|dos|and|Mr\.|Ms\.|Mrs\.|Senator|General)"
_NAME = rf"(?P<name>(?:{_PARTICLE} ){{0,2}}{_WORD}(?:,? (?:Jr|Sr)|(?:\s?(?:{_PARTICLE} ){{0,2}}{_WORD})){{0,4}}?)"
_OF = r"(?: (?:of|OF|from) (?P<of>[A-Z][A-Za-z]+(?: (?:of )?[A-Z][A-Za-z]+){0,2}))?"
_ASIDE = r"(?P<aside>\s?[\[(](?P<note>[^\])\n]{2,40})[\])])?"
_NOTE_AFTER = r"(?P<after>\s[\[(](?P<later>[^\])\n]{2,40})[\])])?"
_STOP = r"(?P<stop>\.|:|(?<=[a-z]\.\]))"  # a stop may stand within the brackets: [Presiding.]
_WORDS = r"(?=\s|--|$)"
_TITLED = re.compile(rf"{TITLE}(?:\.\s?|\s|(?=[A-Z][a-z'’])){_NAME}{_OF}{_ASIDE}{_STOP}{_NOTE_AFTER}{_WORDS}")
_THE = re.compile(
    rf"(?P<title>The (?:{_CHAIR}|Clerk|Court|Witness|Interpreter|Translator|Reporter|Speaker|President|"
    rf"Vice President|"
    rf"Attorney General|Secretary|Chief Justice|Presiding Officer|Parliamentarian|Moderator|"
    rf"Sergeant at Arms|Doorkeeper|Marshal|Staff)|"
    rf"{_CHAIR}){_ASIDE}{_STOP}{_NOTE_AFTER}{_WORDS}"
)
_ROLE = re.compile(
    r"(?P<title>(?:[A-Z][\w'-]+ ){0,3}(?i:Voices?|Speakers?|Members?|Participants?|Agent|Officer|"
    r"Witness(?:es)?|Interpreter|"
    r"Translator|Clerk|Counsel|Staff|Staffer|Reporter|Moderator|Operator|Panelist|Panel|Audience|"
    r"Announcer|Narrator|Attendee|"
    r"Protester|Spectator|Student|Woman|Man|Observer|Questioner|Delegate|Child|Girl|Boy|Soldier|Employee|Official|"
    r"Analyst|Informant|Victim|Survivor|Caller|Voz|Voces|"
    r"(?:Miembros? de(?: la|l)|Persona del|Alguien del) (?:audiencia|p[uú]blico))"
    rf"(?: (?:No\. ?)?(?:\d{{1,2}}|[A-Z]|One|Two|Three|Four))?|All|Chorus){_ASIDE}{_STOP}{_NOTE_AFTER}(?=\s|$)"
)
_SHOUTED = re.compile(
    r"(?:THE )?(?:MR|MS|MRS|DR|SENATOR|REPRESENTATIVE|CO-?CHAIRMAN|CHAIRMAN|CHAIRWOMAN|SECRETARY|AMBASSADOR|GENERAL|"
    r"ADMIRAL|GOVERNOR|JUDGE|COMMISSIONER)(?=[. ])"
)
_PLAIN_TITLES = re.compile(rf"(?:{_PLAIN})$|Senator|(?:The )?Chair|{_CHAIR}", re.I)
_NOT_NAMES = word_set("""
    chairman chairwoman chairperson chairlady chair cochairman cochairwoman cochair co-chairman co-chair madam secretary
    president speaker ambassador commissioner director administrator senator senators congressman congresswoman
    congressperson representative member members governor attorney minister counsel counselor leader officer vice
    undersecretary comptroller inspector general presiding ranking acting
    """)
_ROLE_ALONE = word_set("""
    members member staff student students employee official officer counsel panel child man woman boy girl delegate
    victim analyst
    """)
_SLIP = re.compile(r"(?P<title>[A-Z][a-z]+)\.? (?P<name>\w[\w'’-]+)\.(?= +[A-Z“`'(\[$\d])")
_LONG_TITLES = (
    *("Chairman", "Chairwoman", "Senator", "Representative", "Congressman", "Congresswoman", "Secretary", "Director"),
    *("Commissioner", "Ambassador", "Governor", "Admiral", "General", "Colonel", "Captain", "Sergeant", "Lieutenant"),
    *("Professor", "Administrator"),
)
_CLOSE = 0.85  # one letter wrong, missing or out of its place
PRESIDES = re.compile(r"presiding|in the chair|^chair$|(?:assum|tak)(?:es?|ing) the chair", re.I)


@dataclass(frozen=True)
class Label:
    """A label as printed, in its parts; `end` is where the words begin, `note` what stands in its brackets."""

    printed: str
    title: str
    name: str
    of: str
    note: str
    end: int
    colon: bool
    role: bool = False

    @property
    def presides(self) -> bool:
        """Whether the brackets say that this person takes the chair."""
        return bool(PRESIDES.search(self.note))

    @property
    def continuing(self) -> bool:
        """Whether the brackets say that this person goes on after an interruption."""
        return "continu" in self.note.lower() or "resum" in self.note.lower()

    @property
    def usual(self) -> bool:
        """Whether the title is one that hardly ever begins a sentence of another meaning."""
        return bool(_PLAIN_TITLES.match(self.title))


def find_label(words: str) -> Label | None:
    """The label with which `words` (one paragraph, unwrapped) begins; `Mr. Chairman.` and the like are none."""
    shouted = _SHOUTED.match(words)
    shown = shouted.group().title() + words[shouted.end() :] if shouted else words
    for pattern in (_TITLED, _THE, _ROLE):
        match = pattern.match(shown)
        label = _label(match, pattern is _ROLE) if match else None
        if label:
            return replace(label, printed=words[: len(label.printed)]) if shouted else label
    return None


def find_slip(words: str, knows: Callable[[str], bool]) -> Label | None:
    """A label with a slip of the pen: a title misspelt (`Secratary Lee.`) or a surname in lower case (`Mr. lee.`).

    Only who is known by that surname is meant.
    """
    match = _SLIP.match(words)
    if not match or not knows(match.group("name")):
        return None
    title, name = match.group("title", "name")
    if name.islower():
        name = name.capitalize()
    else:
        title = next(iter(get_close_matches(title, _LONG_TITLES, 1, _CLOSE)), "")
    label = find_label(f"{title} {name}. ") if title else None
    return replace(label, printed=match.group(), end=match.end()) if label else None


def _label(match: re.Match[str], role: bool) -> Label | None:
    parts = match.groupdict()
    name, of = parts.get("name") or "", parts.get("of") or ""
    if name and not _is_name(name):
        return None
    if role and match.group("title").casefold() in _ROLE_ALONE:
        return None
    if of and of.casefold().rstrip(".") not in STATES and not parts["note"]:
        return None
    note, end = parts["note"] or "", match.end()
    if parts["later"] and not note:
        if PRESIDES.search(parts["later"]) or "continu" in parts["later"].lower():
            note = parts["later"]
        else:
            end = match.start("after")
    printed = match.string[: match.end("stop")] + (
        match.group("after") if end == match.end() and note == parts["later"] else ""
    )
    return Label(printed, match.group("title"), name, of, note, end, parts["stop"] == ":", role)


def _is_name(name: str) -> bool:
    words = [word.strip(".,'`").casefold() for word in name.split()]
    if words[-1] in _NOT_NAMES or all(word in _NOT_NAMES for word in words):
        return False
    if re.search(r"\band (?:Messrs|Mr|Ms|Mrs|Dr|Senator)$", name):
        return False  # the stop is that of the second person's title, and the sentence goes on
    return not (len(words) > 1 and words[0] in {"chairman", "chairwoman", "speaker", "president", "secretary"})
