"""Answers about change over time: one entry for each inspection, earliest first."""

import re

from assistant import wording
from assistant.asking import Asking, Part
from assistant.cues import INSPECTORS
from assistant.evidence import Quote, whole
from assistant.facts import best
from assistant.find import find
from assistant.grades import of_area
from assistant.inspections import AREA
from assistant.likeness import shares
from assistant.lists import MATCHED
from assistant.matter import matter
from assistant.ranking import by_name
from documents.report import Source, Speaker

FEW = 3  # documents, of which each may give two quotations
MOST = 2  # quotations of one document
SEARCHED = 8, 32  # passages of a document at least, and of all together where that is more for each
OPENED = 3, 8
NEAR = 6.0  # how close the second must come to the first (logits)
OF_THE_AREA = re.compile(r"\bsend\b|\behc|special educational|\bdisabilit", re.IGNORECASE)


def changed(asking: Asking) -> list[Part]:
    """What each document in question says of the matter; the newest is the one that holds now."""
    sources = _of_one_service(asking)
    most = 2 if len(sources) <= FEW else 1
    entries = []
    about = matter(asking.reading.topic)
    passages, opened = (max(few, whole // max(1, len(sources))) for few, whole in (SEARCHED, OPENED))
    for source in sources:
        found = by_name(find(asking.library, about, [source], passages=passages, opened=opened), about)
        quotes = best(asking, found, most=most, near=NEAR)
        quotes += [each for each in asked_for(asking, source, about) if each not in quotes]
        grade = of_area(asking, source, about)
        if quotes or grade:
            entries.append((source, (*grade, *quotes[:MOST])))
    newest = entries[-1][0] if entries else None
    return [Part(_lead(source, source is newest), quotes) for source, quotes in entries]


def asked_for(asking: Asking, source: Source, about: str) -> list[Quote]:
    """What the inspection asked to be improved in this matter: the item that shares most of its words."""
    items = asking.recommendations(source)
    found = shares(about, [passage.text for _, passage in items])
    most = max(found, default=0.0)
    return [whole(items[found.index(most)][1], source)] if most >= MATCHED else []


def _of_one_service(asking: Asking) -> list[Source]:
    """Inspections of the area's partnership speak to another matter, unless the question is about it.

    What the council says of itself is no inspector's view.
    """
    sources = list(asking.sources)
    if INSPECTORS.search(asking.reading.question) and Speaker.COUNCIL not in asking.reading.speakers:
        sources = [source for source in sources if source.speaker is not Speaker.COUNCIL] or sources
    if asking.reading.frameworks or OF_THE_AREA.search(asking.reading.question):
        return sources
    return [source for source in sources if source.framework not in AREA] or sources


def _lead(source: Source, is_newest: bool) -> str:
    return f"{wording.about(source)} {wording.NEWEST}" if is_newest else wording.about(source)
