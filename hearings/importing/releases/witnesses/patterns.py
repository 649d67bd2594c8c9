"""The wording of witness lists, as patterns: how they begin, and what stands around the names in them."""

import re

LIST = re.compile(
    r"\b(?:witness(?:es)?|witness list|panelists)\s?:\s{1,9}"
    r"|\bfollowing\s{1,9}(?:[\w-]{2,14}\s{1,9}){0,2}(?:witnesses|panelists|experts|speakers)\b[^.;:“”\"\n]{0,200}:\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:witnesses|witness list|panel(?:ists)?)\b[^.;:“”\"\n]{0,50}?"
    r"\b(?:included?|includes|were|are|was|will\s{1,9}be|featured|features|consist(?:s|ed)\s{1,9}of|(?:is|was)\s{1,9}comprised\s{1,9}of)\s?:?\s{1,9}"
    r"|\bwitnesses\b[^.;:“”\"\n]{0,160}?\b(?:were|included?|includes|are|will\s{1,9}be)\s?:\s{1,9}"
    r"|\bwitnesses\s{1,9}(?:testifying|appearing|speaking|at|before|for|in)\b[^.;:“”\"\n]{0,140}?\b(?:were|included?|includes)\s{1,9}"
    r"|\b(?:testifying|(?:providing|offering|giving|presenting)\s{1,9}(?:\w{2,12}\s{1,9}){0,2}testimony|called\s{1,9}as\s{1,9}witnesses|who\s{1,9}testified)\b"
    r"[^.;:“”\"\n]{0,120}?\b(?:were|are|was)\s?:?\s{1,9}"
    r"|\b(?:featur(?:ed|es|ing)|includ(?:ed|es|ing)|invited|with|from|were|are)\s{1,9}(?:[\w-]{2,12}\s{1,9}){0,3}(?:witnesses|experts|panelists|speakers)(?:\s\([^()\n]{3,120}\))?\s?[:,]?\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:participants|experts|speakers|presenters|guests)(?:\s{1,9}(?:at|in|for)\s{1,9}(?:the|today[’']s)\s{1,9}"
    r"(?:hearing|roundtable|forum|briefing|event|discussion))?(?:\s{1,9}will)?\s{1,9}(?:included?|includes|(?:are|were|be)\s?:)"
    r"\s?:?\s{1,9}"
    r"|\b(?:witnesses|panelists|nominees)\b[^.;:“”\"\n]{0,160}?\b(?:are|were|includ(?:e|es|ed)|will\s{1,9}be)\s?:\s{1,9}"
    r"|\b(?:appearing|testifying|presenting|joining\s{1,9}us|(?:here\s{1,9})?before\s{1,9}us|with\s{1,9}us)\b[^.;:“”\"\n]{0,80}?"
    r"\b(?:are|is|were|was|will\s{1,9}be)\s?:?\s{1,9}(?=(?:the\s{1,9})?(?-i:[A-Z]))"
    r"|\bpanel\b,?\s(?:today\s|we\s(?:also\s)?have\s|we\s(?:will|are\s(?:going\s)?to)\shear\sfrom\s|we\s(?:are|will\sbe)\sjoined\sby\s|we\s(?:will\s)?welcome\s|is\s|are\s){1,2}"
    r"(?=(?:the\s|my\s)?(?:mayor\s)?(?-i:[A-Z]))"
    r"|\b(?:pleased|happy|honored|delighted|privileged|fortunate|glad|grateful)\s{1,9}to\s{1,9}(?:have|be\s{1,9}joined\s{1,9}by)\s{1,9}(?:with\s{1,9}us\s|before\s{1,9}us\s|here\s){0,2}(?:today\s|this\s(?:morning|afternoon)\s|by\s){0,2}"
    r"(?=(?-i:[A-Z])[^;\n]{5,250};)"
    r"|\b(?:testimony|(?<!opening\s)statements?|witnesses)\b[^.;:“”\"\n]{0,60}?\b(?:from|by)\s?:?\s{1,9}"
    r"(?:(?:[\w-]{2,12}\s{1,9}){0,4}(?:experts|witnesses|panels?|panelists)\s?[:,]\s{1,9})?"
    r"|\bhearing\b,?\s?(?:[“\"][^“”\"\n]{3,200}[”\"],?\s)?[^.;:“”\"\n]{0,40}?"
    r"\b(?:included?|includes|features?|featured)\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:also\s{1,9})?(?:testifying|appearing|speaking)(?:\s{1,9}(?:today|were|was|are))?\s?:\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:witnesses|panelists|experts)\s{1,9}(?:also\s{1,9})?(?:appeared|testified|spoke)\b[^.;:“”\"\n]{0,60}:\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:scheduled|expected|slated|invited|due|set)\s{1,9}to\s{1,9}(?:testify|appear|speak)\b[^.;:“”\"\n]{0,80}?"
    r"\s(?:are|is|were|was)\s?:?\s{1,9}(?=(?:the\s)?(?-i:[A-Z]))"
    r"|\b(?:it|hearing|panel)\s{1,9}(?:also\s{1,9})?(?:featured|included),[^,;.“”\"\n]{3,50},\s{1,9}(?=(?-i:[A-Z]))"
    r"|\b(?:it|panel)\s{1,9}(?:also\s{1,9})?featured\s{1,9}(?=(?-i:[A-Z]))"
    r"|\bheard\s{1,9}(?:(?:directly|today|yesterday|also|then|next|first|later)\s{1,9}){0,2}from\s{1,9}(?:(?:[\w-]{2,12}\s{1,9}){1,3}witnesses\s?[:,]\s{1,9})?|\b(?:scheduled|expected|slated|invited)\s{1,9}to\s{1,9}testify\b[^.;:“”\"\n]{0,60}?(?:\s(?:are|includes?))?\s?:\s{1,9}"
    r"|\b(?:pleased|happy|honored|delighted|privileged)\s{1,9}to\s{1,9}(?:welcome|introduce|hear\s{1,9}from)\s{1,9}"
    r"(?=(?-i:[A-Z])[^;\n]{5,250};)"
    r"|\b(?:who\s{1,9}testified|(?:those|also)\s{1,9}testifying|testifying\s{1,9}(?:at|before|in))\b[^.;:“”\"\n]{0,80}:\s{1,9}(?=(?-i:[A-Z]))"
    r"|\bthe\s{1,9}(?:first|second|third|fourth|last|final|other|next)(?:\s{1,9}(?:one|group))?\s{1,9}(?:included?|consisted\s{1,9}of|comprised|featured|was|were|had)\s?:\s{1,9}(?=(?-i:[A-Z]))"
    r"|(?<!\w\s)\bpanel\s{1,9}(?:[ivx]{1,3}|\d|one|two|three)\s?:\s{1,9}(?=(?-i:[A-Z]))"
    r"|\btestif(?:ied|ying)\b[^.;:“”\"\n]{0,120}?\b(?:includ(?:ing|ed)|(?:was|were))\s?:?\s{1,9}",
    re.IGNORECASE,
)
PARTY = re.compile(r"\s?\((?:[A-Z]{1,3}\s?[-–—][^)]{1,20}|[A-Z]{2}-\d{1,2})\)")
BRACKETED = re.compile(r"\s?\(([^)\n]{3,160})\)")
AFTER_NAME = re.compile(r"\s{0,9}$|\s?[,(:]|\s{2,9}[A-Z]|\s{1,9}[-–—]\s|\s{1,9}(?:from|of|with|at)\s")
PREPOSITION = re.compile(
    r"\b(?:of|for|at|the|to|in|by|with|from|firm|company|business|nonprofit|restaurant"
    r"|farm|store|shop|magazine|newspaper|practice|called|named)\s{1,9}$",
    re.IGNORECASE,
)
OF_A_PLACE = re.compile(r"\b(?:of|for|in|at)\s(?:the\s)?(?:[A-Z][\w.]{0,30}\s){1,3}$")
AND = re.compile(
    r"(?:(?:and|as well as|along with|y)\s{1,9})?(?:(?:finally|also|lastly|appearing\s\w+),?\s)?"
    r"(?:(?:my|our)\s(?:[a-z]{2,12}\s){1,3})?(?:from\s{1,9})?(?:panel\s{1,9}\w{1,6}\s?:\s{1,9})?",
    re.IGNORECASE,
)
AND_NAME = re.compile(
    r",?\s(?:and|as\swell\sas|along\swith)\s(?:(?:from|by|of)\s(?=(?:Mr|Ms|Mrs|Dr|Prof)\b))?(?=(?:the\s)?[^\W\d_a-z][^,;]{3,60},\s)"
)
AND_OTHERS = re.compile(
    r",?\s{1,9}(?:and|as\s{1,9}well\s{1,9}as)\s{1,9}(?:an?other|others?|several|many|more|two|three|four|various|a\s{1,9}(?:number|panel|group))\b[\w\s-]{0,60}$"
)
NOT_A_TITLE = re.compile(r"\b(?:testif\w*|said|told|who)\b|[\ufffc“”\"]")
KIN = re.compile(
    r"(?:^|,\s|,?\sand\s|\swith\s)(?:his|her|their)\s(?:[\w-]{2,14}\s){0,3}"
    r"(?:wife|husband|spouse|partner|mother|father|parents|sons?|daughters?|children|family|sisters?|brothers?|grand\w{3,10})\b.*$",
    re.DOTALL,
)
LEAD_IN = re.compile(r"(?:at|in|during|on|last|yesterday|today|earlier|after|before|when)\b", re.IGNORECASE)
FORM_OF_ADDRESS = re.compile(
    r"(?:^|\s)(?:Dr|Mr|Ms|Mrs|Miss|(?:(?:Lt|Maj|Brig|Vice|Rear)\.?\s)?(?:Gen|Adm|Col|Cmdr|Capt|Sgt|Maj|Lt)\.|"
    r"(?:Lieutenant|Major|Brigadier|Vice|Rear)\s(?:General|Admiral|Colonel))\.?$"
)
SUBMITTED = re.compile(
    r"\b(?:submit(?:s|ted|ting)?|enter(?:s|ed|ing)?|insert(?:s|ed|ing)?|placed)\b[^.;]{0,60}\b(?:statements?|testimony|letters?|remarks)\b"
    r"|\b(?:(?:(?:referenc|cit|quot|shar)(?:e[sd]?|ing|ed)|(?:read|referred|refers)(?:s|ing)?|pointed|points)\s(?:[\w’'-]{1,20}\s){0,4}"
    r"|(?:19|20)\d\d\s)(?:statements?|letters?|remarks)\s{1,9}(?:from|by|of)\b"
    r"|\b(?:for|into|in)\s{1,9}the\s{1,9}(?:hearing\s{1,9}|official\s{1,9}|congressional\s{1,9})?record\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"and\s(?:then\s|also\s)?[a-z]{2,20}(?:ed|s)\s")
PLAIN_GROUP = re.compile(r"(?:and\s)?(?:[A-Z][a-z]+\s){0,2}[A-Z]?[a-z]+s")
RETIRED = re.compile(
    r"^(?:,\s(?:U\.?S\.?|United\sStates)\s(?:Army|Navy|Air\sForce|Marine\sCorps|Coast\sGuard))?\s?,?\s?\(?Ret\.?(?:ired)?\)?(?=\s?,)",
    re.IGNORECASE,
)
IN_TOWN = re.compile(r"^\s?\((?:[A-Z][\w.’'-]{1,20}\s?){1,3},\s(?:[A-Z]{2}|[A-Z][a-z]{2,12}\.?|D\.C\.)\)(?=\s?[,–—-])")
AFTER_FIRM = re.compile(
    r"(?:(?<=\bInc\.)|(?<=\bCo\.)|(?<=\bCorp\.)|(?<=\bLtd\.))\s{1,9}(?=(?:The|This|In|At|During|On|Sen\.|Senator|Rep\.|Chair\w{0,5}|Today|Following|A)\s)"
)
AND_ONLY = re.compile(r"\s{1,9}(?:and|&)\s{1,9}")
WHO = re.compile(r"(?:^|,?\s)(?:who|whose|(?:both|all|each|one|most)\sof\swhom)\s.*$", re.DOTALL)
ON_A_TOPIC = re.compile(
    r"\s{1,9}(?:on|about|regarding|concerning)\s{1,9}(?:the|an?|his|her|their|its|how|what|why|whether)\b"
)
NOMINATIONS = re.compile(
    r"\b(?:nominations?|nominee|confirmation)[’'‘]?s?\s{1,9}(?:\w{2,20}\s{1,9}){0,3}hearings?\b"
    r"|\bhearing\b[^.;“”\"\n]{0,60}\b(?:nominations|nominees)\b",
    re.IGNORECASE,
)
AT_THE_HEARING = re.compile(
    r"(?:at|during|in)\s(?:an?|the|today[’']s|this)\s[^.;,]{0,80}?\b(?:hearing|roundtable|forum|briefing)\b",
    re.IGNORECASE,
)
