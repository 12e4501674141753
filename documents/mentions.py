"""Where a report names an authority: its names as printed, and only where they mean the area itself."""

import re
from dataclasses import dataclass
from functools import cache

from documents.authorities import codes, names, words_of

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
BETWEEN_WORDS = "[\\s\\-‐‑–\ufffe]{1,3}"  # also across the end of a line


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an authority's name stands in a text, without "Council" or "London Borough of"."""

    code: str
    start: int
    end: int


def mentions(text: str) -> list[Mention]:
    """Every authority named in printed text, in order; the longest name wins."""
    found = ((codes()[" ".join(words_of(name[0]))], *name.span()) for name in _printed().finditer(text))
    return [
        Mention(code, start, end)
        for code, start, end in found
        if code and is_place(text, start, end) and not WIDER_BODY.match(text, end)
    ]


def is_place(text: str, start: int, end: int, doubtful: bool = False) -> bool:
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


@cache
def _printed() -> re.Pattern[str]:
    """Every name as printed, the longest first; grouped by first letter, which makes the search fast."""
    groups: dict[str, list[str]] = {}
    forms = {form for name, _ in names() for form in (name, name.upper())}
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
