"""What the command that fetches published reports does, and prints."""

import argparse

from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index.adding import lines, summary
from index.build import Outcome
from index.fetch import fetch, held
from index.library import Library
from index.looking import library_as_set
from index.published import Published, of_authority, published


def fetch_reports(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    code = lookup(arguments.authority)
    reports = of_authority(library.home, code) if code else []
    if not reports:
        raise KnownProblem(_none_listed(library, arguments.authority))
    if arguments.list:
        print("\n".join(_line(library, report) for report in reports))
        return 0
    outcomes = lines(fetch(library, reports, arguments.changed_too), len(reports))
    print(summary(outcomes))
    return 1 if Outcome.REFUSED in outcomes else 0


def _none_listed(library: Library, name: str) -> str:
    listed = sorted({name_of(report.authority) for report in published(library.home)})
    return f"The list of published reports has none of {name}. It has those of: {', '.join(listed)}."


def _line(library: Library, report: Published) -> str:
    when = f"published {report.published.iso}" if report.published else "publication date unknown"
    state = "in the library" if held(library, report) else "not in the library"
    return f"{report.file}  {report.kind}, {when}, {state}\n    {report.link}"
