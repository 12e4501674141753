"""Recommendations: what the inspectors say must improve, item by item, and to whom they say it."""

import re
from collections.abc import Iterable, Iterator

from documents.marks import LEADS_IN
from documents.report import Kind, Page, Passage, Recommendation, Span, joined

SECTION = re.compile(
    r"needs? to (?:do to )?improve|areas? (?:for|of) (?:priority action|improvement|development)"
    r"|recommendations?\W*$|further improvement|(?:priority|immediate) actions?\W*$|required to improve"
    r"|significant (?:concerns about the effectiveness|weakness)",
    re.IGNORECASE,
)
NOT_A_LIST = re.compile(  # chapters and boxes that are set as if they stood under such a heading
    r"case stud|practice stud|strengths|progress since|good practice|experiences and progress"
    r"|impact of leaders|(?:inspection|main|headline|key) findings|inspection judge?ments?|summary|next steps"
    r"|information about",
    re.IGNORECASE,
)
ASKS = re.compile(r"\b(?:should|must|needs? to|requires? to|will need|ought to|ensure)\b")
NONE = re.compile(
    r"^(?:there (?:are|were) no\b|no (?:priority|immediate|areas)|none\b)|\bnot? identif(?:y|ied) any\b",
    re.IGNORECASE,
)
FOLLOWING = re.compile(r"following \w+\W*$", re.IGNORECASE)  # "… should take the following action."
HEADS = re.compile(r"responsible body", re.IGNORECASE)
BOARD = re.compile(r"LSCB|Safeguarding Children[’']?s? Board|Children[’']s Safeguarding Board", re.IGNORECASE)
COUNCIL = re.compile(r"local authority", re.IGNORECASE)


def in_section(path: tuple[str, ...]) -> bool:
    """Whether what stands under these headings asks for improvement."""
    opened = [at for at, heading in enumerate(path) if SECTION.search(heading)]
    return bool(opened) and not any(NOT_A_LIST.search(heading) for heading in path[opened[-1] :])


def is_recommendation(listed: bool, row: bool, text: str) -> bool:
    """Whether `text`, which stands in such a section, is an item rather than words about the items."""
    if NONE.search(text) or LEADS_IN.match(text) or FOLLOWING.search(text):
        return False
    if row:
        return not HEADS.match(text)
    return listed or (ASKS.search(text) is not None and not text.endswith(":"))


def with_unlisted(kinds: list[Kind], paths: list[tuple[str, ...]], texts: list[str]) -> list[Kind]:
    """`kinds` with the paragraphs under a heading that asks, but has no list, as what it asks for."""
    listed = {path for kind, path in zip(kinds, paths, strict=True) if kind is Kind.RECOMMENDATION}
    return [
        Kind.RECOMMENDATION
        if kind is Kind.FINDING
        and in_section(path)
        and path not in listed
        and is_recommendation(True, False, text)
        else kind
        for kind, path, text in zip(kinds, paths, texts, strict=True)
    ]


def recommendations(pages: Iterable[Page], passages: Iterable[Passage]) -> tuple[Recommendation, ...]:
    """Each item once, in order. One that was parted into several passages is one item."""
    texts = {page.number: page.text for page in pages}
    items: list[list[Passage]] = []
    for passage in passages:
        if passage.kind is not Kind.RECOMMENDATION:
            continue
        if items and _goes_on(items[-1][-1], passage, texts):
            items[-1].append(passage)
        else:
            items.append([passage])
    return tuple(_item(order, parts, texts) for order, parts in enumerate(items, 1))


def _goes_on(before: Passage, passage: Passage, texts: dict[int, str]) -> bool:
    end, start = before.spans[-1], passage.spans[0]
    between = texts[start.page][end.end : start.start]
    return (
        passage.order == before.order + 1
        and end.page == start.page
        and end.end <= start.start
        and not between.strip()
        and "\n" not in between
    )


def _item(order: int, parts: list[Passage], texts: dict[int, str]) -> Recommendation:
    first = parts[0]
    if row := _row(first, texts):
        return Recommendation(row[0], order, first.order, row[1])
    text = " ".join(part.text for part in parts)
    return Recommendation(_addressed_to(first.heading), order, first.order, text)


def _row(passage: Passage, texts: dict[int, str]) -> tuple[str, str] | None:
    """The responsible body and its action, where the passage is a row of such a table."""
    if not any(re.search("priority action", heading, re.IGNORECASE) for heading in passage.heading):
        return None
    cells = list(_cells(passage.spans))
    if len(cells) != 2:
        return None
    return joined(cells[0], texts), joined(cells[1], texts)


def _cells(spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """The cells of a row, each perhaps over a page break: the second begins where the pages do again."""
    back = next((at for at in range(1, len(spans)) if spans[at].page < spans[at - 1].page), 1)
    yield spans[:back]
    if spans[back:]:
        yield spans[back:]


def _addressed_to(path: tuple[str, ...]) -> str | None:
    for heading in reversed(path):
        if BOARD.search(heading):
            return "Local Safeguarding Children Board"
        if COUNCIL.search(heading):
            return "local authority"
    return None
