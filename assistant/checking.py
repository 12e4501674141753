"""The command that checks claims: python -m assistant check --help"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.pack_command import HELP, check_form, write_check
from documents.authorities import lookup
from documents.problem import KnownProblem
from index.library import Library
from index.rebuild import up_to_date
from index.search import Scope
from index.settings import settings_from_environment

if TYPE_CHECKING:
    from assistant.verdicts import Verdict


def add_check(actions: Any) -> None:
    checking = actions.add_parser("check", help="whether the documents bear out a claim, or those of a paper")
    checking.add_argument("claim", nargs="?")
    checking.add_argument("--json", action="store_true")
    checking.add_argument("--authority", help="whom claims are about that name no authority")
    checking.add_argument(
        "--file", metavar="PAPER", help="a .docx, .pdf, .md or .txt file whose claims to check"
    )
    checking.add_argument(
        "--out", metavar="REPORT", help="the paper with its verdicts: .docx, .html or .json"
    )
    checking.add_argument("--pack", metavar="FILE", help=HELP)
    checking.set_defaults(run=check_claims)


def check_claims(arguments: argparse.Namespace) -> int:
    check_form(arguments.pack)
    library = up_to_date(Library(settings_from_environment()), lambda line: print(line, file=sys.stderr))
    if not library.sources():
        raise KnownProblem("The library is empty. Add documents first: python -m index add PATH…")
    scope = _scope(arguments.authority)
    if arguments.file:
        return _check_file(library, Path(arguments.file), arguments.out, arguments.pack, scope)
    if not arguments.claim:
        raise KnownProblem('Write a claim, as in: python -m assistant check "Audit in Trafford is current."')
    from assistant.as_json import verdict_as_json
    from assistant.check import check, checked_whole
    from assistant.check_lines import lines_of

    found = check(library, arguments.claim, scope) or (checked_whole(library, arguments.claim, scope),)
    if arguments.pack:
        write_check(library, arguments.pack, "one text", found)
    if arguments.json:
        print(
            json.dumps([_record(verdict, verdict_as_json) for verdict in found], ensure_ascii=False, indent=1)
        )
    else:
        print("\n\n".join(lines_of(verdict) for verdict in found))
    return 0


def _check_file(library: Library, path: Path, out: str | None, pack: str | None, scope: Scope) -> int:
    from assistant.check import check
    from assistant.check_report import write_report
    from assistant.paper import read_paper

    if not (out or pack):
        raise KnownProblem("Say where the report should go: --out report.docx, .html or .json, or --pack")
    if out and Path(out).exists() and Path(out).samefile(path):
        raise KnownProblem(f"The report would overwrite the paper {path.name}. Name another file: --out …")
    text = read_paper(path)
    found = check(library, text, scope)
    if out:
        write_report(Path(out), path.name, text, found)
    if pack:
        write_check(library, pack, path.name, found)
    into = " and ".join(each for each in (out, pack) if each)
    print(f"{len(found)} claims of {path.name} checked into {into}.", file=sys.stderr)
    return 0


def _record(verdict: "Verdict", as_json: Any) -> dict[str, Any]:
    return {"claim": verdict.claim.text, **as_json(verdict)}


def _scope(name: str | None) -> Scope:
    if name is None:
        return Scope()
    code = lookup(name)
    if code is None:
        raise KnownProblem(
            f"{name!r} is not an English council known to us. Write its name as in 'Trafford'."
        )
    return Scope(authorities=(code,))
