"""Who signed a letter, and to whom it is addressed: the lines at its end and its head."""

import re

from assistant.evidence import Quote, together, whole
from documents.report import Passage, Source

SIGNED = re.compile(r"\b(?:signed|signature|signs)\b|\bwho wrote\b", re.IGNORECASE)
ADDRESSED = re.compile(r"\baddressed to\b|\baddressee\b|\bwritten to\b|\bsent to\b", re.IGNORECASE)
GREETING = re.compile(r"^Dear\b")
CLOSING = re.compile(r"^Yours (?:sincerely|faithfully|truly)\b", re.IGNORECASE)
CLOSING_ALONE = 25  # characters, with a comma; more than that names who signed


def lines_of_letter(question: str, passages: list[Passage], source: Source) -> list[Quote]:
    """The lines that the question asks after, in the order of the letter; none where it has no such lines."""
    addressee = _addressee(passages, source) if ADDRESSED.search(question) else []
    return [*addressee, *(_signature(passages, source) if SIGNED.search(question) else [])]


def _addressee(passages: list[Passage], source: Source) -> list[Quote]:
    """The address stands before the greeting, which names the person again."""
    at = next((at for at, passage in enumerate(passages) if GREETING.search(passage.text)), None)
    return [whole(passage, source) for passage in passages[max(at - 1, 0) : at + 1]] if at is not None else []


def _signature(passages: list[Passage], source: Source) -> list[Quote]:
    at = next((at for at, passage in enumerate(passages) if CLOSING.search(passage.text)), None)
    if at is None:
        return []
    last = at + 1 if len(passages[at].text) > CLOSING_ALONE else at + 2
    return [together(passages[at:last], source)]
