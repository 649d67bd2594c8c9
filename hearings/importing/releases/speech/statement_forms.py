"""How lines announce, open and end the statements that a release prints without quotation marks."""

import re

_KIND = r"(?:statement|remarks|testimony|speech|comments|opening)"
_WORDS = r"(?:[^.:;“”\"]|(?<=\b[A-Z])\.|(?<=\bSen|\bRep|\bSEN|\bREP|\bGov|\bHon|\bHON|\bU\.S)\.|\.(?=\)))"
_SORT = (
    r"(?:(?:opening|closing|prepared|full|written|floor|official|committee|subcommittee|hearing|budget|introductory)\s)"
)
_GIVEN = r"as\s(?:prepared|delivered|written|submitted|given|read)\b"
_PREPARED = (
    rf"(?:{_SORT}?(?:statement|remarks|testimony|speech|comments|text)[\s,(]{{1,3}})?{_GIVEN}[^.:;()\[\]“”\"*]{{0,40}}"
)
ANNOUNCES = re.compile(
    rf"\b{_KIND}\b[^:]{{0,160}}:$|\b(?:said|stated|had|offered)\s(?:the\sfollowing|this\sto\ssay|these\swords)\b[^.:“”\"]{{0,160}}:$|\b(?:following|below)\s{_KIND}\b[^“”\"]{{0,300}}:$|:\s{{0,4}}\(?as\s(?:prepared|delivered)[^.:]{{0,40}}$"
    rf"|\b{_KIND}\b[^.:]{{0,80}}\b(?:as\s(?:prepared|delivered|written)|below|follows?)\b[^.:]{{0,60}}[.:)\]]{{0,2}}$"
    rf"|\b(?:below|following)\s(?:is|are)\b[^.:]{{0,120}}\b{_KIND}\b[^.]{{0,200}}[.:]?$",
    re.IGNORECASE,
)
HEADS = re.compile(
    rf"{_SORT}?{_KIND}\s(?:of|by|from)\s{_WORDS}{{3,120}}$|{_SORT}?{_KIND}\sfor\s(?:the|inclusion\sin\sthe)\srecord$"
    rf"|[^.:;“”\"]{{3,80}}\s(?:opening|prepared)\s(?:statement|remarks)\b[^.:;“”\"]{{0,80}}$"
    rf"|[(\[*_]{{0,3}}{_PREPARED}[)\]*_]{{0,3}}\s?[:–—-]{{0,2}}$|{_SORT}{{1,2}}(?:statement|remarks|testimony|speech)$",
    re.IGNORECASE,
)
# What says that the words themselves stand below, not only something about them.
EXPRESS = re.compile(
    rf"\b(?:full|complete|entire|prepared|text\sof|below|follow(?:s|ing)?|as\sfollows)\b|{_GIVEN}|{_SORT}{{1,2}}(?:statement|remarks|testimony)\b",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"Good (?:morning|afternoon|evening)\b|(?:Mr\.|Madam|Mister) (?:Chair|Chairman|Chairwoman|President|Speaker)"
    r"(?:,|:| and (?:(?:[Dd]istinguished |[Hh]onorable )?[Mm]embers|Ranking)\b)"
    r"|Chair(?:man|woman|person)? [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?,(?: and)?"
    r" (?:(?:Vice|Co-)? ?Chair(?:man|woman)?|Ranking|[Mm]embers|distinguished|honorable)\b"
    r"|Chair(?:man|woman|person)? [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?,"
    r" (?:thank you|I (?:want to |would like to )?thank)\b"
    r"|Thank you,? (?:(?:very|so) much,? )?(?:to )?(?:Mr\.|Madam|Mister|Chair(?:man|woman)?\b|Ranking|Senator|Congress)"
    r"|Chair(?:man|woman|person)? [A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})? and"
    r" (?:Vice Chair|Ranking Member) [A-Z][^.;:]{1,60}, "
    r"|(?:The|This) (?:[Ss]ub|[Jj]oint )?(?:[Cc]ommittee|[Hh]earing|[Cc]ommission|[Pp]anel|[Tt]ask [Ff]orce)"
    r"(?: on [A-Z][^.]{3,120})? (?:will (?:now |please )?(?:come to|be in)|is (?:now )?called to) order\b"
    r"|I (?:now |hereby )?call (?:this|the|today[’']s) [^.;:]{3,120}? to order\b"
    r"|Welcome,? (?:everyone|all|to (?:today[’']s|this|the) (?:\w{2,20} ){0,4}?(?:hearing|meeting|markup))\b"
)
INLINE = re.compile(
    rf"[^“”\"]{{0,300}}?\b{_KIND}\b[^“”\"]{{0,160}}?(?::|\b(?:below|follows?)\.)\s{{1,9}}(?={OPENS.pattern})"
    rf"|{_WORDS}{{0,120}}?\b{_SORT}{{1,2}}{_KIND}\b(?:,?\s\(?{_GIVEN}[^.:;“”\"]{{0,40}}?\)?)?\s(?={OPENS.pattern})",
    re.IGNORECASE,
)
# Words that lost their marks: announced in the line itself, and given to their speaker at its end.
BELOW = re.compile(
    rf"\b{_KIND}\s(?:appears?|follows|is|reads)\s(?:below|as\sfollows):\s{{0,4}}(?=[A-Z])", re.IGNORECASE
)
TOLD_AT_END = re.compile(r"(?<=,)\s(?=(?:[A-Z][\w.’'-]{1,30}\s){1,4}(?:said|stated|concluded)\b[^.;]{0,80}\.$)")
NOT_SPOKEN = re.compile(
    r"\b(?:letter|op-ed|article|report|joint\s|statements\b"
    r"|excerpts from(?! (?:[\w’']{2,20} ){0,4}(?:remarks|statement|testimony|speech|opening)\b))",
    re.IGNORECASE,
)
LETTER = re.compile(r"Dear\s|Sincerely\b")
IN_PERSON = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
END = re.compile(
    r"\s{1,9}(?:#\s?#|-30-|_{3,}|\*{3}|(?:Media |Press )?Contacts?:)"
    r"|(?<=[.!?”\"])\s{1,9}(?=(?:Click|CLICK)\s(?:here|HERE)\b|For (?:more|additional|further) information\b"
    r"|(?:To|Please|You (?:can|may)|Read|Watch|View)\s[^.!?]{3,120}\b(?:click|visit|here)\b[^.!?]{0,60}[.!]?$)"
)
# What the press is told between an announcement and its words.
NOTE = re.compile(r"(?:\*{1,3}|\()?(?:Editor[’']?s?[’']?\s)?(?:Note|Please note|NOTE)\b[^.:\n]{0,40}:", re.IGNORECASE)
# A line of signs, behind which a second document may begin.
END_MARK = re.compile(r"[#*_=–—-][#*_=–—\s-]{1,40}|-?\s?30\s?-?")
LINK = re.compile(
    r"\d{1,3}$|(?:[^.!?]|\.(?!\s)){0,160}\b(?:click|watch|visit|view|read|available|found)\b[^.!?]{0,60}\bhere\b"
    r"|(?:[^.!?]|\.(?!\s)){0,160}https?://",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?:…][”\"’')]{0,2}$")
_ABOUT = (
    r"(?:\s(?:on|at|from|regarding|about|following|after|before|ahead|concerning|for|during|in|to|as)\b.{0,250}"
    r"|\s?[:–—-]\s.{1,250}|,?\s\(.{1,100}\))?(?<![.:])$"
)
# A headline that gives a statement to somebody, and the heading of one that stands in the line with it.
HEADLINE = re.compile(
    rf"{_SORT}{{0,2}}{_KIND}(?:\s(?:of|by|from)|\s?[:–—-](?=\s(?:Chair|Rank|Sen|Rep|Cong|Mr|Ms|Mrs)))\s(?P<of>{_WORDS}{{3,120}}?){_ABOUT}"
    rf"|(?P<who>{_WORDS}{{3,80}}?)(?:[’']s?|:)?\s(?:(?:issue|release|make|give|deliver|offer|submit|post)s?d?\s(?:(?:the|an?|his|her|following)\s){{0,2}})?"
    rf"{_SORT}{{0,3}}(?:statement|remarks|testimony|comments){_ABOUT}"
    rf"|(?:la\s)?declaraci(?:ón|ones)\sdel?\s(?P<quien>{_WORDS}{{3,60}}?)\s(?:sobre|ante|en|tras)\b.{{3,200}}(?<![.:])$",
    re.IGNORECASE,
)
SUBMITTED = re.compile(r"(?:Submitted|Presented|Delivered|Given|Prepared)\s(?:by|for delivery by)\s(?=[A-Z])")
HEADING_INLINE = re.compile(
    rf"(?:[^.:;“”\"]{{2,60}}[’']s?\s)?{_SORT}{{0,2}}{_KIND}(?:,?\s\(?{_GIVEN}[^:)“”\"]{{0,40}}\)?|\sfollows?)?:\s{{1,9}}(?=(?-i:[A-Z]))"
    rf"|[(\[*_]{{1,3}}{_PREPARED}[)\]*_:]{{1,3}}\s?[:–—-]{{0,2}}\s{{0,9}}(?=(?-i:[A-Z]))|{_PREPARED}\s?[:–—]\s{{1,9}}(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# A sentence that announces words behind its colon, in the line with them.
SENTENCE_INLINE = re.compile(
    rf"\b(?:the\sfollowing|this)\s{_SORT}{{0,2}}{_KIND}\b[^.:“”\"]{{0,200}}:\s{{1,9}}(?=[A-Z])"
    rf"|\b{_KIND}\b[^.:“”\"]{{0,80}}\b(?:follows?|below|{_GIVEN})[^.:“”\"]{{0,60}}:\s{{1,9}}(?=[A-Z])"
    rf"|\b[Bb]elow\s(?:is|are)\b[^.:“”\"]{{0,120}}\b{_KIND}\b[^.:“”\"]{{0,160}}:\s{{1,9}}(?=[A-Z])",
)
DATELINE = re.compile(r"\(?[A-Z][A-Za-z.]{2,20}(?:,\s[A-Z][\w. ]{1,14})?\)?\s?[–—-]{1,2}\s")
I_MYSELF = re.compile(r"\b(?:I|me|[Mm]y)\b")
IN_FIRST = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us)\b")
QUOTES = re.compile(
    r"[”\"]\s(?:(?:[A-Z][\w.’'-]*\s){1,4})?(?:said|says|added|stated|continued|concluded|noted|asked)\b"
)
# A line inside a statement that heads a part of it, whoever the part is put to: `QUESTIONS`, `Question 2 (Dr. NAME)`.
PART = re.compile(
    r"[\[(*_]{0,2}(?:(?:Opening|Closing|Introduction|Conclusion|Preamble)(?:\s(?:Remarks|Thoughts|Comments|Statement|Words))?"
    r"|(?:(?:First|Second|Third|Fourth|Last|Final|Follow-?up|My|The|Additional)\s)?(?:Line\sof\s)?Question(?:s|ing)?"
    r"(?:\s(?:for|to|on|about)\s[^?!“”\"\n]{3,80})?|(?:Question|Topic|Part|Issue)\s(?:No\.?\s|#\s?)?(?:\d{1,2}|[IVX]{1,4}|One|Two|Three|Four)"
    r"(?:\s?[:–—(-]{1,2}\s?[^?!“”\"\n]{3,80})?|(?:To|For)\s(?:Dr|Mr|Ms|Mrs|Sec|Gen|Amb)\.?\s[^:?!“”\"\n]{3,60}:)"
    r"[\])*_]{0,2}\s?:?(?<!\.)",
    re.IGNORECASE,
)
# What follows a statement: other people's words, who testified, what the body is.
OTHERS = re.compile(
    r"\b(?:excerpts?|highlights?|statements?|testimony|remarks|exchanges?|questions?|witnesses|transcript|background|quotes?)\b"
    r"[^.:]{0,60}:$",
    re.IGNORECASE,
)
ABOUT_BODY = re.compile(
    r"(?:The (?:\w{3,12} ){0,2}|Other |Additional |Today[’']s )?[Ww]itnesses"
    r" (?:at [^.;:]{3,60} )?(?:were|included|testifying)\b|"
    r"The (?:[\w.’'-]{1,20} ){0,6}(?:Committee|Subcommittee|Commission|Caucus|Council|Task Force)"
    r"(?: \([^)\n]{1,20}\))?,? (?:was (?:established|created|founded|formed)"
    r"|is an? (?:independent|bipartisan|bicameral|joint|federal)|has jurisdiction over)\b"
)
QUOTED_TURN = re.compile(r"(?:\s?\([^)\n]{1,40}\))?\s?:\s{1,9}[“\"«]")
MY_NAME = re.compile(r"(?:\b[Mm]y name is|(?:^|[.!?,]\s|\n)I(?: am|[’']m))\s{1,9}(?=[A-Z])")
# A paragraph that begins with other people's words and goes on with what the speaker makes of them.
QUOTES_FIRST = re.compile(
    r"[“\"][^“”\"]{2,300}[”\"]\s"
    r"(?:That|This|Those|These|It|So|And|But|Or|Not|Well|Now|The (?:words|sentence)|I|We|My|Our)\b"
)
READ_OUT = re.compile(r"[“\"][^“”\"]{3,1500}[”\"]?")
ITEM = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]\s|[*•–-]\s")
# A line that is only somebody's name, with a title and a party maybe: `CHAIRMAN IDA SAMPLE, JR. (R-ZZ)`.
NAME_LINE = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]{0,20}\s){1,5}[A-Z][\w.’'-]{1,20}(?:,\s(?:Jr|Sr|JR|SR|II|III)\.?)?)"
    r"(?P<party>\s?\([A-Z][^()\n]{1,30}\)|,\s(?:Chair|CHAIR|Rank|RANK)[^.:;“”\"]{2,120})?"
)
COLON = re.compile(
    r"(?:\s?\([^)\n]{1,40}\)|,\s(?![^:\n]{0,80}\b(?:I|me|my|we|us|our|you|your)\b)[^.:\n]{1,80})?\s?:(?:\s{1,9}|$)"
)
