"""The command that prints the record of who did what: python -m assistant audit --help"""

import argparse
import json
from datetime import datetime
from typing import Any

from assistant.audit import noted
from assistant.london import LONDON, in_london
from documents.problem import KnownProblem
from index.records import AUDIT
from index.settings import settings_from_environment


def add_audit(actions: Any) -> None:
    auditing = actions.add_parser("audit", help="who did what, and when")
    auditing.add_argument("--since", metavar="DATE", help="from this day on, as in 2026-11-25")
    auditing.add_argument("--who", metavar="NAME")
    auditing.add_argument("--json", action="store_true", help="the lines as they are kept")
    auditing.set_defaults(run=audit)


def audit(arguments: argparse.Namespace) -> int:
    path = settings_from_environment().home / AUDIT
    since = _day(arguments.since) if arguments.since else None
    for entry in noted(path, since, arguments.who):
        print(json.dumps(entry) if arguments.json else _line(entry))
    return 0


def _day(words: str) -> datetime:
    """When that day, or that time, begins in London."""
    try:
        at = datetime.fromisoformat(words)
    except ValueError as error:
        raise KnownProblem(f"{words!r} is not a date. Write it as in 2026-11-25") from error
    return at if at.tzinfo else at.replace(tzinfo=LONDON)


def _line(entry: dict[str, str]) -> str:
    at = (
        f"{in_london(datetime.fromisoformat(entry['at'])):%Y-%m-%d %H:%M:%S}"
        if entry["at"]
        else "time unknown"
    )
    about = [f"{name}: {words}" for name, words in entry.items() if name not in ("at", "who", "action")]
    line = "  ".join([at, entry["who"], entry["action"], *about])
    return "".join(each if each.isprintable() else " " for each in line)
