"""Words that say what somebody does, and words that no person is named by: how capitals that are no name are told."""

from hearings.importing.texts.lexicon import ALSO_NAMES, COURTESY_WORDS, ORG_WORDS, PLACE_WORDS, TITLE_WORDS, word_set
from witnesses.names import GIVEN_NAMES

CALLINGS = word_set("""
    advocate advocates activist actor agent analyst apprentice architect archivist artist associate astronaut athlete
    auditor author banker biologist broker builder businessman businesswoman caregiver cardiologist chemist chief
    citizen columnist commandant consultant contractor correspondent counselor curator custodian dentist designer
    developer diplomat dissident doctor economist editor educator employee engineer entrepreneur epidemiologist expert
    farmer father firefighter fisherman fisherwoman geologist geographer grower guard head historian homeowner
    immunologist instructor investigator investor journalist laborer lawyer lecturer librarian lobbyist logger manager
    mayor-elect mechanic medic miner minister mother musician negotiator neurologist nurse officer oncologist operator
    organizer owner paramedic parent partner patient pediatrician pharmacist philanthropist physician physicist pilot
    planner player policymaker practitioner president-elect prisoner producer programmer promoter prosecutor
    psychiatrist psychologist publisher rancher restaurateur
    shrimper schoolteacher refugee reporter representative researcher resident retiree reservist
    scholar scientist seismologist servicemember singer sociologist soldier specialist spouse steward strategist
    student supervisor surgeon survivor swimmer teacher technician technologist therapist trainer trustee veteran
    veterinarian victim volunteer volcanologist whistleblower widow wife widower worker writer
    accountant anesthesiologist banker barber beekeeper blacksmith bookkeeper bricklayer butcher carpenter chef chemist
    clinician conservationist cosmetologist counsellor dairyman dermatologist detective dispatcher ecologist
    electrician ethicist fireman firewoman forester freshman gastroenterologist geneticist gynecologist hydrologist
    interpreter janitor linguist machinist meteorologist midwife millwright nephrologist obstetrician
    optometrist orchardist pathologist photographer plumber podiatrist playwright policewoman policeman psychotherapist
    pulmonologist radiologist restaurateur restauranteur roofer schoolteacher shipwright shopkeeper
    shrimper sophomore statistician toxicologist translator trucker virologist welder woodworker crabber lobsterman
    oysterman stockman cattleman cattlewoman homemaker grandmother grandfather daughter son brother sister organizer
    assemblymember assemblyman assemblywoman alderman alderwoman selectman councilman councilwoman councilmember
    nominee candidate designate appointee master maker native official officials
    """)
ROLES = (TITLE_WORDS | CALLINGS) - {
    "member",
    "ranking",
    "witness",
    "witnesses",
    "panelist",
    "panelists",
    "senior",
    "special",
    "former",
    "under",
}
PRAISE = word_set("""
    newly recently elected appointed confirmed installed embattled outgoing incoming controversial
    legendary renowned famed famous longtime long-time esteemed distinguished respected noted prominent celebrated
    acclaimed beloved leading top legend fellow local late new then our his her their
    """)
HEADLINE_VERBS = word_set("""
    questions presses grills asks urges introduces welcomes highlights slams tells calls pushes challenges discusses
    confronts hears holds chairs joins thanks warns commends applauds supports backs opposes demands seeks secures
    hammers blasts rips exposes leads hosts convenes announces statement remarks
    """)
_NO_NAMES = word_set("""
    academy accountability act advisory affordable agenda aging airlines airport alzheimer's animal annual archives
    artificial association atomic authority aviation awards bank bar biden's bioscience brigade bureau campaign
    business businesses cancer care chamber child children children's cities citizens clean climate clinic clinical
    college command communications community companies company competitiveness consulting consumer consumers control
    cooperative corporation corps counties credit crime criminal crisis cyber cybersecurity data dairy deputy digital
    disability disaster district drug economic economics economy electric election emergency employment endangered
    energy enforcement engineering enterprise enterprises environmental equity ethics exchange export exports family
    families farm farmers farms field finance financial fire fish fisheries fishing food foods forests fossil free gas
    general geological global group growers growth guard hazards healthcare highway highways holdings homeland
    hospital hospitals housing immigration industries industry information infrastructure initiative initiatives
    innovation innovations institute institutes insurance integrity intellectual interior international investigations
    investment investments irrigation islamic israeli job jobs joint land lands law leadership legal legislative
    liberties library life local management makers manufacturers manufacturing maritime market markets media medical
    medicine mental middle military mine mines mining music nation nations native natural navigation network networks
    nonprofit nuclear nursing nutrition observatory oceanic ocean oil olympic olympics operations opportunity
    organization partners partnership patient patients payments personnel petroleum pharmaceutical pharmaceuticals
    pharmacy pilots pipeline planning plant police political pollution port ports practice preparedness preservation
    prevention primary private privacy product production products professional professionals property prosperity
    protection public quality radio railroad railway ranch reclamation recovery recreation reform refuge regional
    regulatory relief renewable renewables republic rescue research reserve resource response retirement review
    revenue rural safety sanctuary savings science sciences sea secret sector securities senior services shipping
    silicon social society software solar solutions space special sport sports standards state station statistics
    steel storage strategic strategies strategy studies study supply support supreme survey survivor systems task tax
    taxpayer technical technologies technology telecommunications tourism trade trades trading traffic training
    transit transparency transport travel tribal tribe tribes trust unit united universal universities urban utilities
    utility vaccine valley venture ventures veterans victims village volcano waste watch water weather welfare western
    wildlife wilderness wind women women's work workers workforce working world yale youth democratic republican
    congressional constitutional summit press release questions opening remarks statement video full committee click
    hurricane typhoon operation war terror infectious disease diseases allergy heart lung blood center centers springs
    hot falls creek lake lakes beach heights city island islands mountain mountains canyon harbor river rivers basin
    labs lumber motors brands bakery brewery takeaways mayors governors farmers sheriffs chiefs directors officers
    programs grants buildings facilities waters fuels crops loans affairs matters issues policies markets rights
    reauthorization waits delays installations
    lines works logistics shipyard shipyards orchards vineyards winery creamery seafood outfitters plumbing roofing
    trucking carriers diner cafe pizza catering salon realty properties brewing distillery roasters airways airlines
    freight cargo
    guild guilds collective collaborative
    promise promises peninsula plains coast shores bridge tunnel reservation question answer answers corp inc llc ltd
    introduction introductions nomination nominations hotline hotlines
    """)
_SURNAMES = word_set("""
    banker barber brother butcher carpenter farmer forester guard master head miner plumber singer sister son steward
    porter welder will west justice
    """)
# Family names behind a common given name: `William Lake`, `Robert Work`.
_ALSO_FAMILIES = word_set("lake beach bridge harbor creek falls work fish law coast family station field")
_ALSO_WORDS = word_set("will art bill al sandy virginia hal drew ray pat frank")
_TOWNS = frozenset(
    """
    San Francisco,San Antonio,San Diego,San Jose,San Juan,Los Angeles,Las Vegas,Las Cruces,Baton Rouge,Fort Worth,
    El Paso,New Orleans,Des Moines,Santa Fe,Santa Rosa,Santa Clara,Santa Barbara,Santa Monica,Sioux City,St. Louis,
    St. Paul,Saint Louis,Saint Paul,Ann Arbor,Palo Alto,Hong Kong,Tel Aviv,Sri Lanka,Abu Dhabi,Saudi Arabia,
    Addis Ababa,Buenos Aires,Phnom Penh,Kuala Lumpur,San Salvador,Costa Rica,Notre Dame,La Crosse,Corpus Christi
    """.replace("\n    ", "")
    .strip()
    .split(",")
)
# What shows that capitals behind `of` or `from` name a body.
BODY_WORDS = _NO_NAMES | ORG_WORDS - PLACE_WORDS
BODY_WORDS |= word_set("""
    port society brotherhood museum archdiocese diocese friends academy chamber band nation tribe tribes pueblo church
    circle collaborative collective council congress guild lab labs project campaign parish mosque synagogue temple
    """)
BODY_WORDS -= word_set("""
    springs hot falls creek lake lakes beach heights island islands mountain mountains canyon harbor river rivers basin
    promise promises peninsula plains coast shores bridge tunnel state station village fort mine street hall
    """)
# Words of sentences and of headings with capitals, which no name has.
_OF_SENTENCES = word_set("""
    of for and with from is are was were been has have had does did not never always our your their its this that
    these those why what when where who which while without within should must would could cannot about against
    between during because
    """)
NO_NAMES = (_NO_NAMES | _OF_SENTENCES | ORG_WORDS | PLACE_WORDS | ROLES | COURTESY_WORDS) - ALSO_NAMES - _SURNAMES


def names_somebody(name: str) -> bool:
    """Whether capitalised words can be a person's full name: two words at least, none of them of a body or a thing."""
    words = name.split()
    if name in _TOWNS or (words and words[0] in ("Sec.", "Key", "Además", "The", "THE")):
        return False
    family = words[-1].casefold() if words else ""
    if len(words) == 2 and family in _ALSO_FAMILIES and words[0].casefold() in GIVEN_NAMES - _ALSO_WORDS:
        return True
    return " " in name and can_be_name(name)


def can_be_name(name: str) -> bool:
    """Whether no word of a name is one of a body or a thing."""
    return not any(_is_no_name(word.strip(".,“”\"'’").casefold()) for word in name.split())


def _is_no_name(key: str) -> bool:
    if key.endswith("ies") and f"{key[:-3]}y" in ROLES:
        return True
    if key.endswith(("-designate", "-elect", "ologist", "ographer", "ologists")):
        return True
    return key in NO_NAMES or (key.endswith("s") and key[:-1] in CALLINGS and key[:-1] not in _SURNAMES)


def names_role(words: str) -> bool:
    """Whether words name what somebody is: an office, a calling."""
    return any(_is_role(word.strip(".,;()").casefold()) for word in words.replace("-", " ").split())


def _is_role(word: str) -> bool:
    return (
        word in ROLES
        or word.endswith(("ologist", "ographer", "maker", "keeper", "worker", "owner", "grower", "breeder"))
        or (word.endswith("s") and word[:-1] in ROLES)
        or (word[-3:] == "ies" and f"{word[:-3]}y" in ROLES)
    )


def names_origin(words: str) -> bool:
    """Whether words only say where somebody is from: `South Dakotan`, `Alaskan`."""
    keys = [word.strip(".,") for word in words.split() if word.strip(".,")]
    return bool(keys) and all(
        word.casefold() in PLACE_WORDS
        or (word[:1].isupper() and word.endswith(("an", "ian", "ite", "ese")) and not names_role(word))
        for word in keys
    )
