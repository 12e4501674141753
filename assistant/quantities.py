"""How much and how many: the figures and proportions of a sentence, made comparable."""

import re
from dataclasses import dataclass

from assistant.periods import without_periods

COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ONES = {word: number for number, word in enumerate(COUNTED.split())} | TENS
NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|" + "|".join(sorted(ONES, key=len, reverse=True)) + r")"
PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
MANY = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "m": 1_000_000}
DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4, "year": 365, "hour": 1 / 24}
BOUNDS = re.compile(
    r"\b(?:(?P<over>more than|over|above|at least|exceed\w*|well over)"
    r"|(?P<under>fewer than|less than|under|below|up to|at most|almost|nearly))\s+(?:a\s+|an\s+)?$",
    re.IGNORECASE,
)
RATIO = re.compile(
    rf"\b(?P<few>{NUMBER}) (?:in|out of)(?: every)? (?P<many>{NUMBER})\b(?! (?:years?|months?))",
    re.IGNORECASE,
)
PERCENT = re.compile(rf"\b(?P<number>{NUMBER}) ?(?:%|per ?cent\b|percent\b)", re.I)
FRACTION = re.compile(
    r"\b(?:(?P<count>one|two|three|four) |a )?(?P<part>half|third|quarter|fifth|tenth)s?\b"
    r"(?! (?:inspection|monitoring|visit|party|parties|of the (?:year|month)))",
    re.IGNORECASE,
)
DURATION = re.compile(
    rf"\b(?P<number>{NUMBER}|an?|per|every|once a)[ -](?P<unit>day|week|fortnight|month|year|hour)s?\b"
    r"(?![ -]olds?)",
    re.IGNORECASE,
)
MONEY = re.compile(r"£ ?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<many>million|billion|thousand|m\b|k\b)?", re.I)
COUNT = re.compile(
    rf"(?<![\w.-])(?P<number>{NUMBER})(?: (?P<many>hundred|thousand|million))?(?![\w-]|\.\d)", re.IGNORECASE
)
TIMES = re.compile(r"\b(?P<times>doubled|trebled|tripled|quadrupled|halved|twice|twofold)\b", re.I)
AGE = re.compile(  # "aged 16", "beyond 21", but not "over 21 cases"
    r"\b(?:aged?|turn(?:s|ed|ing)?|beyond|over|under|until|up to|reach\w*|to) (?:the age of )?"
    r"(?:1[0-9]|2[0-5]|\d)\b(?! (?:per|%|in|out|child|cases|weeks|days|months|hours|new|foster))",
    re.IGNORECASE,
)
GREAT = r"(?:vast|overwhelming|large|great)"
AMOUNT = r"(?:significant|large|considerable|substantial|high)"
SMALL = r"(?:small (?:number|minority|proportion|group)|minority|handful)"
SOME = r"some|several|a number of|certain|sometimes|occasionally"
QUANTIFIERS = (  # from 0, none, to 7, all; where two would fit, the first
    (5.0, rf"(?:almost|nearly|virtually|practically) (?:all|every)|{GREAT} majority"),
    (1.0, rf"(?:almost|nearly) (?:no|none)|hardly any|few|(?:very )?{SMALL}|an? (?:tiny|isolated) \w+"),
    (0.0, r"none|not (?:any|a single|one)|nobody|no (?:child(?:ren)?|young|care|social|staff|families)"),
    (4.0, r"most|majority|mostly|largely|generally|typically|predominantly|more than half|over half"),
    (3.0, rf"many|{AMOUNT} (?:number|proportion|minority)|a lot of|numerous|often"),
    (2.0, rf"{SOME}|too many|in places|not (?:all|every|always)"),
    (7.0, r"all|every|each|always|entire|whole|universally|without exception|everyone|only"),
)
QUANTIFIER = re.compile("|".join(rf"\b(?P<q{at}>{form})\b" for at, (_, form) in enumerate(QUANTIFIERS)), re.I)
NOT_A_SHARE = re.compile(
    r"\b(?:at all|above all|all[ -]round|first of all|all relevant|each other"
    r"|most (?:recent|vulnerable|complex|of the time|appropriate|effective)\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its unit (percent, days, pounds, count), with +1 where it is 'over' and -1 'under'."""

    number: float
    unit: str
    bound: int
    words: str


def figures(text: str) -> list[Figure]:
    """Every figure but years, dates and ages, in order of kind."""
    rest = AGE.sub(lambda found: " " * len(found.group()), without_periods(text))
    found: list[Figure] = []
    for unit, form in FORMS:
        for each in form.finditer(rest):
            if each.group().lower() == "one":  # "one reason is"
                continue
            found.append(
                Figure(_number(unit, each), UNITS.get(unit, unit), _bound(rest, each.start()), each.group())
            )
        rest = form.sub(lambda each: " " * len(each.group()), rest)
    return found


def agrees(claimed: Figure, written: Figure) -> bool | None:
    """Whether what is written bears the claimed figure out; None where they measure different things."""
    if claimed.unit != written.unit:
        return None
    if claimed.bound > 0:
        return written.number >= claimed.number if not written.bound else written.number == claimed.number
    if claimed.bound < 0:
        return written.number <= claimed.number if not written.bound else written.number == claimed.number
    return abs(claimed.number - written.number) <= 0.02 * max(claimed.number, written.number)


def share(text: str) -> float | None:
    """The proportion that a sentence names first, from 0 (none) to 7 (all), as in QUANTIFIERS."""
    return next(iter(shares(text)), None)


def shares(text: str) -> list[float]:
    """Every proportion that a sentence names, in order."""
    return [
        QUANTIFIERS[next(at for at in range(len(QUANTIFIERS)) if found[f"q{at}"])][0]
        for found in QUANTIFIER.finditer(NOT_A_SHARE.sub(" ", text))
    ]


FORMS = (
    ("times", TIMES),
    ("pounds", MONEY),
    ("percent", PERCENT),
    ("ratio", RATIO),
    ("part", FRACTION),
    ("days", DURATION),
    ("count", COUNT),
)
MULTIPLES = {"halved": 0.5, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0}
UNITS = {"ratio": "percent", "part": "percent"}


def _number(unit: str, found: "re.Match[str]") -> float:
    match unit:
        case "times":
            return MULTIPLES.get(found["times"].lower(), 2.0)
        case "ratio":
            return 100 * _plain(found["few"]) / (_plain(found["many"]) or 1)
        case "part":
            return PARTS[found["part"].lower()] * ONES.get((found["count"] or "one").lower(), 1)
        case "days":
            return _plain(found["number"]) * DAYS[found["unit"].lower()]
        case "pounds" | "count":
            return _plain(found["number"]) * MANY.get((found["many"] or "").lower(), 1)
        case _:
            return _plain(found["number"])


def _plain(number: str) -> float:
    digits = number.replace(",", "").lower()
    return float(ONES.get(digits, 1)) if not digits[:1].isdigit() else float(digits)


def _bound(text: str, start: int) -> int:
    before = BOUNDS.search(text[:start])
    if before is None:
        return 0
    return 1 if before["over"] else -1
