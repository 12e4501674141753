"""A line of a page as it was printed: its words and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Positions are in points from the left and the bottom of the page.

    `text` is as the reader gave it, uncleaned; `start` is the reader's index of its first character.
    """

    text: str
    start: int
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
