"""Where the sentences of a passage begin and end."""

import re

END = re.compile(r"[.!?]+[’”'\")\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
ABBREVIATION = re.compile(  # "Dr. Smith", "e.g. This", "J. Smith", "No. 4"
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Rev|Hon|Cllr|No|Nos|vs|etc|approx|para|paras|p|pp|fig|e\.g|i\.e|cf|al)"
    r"|\b[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The start and end of each sentence, in order; together they hold every word of `text`."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in END.finditer(text):
        if ABBREVIATION.search(text[start : end.end()]):
            continue
        found.append((start, end.end()))
        start = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    if text[start:].strip():
        found.append((start, start + len(text[start:].rstrip())))
    return found
