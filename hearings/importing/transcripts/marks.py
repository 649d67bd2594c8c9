"""Which words of a volume announce what: a sitting, a statement, questions, an appendix, a note, an end."""

import re

CONVENED = re.compile(
    r"(?:The|This|Your) .{0,160}?\b(?:met|convened|reconvened|assembled|sat|was (?:called to order|"
    r"convened)|were convened|"
    r"commenced|came to order|began|was held(?=.{0,500}\bpresiding))\b"
    r"(?=.{0,400}(?:pursuant|presiding|\d\s?[ap]\.?\s?m\.|o'clock|noon))",
    re.IGNORECASE,
)
BODY_WORD = re.compile(
    r"\b(?:(?:sub)?committees?|commission(?:ers)?|caucus|panel|task force|board|group|council|members|"
    r"hearing|conference|"
    r"roundtable|forum|meeting|parties|staffs?)\b",
    re.I,
)
ADJOURNED = re.compile(
    r"\b(?:adjourn(?:ed|ment)?|concluded?|closed)\b|whereupon.{0,80}\b(?:ended|terminated|session)\b", re.I
)
AGAIN = re.compile(
    r"\b(?:recess(?:ed)?|reconvene[ds]?|resume[ds]?|proceed(?:ed)? to (?:other|further) business|"
    r"same day|this afternoon|later (?:that|the same) day|closed session\b(?!.{0,80}adjourn))",
    re.I,
)
SAME_DAY = re.compile(r"\b(?:same day|this (?:same )?(?:afternoon|day|evening)|today|later (?:that|this) day)\b", re.I)
FOLLOWS = re.compile(r"follows?\s?[:.]*\s?\]?(?:\s*[A-Z\[].{0,60})?$|follows?:\]", re.I)
STATEMENT = re.compile(
    r"(?:(?:joint |combined )?(?:opening|prepared|written|oral|additional|supplemental|closing|introductory) )*"
    r"(?:statements?|testimon(?:y|ies)|remarks|comments) (?:of|by|from)\b|opening statement\b",
    re.I,
)
QUESTIONS = re.compile(
    r"(?:\[?the )?(?:\[?(?:additional |written |post-?hearing |supplemental |further )*)(?:committee )?questions?"
    r"(?: and (?:answers|responses))?\b.{0,60}?\b(?:for|submitted|from|posed|asked|to be)\b|"
    r"\[?(?:written |post-?hearing )?(?:responses?|answers?|replies)\b.{0,80}\bquestions?\b|"
    r"\[?(?:additional|written) (?:committee )?questions\b|\[?questions? and (?:answers|responses)\b",
    re.I,
)
APPENDIX = re.compile(
    r"(?:A ?P ?P ?E ?N ?D ?I ?X|A ?P ?P ?E ?N ?D ?I ?C ?E ?S)\b(?! (?:[IVX\d]+ ?\S|[a-z]))|"
    r"(?:additional )?(?:material|statements|submissions?|documents|"
    r"information).{0,20}\b(?:submitted )?for the (?:hearing )?record$",
    re.I,
)
RESUMED = re.compile(
    r"(?:conclusion of (?:the )?hearings?|afternoon session|evening session|after recess|morning session|"
    r"panel\b|subcommittee recess|"
    r"committee recess)",
    re.I,
)
NUMBERED = re.compile(r"(?:Q?\d{1,3}[a-z]?[.)]|Question \d{1,3}[.:]?)\s+(?=\S)")
WRITTEN = re.compile(
    r"(?:(?:Follow-?up |Additional )?(?:Question|Answer|Response|Q|"
    r"A)s?(?: ?(?:No\. ?)?\d{1,3}[a-z]?)?(?: ?\([\w.]{1,3}\))?|[A-Z]{2,5} (?:Response|Answer))"
    r"(?: #?\d+)?[.:]\s"
)
NOTE = re.compile(r"\\\d{1,3}\\ |\*{1,3} ?[A-Z]|\\[*\d]+\\?")
NOTE_MARK = re.compile(r"\\(?:\d{1,3}|\*{1,3})\\")
GRAPHIC = re.compile(r"[\[<(]?(?:GRAPHICS?|TIFF)\b", re.I)
IMAGES = re.compile(
    r"(?:\s*[\[<(][^\[\]<>]{0,60}\b(?:GRAPHICS?|TIFF)\b[^\[\]<>]{0,80}[\])>]|\s+[A-Z]*\d[\w.-]{0,20})+\s*", re.I
)
ASIDE = re.compile(r"[\[(][^\])]{1,400}[\])]\W{0,3}$|\[[^\]]*$|[\[(]whereupon", re.I)
SEPARATE = re.compile(
    r"(?:letters?|articles?|reports?|submissions?|materials?|responses?|resolutions?|comments|memorand(?:um|a)|"
    r"editorials?|charts?|biograph(?:y|ies)|documents?|summary|testimony|correspondence|petition|press release|"
    r"exhibits?|attachments?|news article|op-ed|fact sheet|additional (?:material|statement)s?) "
    r"(?:from|of|by|to|submitted|for|regarding|on|in|dated)\b",
    re.I,
)
