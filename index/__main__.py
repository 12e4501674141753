"""The library from the command line: python -m index --help"""

import argparse
import logging
import sys

from documents.problem import KnownProblem
from documents.report import Speaker
from index import adding, commands, fetching, leaving, looking
from index.fields import FIELDS, UNKNOWN


def main(words: list[str] | None = None) -> int:
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except KnownProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. What was added stays; run the same command again to finish.", file=sys.stderr)
        return 130
    except Exception:
        logging.exception("The command failed")
        print("Something went wrong that we did not foresee; the details stand above.", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m index", description="The library of inspection documents.")
    actions = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    add = actions.add_parser("add", help="add files, folders and .zip archives")
    add.add_argument("paths", nargs="+", metavar="PATH")
    add.add_argument("--replace", metavar="OLD", help="the document this one takes the place of")
    add.set_defaults(run=adding.add)

    listing = actions.add_parser("list", help="what the library holds")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=looking.list_documents)

    show = actions.add_parser("show", help="one document: what it is, and its passages")
    show.add_argument("file", metavar="FILE")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=looking.show)

    _add_describe(actions)
    _add_tables(actions)
    _add_search(actions)

    _add_leaving(actions)
    _add_fetch(actions)

    for name, run, what in (
        ("check", commands.check_library, "is every passage found in both stores, with true offsets?"),
        ("rebuild", commands.rebuild_library, "read every original again and make the index anew"),
    ):
        actions.add_parser(name, help=what).set_defaults(run=run)
    for name, run, what in (
        ("backup", commands.backup_library, "the whole library into one archive"),
        ("restore", commands.restore_library, "a library from such an archive"),
    ):
        archive = actions.add_parser(name, help=what)
        archive.add_argument("archive", metavar="ARCHIVE.tar.gz")
        archive.set_defaults(run=run)
    return parser


def _add_leaving(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    for name, run, what in (
        ("remove", leaving.remove, "take documents out; for 30 days that can be undone"),
        ("undo-remove", leaving.undo_remove, "bring removed documents back"),
        ("erase", leaving.erase_documents, "erase documents for good, with all that was kept of them"),
    ):
        leave = actions.add_parser(name, help=what)
        leave.add_argument("files", nargs="+", metavar="FILE")
        leave.set_defaults(run=run)
    leave.add_argument("--yes", action="store_true", help="without asking again")
    removed = actions.add_parser("removed", help="what was removed in the last 30 days")
    removed.set_defaults(run=leaving.list_removed)


def _add_fetch(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    fetch = actions.add_parser(
        "fetch", help="download published reports and add them, where INSPECTION_FETCH=yes"
    )
    fetch.add_argument("--authority", required=True, metavar="NAME")
    fetch.add_argument("--list", action="store_true", help="only say which there are")
    fetch.add_argument(
        "--changed-too", action="store_true", help="also what is not, or no longer, the report listed"
    )
    fetch.set_defaults(run=fetching.fetch_reports)


def _add_describe(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    describe = actions.add_parser(
        "describe", help="what a document is said to be, and correcting it; the correction is kept for good"
    )
    describe.add_argument("file", metavar="FILE")
    for name, field in FIELDS.items():
        example = f"such as {field.example}" + (f", or {UNKNOWN}" if field.may_be_unknown else "")
        several = "; more than one may be given" if field.many else ""
        describe.add_argument(
            f"--{field.option}", dest=name, action="append", metavar="VALUE", help=example + several
        )
    describe.add_argument(
        "--unset",
        action="append",
        choices=[field.option for field in FIELDS.values()],
        metavar="FIELD",
        help="withdraw the correction of a field: it says again what was read",
    )
    describe.set_defaults(run=commands.describe)


def _add_tables(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    for name, run in (
        ("judgements", looking.judgements),
        ("recommendations", looking.recommendations),
    ):
        table = actions.add_parser(name, help=f"the {name} of all documents, each with its source and page")
        table.add_argument("--authority", metavar="NAME")
        forms = table.add_mutually_exclusive_group()
        forms.add_argument("--csv", action="store_true", help="for a spreadsheet")
        forms.add_argument("--json", action="store_true")
        table.set_defaults(run=run)


def _add_search(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    search = actions.add_parser("search", help="the passages that fit a question best")
    search.add_argument("question")
    search.add_argument("--authority", action="append", metavar="NAME")
    search.add_argument("--speaker", action="append", choices=[str(speaker) for speaker in Speaker])
    search.add_argument(
        "--since", metavar="DATE", help="published (or inspected) since; 2019-03-01, 2019-03 or 2019"
    )
    search.add_argument("--until", metavar="DATE")
    search.add_argument("--limit", type=int, default=10)
    search.set_defaults(run=looking.find)


if __name__ == "__main__":
    sys.exit(main())
