"""The commands for preparing an inspection: judgements over time, what was asked, what the council says."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.pack_command import HELP, check_form, write_tracker
from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index.library import Library
from index.rebuild import up_to_date
from index.settings import settings_from_environment

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction


def add_commands(actions: "_SubParsersAction[ArgumentParser]") -> None:
    judged = actions.add_parser("judgements", help="every grade over time, by area, with its page")
    judged.add_argument("--authority", action="append", metavar="NAME", help="more than one: side by side")
    judged.add_argument("--png", metavar="FILE.png", help="a plot: grade against date, a line for each area")
    judged.add_argument("--csv", metavar="FILE.csv", help="the table for a spreadsheet")
    judged.add_argument("--json", action="store_true")
    judged.set_defaults(run=judgements)
    asked = actions.add_parser("improvements", help="what inspectors asked for, and what came of it")
    asked.add_argument("--authority", action="append", metavar="NAME")
    asked.add_argument("--xlsx", metavar="FILE.xlsx", help="a spreadsheet to work on")
    asked.add_argument("--docx", metavar="FILE.docx", help="a document to take into preparation")
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--pack", metavar="FILE", help=HELP)
    asked.set_defaults(run=improvements)
    own = actions.add_parser("selfassessment", help="what the council says of itself, beside the findings")
    own.add_argument("--authority", action="append", metavar="NAME")
    own.add_argument("--docx", metavar="FILE.docx")
    own.add_argument("--json", action="store_true")
    own.set_defaults(run=selfassessment)


def judgements(arguments: argparse.Namespace) -> int:
    from assistant import history

    library = _library()
    codes = _codes(library, arguments.authority)
    points = history.history(library, codes)
    if not points:
        raise KnownProblem("The documents held about this authority give no grade.")
    if arguments.csv:
        _write(arguments.csv, history.as_csv(points).encode("utf-8-sig"))
    if arguments.png:
        from assistant.history_plot import plotted

        _write(arguments.png, plotted(points))
    if arguments.json:
        _print_json(history.as_json(points))
    elif not (arguments.csv or arguments.png):
        print("\n".join(history.as_lines(points)))
    return 0


def improvements(arguments: argparse.Namespace) -> int:
    from assistant import improvements_shown
    from assistant.improvements import tracker

    check_form(arguments.pack)
    library = _library()
    found = tracker(library, _one_code(library, arguments.authority))
    if arguments.xlsx:
        from assistant.improvements_sheet import as_xlsx

        _write(arguments.xlsx, as_xlsx(found))
    if arguments.docx:
        from assistant.improvements_word import as_docx

        _write(arguments.docx, as_docx(found))
    if arguments.pack:
        write_tracker(library, arguments.pack, found)
        print(f"Written: {arguments.pack}", file=sys.stderr)
    if arguments.json:
        _print_json(improvements_shown.as_json(found))
    elif not (arguments.xlsx or arguments.docx or arguments.pack):
        print("\n".join(improvements_shown.as_lines(found)))
    return 0


def selfassessment(arguments: argparse.Namespace) -> int:
    from assistant import self_assessment_shown
    from assistant.self_assessment import beside_findings

    library = _library()
    found = beside_findings(library, _one_code(library, arguments.authority))
    if arguments.docx:
        _write(arguments.docx, self_assessment_shown.as_docx(found))
    if arguments.json:
        _print_json(self_assessment_shown.as_json(found))
    elif not arguments.docx:
        print("\n".join(self_assessment_shown.as_lines(found)))
    return 0


def _library() -> Library:
    library = up_to_date(Library(settings_from_environment()), lambda line: print(line, file=sys.stderr))
    if not library.sources():
        raise KnownProblem("The library is empty. Add documents first: python -m index add PATH…")
    return library


def _codes(library: Library, names: Sequence[str] | None) -> list[str]:
    """The authorities named, else the home council."""
    home = library.settings.authority
    codes = [_code(name) for name in names] if names else [home] if home else []
    if not codes:
        raise KnownProblem("Say which authority, as in --authority Trafford, or set INSPECTION_AUTHORITY.")
    held = {code for source in library.sources() for code in source.authorities}
    if missing := [name_of(code) for code in codes if code not in held]:
        raise KnownProblem(f"The library holds no document about {', '.join(missing)}.")
    return list(dict.fromkeys(codes))


def _one_code(library: Library, names: Sequence[str] | None) -> str:
    codes = _codes(library, names)
    if len(codes) > 1:
        raise KnownProblem("Name one authority; make a list for each.")
    return codes[0]


def _code(name: str) -> str:
    if code := lookup(name):
        return code
    raise KnownProblem(
        f"{name} is not an English council known to us. See the names in: python -m index list"
    )


def _write(name: str, content: bytes) -> None:
    path = Path(name)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise KnownProblem(f"{path} cannot be written: {error.strerror}. Name another file.") from error
    print(f"Written: {path}", file=sys.stderr)


def _print_json(rows: object) -> None:
    print(json.dumps(rows, ensure_ascii=False, indent=1))
