"""What the command that adds documents does, and prints."""

import argparse
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from documents.authorities import name_of
from documents.media import I_READ
from documents.problem import KnownProblem
from index import build
from index.build import Landed, Outcome
from index.library import Library
from index.looking import library_as_set
from index.unpacked import unpacked
from index.who import user


def add(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    paths = build.files_in(Path(path) for path in arguments.paths)
    if not paths:
        raise KnownProblem(f"No documents there. {I_READ}")
    had_samples = any(source.sample for source in library.sources())
    outcomes = _replace(library, paths, arguments.replace) if arguments.replace else _add(library, paths)
    if had_samples and not any(source.sample for source in library.sources()):
        print("The sample documents have left the library, now that it holds a real one.")
    print(summary(outcomes))
    return 1 if Outcome.REFUSED in outcomes else 0


def _add(library: Library, paths: list[Path]) -> list[Outcome]:
    with unpacked(paths) as arrivals:
        landing = chain(arrivals.refused, build.build(library, arrivals.paths))
        return lines(landing, len(arrivals.refused) + len(arrivals.paths))


def lines(landing: Iterable[Landed], count: int) -> list[Outcome]:
    """Print a line for each of `count` files as it lands."""
    outcomes = []
    with tqdm(total=count, unit="document", disable=count < 2) as bar:
        for landed in landing:
            tqdm.write(line_of(landed))
            bar.update()
            outcomes.append(landed.outcome)
    return outcomes


def _replace(library: Library, paths: list[Path], old: str) -> list[Outcome]:
    if len(paths) != 1:
        raise KnownProblem(f"--replace takes one new document, and {len(paths)} are named.")
    landed = build.add(library, paths[0], build.document_called(library, old), user())
    print(line_of(landed))
    return [landed.outcome]


def line_of(landed: Landed) -> str:
    if landed.report is None:
        return f"{landed.outcome}: {landed.path.name}: {landed.reason}"
    source = landed.report.source
    whom = ", ".join(name_of(code) for code in source.authorities) or "authority unknown"
    pages, passages = len(landed.report.pages), len(landed.report.passages)
    return f"{landed.outcome}: {source.file}: {source.title} ({whom}, {pages} pages, {passages} passages)"


def summary(outcomes: list[Outcome]) -> str:
    return (
        ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in Outcome if outcome in outcomes) + "."
    )
