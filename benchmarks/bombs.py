"""Files made to overwhelm a reader: each is read or refused, with the reason, within bounds."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from docx import Document
from openpyxl import Workbook

ENTITIES = "<!DOCTYPE lol [<!ENTITY l0 'lol'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)


def pdf(pages: int, content: bytes = b"", box: str = "0 0 595 842") -> bytes:
    """A PDF whose pages all show `content`."""
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + pages))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *[page.encode()] * pages,
    ]
    written, places = io.BytesIO(b""), []
    written.write(b"%PDF-1.4\n")
    for number, value in enumerate(objects, 1):
        places.append(written.tell())
        written.write(b"%d 0 obj%s endobj\n" % (number, value))
    start = written.tell()
    written.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    written.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    written.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return written.getvalue()


def line(words: bytes, size: float = 11.0) -> bytes:
    """One line of print; a string of a PDF holds 32,767 characters at most."""
    strings = b"".join(b"(%s)" % words[at : at + 30_000] for at in range(0, len(words), 30_000))
    return b"BT /F %.5f Tf 72 700 Td [%s] TJ ET" % (size, strings)


def office(main: str, kind: str, parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip file that says it is an Office document."""
    types = (
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/{main}' ContentType='application/vnd.openxmlformats-officedocument.{kind}"
        ".main+xml'/></Types>"
    )
    links = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
        " Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
        f" Target='{main}'/></Relationships>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", types), ("_rels/.rels", links), *parts):
            archive.writestr(name, content)
    return packed.getvalue()


def word_entities() -> bytes:
    body = f"<?xml version='1.0'?>{ENTITIES}<w:document xmlns:w='http://schemas.openxmlformats.org/"
    body += "wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    return office("word/document.xml", "wordprocessingml.document", [("word/document.xml", body.encode())])


def zeros(main: str, kind: str, megabytes: int) -> bytes:
    return office(main, kind, [(main, b"<a>" + b" " * (megabytes * 1_000_000) + b"</a>")])


def nested_tables(depth: int) -> bytes:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for _ in range(depth):
        cell = cell.add_table(1, 1).cell(0, 0)
    cell.text = "At the bottom"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def long_workbook(rows: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for number in range(rows):
        sheet.append(["Trafford", number])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def nested_mail(depth: int) -> bytes:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth))
    return f"From: a@example.org\nTo: b@example.org\nSubject: Deep\nMIME-Version: 1.0\n{parts}\nend".encode()


BOMBS: dict[str, Callable[[], bytes]] = {
    "100,000-empty-pages.pdf": lambda: pdf(100_000),
    "4,000-empty-pages.pdf": lambda: pdf(4_000),
    "10-mb-line.pdf": lambda: pdf(1, line(b"care plan " * 1_000_000)),
    "10-mb-line-on-the-page.pdf": lambda: pdf(1, line(b"care plan " * 1_000_000, 0.0001)),
    "90,000-characters-on-the-page.pdf": lambda: pdf(1, line(b"care plan " * 9_000, 0.001)),
    "90,000-character-line.pdf": lambda: pdf(1, line(b"care plan " * 9_000)),
    "90,000-spaced-letters.pdf": lambda: pdf(1, line(b"1. " * 30_000)),
    "kilometre-wide-page.pdf": lambda: pdf(1, b"0 0 3000000 3000000 re f", "0 0 3000000 3000000"),
    "million-drawings.pdf": lambda: pdf(1, b"0 0 9 9 re f 1 1 m 99 99 l S\n" * 500_000),
    "zeros.docx": lambda: zeros("word/document.xml", "wordprocessingml.document", 300),
    "zeros.xlsx": lambda: zeros("xl/workbook.xml", "spreadsheetml.sheet", 300),
    "zeros.pptx": lambda: zeros("ppt/presentation.xml", "presentationml.presentation", 300),
    "entities.docx": word_entities,
    "nested-tables.docx": lambda: nested_tables(300),
    "100,000-rows.xlsx": lambda: long_workbook(100_000),
    "nested.html": lambda: b"<html><body>" + b"<div>" * 200_000 + b"Deep" + b"</div>" * 200_000,
    "nested-lists.html": lambda: b"<html><body><article>" + b"<ul><li>deep words " * 3_000 + b"</article>",
    "wide.html": lambda: b"<html><body><article>" + b"<p>A sentence of the article. </p>" * 120_000,
    "nested.eml": lambda: nested_mail(5_000),
    "one-line.txt": lambda: b"care plan " * 450_000,
    "one-word.txt": lambda: b"a" * 4_500_000,
    "bullets.txt": lambda: b"* 1. (a) \n" * 450_000,
    "40-mb.txt": lambda: b"The council should act. " * 1_700_000,
    "stars.md": lambda: b"**" * 2_000_000,
}  # fmt: skip


def make_bombs(folder: Path) -> list[Path]:
    paths = []
    for name, make in BOMBS.items():
        path = folder / name
        path.write_bytes(make())
        paths.append(path)
    return paths
