"""What a speaker at a hearing says of its witnesses, as patterns over sentences with signs for their people."""

import re

from hearings.importing.releases.people.role_patterns import pattern

# What a chair says at a hearing of those who are before it, in words that the release quotes.
THE_WITNESS = pattern(
    r"\b(?:our|first|second|third|next|final|only|last|fourth)\switness(?:es)?\s"
    r"(?:today\s)?(?:is|are|will\sbe)\sHELD WHO"
)
SPOKEN = (
    THE_WITNESS,
    *(
        pattern(words)
        for words in (
            r"\b(?:look(?:ing)?\sforward\sto|rely\son|await|appreciate)\s(?:hearing\s)?(?:the\s)?testimony\s"
            r"(?:of|by|from)\sHELD WHO",
            r"\b(?:we\swill|we[’']ll|look(?:ing)?\sforward\sto|eager\sto|pleased\sto|today\swe)\s(?:also\s)?(?:hear|hearing)\s"
            r"(?:\w{4,8}\s)?(?:testimony\s)?from\s(?:(?:[\w-]{2,20}\s){0,4}(?:witnesses|panelists)[:,]?\s)?HELD WHO",
            r"\b(?:thank|welcome)\s(?:(?:to|all|of)\s){0,2}(?:our|the|today[’']s)\s(?:[\w-]{2,20}\s){0,3}(?:witness(?:es)?|panelists)"
            r"[,:]?\s(?:today[,:]?\s)?HELD WHO",
            r"\b(?:pleased|happy|honou?red|delighted|privileged|glad|proud|grateful|fortunate|privilege|pleasure|honou?r)\s"
            r"(?:that\s)?(?:to\s)?(?:(?:also\s)?(?:have|welcome|introduce|be\sjoined\sby|hear\sfrom)\s)?"
            r"(?:(?:before|with)\sus\s)?(?:(?:today|this\s\w+|here)\s)?HELD WHO",
            r"\bwe\s(?:also\s)?(?:have|welcome|are\s(?:also\s)?joined\sby|will\s(?:also\s)?(?:hear\sfrom|be\sjoined\sby))\s"
            r"(?:(?:before|with)\sus\s)?(?:(?:today|this\s\w+)\s)?HELD WHO",
            r"\b(?:joining\sus|before\sus|with\sus|here\swith\sus)\s(?:[\w-]{2,20}\s){0,3}(?:is|are)\sHELD WHO",
            r"\b(?:he|she|they)(?:\sis|\sare|[’']ll\sbe|\swill\sbe)\s"
            r"(?:followed|joined)\s[^.;\x02\x04]{0,40}?by\sHELD WHO",
            r"\b(?:I|we)(?:[’']d)?\s(?:(?:also|now|next|again|want|would|like|wish|to|first|am|pleased|happy)\s){0,5}"
            r"(?:welcome|introduce|recognize)\sHELD WHO",
            r"WHO(?:,\swh(?:o|ose)\s[^.;\x02\x04]{3,120},|,)?\s(?:has|have)\s(?:kindly\s)?agreed\sto\s(?:testify|appear)",
            r"WHO[’'‘]s?\s(?:[\w-]{1,20}\s){0,2}testimony\b",
            r"WHO,?\s(?:just\s|also\s|has\s)?(?:testified|testifies)\b",
            r"\blook(?:ing)?\sforward\sto\s(?:\w+ing\s(?:from\s|with\s)?)?HELD WHO",
        )
    ),
)
TO_SPEAK = re.compile(
    r"\b(?:testimony|testify|witness|hear(?:ing)?\s|panel|joining\sus|before\sus|followed\sby|joined\sby"
    r"|we\s(?:also\s)?have|welcome|introduce)",
    re.IGNORECASE,
)
# What only a member says to who testifies, not the other way round.
TO_A_WITNESS = re.compile(
    r"\b[Yy]ou(?:[’']ve)?\s(?:\w{2,12}\s){0,2}?(?:appeared|testif(?:y|ied)|came|sat|were|are)\s(?:here\s)?(?:before|in\sfront\sof)\s(?:us|me|this|the)\b"
    r"|\b[Yy]our\s(?:(?:own|written|prepared|opening|oral)\s){0,2}(?:testimony|confirmation|nomination|agency|department|company|bank|administration|bureau|firm|airline|platform)\b"
    r"|\b[Yy]ou(?:[’']ve)?\s(?:\w{2,12}\s){0,2}?(?:testified|promised|committed)\b|\bI\s(?:\w{2,12}\s)?(?:urged|asked|urge|ask)\syou\b"
    r"|\b(?:[Ww]ill|[Cc]an|[Dd]o|[Dd]id|[Ww]ould)\syou\s(?:\w{2,12}\s){0,1}?(?:commit|agree|support|pledge|promise|recuse|acknowledge)\b"
)
