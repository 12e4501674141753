"""The English councils responsible for children's services, and finding them in text."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

OTHER_NAMES = (  # each holds the name of an authority, or is a slip from it, and means something else
    "Avon and Somerset", "Bury St Edmunds", "Derbyshire Dales", "Devon and Cornwall constabulary",
    "Devon and Cornwall officers", "Devon and Cornwall police", "Greater Manchester", "Merton compliant",
    "New York", "Newcastle under Lyme", "Southwark judgement", "Southwark judgment", "Stoke Mandeville",
    "Stoke Newington", "Surrey Heath", "Staffordshire Moorlands", "Sutton Coldfield", "Barnes", "Barnett",
    "Barney", "Baronet", "Billingham", "Boston", "Bristow", "Earing", "Easing", "Eating", "Harlow", "Haveing",
    "Hilton", "Hovering", "Kennington", "Melton", "Midway", "Morton", "Northampton", "Scully", "Silly",
    "Southward", "Survey", "Sutherland", "Swinton", "Wallington", "Washington", "Winchester", "Workington",
)  # fmt: skip
BEFORE_OTHER = re.compile(  # "South Devon", "University of Manchester", "Mr John Bolton"
    r"(?:\b(?i:north|south|east|west|mid)[\s-]+|\b(?i:university|diocese|bishop|duke|earl)\s+of\s+"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor)\.?\s+(?:[A-Z][\w’'-]*\s+)?)$"
)
AFTER_OTHER = re.compile(  # "Durham Constabulary", "Manchester M1 2WD", "Bath Road", "Sutton-in-Craven"
    r"\s+(?i:police|constabulary|universit)|\s+[A-Z]\w+\s+Universit|,?\s+[A-Z]{1,2}\d[\dA-Z]?\s[\dO][A-Z]{2}\b"
    r"|\s+(?:Street|Road|Avenue|Lane|Place|House|Square|Terrace)\b|-(?i:in|on|le|upon|under|by|next)-"
)
WIDER_BODY = re.compile(  # "Luton and Milton Keynes Integrated Care Board", "Liverpool City Region"
    r"(?:(?:,\s+|,?\s+and\s+|\s+&\s+)(?!NHS)[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3}){0,8}?"
    r",?\s+(?:NHS|ICB|CCG|Hospital|Infirmary|Integrated\s+Care|Clinical|Community\s+Rehabilitation"
    r"|Teaching\s+Hospital|Partnership\s+NHS|City\s+Region|Combined\s+Authority)"
)
WORDS_TOO = {"barking", "bath", "buck", "bury", "reading", "staff", "wilt"}  # and with an "s"
OPENING_WORDS = {"reading", "staff"}
COUNCIL = r"['’]s\b|\s+(?i:borough|city|council|metropolitan|mbc|local\s+authority)\b"
AFTER_COUNCIL = re.compile(COUNCIL)
AFTER_PLACE = re.compile(
    COUNCIL + r"|\s+(?i:children|care|looked|grade|send|ilacs|jtai|ofsted|inspection|20\d\d)|[?:]|$"
)
IN_PLACE = re.compile(r"(?<!progress )(?<!attainment )(?<!well )\b(?i:in|across|within|outside)\s+$")
MID_SENTENCE = re.compile(r"[\w,&(/]\s*$")
LESSON = re.compile(r"[\s,]+(?:(?:and|&)\s+)?(?i:writing|math|skill|age|level|comprehen|book|scor|abilit)")
WORD = re.compile(r"([^\W_]+|&)(?:['’][sS]\b)?")
BETWEEN_WORDS = "[\\s\\-‐‑–\ufffe]{1,3}"  # also across the end of a line
TRUST = re.compile(  # "Birmingham Children's Trust", which runs the services of one council
    r"\s+children(?:['’]?s)?(?:\s+and\s+families)?(?:\s+services)?\s+(?:trust|first)\s*$", re.IGNORECASE
)
TITLES = {
    "the", "of", "and", "london", "royal", "metropolitan", "borough", "city", "county", "council", "district",
    "corporation", "local", "authority", "mbc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Authority:
    """A council; a former one has been replaced by its successors."""

    code: str
    name: str
    variants: tuple[str, ...]
    former: bool
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an authority's name stands in a text, without "Council" or "London Borough of"."""

    code: str
    start: int
    end: int


@cache
def register() -> dict[str, Authority]:
    with Path(__file__).with_name("authorities.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: _authority(row) for row in csv.DictReader(rows)}


def name_of(code: str) -> str:
    return register()[code].name


def lookup(name: str) -> str | None:
    """The code for a code, a short name, an official name or a children's trust, however it is spelt out."""
    words = _words(TRUST.sub("", name))
    while words and words[-1] in TITLES and " ".join(words) not in _codes():
        words.pop()
    while words and words[0] in TITLES and " ".join(words) not in _codes():
        words.pop(0)
    return _codes().get(" ".join(words)) or None


def mentions(text: str) -> list[Mention]:
    """Every authority named in printed text, in order; the longest name wins."""
    found = ((_codes()[" ".join(_words(name[0]))], *name.span()) for name in _printed().finditer(text))
    return [
        Mention(code, start, end)
        for code, start, end in found
        if code and _is_place(text, start, end) and not WIDER_BODY.match(text, end)
    ]


def asked_about(question: str) -> list[str]:
    """The authorities that a typed question names, forgiving its case, apostrophes and slips."""
    return list(dict.fromkeys(mention.code for mention in typed_mentions(question)))


def typed_mentions(question: str) -> list[Mention]:
    """Where a typed question names authorities, forgiving its case, apostrophes and slips, in order."""
    return list(_typed(question)) or list(_typed(question, doubtful=True))


def _authority(row: dict[str, str]) -> Authority:
    variants, successors = (
        tuple(filter(None, row[field].split(";"))) for field in ("variants", "successors")
    )
    return Authority(row["code"], row["name"], variants, bool(row["former"]), successors)


def _words(name: str) -> list[str]:
    """A name's words, alike for "B&NES" and "b and nes", "Southend-on-Sea" and "southend_on_sea"."""
    return ["and" if word == "&" else word for word in WORD.findall(name.lower())]


def _names() -> list[tuple[str, str]]:
    """Every name with its code, or with none where it means something else."""
    names = [(name, each.code) for each in register().values() for name in (each.name, *each.variants)]
    return names + [(name, "") for name in OTHER_NAMES]


@cache
def _codes() -> dict[str, str]:
    """The code of every name, given as its words; also of "n yorkshire" and "s. tyneside"."""
    codes = {" ".join(_words(name)): code for name, code in _names()}
    return {
        re.sub("^([nsew])(?:orth|outh|ast|est) ", r"\1 ", name): code for name, code in codes.items()
    } | codes


@cache
def _printed() -> re.Pattern[str]:
    """Every name as printed, the longest first; grouped by first letter, which makes the search fast."""
    groups: dict[str, list[str]] = {}
    forms = {form for name, _ in _names() for form in (name, name.upper())}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        words = (_printed_word(word) for word in re.split("[ -]", form))
        groups.setdefault(form[0], []).append(BETWEEN_WORDS.join(words)[1:])
    return re.compile(
        "|".join(f"{letter}(?:{'|'.join(rest)})(?![^\\W\\d_])" for letter, rest in groups.items())
    )


def _printed_word(word: str) -> str:
    if word.lower() == "and":
        return "(?:and|And|AND|&)"
    start = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else word[0]
    rest = re.escape(word[1:]).replace(",", ",?").replace("'", "['’]")
    return start + rest + (r"\.?" if word in {"St", "ST"} else "")


def _is_place(text: str, start: int, end: int, doubtful: bool = False) -> bool:
    """Whether a name is the area's own here: not part of another name, an address, a force, a person."""
    if text[start - 1 : start].isalpha() or AFTER_OTHER.match(text, end):
        return False
    if BEFORE_OTHER.search(text, max(0, start - 40), start):
        return False
    word = text[start:end].lower().removesuffix("s")
    if word not in WORDS_TOO or AFTER_COUNCIL.match(text, end):
        return True
    if LESSON.match(text, end):
        return False
    likely = bool(AFTER_PLACE.match(text, end))
    if text[start].islower():
        in_place = doubtful and bool(IN_PLACE.search(text, max(0, start - 20), start))
        return in_place or (likely and word not in OPENING_WORDS)
    return likely or word not in OPENING_WORDS or bool(MID_SENTENCE.search(text, max(0, start - 20), start))


def _typed(question: str, doubtful: bool = False) -> Iterator[Mention]:
    spans = [found.span(1) for found in WORD.finditer(question)]
    words = [" ".join(_words(question[start:end])) for start, end in spans]
    at = 0
    while at < len(words):
        size, code = _longest(words[at:])
        start, end = spans[at][0], spans[at + size - 1][1]
        if code and _is_place(question, start, end, doubtful):
            yield Mention(code, start, end)
        at += size


def _longest(words: list[str]) -> tuple[int, str]:
    """How many of the words make up the longest name that starts here, and its code."""
    for size in range(min(len(words), 5), 0, -1):
        name = " ".join(words[:size])
        exact = _codes().get(name, _codes().get(name.removesuffix("s")))
        code = _misspelt(name) if exact is None else exact
        if code is not None:
            return size, code
    return 1, ""


def _misspelt(typed: str) -> str | None:
    """The code of the one name nearest to what was typed: within a slip, or two in ten letters."""
    nearest: dict[int, set[str]] = {}
    for name in _by_initials().get(_initials(typed), []):
        allowed = 1 if len(name.replace(" ", "")) < 10 else 2
        for spelling in {typed, typed.removesuffix("s")}:
            if abs(len(spelling) - len(name)) <= allowed and (slips := _slips(spelling, name)) <= allowed:
                nearest.setdefault(slips, set()).add(_codes()[name])
    codes = nearest[min(nearest)] if nearest else set()
    return codes.pop() if len(codes) == 1 else None


@cache
def _by_initials() -> dict[str, list[str]]:
    """The names of six letters and more, by the first letters of their words, which are seldom mistyped."""
    groups: dict[str, list[str]] = {}
    for name in _codes():
        if len(name.replace(" ", "")) >= 6 and name.removesuffix("s") not in WORDS_TOO:
            groups.setdefault(_initials(name), []).append(name)
    return groups


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


@lru_cache(maxsize=4096)
def _slips(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with a neighbour (Damerau and Levenshtein)."""
    if not one or not other:
        return len(one) + len(other)
    if one[-1] == other[-1]:
        return _slips(one[:-1], other[:-1])
    nearest = [_slips(one[:-1], other), _slips(one, other[:-1]), _slips(one[:-1], other[:-1])]
    if one[-2:] == other[:-3:-1]:
        nearest.append(_slips(one[:-2], other[:-2]))
    return 1 + min(nearest)
