"""The end of an evidence pack: the documents quoted, and each page cited with its words marked."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant import pack_wording, wording
from assistant.evidence import Citation
from assistant.pack import Cited, CitedPage, Excerpt
from assistant.since import since
from documents.highlight import Box, boxes
from documents.marked_page import ONE_AT_A_TIME, page_png
from documents.media import PDF
from documents.problem import UnreadableReport
from documents.report import Page, Span, joined
from index import catalogue
from index.library import Library

WIDTH = 1000  # pixels: on A4 about 160 to the inch, so that small print can be read
MOST_PICTURES = 120  # in one pack: some 12 MB
Labelled = tuple[int, Citation]


def cited_documents(library: Library, cited: Iterable[Labelled]) -> tuple[Cited, ...]:
    """Each document once, as the quotations describe it, in the order in which they come."""
    sources = dict.fromkeys(citation.quote.source for _, citation in cited)
    held = {source.sha256: source for source in library.sources()}
    return tuple(
        Cited(each.title, wording.about(each).removeprefix(f"{each.title} · "), each.file, each.sha256, said)
        for each in sources
        for said in [since(each, held)]
    )


def cited_pages(library: Library, cited: Iterable[Labelled]) -> tuple[CitedPage, ...]:
    """Each page once, whatever number of quotations stand on it, in the order in which they come."""
    by_page: dict[tuple[str, int], list[Labelled]] = {}
    for label, citation in cited:
        for number in citation.quote.pages:
            by_page.setdefault((citation.quote.source.sha256, number), []).append((label, citation))
    return tuple(
        _page(library, number, some, at < MOST_PICTURES)
        for at, ((_, number), some) in enumerate(by_page.items())
    )


def _page(library: Library, number: int, cited: Sequence[Labelled], pictured: bool) -> CitedPage:
    source = cited[0][1].quote.source
    page = f"{wording.page_word(source).capitalize()} {number}"
    quotations = _quotations([label for label, _ in cited])
    heading = pack_wording.PAGE.format(page=page, file=source.file, quotations=quotations)
    alt = pack_wording.ALT.format(page=page, file=source.file, quotations=quotations)
    held, original = _held(library, source.sha256, number), library.originals.path(source.sha256)
    excerpts = _excerpts(library, cited)
    if source.media_type != PDF:
        return CitedPage(heading, pack_wording.IN_CONTEXT, None, "", excerpts)
    if held is None or original is None:
        return CitedPage(heading, pack_wording.NO_ORIGINAL, None, "", excerpts)
    if not pictured:
        return CitedPage(heading, pack_wording.TOO_MANY.format(most=MOST_PICTURES), None, "", excerpts)
    return _pictured(heading, alt, original, held, cited, excerpts)


def _pictured(
    heading: str,
    alt: str,
    original: Path,
    page: Page,
    cited: Sequence[Labelled],
    excerpts: tuple[Excerpt, ...],
) -> CitedPage:
    found = [_boxes(original, page, citation) for _, citation in cited]
    try:
        picture = page_png(original, page.number, [box for some in found for box in some], WIDTH)
    except UnreadableReport:
        return CitedPage(heading, pack_wording.NO_PICTURE, None, "", excerpts)
    unmarked = tuple(each for each, some in zip(excerpts, found, strict=True) if not some)
    note = pack_wording.NOT_ON_PAGE if unmarked else pack_wording.WHERE_MARKED
    return CitedPage(heading, note, picture, alt, unmarked)


def _boxes(original: Path, page: Page, citation: Citation) -> Sequence[Box]:
    """None where the words no longer stand at their place: the document may have been read anew."""
    spans = [span for span in citation.quote.spans if span.page == page.number]
    if not page.runs or not _stands(spans, page, citation):
        return ()
    with ONE_AT_A_TIME:
        return boxes(original, page, [(span.start, span.end) for span in spans])


def _stands(spans: Sequence[Span], page: Page, citation: Citation) -> bool:
    if any(span.end > len(page.text) for span in spans):
        return False
    return joined(tuple(spans), {page.number: page.text}) in citation.quote.words


def _held(library: Library, sha256: str, number: int) -> Page | None:
    with library.catalogue.reading() as db:
        return next((page for page in catalogue.pages(db, sha256) if page.number == number), None)


def _excerpts(library: Library, cited: Iterable[Labelled]) -> tuple[Excerpt, ...]:
    return tuple(_excerpt(library, label, citation) for label, citation in cited)


def _excerpt(library: Library, label: int, citation: Citation) -> Excerpt:
    """The passage round the words, and its neighbours where the document is still held as it was."""
    quote = citation.quote
    before, after = quote.passage.text[: quote.start], quote.passage.text[quote.end :]
    with library.catalogue.reading() as db:
        passages = catalogue.passages(db, quote.source.sha256)
    for at, passage in enumerate(passages):
        if passage.id == quote.passage.id and passage.text == quote.passage.text:
            before = "\n".join([*(each.text for each in passages[max(at - 1, 0) : at]), before])
            after = "\n".join([after, *(each.text for each in passages[at + 1 : at + 2])])
    return Excerpt(label, before, quote.words, after)


def _quotations(labels: Sequence[int]) -> str:
    numbers = ", ".join(f"[{label}]" for label in labels)
    return f"quotation {numbers}" if len(labels) == 1 else f"quotations {numbers}"
