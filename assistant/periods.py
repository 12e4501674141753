"""The times that a question names: '2019', 'March 2018', 'Nov/Dec 2022', 'autumn 2023', '2017/18'."""

import re
from calendar import monthrange

from assistant.evidence import Period
from documents.report import MONTHS

SHORT_MONTHS = "|".join(f"{month[:3]}(?:{month[3:]})?" if month[3:] else month for month in MONTHS)
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 12),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "end of": (10, 12),
    "start of": (1, 3),
    "beginning of": (1, 3),
}
YEAR = r"(?:19|20)\d\d"
NAMED = re.compile(
    rf"(?:(?P<months>(?:{SHORT_MONTHS}|sept)\b\.?"
    rf"(?:\s*(?:/|-|–|to|and)\s*(?:{SHORT_MONTHS}|sept)\b\.?)?)[ ,]*"
    rf"|(?P<season>{'|'.join(SEASONS)})[ -]+(?:of )?(?:in (?<!late in ))?)?"  # 'were late in 2023'
    rf"(?P<year>{YEAR})(?:[/–-](?P<to>\d\d)\b(?!\d))?",
    re.IGNORECASE,
)
MONTH = re.compile(rf"\b(?:{SHORT_MONTHS}|sept)\b", re.IGNORECASE)


NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
LATER = re.compile(  # than the year named last: 'a year on', 'two years later', 'that July'
    rf"\b(?:(?P<years>{'|'.join(NUMBERS)}) years? (?:on|later|afterwards)|the (?:following|next) year"
    rf"|that (?P<month>{'|'.join(MONTHS)}))\b",
    re.IGNORECASE,
)


def periods(question: str) -> list[Period]:
    """Each time named, in the order it is named."""
    found: dict[tuple[int, int], Period] = {}
    year = None
    for named in sorted([*NAMED.finditer(question), *LATER.finditer(question)], key=re.Match.start):
        if named.re is LATER and year is None:
            continue
        period = _period(named) if named.re is NAMED else _later(named, year or 0)
        year = year or period.first // 10_000
        found.setdefault((period.first, period.last), period)
    return list(found.values())


DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: (?:to|and|–|-) \d{1,2})? ?\x00")


def without_dates(text: str) -> str:
    """The text without its days, months and years, so that other figures can be told."""
    return DAY.sub(" ", NAMED.sub("\0", text)).replace("\0", " ")


def without_periods(text: str) -> str:
    return NAMED.sub(" ", text)


def _period(named: "re.Match[str]") -> Period:
    year, words = int(named["year"]), named.group().strip()
    if named["to"]:  # a year such as 2017/18 runs from April to March
        return Period(year * 10_000 + 401, (year + 1) * 10_000 + 331, words)
    first, last = _months(named)
    return Period(
        year * 10_000 + first * 100 + 1, year * 10_000 + last * 100 + monthrange(year, last)[1], words
    )


def _later(named: "re.Match[str]", year: int) -> Period:
    """The time named by its distance from `year`; `words` are those of the time meant."""
    if named["month"]:
        month = _number(named["month"])
        last = monthrange(year, month)[1]
        return Period(
            year * 10_000 + month * 100 + 1, year * 10_000 + month * 100 + last, f"{MONTHS[month - 1]} {year}"
        )
    year += NUMBERS[(named["years"] or "one").lower()]
    return Period(year * 10_000 + 101, year * 10_000 + 1231, str(year))


def _months(named: "re.Match[str]") -> tuple[int, int]:
    if named["season"]:
        return SEASONS[named["season"].lower()]
    if not named["months"]:
        return 1, 12
    numbers = [_number(found.group()) for found in MONTH.finditer(named["months"])]
    return numbers[0], numbers[-1]


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(month.lower()[:3]))
