"""What the commands that only look at the library do, and print."""

import argparse
import sys

from documents.authorities import lookup
from documents.problem import KnownProblem
from documents.report import Speaker, date_from_iso
from index import build, listing, tables
from index.library import Library
from index.rebuild import up_to_date
from index.search import Match, Scope, search
from index.settings import settings_from_environment


def list_documents(arguments: argparse.Namespace) -> int:
    entries = listing.listed(library_as_set())
    if arguments.json:
        print(listing.as_json(entries))
    else:
        print(
            "\n".join(map(listing.line_of, entries))
            or "The library is empty. Add documents: python -m index add PATH…"
        )
    return 0


def show(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    document = listing.shown(library, build.document_called(library, arguments.file))
    if arguments.json:
        print(listing.as_json(document))
        return 0
    print(listing.line_of(document))
    for passage in document["passages"]:
        number = f"{passage['paragraph']}. " if passage["paragraph"] else ""
        print(f"\n[page {passage['page']}, {passage['kind']}] {number}{passage['text']}")
    return 0


def judgements(arguments: argparse.Namespace) -> int:
    rows = tables.judged(library_as_set(), _code(arguments.authority))
    return _print_table(tables.Judged, rows, arguments)


def recommendations(arguments: argparse.Namespace) -> int:
    rows = tables.asked(library_as_set(), _code(arguments.authority))
    return _print_table(tables.Asked, rows, arguments)


def _print_table(
    kind: type[tables.Row], rows: list[tables.Judged] | list[tables.Asked], arguments: argparse.Namespace
) -> int:
    if arguments.json:
        print(listing.as_json(tables.as_rows(rows)))
    elif arguments.csv:
        print(tables.as_csv(kind, rows), end="")
    else:
        print("\n".join(tables.as_lines(rows)) or "The library holds none.")
    return 0


def find(arguments: argparse.Namespace) -> int:
    for number, match in enumerate(
        search(library_as_set(), arguments.question, _scope(arguments), arguments.limit), 1
    ):
        print(_match_line(number, match))
    return 0


def _match_line(number: int, match: Match) -> str:
    where = f"{match.source.title}, page {match.passage.spans[0].page}"
    how = f"words {match.by_words or '–'}, meaning {match.by_meaning or '–'}"
    return f"{number}. {match.passage.text}\n   — {where} ({match.source.file}; {how})"


def _scope(arguments: argparse.Namespace) -> Scope:
    codes = tuple(code for name in arguments.authority or [] if (code := _code(name)))
    try:
        since = date_from_iso(arguments.since).first if arguments.since else None
        until = date_from_iso(arguments.until).last if arguments.until else None
    except ValueError as error:
        raise KnownProblem(f"{error}.") from error
    return Scope(codes, tuple(Speaker(name) for name in arguments.speaker or []), since, until)


def _code(name: str | None) -> str | None:
    code = lookup(name) if name else None
    if name and code is None:
        raise KnownProblem(
            f"{name} is not an English council known to us. See the names in: python -m index list"
        )
    return code


def library_as_set() -> Library:
    """The library that the settings name, brought up to date."""
    return up_to_date(Library(settings_from_environment()), lambda line: print(line, file=sys.stderr))
