"""An evidence pack: what was asked and answered, with all that is needed to check it without this program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

CODED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`label` is its number in the pack; `mark` says who has checked or disputed it, where anybody has."""

    label: int
    words: str
    source: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class Section:
    """A question, a claim or an item; `stands` says how a claim stands. Items: leads and quotations."""

    heading: str
    stands: str
    notes: tuple[str, ...]
    items: tuple[str | Quotation, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A document quoted. `since` says what has become of it since, where anything has."""

    title: str
    about: str
    file: str
    sha256: str
    since: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words quoted, with what stands before and after them."""

    label: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page with the quoted words marked, as a PNG; or why there is none, and the words in their context."""

    heading: str
    note: str
    picture: bytes | None
    alt: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    documents: tuple[Cited, ...]
    pages: tuple[CitedPage, ...]


def printable(words: str) -> str:
    """`words` with every character that would be obeyed, not shown, as its code: '⟨U+202E⟩'."""
    return CODED.sub(lambda found: code(found.group()), words)


def words_in(value: object) -> Iterator[str]:
    """Every word of a pack, or of a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_in(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from words_in(getattr(value, each.name))


def code(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
