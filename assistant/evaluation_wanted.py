"""What a person wants of an evaluation beside its figures, checked before the questions are asked."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from assistant.floor import read_floor
from documents.problem import KnownProblem


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files to write, and the floor to hold the figures to; `lower` lets `set_floor` write worse ones."""

    html: Path | None = None
    json: Path | None = None
    floor: Path | None = None
    set_floor: bool = False
    lower: bool = False

    @property
    def scores(self) -> bool:
        """Whether the best candidates' scores are wanted, which takes a second search."""
        return self.html is not None or self.json is not None


def wanted_from(arguments: Namespace) -> Wanted:
    html, json, floor = (
        Path(name) if name else None for name in (arguments.html, arguments.json, arguments.floor)
    )
    return Wanted(html, json, floor, arguments.set_floor, arguments.lower)


def check_wanted(wanted: Wanted, questions: Path) -> None:
    """KnownProblem where the questions would be asked in vain."""
    if wanted.floor is None and (wanted.set_floor or wanted.lower):
        raise KnownProblem("Say which file holds the lowest figures: --floor FLOOR.json --set-floor")
    if wanted.lower and not wanted.set_floor:
        raise KnownProblem("--lower goes with --set-floor: it lets that write a lower figure.")
    if wanted.floor and not wanted.set_floor:
        read_floor(wanted.floor)
    outs = [out for out in (wanted.html, wanted.json, wanted.floor) if out]
    for out in outs:
        if not out.parent.is_dir():
            raise KnownProblem(f"There is no folder {out.parent} for {out.name}. Make it, or name another.")
    if len({out.resolve() for out in (questions, *outs)}) <= len(outs):
        raise KnownProblem("Two of the files named are the same, and one would overwrite the other.")
