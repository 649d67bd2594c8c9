"""The words a release is read by: titles, bodies, places, verbs of speech, months."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with spaces between them."""
    return frozenset(text.split())


TITLE_WORDS = word_set("""
    ambassador amb ambassador-at-large representative representatives rep reps senator senators sen sens
    congressman congresswoman congressmen congresswomen congressmember congressmembers
    delegate del governor gov mayor judge justice
    doctor dr mr mrs ms miss mx fr professor prof general gen admiral adm colonel col captain capt commander cmdr
    major maj lieutenant lt sergeant sgt reverend rev father sister bishop archbishop cardinal rabbi imam sheikh
    sir dame lord lady hon honorable honourable chairman chairwoman chair chairperson cochair co-chair
    cochairman co-chairman vice ranking member emeritus leader whip speaker secretary secretary-general
    undersecretary under deputy assistant acting interim engineer commissioner director president chancellor
    administrator minister premier controller comptroller inspector attorney counsel chief ceo cfo coo officer
    executive superintendent provost dean fellow analyst envoy adviser advisor manager coordinator founder
    principal special senior former congresista congresistas senador senadora representante presidente
    panelist hajiya alhaji monsignor monseñor msgr
    presidenta doctora comisionado comisionada alcalde alcaldesa gobernador gobernadora ministro ministra
    ingeniero ingeniera directora witness witnesses nominee commodore brigadier marshal sheriff detective trooper pastor
    ombudsman ombudsperson ombuds
    deacon elder coach warden corporal private ensign archdeacon postmaster treasurer clerk registrar
    commissioners generals admirals colonels administrators secretaries ambassadors judges professors
    chairmen chairwomen cochairs co-chairs cochairmen co-chairmen
    co-founder co-founders co-president co-presidents
    co-director co-directors co-owner co-owners presidents directors panelists
    sec supt cmsr panelist monsignor msgr sheikha hajiya hajja alhaji hajji mullah sra srta dra licenciado licenciada
    """)
SHORT_TITLES = {
    "sen": "senator", "sens": "senator", "senators": "senator", "rep": "representative", "reps": "representative",
    "representatives": "representative", "gov": "governor", "amb": "ambassador", "prof": "professor", "gen": "general",
    "adm": "admiral", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "doctor": "dr",
    "hon": "honorable", "fr": "father", "sec": "secretary", "supt": "superintendent", "cmsr": "commissioner",
    "commissioners": "commissioner", "generals": "general", "admirals": "admiral", "colonels": "colonel",
    "administrators": "administrator", "secretaries": "secretary", "ambassadors": "ambassador", "judges": "judge",
    "professors": "professor", "chairmen": "chairman", "chairwomen": "chairwoman", "cochairs": "cochair",
    "co-chairs": "co-chair", "cochairmen": "cochairman", "co-chairmen": "co-chairman",
    "co-founders": "co-founder", "co-presidents": "co-president", "co-directors": "co-director",
    "co-owners": "co-owner", "presidents": "president", "directors": "director", "panelists": "panelist",
}  # fmt: skip
COURTESY_WORDS = word_set("""
    ambassador amb representative rep senator sen congressman congresswoman congressmen congresswomen
    delegate governor gov mayor judge
    justice dr mr mrs ms miss mx fr professor prof general gen admiral adm colonel col captain capt lieutenant lt
    sergeant sgt reverend rev father sister bishop rabbi imam sheikh sir dame lord lady hon honorable
    """)
LEGISLATOR_WORDS = word_set("""
    representative rep reps representatives senator senators sen sens congressman congresswoman
    congressmen congresswomen congressmember delegate congresistas congresista senador senadora
    """)
ORG_WORDS = word_set("""
    centro fundación instituto universidad colegio oficina comité subcomité comisión ministerio asociación consejo
    alianza agencia departamento escuela iglesia sindicato cámara
    committee committees subcommittee subcommittees commission commissions caucus panel force department agency
    bureau office administration authority council board center centre institute institution university college
    school foundation association alliance coalition conference service services security defense state
    education treasury energy commerce labor agriculture interior transportation development budget policy
    affairs relations judiciary appropriations finance intelligence services veterans homeland resources
    environment works government federal national international institution corporation company inc llc group
    bank fund society union league federation network project program programme initiative army navy force division
    marine marines coast guard house senate congress congressional court republican republicans democrat
    democrats democratic party committee act convention treaty protocol covenant charter resolution agreement
    declaration report times post journal news press magazine today show building hall room street avenue
    airport base fort laboratory laboratories lab hospital church agency health medicare medicaid nations
    constitution amendment rights freedom human hearing forum roundtable briefing markup statement website
    official background note contact media committee ministry parliament assembly embassy mission border patrol
    police corps staff system board trust programs projects networks systems offices agencies departments facilities
    operations installations correctional complex
    """)
PLACE_WORDS = word_set("""
    estados unidos u.s us usa u.s.a united states america american americans alabama alaska arizona arkansas california
    colorado connecticut delaware florida hawaii hawai‘i idaho illinois indiana iowa kansas kentucky louisiana
    maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
    jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    wisconsin wyoming puerto rico dakotan dakotans alaskan washington d.c dc capitol hill north south east west
    northern southern eastern western central korea korean koreans china chinese russia russian ukraine
    ukrainian europe european africa african asia asian pacific japan japanese france french germany german
    britain british england english canada canadian iran iranian israel israeli india indian indians arab
    islands ocean sea gulf river county city town district un beijing moscow
    """)
_MONTH_NAMES = "January February March April May June July August September October November December"
MONTHS = {name.casefold(): number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_SPANISH_MONTH_NAMES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
SPANISH_MONTHS = {name: number for number, name in enumerate(_SPANISH_MONTH_NAMES.split(), start=1)} | {"setiembre": 9}
WEEKDAYS = word_set("""
    monday tuesday wednesday thursday friday saturday sunday
    """)
TIME_WORDS = WEEKDAYS | frozenset(
    name for name in MONTHS if len(name) > 3 and name not in ("may", "march", "june", "april")
)
TIME_WORDS |= frozenset(["easter", "christmas", "thanksgiving"])
STOP_WORDS = word_set("""
    a an the this that these those and or but if so as at by for from in into of on to with without during while
    when where after before since until under over about against between through throughout within also however
    moreover meanwhile although because both each every all any some many most more several such no not yet last
    next today yesterday tomorrow now then here there earlier later recently currently additionally finally
    first second third i you he she it we they me him her us them my your his its our their who whom whose which
    what why how is are was were be been being has have had do does did will would can could should may might
    must watch click read see view download image introduces introduced introducing following below above
    elsewhere indeed perhaps thus therefore nevertheless once others everyone nobody often sometimes speaking
    according joining despite unlike like amid upon though whether even just only instead citing facing quoting
    questioning pressing addressing responding said says added asked told la el los las y en hoy una un de según
    durante tras declaración declaraciones comentarios palabras testimonio discurso carta mensaje audiencia comité
    subcomité cámara senado oficina congreso además también luego asimismo aunque cuando mientras
    """)
BREAK_WORDS = TITLE_WORDS | ORG_WORDS | PLACE_WORDS | TIME_WORDS | STOP_WORDS
BREAK_WORDS |= word_set("members vice-chair vice-chairs vice-chairman vice-chairwoman vice-chairmen")
# Verbs that stand in capitals behind the name in a headline.
HEADLINE_VERBS = word_set("""
    issues releases makes gives submits offers responds reacts
    testifies tells hears backs supports opposes hails praises votes fights helps keynotes visits probes reviews vows
    addresses announces applauds asks blasts calls chairs champions condemns confronts criticizes delivers demands
    denounces discusses emphasizes examines exposes grills highlights holds hosts introduces joins leads opens
    participates pays presses pushes
    questions raises rips secures seeks slams speaks statement stresses underscores urges warns
    welcomes honors thanks refutes rejects defends celebrates touts unveils launches recognizes congratulates
    introduce question grill urge applaud condemn criticize confront recognize congratulate discuss
    preside participa exige condena interroga
    """)
# Words of the lists above that are often somebody's name, too.
ALSO_NAMES = word_set("""
    hall street church hill post north south west east bishop justice judge dean major pastor marshal sheriff warden
    chancellor cardinal fellow speaker clerk day may march april june august river rivers ocean field show bank trust
    english french german israel ireland india washington virginia carolina dakota montana jersey delaware will house
    force center mission marine noble love england
    """)
PARTICLES = word_set("""
    de la van von der den del da di bin ibn al el dos du le ter ten bint
    """)
ABBREVIATIONS = word_set("""
    sen sens rep reps dr mr mrs ms hon gov gen lt col amb prof jr sr st inc no vs adm capt cmdr maj sgt rev fr
    del supt cmsr msgr sra srta dra lic
    u.s u.n d.c u.k ph.d m.d a.m p.m art sec dept ave mt ft etc co corp bros jan feb aug sept oct nov dec
    """)
NOT_SPEAKERS = word_set("""
    what when where who why note contact contacts panel background date time location place question answer q a
    re subject witnesses witness media related watch video audio photos summary title cc from to update editor
    attachments takeaways highlights remarks testimony statement statements excerpts excerpt quotes coverage clips
    details link links questions answers summary resources issue issues fact facts myth reality breaking release
    text wrote youtube facebook twitter ftp pdf transcript quote recap include includes including invited agenda
    overview findings claim claims livestream tune hashtag subtitle headline topic topics introduction conclusion
    caption tweet
    """)

_SPEECH_VERBS = """
    said says added adds continued continues noted notes stated states explained explains asked asks responded
    responds replied replies began concluded concludes told remarked testified warned warns wrote writes
    commented declared emphasized emphasised argued argues observed stressed urged urges announced insisted
    recalled asserted cautioned acknowledged reiterated highlighted underscored tweeted posted vowed pledged
    predicted described called calls joked quipped agreed lamented promised contended contends maintained
    claimed claims affirmed indicated indicates termed characterized labeled labelled deemed
    reported praised encouraged demanded charged countered criticized denounced
    condemned blasted hailed applauded conceded recounted answered inquired closed opened finished interjected
    exclaimed suggested believes dijo afirmó declaró señaló añadió agregó expresó indicó explicó comentó
    respondió contestó preguntó subrayó destacó recordó sostuvo aseguró advirtió concluyó continuó manifestó
    testificó reiteró enfatizó dijeron contó prometió opinó criticó denunció exigió instó apuntó argumentó puntualizó
    admitted slammed accused decried lambasted rebuked faulted chided derided precisó
    detalló resaltó lamentó relató replicó repuso exclamó insistió cuestionó reclamó admitió reconoció aclaró calificó
    confirmó inquirió interrumpió sentenció
    """
SPEECH_VERBS = "|".join(
    [
        r"estimated(?=\sthat\b)",
        r"estimates(?=\sthat\b)",
        "pointed out",
        "made clear",
        "made it clear",
        "went on",
        "put it",
        "puts it",
        *_SPEECH_VERBS.split(),
    ]
)
# Verbs that mean speech only beside its marks: `“...,” Specimen offered.`
_BESIDE_MARKS = """
    advised alleged assured boasted clarified complained confessed confirmed confided cried detailed
    disagreed echoed elaborated fumed hoped implored interrupted lauded mentioned mused objected offered opined
    pleaded pressed proclaimed proposed protested queried questioned reaffirmed reasoned recommended reflected
    rejoined related reminded retorted revealed scoffed scolded shared shouted sighed speculated summarized
    repeated drawled deadpanned murmured muttered whispered marveled surmised teased thundered voiced wondered
    advises admits confirms explains shares
    """
BESIDE_MARKS = "|".join(["(?:shot|fired|pushed) back", "chimed in", "cut in", "followed up", *_BESIDE_MARKS.split()])
_PARTICIPLES = """
    saying telling adding noting arguing warning calling stating explaining asking insisting stressing emphasizing
    declaring claiming suggesting remarking writing describing
    """
PARTICIPLES = "|".join(_PARTICIPLES.split())

EVENT_TYPES = {
    "hearing": "hearing",
    "audiencia": "hearing",
    "roundtable": "roundtable",
    "forum": "forum",
    "markup": "markup",
    "briefing": "briefing",
    "symposium": "symposium",
    "business meeting": "business meeting",
    "press conference": "press conference",
    "town hall": "town hall",
}
