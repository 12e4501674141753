"""The words of one Word paragraph, parted where a page ends, without what was deleted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says the same again
AWAY = {FALLBACK, *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:instrText", "w:txbxContent"))}
SIGNS = {qn("w:tab"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad"}
NEW_PAGE = "page"


@dataclass(slots=True)
class Stretch:
    """Words on one page; `new_page` where they are the first on a page after that of the words before."""

    new_page: bool
    text: str = ""
    bold: bool = True
    notes: list[str] = field(default_factory=list)


def stretches(paragraph: Element, laid_out: bool) -> list[Stretch]:
    """`laid_out` says that Word noted where its pages ended: then the author's own breaks do not count."""
    found = [Stretch(new_page=not laid_out and _opens_page(paragraph))]
    for element in _signs(paragraph):
        last = found[-1]
        if element.tag == qn("w:t"):
            last.text += element.text or ""
            last.bold = last.bold and (_is_bold(element) or not (element.text or "").strip())
        elif element.tag in SIGNS:
            last.text += SIGNS[element.tag]
        elif element.tag == qn("w:footnoteReference"):
            last.notes.append(element.get(qn("w:id"), ""))
        elif _ends_page(element, laid_out):
            found.append(Stretch(new_page=True))
        elif element.tag == qn("w:br"):
            last.text += "\n"
    return found


def boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph."""
    found = paragraph.iter(qn("w:txbxContent"))
    return [box for box in found if next(box.iterancestors(FALLBACK), None) is None]


def has_numbers(paragraph: Element) -> bool:
    """Whether Word numbers the paragraph or gives it a bullet."""
    number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return number is not None and number.get(qn("w:val")) != "0"


def _signs(element: Element) -> Iterator[Element]:
    """Everything inside that is read, in order."""
    waiting = [element]
    while waiting:
        following = waiting.pop()
        yield following
        waiting += [child for child in reversed(following) if child.tag not in AWAY]


def _opens_page(paragraph: Element) -> bool:
    opens = paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}")
    return opens is not None and opens.get(qn("w:val")) not in ("0", "false")


def _ends_page(element: Element, laid_out: bool) -> bool:
    if laid_out:
        return bool(element.tag == qn("w:lastRenderedPageBreak"))
    return bool(element.tag == qn("w:br") and element.get(qn("w:type")) == NEW_PAGE)


def _is_bold(words: Element) -> bool:
    bold = words.getparent().find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val")) not in ("0", "false")
