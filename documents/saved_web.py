"""Web pages that a browser saved as one file (.mht, .mhtml): the page itself, read like any other."""

from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path

from documents.blocks import Content
from documents.problem import UnreadableReport
from documents.web import article_in

MALFORMED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)  # what email raises


def read_saved_web(path: Path) -> Content:
    try:
        with path.open("rb") as opened:
            saved = message_from_binary_file(opened, policy=policy.default)
        page = _page(saved)
    except MALFORMED as error:
        raise UnreadableReport(f"{path.name} is a damaged saved web page. Save the page again.") from error
    if not page:
        raise UnreadableReport(f"{path.name} is a saved web page without the page. Save it again as .html.")
    return article_in(page, path.name)


def _page(saved: EmailMessage) -> bytes:
    """The first part that is HTML: pictures and frames come after it."""
    part = next((part for part in saved.walk() if part.get_content_type() == "text/html"), None)
    if part is None:
        return b""
    raw = part.get_payload(decode=True)
    charset = part.get_content_charset()
    if not isinstance(raw, bytes) or charset in (None, "utf-8"):
        return raw if isinstance(raw, bytes) else b""
    return raw.decode(charset, errors="replace").encode("utf-8-sig")
