"""The areas that inspectors grade, each as one line through the names that frameworks have given it."""

import re
from enum import StrEnum

from documents.judgements import area_key


class Line(StrEnum):
    """An area of practice, over all frameworks; in the order in which reports give them."""

    OVERALL = "overall effectiveness"
    PROTECTION = "help and protection"
    IN_CARE = "children in care"
    CARE_LEAVERS = "care leavers"
    LEADERSHIP = "leadership"
    ADOPTION = "adoption"
    BOARD = "safeguarding children board (LSCB)"
    SEND = "SEND outcomes"
    OTHER = "other"


KEYS = {
    "overall": (Line.OVERALL,),
    "protection": (Line.PROTECTION,),
    "care": (Line.IN_CARE,),
    "leavers": (Line.CARE_LEAVERS,),
    "both": (Line.IN_CARE, Line.CARE_LEAVERS),  # one judgement on both, from 2018 to 2022
    "leaders": (Line.LEADERSHIP,),
    "adoption": (Line.ADOPTION,),
    "board": (Line.BOARD,),
}
EARLIER = (  # names of 2009 to 2013, which `area_key` does not bring together
    (re.compile(r"^leadership and management", re.IGNORECASE), Line.LEADERSHIP),
    (re.compile(r"looked[- ]after", re.IGNORECASE), Line.IN_CARE),
    (re.compile(r"SEND", re.IGNORECASE), Line.SEND),
)
GRADES = {"inadequate": 1, "adequate": 2, "requires improvement to be good": 2, "good": 3, "outstanding": 4}
OUTCOMES = {  # of area SEND inspections: another measure, so never drawn on the scale of the grades
    "widespread and/or systemic failings": 1,
    "inconsistent experiences and outcomes": 2,
    "typically positive experiences and outcomes": 3,
}


def lines_of(area: str) -> tuple[Line, ...]:
    """The lines to which a judgement on `area`, as a report names it, belongs."""
    if known := KEYS.get(area_key(area)):
        return known
    return (next((line for form, line in EARLIER if form.search(area)), Line.OTHER),)


def height(line: Line, grade: str) -> int | None:
    """1 for the lowest grade; None for what is no grade, such as 'not judged'."""
    return (OUTCOMES if line is Line.SEND else GRADES).get(grade)
