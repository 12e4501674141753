"""What a plot of grades shows, in words: for those who do not see it."""

from collections.abc import Sequence

from assistant.areas import Line
from assistant.history import Point
from documents.authorities import name_of

SHORT = {"requires improvement to be good": "requires improvement"}
LISTED = 6  # grades of a line; of more, the first and the latest are said
TABLE = "The table that follows holds every grade."
NO_LINE = "No grade with a date."


def main_point(points: Sequence[Point]) -> str:
    """The course of the overall grade of one authority, and the areas where a later inspection gave none."""
    dated = [point for point in points if point.date and point.height]
    if not dated:
        return f"{NO_LINE} {TABLE}"
    overall = [point for point in dated if point.line is Line.OVERALL]
    newest = [point for point in dated if point.source == dated[-1].source]
    parts = [f"Overall effectiveness: {_course(overall)}"] if overall else []
    if newest[0].line is not Line.OVERALL:
        parts.append(f"Latest, in {year(newest[0])}: {', '.join(map(_of_area, newest))}")
    return f"{name_of(points[0].authority)}, {_years(dated)}. {'. '.join(parts)}. {TABLE}"


def latest(points: Sequence[Point]) -> dict[Line, Point]:
    """The newest point of each line that has one, in the order of the lines."""
    newest = {point.line: point for point in points}  # points come in order of date
    return {line: newest[line] for line in Line if line in newest}


def year(point: Point) -> str:
    return str(point.date.year) if point.date else "date unknown"


def _course(points: list[Point]) -> str:
    """'good in 2015, inadequate in 2019, then requires improvement in 2022'."""
    shown = points if len(points) <= LISTED else [points[0], points[-1]]
    steps = [f"{_grade(point)} in {year(point)}" for point in shown]
    if len(steps) == 1:
        return steps[0]
    return f"{', '.join(steps[:-1])}, then {steps[-1]}"


def _of_area(point: Point) -> str:
    return f"{point.line} {_grade(point)}"


def _grade(point: Point) -> str:
    return SHORT.get(point.judgement.grade, point.judgement.grade)


def _years(points: list[Point]) -> str:
    first, last = year(points[0]), year(points[-1])
    return first if first == last else f"{first} to {last}"
