"""Tags in the PDFs we make, so that a screen reader knows headings, quotations and pictures, in order.

reportlab writes none by itself, but lets marks into its pages and a structure tree into its catalogue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass(slots=True)
class Element:
    """A piece of the document with its tag, such as H1, P or Figure; `places` are its (page, number)s."""

    tag: str
    alt: str = ""
    places: list[tuple[Any, int]] = field(default_factory=list)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that remembers what is marked on it, and writes the tree of it when it is saved."""

    def __init__(self, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        self._elements: dict[int, Element] = {}
        self._on_page: list[Element] = []
        self._by_page: list[list[Element]] = []

    @contextmanager
    def marking(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to `element`."""
        number = len(self._on_page)
        self._elements[id(element)] = element
        element.places.append((self._doc.thisPageRef(), number))
        self._on_page.append(element)
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """What is drawn meanwhile is not read out, such as the number of the page."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._by_page.append(self._on_page)
        self._on_page = []
        super().showPage()

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._write_tree()
        super().save()

    def _write_tree(self) -> None:
        document = self._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        top = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document")})
        top_at, root_at = document.Reference(top), document.Reference(root)
        top["P"] = root_at
        written = {key: document.Reference(_written(each, top_at)) for key, each in self._elements.items()}
        top["K"] = PDFArray(list(written.values()))
        pages: list[Any] = []
        for number, page in enumerate(document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            pages += [number, PDFArray([written[id(each)] for each in self._by_page[number]])]
        root["K"] = PDFArray([top_at])
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(pages)}))
        document.Catalog.StructTreeRoot = root_at
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _written(element: Element, parent: Any) -> PDFDictionary:
    kids = [
        PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": number}) for page, number in element.places
    ]
    parts = {"Type": PDFName("StructElem"), "S": PDFName(element.tag), "P": parent, "K": PDFArray(kids)}
    return PDFDictionary({**parts, "Alt": PDFString(element.alt)} if element.alt else parts)
