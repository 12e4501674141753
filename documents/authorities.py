"""The English councils responsible for children's services, and the names they go by."""

import csv
import re
from dataclasses import dataclass
from functools import cache
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
WORD = re.compile(r"([^\W_]+|&)(?:['’][sS]\b)?")
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


@cache
def register() -> dict[str, Authority]:
    with Path(__file__).with_name("authorities.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: _authority(row) for row in csv.DictReader(rows)}


def name_of(code: str) -> str:
    return register()[code].name


def lookup(name: str) -> str | None:
    """The code for a code, a short name, an official name or a children's trust, however it is spelt out."""
    words = words_of(TRUST.sub("", name))
    while words and words[-1] in TITLES and " ".join(words) not in codes():
        words.pop()
    while words and words[0] in TITLES and " ".join(words) not in codes():
        words.pop(0)
    return codes().get(" ".join(words)) or None


def names() -> list[tuple[str, str]]:
    """Every name with its code, or with none where it means something else."""
    names = [(name, each.code) for each in register().values() for name in (each.name, *each.variants)]
    return names + [(name, "") for name in OTHER_NAMES]


@cache
def codes() -> dict[str, str]:
    """The code of every name, given as its words; also of "n yorkshire" and "s. tyneside"."""
    codes = {" ".join(words_of(name)): code for name, code in names()}
    return {
        re.sub("^([nsew])(?:orth|outh|ast|est) ", r"\1 ", name): code for name, code in codes.items()
    } | codes


def words_of(name: str) -> list[str]:
    """A name's words, alike for "B&NES" and "b and nes", "Southend-on-Sea" and "southend_on_sea"."""
    return ["and" if word == "&" else word for word in WORD.findall(name.lower())]


def _authority(row: dict[str, str]) -> Authority:
    variants, successors = (
        tuple(filter(None, row[field].split(";"))) for field in ("variants", "successors")
    )
    return Authority(row["code"], row["name"], variants, bool(row["former"]), successors)
