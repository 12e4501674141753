"""Correcting a field in the page: which box to write it in, and what stands in it at first."""

from dataclasses import dataclass
from enum import Enum

from assistant import library_wording as said
from assistant import wording
from documents.authorities import name_of, register
from documents.frameworks import Framework
from documents.report import Source, Speaker
from index.fields import FIELDS, written


class Box(Enum):
    """How a field is written."""

    WORDS = "words"
    ONE = "one of a list"
    SEVERAL = "some of a list"


BOXES = {"authorities": Box.SEVERAL, "speaker": Box.ONE, "framework": Box.ONE}  # the rest are words
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field to be corrected: `now` is what it says, as a person would write it."""

    label: str
    hint: str
    box: Box
    now: tuple[str, ...]
    is_corrected: bool


def asked_for(source: Source, name: str) -> Asked:
    box = BOXES.get(name, Box.WORDS)
    value = getattr(source, name)
    now = tuple(map(name_of, value)) if box is Box.SEVERAL else tuple(written(value)) if value else ()
    return Asked(said.LABELS[name], _hint(name, box), box, now, name in source.corrected)


def authorities() -> list[str]:
    return sorted(each.name for each in register().values())


def choices(name: str) -> Choices:
    """What a field that is one of a list may be, each in words and as it is written."""
    if name == "speaker":
        return [(wording.SPEAKERS[each].capitalize(), str(each)) for each in Speaker]
    return [(str(each)[:1].upper() + str(each)[1:], str(each)) for each in Framework]


def _hint(name: str, box: Box) -> str:
    field = FIELDS[name]
    if box is Box.SEVERAL:
        return said.NONE_HINT
    if box is Box.ONE:
        return ""
    example = said.WORDS_HINT.format(example=field.example.strip('"'))
    return example + (said.UNKNOWN_HINT if field.may_be_unknown else "")
