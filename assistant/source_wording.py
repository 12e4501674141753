"""The words on screen of the panel that shows a source."""

from datetime import datetime
from zoneinfo import ZoneInfo

from assistant import wording
from assistant.evidence import Citation
from documents.media import PDF, SHEETS, SLIDES
from documents.report import MONTHS, Page, Source
from index.marks import Mark, Marked

SOURCES = "Sources"
BEFORE = "Before it:"
QUOTED = "Quoted:"
AFTER = "After it:"
AROUND = "Before and after"
PREVIOUS, NEXT = "Previous {word}", "Next {word}"
LARGER = "Larger"
TEXT_OF = "Text of the {word}"
OPEN_ORIGINAL = "Open the original at this page (new tab)"
DOWNLOAD_ORIGINAL = "Download the original ({file})"
IMAGE = "Image of {page}"
ALT = "{page} of “{title}” as it is printed. Its words stand below as text."
SCANNED = (
    "This page is a scan whose words were read by OCR. Where they stand on the image is not known: they are"
    " marked in the text of the page."
)
NOT_PLACED = (
    "Where the words stand on the image could not be found out for certain: they are marked in the text of"
    " the page."
)
BROKEN = "This page cannot be shown as an image. Its words stand below as text."
COPY = "Copy with citation"
CHECKED, DISPUTED = "Checked by me", "Disputed by me"
BUTTONS = {Mark.CHECKED: CHECKED, Mark.DISPUTED: DISPUTED}
MARKED = "{mark} by {who}, {at}"
LONDON = ZoneInfo("Europe/London")
NO_DOCUMENT = "The document is not, or no longer, in the library."
NO_PAGE = "The document has no such page."
NO_PLACE = "The document has no words at this place."
NO_MARK = "A mark is ‘checked’, ‘disputed’, or nothing to take yours back."


def page_word(source: Source) -> str:
    return {SLIDES: "slide", SHEETS: "sheet"}.get(source.media_type, "page")


def page_title(source: Source, page: Page, count: int | None = None) -> str:
    """'Page 3 of 12 (printed 2)', 'Sheet 2 of 3 (Staffing)', 'Slide 4'."""
    of = f" of {count}" if count else ""
    printed = page.printed if page.printed not in (None, str(page.number)) else None
    note = f" ({'' if source.media_type == SHEETS else 'printed '}{printed})" if printed else ""
    return f"{page_word(source).capitalize()} {page.number}{of}{note}"


def original(source: Source) -> str:
    return OPEN_ORIGINAL if source.media_type == PDF else DOWNLOAD_ORIGINAL.format(file=source.file)


def with_citation(citation: Citation) -> str:
    """“Words” (title, who speaks, when, page and paragraph, file), to be pasted elsewhere."""
    source = citation.quote.source
    parts = [source.title, wording.who(source), wording.when(source), wording.place(citation), source.file]
    return f"“{citation.quote.words}” ({', '.join(parts)})"


def marked(one: Marked) -> str:
    """'Checked by Ada Lovelace, 25 November 2026 at 14:05', in London's time."""
    at = one.at.astimezone(LONDON)
    return MARKED.format(mark=str(one.mark).capitalize(), who=one.who, at=_moment(at))


def standing(marks: list[Marked]) -> str:
    """'checked', 'checked by 2, disputed': what all have said of a quotation, in a word or two."""
    counts = [(mark, sum(one.mark is mark for one in marks)) for mark in Mark]
    return ", ".join(f"{mark} by {count}" if count > 1 else str(mark) for mark, count in counts if count)


def _moment(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year} at {at:%H:%M}"
