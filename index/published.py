"""Reports that inspectorates have published, with their addresses: our own list, and one beside the library.

Our list, `published_reports.csv`, holds facts only. A file of that name and form in the home folder adds to
it; there, all but the authority, the kind and the link may be left empty.
"""

import csv
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from documents.authorities import lookup
from documents.problem import KnownProblem
from documents.report import ReportDate, date_from_iso
from index.originals import UNSAFE

NAME = "published_reports.csv"
OURS = Path(__file__).with_name(NAME)
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Published:
    """`published` is the day on which it was put at its address; without a sha256, nobody can check it."""

    authority: str
    kind: str
    published: ReportDate | None
    inspected_from: ReportDate | None
    inspected_to: ReportDate | None
    link: str
    sha256: str | None

    @property
    def file(self) -> str:
        name = PurePosixPath(urlsplit(self.link).path).name
        return UNSAFE.sub("_", name if name.lower().endswith(".pdf") else f"{name}.pdf")


def published(home: Path) -> list[Published]:
    """All that is known, by authority and date; the list in `home` counts where both name a link."""
    known = {each.link: each for each in chain(_read(OURS), _read(home / NAME))}
    return sorted(known.values(), key=lambda each: (each.authority, _day(each), each.link))


def of_authority(home: Path, code: str) -> list[Published]:
    return [each for each in published(home) if each.authority == code]


def _day(report: Published) -> int:
    date = report.published or report.inspected_to
    return date.last if date else 0


def _read(path: Path) -> list[Published]:
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as rows:
            table = csv.DictReader(rows, strict=True)
            return [_from_row(row, path, number) for number, row in enumerate(table, 2)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise KnownProblem(f"{path} is no table in UTF-8, with commas: {error}. Save it again so.") from error


def _from_row(row: dict[str, str | None], path: Path, number: int) -> Published:
    value = {name: (words or "").strip() for name, words in row.items() if isinstance(words, str | None)}
    try:
        code = lookup(value["authority"])
        if code is None:
            raise ValueError(f"{value['authority']!r} is not an English council known to us")
        first, last = _date(value.get("inspected_from")), _date(value.get("inspected_to"))
        link, sha256 = _link(value["link"]), value.get("sha256") or None
        return Published(code, value["kind"], _date(value.get("published")), first, last, link, sha256)
    except (ValueError, KeyError) as error:
        raise KnownProblem(
            f"{path}, line {number}: {error}. Its columns are authority, kind, published, inspected_from,"
            " inspected_to, link, sha256; write dates like 2018-05-12."
        ) from error


def _date(written: str | None) -> ReportDate | None:
    return date_from_iso(written) if written else None


def _link(written: str) -> str:
    """Only addresses at which nobody on the way can read or change the report."""
    address = urlsplit(written)
    here = address.scheme == "http" and address.hostname in THIS_MACHINE
    if (
        not address.hostname
        or not (address.scheme == "https" or here)
        or not PurePosixPath(address.path).name
    ):
        raise ValueError(f"{written!r} is not an address that begins with https://")
    return written
