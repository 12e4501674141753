"""The improvement tracker as a spreadsheet: what was asked, how it stands, and room for one's own work."""

from assistant.csv_export import written_csv
from assistant.grounds import Standing
from assistant.improvements import Item, Tracker
from assistant.improvements_shown import latest, repeated, silence, source_place, when, who
from assistant.sheet_export import Sheet, new_book
from documents.authorities import name_of

OWN = (
    "Owner",
    "What we have done since",
    "What we can show",
    "Next step, by when",
)  # for the service to fill
ITEMS = (
    ("No.", 6), ("Asked", 12), ("Inspection", 22), ("Addressed to", 16), ("What must improve", 58),
    ("Source", 24), ("Also asked for", 18), ("Latest word", 16), ("In the inspectors’ words", 58),
    ("Source of the latest word", 24), *((name, 26) for name in OWN),
)  # fmt: skip
EVIDENCE = (
    ("No.", 6), ("Asked", 12), ("What must improve", 44), ("Later document", 12), ("Kind", 24),
    ("Verdict", 16), ("Why", 30), ("Quotation", 60), ("Source", 24), ("Second quotation", 60), ("Source", 24),
)  # fmt: skip
NOTES = (
    "Every quotation stands word for word on the page named beside it.",
    "Better: inspectors say that the matter has improved, or now speak well of it.",
    "Same: inspectors still find it wanting, or ask for it again.",
    "Worse: inspectors say that it has declined.",
    "Mentioned: it is spoken of, but the words do not settle a verdict: read the quotation.",
    "Not mentioned: no sentence on the matter was found. Read the report before relying on its silence.",
    "The verdicts follow from rules on the words quoted; they are a help in reading, and no finding.",
)
FILLS: dict[str, str] = {
    Standing.BETTER: "D9EAD3",
    Standing.SAME: "FFF2CC",
    Standing.WORSE: "F4CCCC",
    Standing.MENTIONED: "DEEAF6",
}


def as_xlsx(tracker: Tracker) -> bytes:
    """A workbook of three sheets: the list, the evidence behind it, how to read them."""
    items = [_row(tracker, item) for item in tracker.items]
    evidence = [row for item in tracker.items for row in _evidence(item)]
    undated = [f"Left out, because it gives no date: {source.file}" for source in tracker.undated]
    sheets = (Sheet("Improvement tracker", ITEMS, items), Sheet("Evidence", EVIDENCE, evidence))
    return new_book(sheets, (f"Improvement tracker: {name_of(tracker.authority)}", *NOTES, *undated), FILLS)


def as_csv(tracker: Tracker) -> str:
    """The list alone, without the columns for one's own work."""
    names = [name for name, _ in ITEMS[: -len(OWN)]]
    return written_csv([names, *(_row(tracker, item)[: len(names)] for item in tracker.items)])


def _row(tracker: Tracker, item: Item) -> list[object]:
    newest = latest(item)
    citation = newest.citations[0] if newest and newest.citations else None
    word = (
        f"{newest.standing} ({when(newest.source)[:4]})" if newest else silence(item) or "not mentioned since"
    )
    return [
        item.number,
        when(item.source),
        str(item.source.framework),
        item.recommendation.addressed_to or "",
        item.citation.quote.words,
        source_place(item.citation),
        repeated(tracker, item).removeprefix("also asked for "),
        word,
        citation.quote.words if citation else "",
        source_place(citation) if citation else "",
        *("" for _ in OWN),
    ]


def _evidence(item: Item) -> list[list[object]]:
    rows = []
    for later in item.later:
        said = [part for one in later.citations for part in (one.quote.words, source_place(one))]
        asked = [item.number, when(item.source), item.citation.quote.words]
        told = [when(later.source), who(later.source), str(later.standing), str(later.ground)]
        rows.append([*asked, *told, *said, *("" for _ in range(4 - len(said)))])
    return rows
