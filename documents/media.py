"""What kind of document a file really is, told by its content; its name may be wrong."""

import re
import zipfile
from pathlib import Path

from documents.limits import MEGABYTE, check_unpacked
from documents.problem import UnreadableReport

PDF = "application/pdf"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WEB = "text/html"
SAVED_WEB = "multipart/related"
MAIL = "message/rfc822"
PLAIN = "text/plain"
SUFFIXES = {
    ".pdf": PDF, ".docx": WORD, ".pptx": SLIDES, ".xlsx": SHEETS, ".html": WEB, ".htm": WEB,
    ".mht": SAVED_WEB, ".mhtml": SAVED_WEB, ".eml": MAIL, ".txt": PLAIN, ".md": PLAIN,
}  # fmt: skip
NAMES = {
    PDF: "a PDF", WORD: "a Word document", SLIDES: "a PowerPoint deck", SHEETS: "an Excel workbook",
    WEB: "a web page", SAVED_WEB: "a saved web page", MAIL: "an e-mail", PLAIN: "plain text",
}  # fmt: skip
I_READ = "I read PDF, Word, PowerPoint, Excel, web pages, e-mails and text."
MAIN_PARTS = ((b"wordprocessingml.document.main", WORD), (b"presentationml.presentation.main", SLIDES),
              (b"spreadsheetml.sheet.main", SHEETS))  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how Office files began before 2007, and encrypted ones still do
OLE_PARTS = tuple(  # the names of streams in such a file, and what holds them
    (part.encode("utf-16-le"), what)
    for part, what in (
        ("EncryptedPackage", "protected by a password. Save a copy without one and add that."),
        ("__substg1.0_", "a message saved by Outlook as .msg. Save it as .eml, or print it to PDF."),
        ("WordDocument", "a Word document of before 2007. Save it as .docx."),
        ("Workbook", "an Excel workbook of before 2007. Save it as .xlsx."),
        ("PowerPoint Document", "a PowerPoint deck of before 2007. Save it as .pptx."),
    )
)
HEADER = re.compile(rb"[!-9;-~]+:(?:[ \t].*)?|[ \t]+\S.*")  # of an e-mail: "Subject: Focused visit"
MAILS = re.compile(rb"^(?:from|to|subject|date|mime-version|received|message-id|return-path):", re.I | re.M)
SAVED = re.compile(rb"^(?:snapshot-content-location:|from: *<?saved by )", re.I | re.M)
SENT = re.compile(rb"^(?:to|cc|received|message-id|return-path|delivered-to):", re.I | re.M)
RELATED = re.compile(rb"^content-type: *multipart/related", re.I | re.M)


def media_type_of(path: Path, name: str) -> str:
    """UnreadableReport where it is nothing we read, or where its name says otherwise."""
    with path.open("rb") as opened:
        start = opened.read(4096)
    if not start:
        raise UnreadableReport(f"{name} is empty. Fetch or save it again.")
    found = _sniffed(path, start, name)
    expected = SUFFIXES.get(Path(name).suffix.lower())
    if found is None:
        raise UnreadableReport(f"{name} is {_what(path, start)}")
    if expected not in (None, found) and PLAIN not in (found, expected):
        raise UnreadableReport(
            f"{name} is really {NAMES[found]}, not {NAMES[expected]}: the download or its name went wrong."
            " Fetch the document again, or give it its true ending."
        )
    return found


def _sniffed(path: Path, start: bytes, name: str) -> str | None:
    opening = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in start[:1024].lower():
        return PDF
    if start.startswith(b"PK"):
        return _packed(path, name)
    if message := _message(start):
        return message
    if opening.startswith((b"<!doctype html", b"<html")) or b"<html" in opening[:1024]:
        return WEB
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return PLAIN
    controls = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return PLAIN if controls == 0 and not opening.startswith(b"{\\rtf") else None


def _packed(path: Path, name: str) -> str | None:
    """What an Office file holds: its list of contents says so."""
    try:
        with zipfile.ZipFile(path) as archive:
            check_unpacked(archive, name)
            with archive.open("[Content_Types].xml") as opened:
                contents = opened.read(MEGABYTE)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, KeyError, OSError, RuntimeError, ValueError, EOFError):
        return None
    return next((found for part, found in MAIN_PARTS if part in contents), None)


def _message(start: bytes) -> str | None:
    """An e-mail, or the web page that a browser saved in the form of one."""
    head = re.split(rb"\r?\n\r?\n", start.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    lines = head.splitlines()[:-1] if len(head) >= 4000 else head.splitlines()
    if not all(HEADER.fullmatch(line) for line in lines) or len(set(MAILS.findall(head.lower()))) < 2:
        return SAVED_WEB if RELATED.match(head) else None
    return SAVED_WEB if SAVED.search(head) or (RELATED.search(head) and not SENT.search(head)) else MAIL


def _what(path: Path, start: bytes) -> str:
    """What a file is that we do not read, and what to do."""
    if start.startswith((b"MZ", b"\x7fELF")):
        return f"a program, not a document. {I_READ}"
    if start.startswith(b"PK"):
        return f"a zip file or a damaged Office document. Unpack it, or save it again. {I_READ}"
    if start.startswith(OLE):
        return _what_ole(path)
    if start.startswith(b"{\\rtf"):
        return "rich text (.rtf). Save it as .docx."
    return f"not a kind of document I can read. {I_READ}"


def _what_ole(path: Path) -> str:
    with path.open("rb") as opened:
        content = opened.read(20 * MEGABYTE)
    told = (what for part, what in OLE_PARTS if part in content)
    return next(told, f"an Office file of before 2007. Save it in today's form. {I_READ}")
