"""What a question is about: without names that choose the documents, and without words that only ask."""

import re

from assistant.cues import PART_OF_AREA, VOICES
from assistant.periods import LATER, NAMED
from documents.mentions import Mention
from documents.report import MONTHS
from documents.typed_names import typed_mentions
from index.words import ORDINARY, content_words

ASKING = frozenset(  # words that ask, report or tell of change, and do not say of what
    """
    according across ago answer anything area asked aspects back better between both caught change
    changed changes compare compared compares comparison concluded contrast describe described
    description did differ difference differences different does doing during earlier ever everything
    evolve evolved exactly find finding findings finds fixed followed found going gone got happen
    happened highlight highlighted highly hold improved improvement inspected inspection inspections
    inspector inspectors journey judge judged later latest leave letter line list listed made most move
    moved newest noted now ofsted once opinion over own part picked picture pointed position press
    progress progressed publish published raised rated report reported reports resolved said saw say
    saying says side since singled sort sorted square still story tell things think thought through told
    trace tracked trend until versus very view views visit visits vs whether worse year years
    """.split()
)
WORD = re.compile(r"[\w’'&-]+")
MONTH_NAMES = {month.lower() for month in MONTHS}
ASIDE = re.compile(r"[.?!:;]\s+|\s[-–]\s|\s*[()]\s*")  # where one clause ends and another begins


GONE = "\0"  # where a name stood
TITLE_BEFORE = re.compile(r"\b(?:London Borough|Royal Borough|Borough|City|County) of $", re.IGNORECASE)
TITLE_AFTER = re.compile(  # "Bedford Borough", "Bolton MBC", "Hackney council's"
    r"(?: (?:metropolitan|borough|city|county|council|mbc|la|(?:local|unitary) authority)\b){1,3}", re.I
)
REPORT_NAMED = re.compile(  # "according to the looked after children inspection", "in their report"
    rf"\b(?:according to|in|at|per|from|by|during|of)(?: (?:the|its|their|that|this|your|our|{GONE}))"
    rf"(?: (?!and\b|or\b|to\b)[\w'’{GONE}-]+){{0,5}}? (?:inspection|report|letter|visit)\b",
    re.IGNORECASE,
)
THEME_NAMED = re.compile(  # "the Manchester serious youth violence JTAI": its theme tells which one it is
    rf"(?:\b(?:the|its|their|our|that)|{GONE})(?: (?!(?:and|or|in|of|to|with)\b)[\w’'{GONE}-]+){{0,4}}?"
    rf" (?:jtais?|joint targeted area inspections?)\b",
    re.IGNORECASE,
)
OWNED = re.compile(rf"{GONE}[’']s?(?!\w)")
LEFT_OVER = re.compile(  # 'in', 'according to the', of which the name is gone, where no noun follows
    rf"(?:\b(?:according to|in|at|of|for|by|to|from|since|between|during|until|through|on|and"
    rf"|per|with|the)[ ,]+)*{GONE}(?=\W*(?:$|{GONE}|[?.!,;:)]|\b(?:in|at|on|for|of|from|to|and|or|is|are|was"
    rf"|were|do|does|did|has|have|had|what|who|how|which|when|where|why)\b))",
    re.IGNORECASE,
)


def topic_of(question: str) -> str:
    """The question without names of authorities, times and inspections, which choose the documents."""
    for mention in reversed(named(question)):
        before = TITLE_BEFORE.sub("", question[: mention.start])
        after = question[mention.end :]
        title = TITLE_AFTER.match(after)
        question = f"{before}{GONE}{after[title.end() :] if title else after}"
    question = LATER.sub(GONE, NAMED.sub(GONE, question))
    question = THEME_NAMED.sub(GONE, REPORT_NAMED.sub(GONE, question))
    for voice in VOICES:
        question = voice.sub(GONE, question)
    question = LEFT_OVER.sub(" ", OWNED.sub(" ", question)).replace(GONE, " ")
    return re.sub(r" (?=[?.!,:])", "", " ".join(re.sub(r"[()]", " ", question).split()))


def named(question: str) -> list[Mention]:
    """Where the question names authorities; 'Wiltshire police' does too, where nothing else is named."""
    plain = PART_OF_AREA.sub(lambda found: " " * len(found.group()), question)
    return typed_mentions(question) or typed_mentions(plain)


def says_something(topic: str) -> bool:
    """Whether the topic names a matter, beside words that only ask."""
    return any(word.lower() not in ASKING for word in content_words(topic))


def matter(topic: str) -> str:
    """'How has the view of case supervision moved?' is about 'case supervision'."""
    clauses = [_trimmed(clause) for clause in ASIDE.split(topic)]
    return ", ".join(clause for clause in clauses if clause) or topic


def _trimmed(clause: str) -> str:
    """The clause from its first word that says something to its last."""
    words = list(WORD.finditer(clause))
    telling = [word for word in words if not _asks(word.group())]
    return clause[telling[0].start() : telling[-1].end()] if telling else ""


def _asks(word: str) -> bool:
    lowered = word.lower()
    return lowered in ORDINARY or lowered in ASKING or lowered in MONTH_NAMES or len(lowered) == 1
