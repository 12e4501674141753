"""The improvement tracker as plain values: rows, lines for a terminal, and the form for other programs."""

from collections.abc import Sequence
from typing import Any

from assistant import wording
from assistant.batch import citation_json
from assistant.evidence import Citation
from assistant.grounds import Standing
from assistant.improvements import Item, Later, Tracker
from documents.authorities import name_of
from documents.report import Source, Speaker

AGAIN = "also asked for in {years}"
NOT_SINCE = "not mentioned since"
NEWEST = "the newest report: nothing later is held"
UNDATED = "Left out, because the document gives no date: {files}"
NONE = "The documents held about {name} hold no recommendation by inspectors."


def as_lines(tracker: Tracker) -> list[str]:
    """For a terminal: each recommendation, then a line for every later document that speaks of it."""
    lines: list[str] = []
    for item in tracker.items:
        asked = f"{when(item.source)} · {item.source.framework} · {source_place(item.citation)}"
        lines += ["", f"{item.number}. {item.citation.quote.words}", f"   {asked}"]
        lines += [f"   {words}" for words in (repeated(tracker, item), silence(item)) if words]
        for later in item.later:
            if later.standing is not Standing.NOT_MENTIONED:
                lines += _later_lines(later)
    if tracker.undated:
        lines += ["", UNDATED.format(files=", ".join(source.file for source in tracker.undated))]
    return lines[1:] if tracker.items else [NONE.format(name=name_of(tracker.authority)), *lines]


def _later_lines(later: Later) -> list[str]:
    said = [f"     “{one.quote.words}” ({source_place(one)})" for one in later.citations]
    return [f"   {when(later.source)} {later.standing.upper()}: {later.ground} · {who(later.source)}", *said]


def as_json(tracker: Tracker) -> dict[str, Any]:
    return {
        "authority": name_of(tracker.authority),
        "items": [_item(tracker, item) for item in tracker.items],
        "undated": [source.file for source in tracker.undated],
    }


def _item(tracker: Tracker, item: Item) -> dict[str, Any]:
    newest = latest(item)
    return {
        "number": item.number,
        "date": when(item.source),
        "addressed_to": item.recommendation.addressed_to,
        "recommendation": citation_json(item.citation),
        "matters": list(item.matters),
        "again": [{"number": number, "date": when(tracker.item(number).source)} for number in item.again],
        "latest": str(newest.standing) if newest else None,
        "later": [_later(later) for later in item.later],
    }


def _later(later: Later) -> dict[str, Any]:
    return {
        "document": later.source.file,
        "sha256": later.source.sha256,
        "date": when(later.source),
        "framework": str(later.source.framework),
        "speaker": str(later.source.speaker),
        "standing": str(later.standing),
        "ground": str(later.ground),
        "citations": [citation_json(citation) for citation in later.citations],
    }


def latest(item: Item) -> Later | None:
    """What the newest inspection that speaks of the matter says of it."""
    speaking = [each for each in item.later if each.standing is not Standing.NOT_MENTIONED]
    return next((each for each in reversed(speaking) if each.source.speaker is Speaker.INSPECTORATE), None)


def repeated(tracker: Tracker, item: Item) -> str:
    """'also asked for in 2019 and 2023'; nothing where it was asked for once."""
    years = list(dict.fromkeys(when(tracker.item(number).source)[:4] for number in item.again))
    return AGAIN.format(years=_listed(years)) if years else ""


def silence(item: Item) -> str:
    """A word where no later document speaks of the matter."""
    if not item.later:
        return NEWEST
    return NOT_SINCE if all(each.standing is Standing.NOT_MENTIONED for each in item.later) else ""


def when(source: Source) -> str:
    """The day of an inspection's end, or of publication, as 2019-03-08."""
    date = source.inspected_to or source.inspected_from or source.published
    return date.iso if date else "date unknown"


def who(source: Source) -> str:
    """Which inspection it was; of another document, whose words they are."""
    return str(source.framework) if source.speaker is Speaker.INSPECTORATE else wording.who(source)


def source_place(citation: Citation) -> str:
    """'50074947.pdf, page 2'."""
    quote = citation.quote
    first, last = quote.pages[0], quote.pages[-1]
    pages = f"{wording.page_word(quote.source)} {first}" if first == last else f"pages {first}–{last}"
    return f"{quote.source.file}, {pages}"


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
