"""Web pages through trafilatura: the article without navigation, cookie notices, related news and footers."""

import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml import etree, html

from documents.blocks import Block, Content, Piece, Role
from documents.limits import check_text
from documents.problem import UnreadableReport

PUBLISHED = "//meta[@property='article:published_time' or @name='date' or @itemprop='datePublished']/@content"

PICTURE = re.compile(rb"data:[\w.+/-]+;base64,[A-Za-z0-9+/=]+")  # pictures and fonts saved inside the page


def read_web(path: Path) -> Content:
    return article_in(path.read_bytes(), path.name)


def article_in(raw: bytes, name: str) -> Content:
    """The article of a web page, as one page. UnreadableReport where there is none."""
    raw = PICTURE.sub(b"", raw)
    check_text(len(raw), name)
    article = trafilatura.bare_extraction(
        raw, include_comments=False, include_tables=True, with_metadata=True
    )
    if article is None or article.body is None or not "".join(article.body.itertext()).strip():
        raise UnreadableReport(
            f"{name} is a web page in which no article can be found. Save the article, or its text."
        )
    return Content(
        blocks=tuple(_blocks(article.body)),
        printed=(None,),
        title=article.title,
        publisher=article.sitename,
        published=_stated_date(raw),
    )


def _stated_date(raw: bytes) -> str | None:
    """The date the page's own metadata gives; trafilatura's would be a guess where there is none."""
    stated = html.document_fromstring(raw).xpath(PUBLISHED)
    return str(stated[0])[:10] if stated else None


def _blocks(body: etree._Element) -> Iterator[Block]:
    for element in body:
        if element.tag == "head":
            yield _block(Role.HEADING, element, int((element.get("rend") or "h2")[-1:] or 2))
        elif element.tag == "list":
            yield from _bullets(element, 1)
        elif element.tag == "table":
            yield from (_row(row) for row in element.iter("row"))
        elif "".join(element.itertext()).strip():
            yield _block(Role.PARAGRAPH, element)


def _bullets(element: etree._Element, level: int) -> Iterator[Block]:
    for item in element.iterchildren("item"):
        nested = item.findall("list")
        words = " ".join(part for part in _own_text(item) if part.strip())
        if words:
            yield Block(1, Role.BULLET, (Piece(words),), level)
        for inner in nested:
            yield from _bullets(inner, level + 1)


def _own_text(item: etree._Element) -> Iterator[str]:
    yield item.text or ""
    for child in item:
        if child.tag != "list":
            yield "".join(child.itertext())
        yield child.tail or ""


def _row(row: etree._Element) -> Block:
    cells = (" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell"))
    return Block(1, Role.ROW, (Piece(" | ".join(cell for cell in cells if cell)),))


def _block(role: Role, element: etree._Element, level: int = 0) -> Block:
    return Block(1, role, (Piece("".join(element.itertext())),), level)
