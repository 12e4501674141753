"""E-mails (.eml) through the standard library: the subject as heading, who and when, and what was written."""

from collections.abc import Iterator
from datetime import datetime
from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path

from lxml import html

from documents.blocks import Block, Content, Piece, Role
from documents.limits import check_text
from documents.plain import article_in
from documents.problem import UnreadableReport
from documents.report import ReportDate
from documents.saved_web import MALFORMED

LINES = {"br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "blockquote", "hr"}
SILENT = "//script|//style|//head|//comment()"
UNDER = 2  # the level of the highest heading in the message, below its subject


def read_mail(path: Path) -> Content:
    try:
        with path.open("rb") as opened:
            message = message_from_binary_file(opened, policy=policy.default)
        head, body, subject, sent = (
            list(_head(message)),
            _body(message),
            _line(message, "subject"),
            _sent(message),
        )
        attached = list(_attached(message))
    except MALFORMED as error:
        raise UnreadableReport(
            f"{path.name} is a damaged e-mail. Save it again, or print it to PDF."
        ) from error
    check_text(len(body), path.name)
    written = article_in(body.replace("\f", "\n"), path.name).blocks if body.strip() else ()
    published = sent.date().isoformat() if sent else None
    return Content((*head, *written, *attached), (None,), title=subject or None, published=published)


def _head(message: EmailMessage) -> Iterator[Block]:
    if subject := _line(message, "subject"):
        yield Block(1, Role.HEADING, (Piece(subject),), level=0)
    for name in ("From", "To", "Cc"):
        if people := _line(message, name):
            yield Block(1, Role.ROW, (Piece(f"{name}: {people}"),))
    if sent := _sent(message):
        day = ReportDate(sent.year, sent.month, sent.day).words
        yield Block(1, Role.ROW, (Piece(f"Sent: {day}, {sent:%H:%M}"),))


def _line(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _sent(message: EmailMessage) -> datetime | None:
    """When it was sent, by the sender's clock."""
    found = getattr(message.get("date"), "datetime", None)
    return found if isinstance(found, datetime) else None


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    words = str(part.get_content())
    return _words_of(words) if part.get_content_type() == "text/html" else words


def _words_of(page: str) -> str:
    """The text of an HTML message, with its lines."""
    if not page.strip():
        return ""
    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.xpath(SILENT):
        element.drop_tree()
    for element in root.iter(*LINES):
        mark = "• " if element.tag == "li" else ""
        element.text = f"\n{mark}{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return "".join(root.itertext())


def _attached(message: EmailMessage) -> Iterator[Block]:
    """What came with it, by name: added on its own it can be read, and this is not the sender's text."""
    for part in message.iter_attachments():
        if name := part.get_filename():
            yield Block(1, Role.BOILERPLATE, (Piece(f"Attached, and not read: {name}"),))
