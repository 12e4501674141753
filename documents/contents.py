"""Contents pages: told by rows that end in page numbers, so that none of them passes for a heading."""

import re
from itertools import pairwise

from documents.clean import clean
from documents.lines import Line

TITLE = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
ENTRY = re.compile(r"(?:.*\S[\s.…]+|.*\?)?(\d{1,3})")  # "Findings 3", "improve?4", "3" in a column of its own
TITLED, UNTITLED = 3, 6  # entries that make a contents page with its title, and without
RAGGED = 30  # points from the right edge within which page numbers end
SHARE = 0.4  # of the lines that must be entries where there is no title


def contents(lines: list[Line]) -> list[Line]:
    """The lines of `lines` that are a table of contents, row by row from the top."""
    order = sorted(lines, key=lambda line: (-round(line.baseline), line.left))
    words = [clean(line.text) for line in order]
    edge = max((line.right for line in order), default=0.0)
    entries = [at for at, text in enumerate(words) if ENTRY.fullmatch(text)]
    titles = [at for at, text in enumerate(words) if TITLE.fullmatch(text)]
    if titles and sum(at > titles[0] for at in entries) >= TITLED:
        return order[titles[0] : entries[-1] + 1]
    entries = [at for at in entries if order[at].right > edge - RAGGED]
    numbers = [int(found.group(1)) for at in entries if (found := ENTRY.fullmatch(words[at]))]
    rising = all(first <= second for first, second in pairwise(numbers))
    if rising and len(entries) >= max(UNTITLED, SHARE * len(order)):
        return order[: entries[-1] + 1]
    return []


def entries_of(lines: list[Line]) -> list[list[Line]]:
    """The rows of a table of contents: a label, over one line or more, and its page number."""
    rows: list[list[Line]] = [[]]
    for line in lines:
        rows[-1].append(line)
        if ENTRY.fullmatch(clean(line.text)) or TITLE.fullmatch(clean(line.text)):
            rows.append([])
    return [row for row in rows if row]
