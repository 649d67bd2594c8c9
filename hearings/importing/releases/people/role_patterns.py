"""What sentences say of people at a hearing, as patterns over sentences in which signs stand for the people.

In a sentence as the patterns see it, \\x02 N \\x03 is a person who may be a witness, \\x04 a member of Congress.
"""

import re

from hearings.importing.texts.lexicon import MONTHS

_ONE = "\x02\\d{1,4}\x03"
_AND = (
    r"[,;]?\s(?:(?:and|as\swell\sas|along\swith|alongside),?\s)?"
    r"(?:(?:finally|lastly|also|then|(?:appearing|joining\sus)\s\w{3,10}ly),?\s)?(?:(?:by|from|of)\s)?"
    r"(?:(?:the|both|(?:my|our|his|her|their)\s(?:\w{3,12}\s){0,2}\w{3,12},?)\s)?(?:retired\s)?"
)
_WHOSE = r"(?:,?\swh(?:o|ose)\s(?:[^,;\x02\x04]{3,120}(?=[,;]|\sand\s)|[^;\x02\x04]{3,200}(?=;)))?"
_OF = r"(?:\s(?:of|from)\s(?-i:[A-Z])[\w’'-]{2,20}(?:\s(?-i:[A-Z])[\w’'-]{2,20})?)?"
_WHO = f"(?P<who>{_ONE}{_OF}(?:{_WHOSE}{_AND}{_ONE}{_OF}){{0,40}})"
# A word in small letters before a name that only says what somebody is: `renowned`, `then-acting`.
_ADJECTIVE = (
    r"(?-i:(?!(?:that|this|these|those|why|how|what|who|whom|whose|which|when|where|while|whether|if|for|from|with|without|about|over|under|into|onto|after|before"
    r"|during|please|contact|call|email|see|visit|said|says|told|asked|urged|invited|since|until|against|between|and|but|than|because|there|here|not|of|on|to|in|at|by|as|or|the|his|her|its|their|our|an?)\b)"
    r"[a-z][a-z-]{2,20})"
)
_HELD = (
    r"(?:(?:(?:his|her|their|fellow)\s(?:[\w-]{2,20}\s){0,2}(?:constituents?|guests?|friends?|neighbors?|colleagues?)"
    r"|the|both|today[’'‘]?s|our|(?:(?:an?|one|another|fellow|second|first|third|final|last|other|lead|star)\s){0,2}(?:witness(?:es)?|nominees?|panelists?)"
    r"|(?-i:[A-Z])\w{2,20}\s[Aa]dministration(?:[’']s)?|(?-i:[A-Z])\w{2,20}[’']s\s(?:very\s)?own|an?\sfellow\s(?-i:[A-Z])[\w-]{2,20},|(?:(?:my|our)\s(?:own\s)?)?(?:[\w-]{2,20}\s){0,2}(?:constituent|friend|neighbor),"
    r"|(?:U\.S\.\s)?(?:Army|Navy|Air\sForce|Marine(?:\sCorps)?|Coast\sGuard|Space\sForce|National\sGuard)"
    r"|[Ss]taff|[Mm]aster|[Gg]unnery|retired|Ret\.),?\s){0,3}"
    rf"(?:{_ADJECTIVE}\s){{0,3}}"
)
_MOSTLY = (
    r"(?:(?:each|both|all|will|would|also|then|today|is|are|was|were|has|have|scheduled|expected|slated|set|going|to|who"
    r"|invited|agreed|recently|accepted|an|invitation|from|\x04|on\s\w+day|joined\sthem)\s){0,8}"
)
_OWN = (
    r"(?:his|her|their)\s(?:[\w-]{1,20}\s){0,2}"
    r"(?:testimony|(?:opening|written|prepared|oral|closing)\s(?:statements?|remarks)|answers?|responses?)\b"
)
_THEIR_CLAUSE = r"(?:,?\swh(?:o|ose)\s[^.;\x02\x04]{3,140},[”\"]?|,)?"


def pattern(words: str) -> re.Pattern[str]:
    """A pattern over a sentence with signs for its people, written with WHO, HELD and MOSTLY."""
    words = (
        words.replace("WHO,?", f"WHO{_THEIR_CLAUSE}")
        .replace("WHO", _WHO)
        .replace("HELD ", _HELD)
        .replace("MOSTLY ", _MOSTLY)
    )
    return re.compile(words, re.IGNORECASE)


def _verbs(stems: str) -> str:
    """Every form of regular verbs, as an alternative of a pattern."""
    return rf"\b(?:{'|'.join(stems.split())})(?:e?d|e?s|ing)\b"


SURE = tuple(
    pattern(words)
    for words in (
        _verbs("question press grill quizz cross-examin") + ",?" + r"\s(?:[^.;,\x02\x04]{3,90},?\sincluding\s"
        r"|(?:[\w-]{1,20}\s){0,5}(?:officials|witnesses|experts|panelists|nominees|leaders|executives)(?:\s[\w-]{1,20}){0,8}"
        r"(?::\s|\s?[—–]\s?|\s-{1,2}\s))?HELD WHO",
        r"WHO,?\s(?:[^.;\x02\x04]{0,120},\s)?testific(?:ó|aron)\b",
        r"\btestific(?:ó|aron)\s(?:el|la|los|las)\s(?:[a-zñáéíóú]+\s){0,3}WHO",
        r"\b(?:to|will)\s(?:question|press|grill)\sHELD WHO",
        r"\b(?:heard|hears?|hearing|received|featur(?:ed|es|ing)|showcas(?:ed|es|ing)|included)\s"
        r"(?:(?:[\w-]{1,20}\s){0,4}(?:testimony|statements?|remarks)\s)?(?:(?:directly|today|yesterday|also|then|next|first|later)\s)?(?:from|by)\s"
        r"(?:[\w\s-]{0,60}?(?:witness(?:es)?|panelists|experts|nominees|officials)[:,]?\s(?:including\s)?"
        r"|[a-z][\w\s-]{2,60}?,?\s(?:including|such\sas)\s|(?:[\w-]{1,20}\s){0,6}[\w-]{3,20}:\s)?HELD WHO",
        _verbs("ask")
        + r"(?:\sof)?\sHELD WHO(?:\swh(?:o|ose)\s[^.;\x02\x04]{3,200})?,?\s(?:about|whether|if|how|why|what|when|on"
        r"|to\s(?:explain|describe|elaborate|clarify|comment|expand|outline|weigh|speak\sto|share|detail|characterize|commit|confirm|respond|discuss|answer|address))\b",
        r"WHO(?:\s(?:has|have)\s(?:[\w-]{2,20}\s){1,5}and)?\s(?:has\s|have\s)?(?:agreed|committed)\sto\s(?:\w+ly\s)?testify\b",
        r"\bhearing\b[^.;\x02]{0,160},\s(?:featuring|including)\s(?:[\w\s-]{0,40}?witnesses[:,]?\s)?WHO",
        r"\btestimony\s(?:[\w-]{1,20}\s){0,4}?(?:of|from|by)\sHELD WHO",
        r"WHO(?:,?\s(?:of|from|with|in|representing)\s(?-i:[A-Z])[\w,.& ]{2,60})?"
        r"(?:,\swh(?:o|ose)\s[^.;\x02\x04]{4,140},[”\"]?|,)?\sMOSTLY "
        r"(?:(?:g[ai]ve|gives|giving|provid(?:es?|ed|ing)|offer(?:s|ed|ing)?|deliver(?:s|ed|ing)?|present(?:s|ed|ing)?)\s"
        r"(?:[\w-]{1,20}\s){0,3}testimony\b"
        r"|testif(?:y|ied|ies|ying)\b(?!\s(?:under\soath\s)?before\sCongress\b(?!\s(?:today|yesterday|this|on\s\w+day)))(?!\s(?:during|at|in)\s(?:the|an?|his|her|its)\s(?:[\w-]+\s){0,3}(?:trial|court|case|lawsuit)\b)"
        r"|appear(?:s|ed|ing)?\sbefore\s(?:the|his|her|a)\s"
        r"|(?:told|briefed|warned)\s(?:the\s)?(?:(?:sub)?committee|panel|commission|lawmakers|senators|members)\b)",
        r"WHO,?\s(?:(?:who\s)?(?:was|is|were|are)\s)?(?:(?:the|an?|one\sof|among|today[’'‘]?s|our|only|sole|star|lone"
        r"|lead|first|final|last|other|two|three|four|additional|remaining|invited|expert|(?:democrat|republican|minority|majority)\w{0,4})\s){1,5}witness(?:es)?\b",
        r"\b(?:panel|hearing|roundtable)\s(?:also\s)?(?:included|consisted\sof|comprised|featured|showcased|brought\stogether|drew)"
        r"\sHELD WHO",
        r"\bin\s(?:written|prepared|oral|sworn)\stestimony\b[^.;\x02\x04]{0,60},\s(?:the\s)?WHO",
        r"\b(?:appearing|testifying|speaking|in\stestimony)\s(?:before|at|to|in)\s(?:the|an?|today[’'‘]?s)\s"
        r"[^.;\x02\x04]{0,90}?,\s(?:the\s)?WHO",
        rf"WHO,?\s(?:[\w-]{{1,20}}\s){{0,3}}(?:in|during)\s{_OWN}",
        r"[\ufffc”\",]\s?testified\sWHO",
        r"\b(?:testifying|appearing)\b[^.;\x02\x04]{0,90}?\s(?:is|are|was|were|will\sbe)\s(?:also\s)?HELD WHO",
        r"\b(?:testif(?:ied|ies|y|ying)|appear(?:ed|s|ing)?\s(?:on|before))\b[^.;\x02\x04]{0,60}?\s"
        r"(?:alongside|along\swith|together\swith|beside|with)\sHELD WHO",
        r"\bon\s(?:the|our|that|a)\s(?:(?:first|second|third|final|other|same)(?:\spanel)?|(?:\w{3,12}\s)?panel),?\s"
        r"(?:was|were|are|is|sat|appeared)\sHELD WHO",
        r"\bon\s(?:the|that)\s(?:first|second|third|fourth|final|other|next)(?:\spanel)?,\s(?:the\s)?WHO",
        r"WHO,?\s(?:was|were|is|are|sat|served|appeared|spoke)\s(?:also\s|both\s)?(?:on|at|among|before)\s"
        r"(?:the|that|this|today[’'‘]?s|our)\s(?:[\w-]{2,20}\s){0,2}(?:panel(?:ists)?|witness(?:es|\stable)|stand)\b",
        r"\b(?:panelist|witness)\sWHO",
        r"WHO,?\s(?:was|were|is|are)\s(?:the\s)?"
        r"(?:(?:first|last|next|second|third|final|only\sone)\s(?:of\s(?:the\s)?(?:[\w-]{2,12}\s){1,2}(?:witnesses\s|panelists\s|people\s)?)?to\s(?:testify|speak|be\sheard)|among\sthose\s(?:testifying|(?:who|to)\stestif\w+|heard))\b",
        r"\b(?:welcom|introduc)(?:ed|es|ing)\sHELD WHO,?\s(?:of\s[^.;\x02\x04]{3,60}\s)?"
        r"to\s(?:the|his|her|today[’']s)\s[^.;\x02\x04]{0,80}?\b(?:(?:sub)?committee|panel|hearing)\b",
        rf"\bin\s{_OWN}[^.;\x02\x04]{{0,40}},\s(?:the\s)?WHO",
        r"WHO,?\ssubmitted\s(?:his|her|their)\s(?:\w+\s)?testimony\s(?:by|via|over|through|virtually|remotely)\b",
        r"\bunder\squestioning\s(?:from|by)\s[^.;\x02]{1,60},\s(?:the\s)?WHO",
        r"\bwitness(?:es)?(?:,?\s(?:(?:was|were|included?|including|among\sthem|such\sas|like)\s)?|\s?[-–—:(]{1,3}\s?)WHO",
        r"\bsaid\sHELD WHO,?\sin\s(?:[\w’'-]{1,20}\s){0,3}"
        r"(?:testimony|(?:opening|written|prepared)\s(?:statement|remarks))\b",
        r"\bjoined\b[^.;\x02\x04]{0,60}?\b(?:panel|witness(?:es)?|hearing)\b[^.;\x02\x04]{0,30}?\bby\sHELD WHO",
        r"\bthank(?:ed|s|ing)\sHELD WHO(?:,\swh(?:o|ose)\s[^.;\x02\x04]{3,120},|,)?\sfor\s"
        r"(?:(?:his|her|their)\s(?:\w{3,12}\s)?testimony|testifying|appearing|coming\sbefore)\b",
        r"\b(?:hearing|roundtable)\b[^.;\x02]{0,80}\swith\sHELD WHO",
        r"WHO,?\sMOSTLY (?:participat(?:e|ed|es)|takes?\spart|took\spart|speaks?|spoke)\s(?:in|at)\sthe\s"
        r"(?:hearing|roundtable|forum|panel|discussion)\b",
        r"WHO[’'‘]s?\s(?:[\w-]{1,20}\s){0,3}(?:testimony|(?:nomination|confirmation)\shearing)\b",
        r"WHO\s?[-–—,(]{1,3}\s?(?:in\sresponse|responding|answering|in\sanswer)\b",
    )
)
_BODY = (
    r"(?:(?:the|this|his|her|our|members\sof\sthe|a)\s(?:[\w’'-]{2,20}\s){0,4}?(?:(?:sub)?committee|panel|commission)"
    r"|(?:the\s)?(?:lawmakers|senators|congressmen|legislators|members(?!\sof\sthe\s(?:public|community))|senator|congress(?:man|woman)|chair(?:man|woman)?(?!\sof\b)))\b"
)
# What is said only of those whom a committee hears.
TELLS = tuple(
    pattern(words)
    for words in (
        r"WHO,?\s(?:(?:also|then|later|\w{2,14}ly)\s){0,2}"
        r"(?:briefed|informed|advised|assured|urged|asked|implored|encouraged|reminded|warned|cautioned|thanked|addressed"
        r"|testified\sto|begged|beseeched|pleaded|pressed\supon|briefs|informs|urges|warns|cautions|reminds|assures|told|tells|called\s(?:on|upon)|appealed\sto|pleaded\swith|explained\sto|said\sto)\s"
        + _BODY,
        r"\b(?:questions?|questioning|inquir(?:y|ies))\s(?:[a-z]{2,12}\s){0,4}(?:to|at|toward|towards)\sHELD WHO",
        r"\bfocus(?:ed|es|ing)?\s(?:[a-z]{2,12}\s){0,4}(?:questions?|questioning|time|inquiry)\s"
        r"(?:[a-z]{2,12}\s){0,2}on\sHELD WHO",
        r"WHO,?\s(?!(?:wrote|writes|sent|submitted|provided|referred|reported|returned|belongs|gave|nominated|appointed|proposed)\b)"
        r"[a-z]{3,14}(?:ed|es|s)\s(?:[^.;,\x02\x04]{1,60}?\s)?(?:to|before|with)\s" + _BODY,
        r"WHO(?:(?:,\s[^,;\x02\x04]{3,120}){1,2},|,)?\s(?:(?:also|then|later|\w{2,14}ly)\s){0,2}"
        r"(?:(?:agree[ds]|disagree[ds]|concur(?:red|s))\swith|(?:respond|confirm|admitt?|conced|explain|acknowledg|promis|pledg)(?:e?d|e?s)\sto"
        r"|replie[ds]\sto|told|tells|assured|informed|advised|warned|answered)\s(?:then-)?\x04",
    )
)
# What is said of witnesses where a hearing is spoken of, and elsewhere of others, too.
NEAR_HEARING = tuple(
    pattern(words)
    for words in (
        _verbs("ask") + r"(?:\sof)?\sHELD WHO",
        r"(?:\b(?:exchanges?|line\sof\squestioning|questioning|questions|dialogue|conversation|discussion|back-and-forth|colloquy|speaking|spoke|answers?|responses?"
        r"|commitments?|following\sup|followed\sup)|" + _verbs("discuss") + r"[^.;\x02\x04]{0,120}?"
        r"|" + _verbs("engag sparr clash") + r")\s(?:with|to|for|of|from)\sHELD WHO",
        r"\b(?:in\s(?:response|reply|answer)|responding|replying|answering|facing\s(?:[\w-]{3,12}\s)?question\w*)\b[^.;\x02]{0,60}?,\s(?:the\s)?WHO,?\s(?!was\b|is\b|has\b)",
        r"\b(?:asked|pressed|questioned|challenged|grilled|prompted|quizzed|confronted)\s(?:\w+\s){0,2}?"
        r"by\s(?:[A-Z][\w.]*\s){0,3}\x04[^.;\x02]{0,140},\s(?:the\s)?WHO",
        r"\b(?:answered|fielded|addressed)\sby\s(?:the\s)?WHO",
        r"\b(?:at|during)\s(?:the|today[’']s|this)\s(?:[\w’'-]{1,20}\s){0,3}(?:hearing|roundtable|forum)\b[^.;\x02\x04]{0,80},\s"
        r"(?:the\s)?WHO,?\s(?:also\s)?(?:said|spoke|told|explained|described|called|noted|shared|discussed|argued|warned|urged|outlined)\b",
        r"\b(?:challenged|confronted)\sHELD WHO,?\s(?:over|about|on|for)\b",
        r"WHO,?\ssaid\sin\s(?:response|reply|answer)\b",
        r"[\ufffc”\",]\s(?:replied|responded|answered|conceded|acknowledged|admitted)\sHELD WHO",
        r"\b(?:experts|panel(?:ists)?|officials|nominees|leaders|advocates)\b[^.;\x02\x04]{0,40},?\s"
        r"(?:including|among\sthem|such\sas)\sHELD WHO",
        r"\b(?:push(?:ed|es|ing)\sback\s(?:on|against|at)|zero(?:ed|es|ing)\sin\son"
        r"|t(?:ook|akes?|aking)\saim\sat|bor(?:e|ing)\sdown\son)\sHELD WHO",
        r"\b(?:(?:rais|shar|voic|pos)(?:ed?|es|ing)|(?:confirm|express|direct)(?:ed|es|s|ing)?|t(?:ook|aking|akes)|bring(?:s|ing)?"
        r"|brought|clarif(?:ied|ies|ying)|put)\s(?:[\w’'-]{1,20}\s){1,8}(?:with|to|at|before)\sHELD WHO",
        r"\b(?:got|forced|led|prompted|pushed|moved|compelled)\sHELD WHO\sto\s(?:\w+ly\s)?"
        r"(?:admit|concede|commit|agree|acknowledge|confirm|explain|promise|pledge|say|answer|apologi[sz]e)\b",
        r"WHO(?:,\srepresenting\s[^,;\x02\x04]{3,90},|,)?\s(?:(?:also|then|later|\w{2,14}ly)\s){0,2}"
        r"(?:respond(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|agreed|conceded|acknowledged|admitted|assured|committed\sto"
        r"|(?:refused|declined)\sto\s(?:say|answer))\b",
        r"\b(?:his|her)\s(?:own\s)?(?:confirmation|nomination)\shearing\b[^.;\x02\x04]{0,90},\sWHO",
        r"\bthe\s(?:nominee|witness),\sWHO",
        r"\b(?:assured|followed|joined(?:\s(?:at|on)\sthe\s(?:\w+\s)?(?:panel|table))?)\sby\s(?:the\s)?WHO",
        r"\b(?:secured|received|obtained|won|got|extracted|elicited|sought)\s(?:[\w-]{1,20}\s){1,6}from\sHELD WHO",
    )
)
# What is said of witnesses, each with a title, and of others elsewhere: no sentence on a bill shows a witness by it.
_SAID = (
    r"(?:testified|described|estimated|countered|(?:urged|implored|told|warned|asked)\s(?:Congress|lawmakers|legislators)|explained|warned|pledged|apologized|recalled|recounted|detailed"
    r"|spoke\spublicly)\b"
)
SAYS = (
    pattern(rf"WHO,?\s(?:(?:also|then|later|\w{{2,14}}ly)\s){{0,2}}{_SAID}"),
    pattern(rf"[\ufffc”\"],?[”\"]?\s{_SAID}\sHELD WHO"),
    pattern(
        r"\b(?:sentiments?|views?|concerns?|points?|words|remarks|testimony|account|message|warnings?)\s"
        r"(?:(?:was|were|is|are|also|then|later|\w{2,14}ly)\s){1,3}"
        r"(?:echoed|seconded|shared|reinforced|backed\sup)\sby\sHELD WHO"
    ),
    pattern(r"^(?:said|says|asked|added|replied|explained)\sHELD WHO[^;\x04“\"\ufffc]{0,20}[:,]\s?[“\"\ufffc]"),
)
SAID_ELSEWHERE = re.compile(
    r"\b(?:bill|legislation|act|endors\w+|in\ssupport|statement|cosponsor\w*|applaud\w*|report|told\sreporters|after\sthe\shearing"
    r"|news|newspaper|ruled|press|trial|court|case|lawsuit|jury)\b",
    re.IGNORECASE,
)
# What nobody says but a speaker: a narrative has no `I` and no `us`.
FIRST_PERSON = re.compile(r"\b(?:I|I[’']m|I[’']d|we|us|our|my|me)\b")
# Verbs that only mean a witness in a sentence that names the hearing.
IN_THE_HEARING = (
    pattern(
        r"(?:"
        + _verbs(
            "challeng confront push urg introduc welcom thank invit address commend applaud criticiz slamm blast hammer"
            " ripp lambast scold rebuk torch skewer berat lectur chastis interrogat prais laud"
        )
        + r"|\bjoined\sby|\btold|\b(?:called|calling|calls)\sout|\b(?:tore|tears|ripped|laid|lit)\sinto)\sHELD WHO"
    ),
)
# A member of Congress who gives testimony.
MEMBER_TESTIFIES = re.compile(
    r"\x04[’'‘]s?\s(?:[\w-]{3,12}\s){0,2}testimony\s(?:follows|(?:as|is)\s(?:prepared|below|follows|delivered|available)|can\sbe|pointed\sout|said|noted|stated|called|urged|focused|highlighted"
    r"|described|emphasized|today|at\sthe\shearing|before\sthe)\b"
    r"|(?:\x04(?:\s?\([^)]{1,12}\))?(?:,\s(?:and\s)?|\sand\s)){0,12}\x04(?:\s?\([^)]{1,12}\))?(?:,?\s(?:and|who)\s[^.;:\x02\x04]{3,120},|,)?"
    r"\s(?:(?:also|today|each|both|will|then)\s){0,2}(?:testif(?:ied|ies|y)"
    r"|(?:g[ai]ves?|deliver(?:s|ed)?|provide[ds]?|offer(?:s|ed)?|present(?:s|ed)?)\s(?:[\w-]{1,20}\s){0,3}testimony"
    r"|(?:was|were|is|are|be)\s(?:(?:the|an?|one\sof|among|only|sole|lone|lead|first|final|last)\s){1,4}witness(?:es)?)"
    r"\s(?:[^.;:\x02\x04]{1,40}?\s)?(?:before|at|to|during|in\sfront\sof|in\ssupport|in\sfavor|against|today|on\s\w+day|this\s(?:week|morning|afternoon))\b"
    r"|\b[Tt]estifying\s(?:today\s|yesterday\s)?(?:before|at|to|in\sfront\sof|during)\s[^.;:\x02\x04]{3,160},\s(?:\w+\s){0,2}?\x04"
)
# The first words of a sentence behind one that speaks of the witnesses.
OPENS = pattern(r"^WHO(?:,\s|\s(?!is\b|was\b|has\b))")
WITNESSES = re.compile(r"\b(?:witnesses|panelists|panel)\b", re.IGNORECASE)

NOMINEE = re.compile(r"\b(?:nominees?|nominated|choice\s(?:to|for)|pick\s(?:to|for))\b", re.IGNORECASE)
NOMINATION_HEARING = re.compile(
    r"\b(?:nominations?|nominee|confirmation)[’'‘]?s?\s{1,9}(?:\w{2,20}\s{1,9}){0,3}hearings?\b"
    r"|\bhearing[^.;]{0,80}\b(?:nominations?|nominees?)\b|\bnominations?\b[^.;]{0,80}\bhearing"
    r"|\bintroduc\w{1,4}\b[^.;]{0,200}\bto\s{1,9}the\s[^.;]{0,90}Committee\b",
    re.IGNORECASE,
)
_SERVE = r"(?:to\s{1,9}(?:be|become|serve\s{1,9}as|head|lead)|for|as)\s{1,9}(?:an?\s{1,9}|the\s{1,9})?"
_POST = r"((?:U\.S\.\s)?[^,;:.“”\"\ufffc\n]{4,120}(?:(?<=U)\.S\.[^,;:.“”\"\ufffc\n]{2,80})?)"
HER_NOMINATION = re.compile(
    rf"\b(?:his|her|their)\s{{1,9}}(?:nomination|confirmation)(?:\shearing)?\s{{1,9}}{_SERVE}(?=[A-Z]){_POST}"
)
# The office of a member of Congress that is more than a seat: `Ranking Member of the Rope Committee`.
HEADS_A_BODY = re.compile(
    r"(?:[Rr]anking|[Cc]hair(?:man|woman)?|Co-?[Cc]hair\w{0,5}|Vice|(?:Majority|Minority)\sLeader)\b"
)
# Whose hearing it is: `the confirmation hearing of | NAME`.
HEARING_OF_HER = re.compile(
    r"\b(?:(?:confirmation|nominations?)\s{1,9}hearings?\s{1,9}(?:for|of|on)|hearing\s{1,9}(?:on|to\s{1,9}consider)\s{1,9}the\s{1,9}nominations?"
    r"\s{1,9}of)\s{1,9}(?:the\s{1,9}nominees?,?\s{1,9})?$",
    re.IGNORECASE,
)
HEARING = re.compile(
    r"\b(?:hearings?|testi(?:mony|f\w{1,4})|(?:sub)?committee|panel|witness(?:es)?|roundtable|nomination)\b",
    re.IGNORECASE,
)
# What was said then was not said in the hearing.
BESIDE_HEARING = re.compile(
    r"\b(?:before|ahead\sof|prior\sto|in\sadvance\sof)\s(?:the|today[’']s|his|her)\s(?:\w+\s){0,2}hearing\b"
)
SITTING = re.compile(r"\b(?:hearings?|testi(?:mony|fy|fied)|roundtable|forum|committee)\b", re.IGNORECASE)
_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
THEN = re.compile(
    r"(?:Earlier(?!,?\s(?:this\s(?:morning|afternoon|evening)|today|in\sthe\s(?:day|hearing))\b)|Previously|Last\s(?:year|month|week|fall|spring|summer|winter|Congress)"
    rf"|In\s(?:(?:early|late|mid)[\s-])?(?:{_MONTH})\b|In\s(?:19|20)\d\d\b|Since\b"
    r"|At\s(?:a|another)\s(?:previous|prior|earlier|separate)|Before\s(?:joining|becoming)|Prior\sto)",
)
# What somebody is told or asked is not done there.
TOLD_THAT = re.compile(
    r"\b(?:told|tells|asked|asks|pressed|informed|reminded|warned)\s(?:[\w.’'()&,-]{1,24}\s){1,12}?(?:that|about|whether|why|how)\s.*$",
    re.DOTALL,
)
# A clause that says something of a person, not of the hearing.
CLAUSE = re.compile(r"\swh(?:o|ose)\s[^,;:\x02\x04]{3,160}(?=[,;]|\.?\s?$)")
DEAD = re.compile(
    r",?\s(?:who\s)?(?:died|drowned|perished|(?:was|were)\s(?:\w{3,10}ly\s)?(?:killed|murdered|shot|slain)|lost\s(?:his|her)\slife"
    r"|passed\saway|took\s(?:his|her)\sown)\b"
)
ELSEWHERE = re.compile(
    r"\b(?:at|during|in)\s{1,9}an?(?:other)?\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,4}"
    r"(?:forum|roundtable|briefing|press\s{1,9}conference|town\s{1,9}hall|meeting|interview|(?:phone\s{1,9})?call|visit)\b"
    r"|\btestif(?:ied|ying)\b[^.;:“”\"]{0,60}?\bin\s{1,9}(?:19|20)\d\d\b"
    r"|\bthen-(?-i:[A-Z])[a-z]+\s{1,9}(?-i:[A-Z])"
    r"|\brecently\s{1,9}(?:questioned|pressed|grilled|quizzed|asked|challenged|confronted|heard)\b"
    r"|\b(?:previously|last\s{1,9}(?:year|month|week|fall|spring|summer|winter)|earlier\s{1,9}this\s{1,9}(?:year|month))\b",
    re.IGNORECASE,
)
# Testimony that somebody still wants.
_SOUGHT = (
    r"(?:seek(?:s|ing)?|(?:call|ask|push)(?:s|es|ed|ing)?\sfor|(?:demand|request|subpoena)(?:s|ing|ed)?(?:\sfor)?)\s"
    r"(?:[\w’-]{1,20}\s){0,3}testimony\s(?:from|by|of)\b"
)
SOUGHT = re.compile(rf"\b{_SOUGHT}")
NOT_AS_WITNESS = re.compile(
    rf"\b(?:{_SOUGHT}"
    r"|(?:submit|enter|insert)\w*\s[^.;]{0,60}\b(?:statements?|testimony)(?!\s(?:by|via|over|through)\s(?:video|telephone|phone|zoom|webex)|\s(?:virtually|remotely))|(?:for|into)\sthe\s(?:\w+\s)?record|letters?|wrote|interview|interpret(?:er|ing)|(?<![neih]\s)translator|translat(?:ed|ing)"
    r"|(?<!nation[’']s )spokes(?:man|woman|person)"
    r"|(?:refusal|failure|unwillingness)\sto\s(?:testify|appear|attend|come)|(?:declined|refused|failed)(?:\sto\s(?:testify|appear|attend|come)|[.;]?\s*$)|(?:did|would)\snot\s(?:testify|appear|attend)"
    r"|(?:but|has|have)\s(?:declined|refused)|(?:was|were|is|are)\s(?:not\s(?:at|present|in\sattendance|there|among)|absent)"
    r"|did\snot\s(?:show|come))\b"
)
# Who sits in the legislature of a state: `Sample State Senator NAME`, `Sen. NAME of the Sample State House`.
OF_A_STATE = re.compile(
    r"(?:\b[Ss]tate\s{1,9}(?:Sen\.|Rep\.|[Ss]enator|[Rr]epresentative|[Dd]elegate)"
    r"|\b(?:House|Senate|Assembly)\s{1,9}(?:(?:Majority|Minority)\s{1,9}Leader|President|Speaker|Delegate)\s{1,9}(?:Sen\.|Rep\.))\s{1,9}$"
)
OF_A_STATE_BEHIND = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:,\s{1,9}(?:an?\s{1,9})?(?:(?!former)[\w.]{2,14}\s{1,9}){0,3}?[Ss]tate\s{1,9}(?:[Ss]enator|[Rr]epresentative|legislator)\b"
    r"|,?\s{1,9}of\s{1,9}the\s{1,9}(?!U\.S\.|United|US\b)(?:[A-Z]\w{2,12}\s{1,9}){1,3}(?:Senate|House|Assembly|Legislature|General\sAssembly)\b)"
)
# Who was a member of Congress and is none now: `former Senator NAME`.
FORMER = re.compile(r"\b[Ff]ormer\s(?:[\w.]{2,20}(?<![a-z]{3}\.)[^\S\n]){0,3}$")
# Who is never before a committee: `President NAME`.
HEAD_OF_STATE = re.compile(
    r"(?:(?:U\.S\.|former|then|late)\s|then-)*"
    r"(?:Vice\s)?(?:President|Prime Minister|Premier|King|Queen|Pope)(?:-elect)?",
    re.IGNORECASE,
)
# Whose `Representative` or `Chair` is none of Congress: `U.S. Trade Representative NAME`, `Federal Reserve Chair NAME`.
ENVOY = re.compile(
    r"\b(?:(?:Trade|Special|Permanent)\s{1,9}Representative"
    r"|Chair(?:man|woman|person)?\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w.’&-]{1,20}\s){0,4}(?:Tribes?|Nation|Pueblo|Band|Rancheria|Tribal\s(?:Council|Government)|Reserve|Board|Authority"
    r"|Corporation|Company|Union|Association|Foundation)(?:\s(?:of|for)(?:\s(?:the|and|of|[A-Z][\w.’&-]{1,20})){1,6})?,"
    r"|(?:Fed|Reserve|Board|Trustees|Council|Authority|Corporation|Company|Chiefs(?:\sof\sStaff)?|Association|Union|Tribe|Nation"
    r"|Guild|Institute|Coalition|Alliance"
    r"|Tribal|Foundation|(?!Helsinki|Lantos|Executive|Human|Europe)[A-Z][\w’&-]{2,20}(?<!Human\sRights)\sCommission|(?!PSI|EPW|HELP|SASC|SFRC|HSGAC|CECC)[A-Z]{3,5})(?:\s\([A-Z][A-Za-z-]{1,8}\))?(?:[’'‘]s?)?\s{1,9}(?:Vice[\s-]|Co-?)?Chair(?:m[ae]n|woman|person|s)?"
    r"),?(?:\s(?:Ambassador|Dr\.|Mr\.|Ms\.|Mrs\.))?\s{1,9}$"
)
# The same behind the name: `Chairman NAME of the Rope Safety Commission`.
ENVOY_OF = re.compile(
    r"\sof\sthe\s(?:[\w.’&-]{2,20}\s){0,5}(?:Board|Authority|Corporation|Company|Tribe|Nation|Union|Association|Foundation|Federation"
    r"|(?:Safety|Hazards?|Trade|Regulatory|Communications|Exchange|Elections?|Futures|Maritime|Opportunity)\sCommission)\b"
)
IS_TITLE = re.compile(
    r"(?:,\swho)?\s(?:is|(?:currently\s|also\s)?serves\sas)\s(?:currently\s|now\s)?(?:(?:the|an?)\s)?(?!here\b|one\b|among\b|not\b)([^.;\n“”\"\ufffc]{3,160})"
)
