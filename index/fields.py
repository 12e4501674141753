"""The fields of a description that people may correct, and what they may write in each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from documents.authorities import lookup
from documents.frameworks import Framework
from documents.problem import KnownProblem
from documents.report import ReportDate, Source, Speaker, date_from_iso

UNKNOWN = "unknown"  # what a person writes to say that nobody knows it
DATES = ("published", "inspected_from", "inspected_to")
FIRST_YEAR = 1980  # nothing in such a library is older
LONGEST = 500  # characters of a title or name


class UnfitValue(KnownProblem):
    """What a field cannot be: `why`, and in the words of the command, which has an option for each field."""

    def __init__(self, name: str, why: str, remedy: str = "") -> None:
        field = FIELDS[name]
        super().__init__(
            f"--{field.option}: {why}. {remedy or f'Write it like: --{field.option} {field.example}'}"
        )
        self.why = why


@dataclass(frozen=True, slots=True)
class Field:
    """`value` makes of a person's word what `Source` holds, or raises ValueError."""

    option: str
    value: Callable[[str], Any]
    example: str
    many: bool = False
    may_be_unknown: bool = True


def value_of(name: str, written: list[str]) -> Any:
    """What `Source` holds for what is written in its field `name`. UnfitValue where that will not do."""
    field = FIELDS[name]
    if written == [UNKNOWN] and field.may_be_unknown:
        return () if field.many else None
    try:
        values = tuple(dict.fromkeys(field.value(word) for word in written))
    except ValueError as error:
        raise UnfitValue(name, str(error)) from error
    return values if field.many else values[-1]


def written(value: Any) -> list[str]:
    """The words that `value_of` makes `value` from."""
    if isinstance(value, tuple):
        return [str(word) for word in value] or [UNKNOWN]
    if isinstance(value, ReportDate):
        return [value.iso]
    return [UNKNOWN if value is None else str(value)]


def check_dates(source: Source, changed: Mapping[str, Any]) -> None:
    """UnfitValue where a date of `changed`, now in `source`, cannot be true beside the others."""
    today = int(datetime.now(UTC).strftime("%Y%m%d"))
    for name in DATES:
        date = changed.get(name)
        if date and not (date.year >= FIRST_YEAR and date.first <= today):
            raise UnfitValue(name, f"{date.words} is too long ago, or still to come")
    first, last, out = source.inspected_from, source.inspected_to, source.published
    if {"inspected_from", "inspected_to"} & {*changed} and first and last and first.first > last.last:
        raise UnfitValue(
            "inspected_to",
            f"an inspection that begins on {first.words} cannot end on {last.words}",
            "Write both: --inspected-from 2018-03-05 --inspected-to 2018-03-09",
        )
    if {"inspected_from", "published"} & {*changed} and first and out and out.last < first.first:
        raise UnfitValue(
            "published",
            f"what was inspected from {first.words} cannot be published on {out.words}",
            "Write both: --inspected-from 2018-03-05 --published 2018-05-12",
        )


def _authority(word: str) -> str:
    code = lookup(word)
    if code is None:
        raise ValueError(f"{word!r} is not an English council known to us")
    return code


def _name(word: str) -> str:
    name = " ".join(word.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise ValueError(f"it takes 1 to {LONGEST} characters")
    return name


def _framework(word: str) -> Framework:
    known = {_plain(name): each for each in Framework for name in (each.name, each.value)}
    if _plain(word) not in known:
        raise ValueError(f"{word!r} is none of: {', '.join(Framework)}")
    return known[_plain(word)]


def _speaker(word: str) -> Speaker:
    if _plain(word) not in list(Speaker):
        raise ValueError(f"{word!r} is none of: {', '.join(Speaker)}")
    return Speaker(_plain(word))


def _plain(word: str) -> str:
    for dash in "-_–":
        word = word.replace(dash, " ")
    return " ".join(word.casefold().split())


FIELDS = {
    "title": Field("title", _name, '"Focused visit to Trafford"', may_be_unknown=False),
    "authorities": Field("authority", _authority, '"Windsor and Maidenhead"', many=True),
    "speaker": Field("speaker", _speaker, "inspectorate", may_be_unknown=False),
    "publisher": Field("publisher", _name, "Ofsted"),
    "framework": Field("framework", _framework, '"focused visit"', may_be_unknown=False),
    "theme": Field("theme", _name, '"domestic abuse"'),
    "published": Field("published", date_from_iso, "2018-05-12"),
    "inspected_from": Field("inspected-from", date_from_iso, "2018-03-05"),
    "inspected_to": Field("inspected-to", date_from_iso, "2018-03-09"),
    "lead_inspector": Field("lead-inspector", _name, '"Anna Smith"'),
}
