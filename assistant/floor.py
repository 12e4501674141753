"""The lowest figures allowed: a file that evaluations are held to, so that a change for the worse is seen."""

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from assistant.figures import MEASURES, Figures, says_something
from documents.problem import KnownProblem

AT_LEAST = (
    "questions",
    "right",
    "right_answerable",
    "evidence_recall",
    "citation_precision",
    "page_right",
    "abstained_when_unanswerable",
    "claims",
    "verdict_accuracy",
    "verdict_grounded",
)
AT_MOST = ("wrong_authority", "abstained_when_answerable")
DIGITS = 4
BELOW = "Below the floor: {label}: {figure}, and {bound} {floor} is asked for."
GONE = "Below the floor: {label}: nothing here to measure it by, and {bound} {floor} is asked for."

Floor = Mapping[str, float]


def read_floor(path: Path) -> Floor:
    remedy = f"Write it anew: python -m assistant evaluate QUESTIONS.jsonl --floor {path} --set-floor"
    try:
        floor: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnownProblem(f"{path} cannot be read as a file of lowest figures: {error}. {remedy}") from error
    if not isinstance(floor, dict) or not all(map(_is_number, floor.values())):
        raise KnownProblem(f"{path} is not an object of names and numbers. {remedy}")
    if unknown := sorted(set(floor) - {*AT_LEAST, *AT_MOST}):
        raise KnownProblem(f"{path} names {', '.join(unknown)}, which is no figure with a floor. {remedy}")
    return floor


def below(floor: Floor, figures: Figures) -> list[str]:
    """A line for each figure that is worse than its floor."""
    return [_line(name, floor[name], figures[name]) for name in floor if _fell(name, floor, figures)]


def set_floor(path: Path, figures: Figures, lower: bool) -> None:
    """Write the present figures; only where `lower` is said may one become worse than it was, or go."""
    if path.exists() and not lower and (lost := below(read_floor(path), figures)):
        raise KnownProblem("\n".join([*lost, f"{path} stays as it is; --lower lowers it all the same."]))
    kept = {
        name: round(figure, DIGITS) for name in MEASURES if (figure := _floored(name, figures)) is not None
    }
    try:
        path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise KnownProblem(f"The figures cannot be written to {path}: {error}. Name another file.") from error


def _floored(name: str, figures: Figures) -> float | None:
    """The figure, where it has a floor and says something."""
    held = name in (*AT_LEAST, *AT_MOST) and says_something(name, figures)
    return figures[name] if held else None


def _fell(name: str, floor: Floor, figures: Figures) -> bool:
    figure = figures[name]
    if figure is None:
        return True
    worse = round(floor[name] - figure, DIGITS)
    return worse < 0 if name in AT_MOST else worse > 0


def _line(name: str, floor: float, figure: float | None) -> str:
    bound = "at most" if name in AT_MOST else "at least"
    form = GONE if figure is None else BELOW
    return form.format(
        label=MEASURES[name], figure=round(figure or 0, DIGITS), bound=bound, floor=round(floor, DIGITS)
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
