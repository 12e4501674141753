"""What the commands that change or check the library do, and print."""

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from documents.authorities import name_of
from documents.problem import KnownProblem
from documents.report import Source
from index import build, corrections, listing
from index.backup import backup, restore
from index.check import check
from index.fields import FIELDS, UNKNOWN, value_of, written
from index.library import Library
from index.looking import library_as_set
from index.rebuild import rebuild
from index.settings import settings_from_environment
from index.who import user


def describe(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    sha256 = build.document_called(library, arguments.file)
    given = {name: getattr(arguments, name) for name in FIELDS if getattr(arguments, name) is not None}
    changed = {name: value_of(name, words) for name, words in given.items()}
    withdrawn = [name for name, field in FIELDS.items() if field.option in (arguments.unset or [])]
    if twice := [FIELDS[name].option for name in withdrawn if name in changed]:
        raise KnownProblem(f"--unset {twice[0]} and --{twice[0]} together leave unclear what you want.")
    if changed or withdrawn:
        corrections.describe(library, sha256, changed, withdrawn, user())
    source = next(source for source in library.sources() if source.sha256 == sha256)
    print(f"{source.file} ({sha256[:12]})")
    for name, how in listing.known(source).items():
        words = map(name_of, source.authorities) if name == "authorities" else written(getattr(source, name))
        print(f"    {FIELDS[name].option:16}{how:11}{', '.join(words) or UNKNOWN}")
    return 0


def check_library(arguments: argparse.Namespace) -> int:
    library = library_as_set()
    problems = check(library)
    sources: list[Source] = library.sources()
    print(
        "\n".join(problems)
        or f"The library is whole: {len(sources)} documents, every passage found in both stores."
    )
    return 1 if problems else 0


def rebuild_library(arguments: argparse.Namespace) -> int:
    with tqdm(unit="document") as bar:
        rebuilt = rebuild(Library(settings_from_environment()), lambda name: bar.update())
    for problem in rebuilt.kept_as_they_were:
        print(f"kept as it was: {problem}", file=sys.stderr)
    print(f"Rebuilt from {rebuilt.documents} originals.")
    return 1 if rebuilt.kept_as_they_were else 0


def backup_library(arguments: argparse.Namespace) -> int:
    backup(library_as_set(), Path(arguments.archive))
    print(f"The library is backed up in {arguments.archive}.")
    return 0


def restore_library(arguments: argparse.Namespace) -> int:
    settings = settings_from_environment()
    library = restore(Path(arguments.archive), settings)
    print(f"Restored {len(library.sources())} documents into {settings.home}.")
    return 0
