"""Whether words give the figure that a question asks for."""

import re

from assistant.likeness import stems
from assistant.periods import without_dates
from index.words import content_words

FIGURE = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|thirds?|quarters?|dozen|hundred"
    r"|thousand|over a number of|(?:for|several|many|some) (?:years|months|weeks))",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:none|no (?:child|young|one))", re.IGNORECASE
)  # a figure, where it is of what is asked
AGE = re.compile(  # "16- and 17-year-olds", "aged 16 to 25"
    r"\b(?:\d+-?(?: ?(?:and|to|or|–|/) ?))?\d+[- ]year[- ]olds?\b"
    r"|\bage[ds]? (?:of )?\d+(?: (?:and|to|or) \d+)?",
    re.I,
)
COUNTS = re.compile(r"\bhow many (?!(?:\w+ )?(?:hours?|days?|weeks?|months?|years?|times?)\b)", re.IGNORECASE)
LASTS = re.compile(  # "over two years", "20 working days": how long, not how many
    r"\b(?:[\d.]+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|many|a number of)"
    r"(?: (?:or|to) \w+)?[- ](?:working[- ])?(?:hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)
CHILDREN = re.compile(r"child(?:ren)?|kids?|young|people", re.IGNORECASE)
HALF = 0.5


def gives_a_figure(topic: str, words: str) -> bool:
    """Where a number of things is asked for, a length of time is none. 'No children …' is a figure only of
    what it names: half of what the question asks about.
    """
    left = AGE.sub(" ", without_dates(words))
    if FIGURE.search(LASTS.sub(" ", left) if COUNTS.search(topic) else left):
        return True
    return NONE.search(words) is not None and _share(_subject(topic), words) >= HALF


def _subject(topic: str) -> str:
    return " ".join(word for word in content_words(topic) if not CHILDREN.fullmatch(word))


def _share(subject: str, words: str) -> float:
    asked = stems(subject)
    return len(asked & stems(words)) / len(asked) if asked else 0.0
