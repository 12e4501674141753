"""Pages, originals and marks are served to people who may see them, and nothing else on the disk is."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from assistant import marks_routes, page_images, page_routes
from assistant.addresses import spans_read, spans_written
from assistant.headers import PrivateHeaders
from assistant.people import AtThisMachine, Person, Role
from documents.report import Source, Span
from documents.worker import end_all
from index import build, catalogue
from index.library import Library

MakePdf = Callable[..., Path]
HOSTILE = "<script>window.owned=1</script> <img src=x onerror=window.owned=2> & “quoted”"
JANE, OMAR = Person("A reader", Role.READER), Person("An editor", Role.EDITOR)


class Signed:
    """Takes every request as sent by one person."""

    def __init__(self, app: Any, person: Person) -> None:
        self.app, self.person = app, person

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        scope.setdefault("state", {})["person"] = self.person
        await self.app(scope, receive, send)


def client(library: Library, person: Person | None = None) -> TestClient:
    app = FastAPI()
    app.include_router(page_routes.router(library))
    app.include_router(marks_routes.router(library))
    app.add_middleware(PrivateHeaders)
    if person is None:
        app.add_middleware(AtThisMachine)
    else:
        app.add_middleware(Signed, person=person)
    return TestClient(app)


def source_of(library: Library, ending: str) -> Source:
    return next(source for source in library.sources() if source.file.endswith(ending))


def sentence(library: Library, source: Source, words: str) -> tuple[int, str]:
    """The page on which `words` stand in a document, and their place as it is written in addresses."""
    with library.catalogue.reading() as db:
        page = next(page for page in catalogue.pages(db, source.sha256) if words in page.text)
    start = page.text.index(words)
    return page.number, spans_written([Span(page.number, start, start + len(words))])


@pytest.fixture
def hostile(emptied: Library, make_pdf: MakePdf, tmp_path: Path) -> Library:
    """A letter, a page of text and a workbook-like name whose words and names are markup."""
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
    make_pdf("letter.pdf", f"Letter {escaped}", f"Visits in Camden are {escaped} made in time.")
    (tmp_path / "<img src=x onerror=window.owned=3>.txt").write_text(
        f"# Camden {HOSTILE}\n\nVisits in Camden are {HOSTILE} made in time.\n", encoding="utf-8"
    )
    for path in tmp_path.glob("*.[pt][dx][ft]"):
        landed = build.add(emptied, path)
        assert landed.outcome is build.Outcome.ADDED, landed
    return emptied


def test_a_page_is_shown_as_an_image(library: Library) -> None:
    source = source_of(library, ".pdf")
    reply = client(library).get(f"/pages/{source.sha256}/1.png")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "image/png"
    assert reply.headers["cache-control"] == "no-store"
    image = Image.open(BytesIO(reply.content))
    assert image.width in (1400, 1401) and image.height > image.width


def test_the_quoted_words_are_lit_on_their_page(library: Library) -> None:
    source = source_of(library, ".pdf")
    number, spans = sentence(library, source, "finish assessments in good time")
    page = client(library).get(f"/pages/{source.sha256}/{number}", params={"spans": spans}).text
    assert page.count('class="hit"') >= 1
    assert "<mark>finish assessments in good time</mark>" in page
    assert f'src="/pages/{source.sha256}/{number}.png"' in page
    assert f'href="/originals/{source.sha256}#page={number}" target="_blank"' in page
    assert "Previous page" not in page and 'data-page="2">Next page' in page


def test_a_page_without_quoted_words_has_neither_lights_nor_excuses(library: Library) -> None:
    source = source_of(library, ".pdf")
    page = client(library).get(f"/pages/{source.sha256}/2", params={"spans": "1:0-10"}).text
    assert "hit" not in page and "could not be found out" not in page and "<mark>" not in page
    assert 'data-page="1">Previous page' in page and 'data-page="3">Next page' in page


def test_slides_are_shown_as_their_words_with_their_number(library: Library) -> None:
    source = source_of(library, ".pptx")
    page = client(library).get(f"/pages/{source.sha256}/2").text
    assert "<img" not in page
    assert "Slide 2 of" in page and "Previous slide" in page
    assert f"Download the original ({source.file})" in page


def test_a_section_is_shown_under_its_headings(library: Library) -> None:
    source = source_of(library, ".docx") if any(s.file.endswith(".docx") for s in library.sources()) else None
    source = source or source_of(library, ".html")
    with library.catalogue.reading() as db:
        passage = next(each for each in catalogue.passages(db, source.sha256) if len(each.heading) > 0)
    spans = spans_written(passage.spans)
    number = passage.spans[0].page
    page = client(library).get(f"/pages/{source.sha256}/{number}", params={"spans": spans}).text
    assert '<p class="path">' in page and "<img" not in page


def test_the_original_of_a_pdf_opens_in_the_browser(library: Library) -> None:
    source = source_of(library, ".pdf")
    reply = client(library).get(f"/originals/{source.sha256}")
    path = library.originals.path(source.sha256)
    assert path is not None and reply.content == path.read_bytes()
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["content-disposition"].startswith("inline")
    assert reply.headers["x-content-type-options"] == "nosniff"
    kept = (library.home / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(kept[-1])["action"] == "opened the original"


def test_any_other_original_is_only_saved(library: Library) -> None:
    others = [source for source in library.sources() if not source.file.endswith(".pdf")]
    assert len(others) >= 3
    for source in others:
        reply = client(library).get(f"/originals/{source.sha256}")
        assert reply.headers["content-disposition"].startswith("attachment"), source.file


@pytest.mark.parametrize(
    "address",
    [
        "/pages/{unknown}/1.png",
        "/pages/{unknown}/1",
        "/originals/{unknown}",
        "/marks/{unknown}",
        "/pages/{known}/99.png",
        "/pages/{known}/0",
        "/pages/{known}/-1.png",
        "/originals/..%2f..%2flibrary.sqlite",
        "/originals/{short}",
        "/pages/..%2f{known}/1",
        "/marks/{known}?spans=1:0-9999999",
        "/marks/{known}?spans=1:9-3",
        "/marks/{known}?spans=../../etc",
        "/marks/{known}",
    ],
)
def test_what_is_not_there_is_not_found(library: Library, address: str) -> None:
    known = source_of(library, ".pdf").sha256
    address = address.format(known=known, unknown="0" * 64, short=known[:20])
    assert client(library).get(address).status_code == 404


def test_places_are_read_back_as_they_are_written() -> None:
    spans = (Span(3, 120, 264), Span(4, 0, 31))
    assert spans_read(spans_written(spans)) == spans
    for nonsense in ("", "3", "3:1-2,", "a:b-c", "3:1-2;4:5-6", "٣:1-2 ", "1:1-2," * 2000):
        assert spans_read(nonsense) == ()


def test_nothing_in_a_document_or_its_name_becomes_markup(hostile: Library) -> None:
    asked = client(hostile)
    for source in hostile.sources():
        number, spans = sentence(hostile, source, "made in time")
        page = asked.get(f"/pages/{source.sha256}/{number}", params={"spans": spans}).text
        assert "&lt;script&gt;" in page
        assert "<script" not in page and "<img src=x" not in page
        reply = asked.get(f"/originals/{source.sha256}")
        assert "<" not in reply.headers["content-disposition"]


def test_marks_are_made_seen_by_all_and_taken_back(changeable: Library) -> None:
    source = source_of(changeable, ".pdf")
    _, spans = sentence(changeable, source, "finish assessments in good time")
    address = f"/marks/{source.sha256}"
    reader, editor = client(changeable, JANE), client(changeable, OMAR)
    assert 'aria-pressed="true"' not in reader.get(address, params={"spans": spans}).text
    made = reader.post(address, json={"spans": spans, "mark": "checked"})
    assert 'data-mark="checked" aria-pressed="true"' in made.text
    seen = editor.get(address, params={"spans": spans}).text
    assert "Checked by A reader, " in seen and 'aria-pressed="true"' not in seen
    both = editor.post(address, json={"spans": spans, "mark": "disputed"}).text
    assert 'data-standing="checked, disputed"' in both
    back = reader.post(address, json={"spans": spans, "mark": ""}).text
    assert "A reader" not in back and "Disputed by An editor" in back
    lines = (changeable.home / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    said = [json.loads(line)["mark"] for line in lines if '"marked"' in line]
    assert said == ["checked", "disputed", "taken back"]


def test_a_mark_that_another_site_could_send_is_refused(changeable: Library) -> None:
    source = source_of(changeable, ".pdf")
    _, spans = sentence(changeable, source, "finish assessments in good time")
    said = json.dumps({"spans": spans, "mark": "checked"})
    asked = client(changeable)
    for form in ("text/plain", "application/x-www-form-urlencoded", ""):
        reply = asked.post(f"/marks/{source.sha256}", content=said, headers={"Content-Type": form})
        assert reply.status_code == 422
    assert asked.post(f"/marks/{source.sha256}", json={"spans": spans, "mark": "<b>"}).status_code == 422


def test_the_name_of_whoever_marks_becomes_no_markup(changeable: Library) -> None:
    source = source_of(changeable, ".pdf")
    _, spans = sentence(changeable, source, "finish assessments in good time")
    asked = client(changeable, Person("<img src=x onerror=alert(1)>", Role.READER))
    shown = asked.post(f"/marks/{source.sha256}", json={"spans": spans, "mark": "checked"}).text
    assert "<img" not in shown and "&lt;img" in shown


def test_a_page_of_any_size_is_drawn_small(emptied: Library, tmp_path: Path) -> None:
    for name, size in (("field.pdf", (14_000, 14_000)), ("hair.pdf", (4, 14_000)), ("band.pdf", (14_000, 4))):
        canvas = Canvas(str(tmp_path / name), pagesize=size)
        canvas.setFont("Helvetica", 2)
        canvas.drawString(1, 1, "Camden sees children in time and keeps its records well.")
        canvas.save()
        build.add(emptied, tmp_path / name)
    assert len(emptied.sources()) == 3
    for source in emptied.sources():
        image = Image.open(BytesIO(client(emptied).get(f"/pages/{source.sha256}/1.png").content))
        assert image.width * image.height <= 4_000_000 and max(image.size) <= 8_001


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_drawn(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = source_of(library, ".pdf")
    end_all()
    asked = client(library)
    monkeypatch.setattr(page_images, "SECONDS", 0.01)
    reply = asked.get(f"/pages/{source.sha256}/1.png")
    assert reply.status_code == 404 and reply.json()["detail"] == "This page cannot be shown as an image."
    monkeypatch.undo()
    assert asked.get(f"/pages/{source.sha256}/2.png").status_code == 200


def test_a_damaged_original_has_no_image_and_still_has_its_text(changeable: Library) -> None:
    source = source_of(changeable, ".pdf")
    path = changeable.originals.path(source.sha256)
    assert path is not None
    path.write_bytes(path.read_bytes()[:300])
    number, spans = sentence(changeable, source, "finish assessments in good time")
    asked = client(changeable)
    assert asked.get(f"/pages/{source.sha256}/{number}.png").status_code == 404
    page = asked.get(f"/pages/{source.sha256}/{number}", params={"spans": spans})
    assert "<mark>finish assessments in good time</mark>" in page.text
    assert "could not be found out for certain" in page.text


def test_a_document_that_was_removed_is_served_no_longer(changeable: Library) -> None:
    source = source_of(changeable, ".pdf")
    asked = client(changeable)
    assert asked.get(f"/pages/{source.sha256}/1.png").status_code == 200
    build.remove(changeable, source.sha256)
    for address in (f"/pages/{source.sha256}/1.png", f"/originals/{source.sha256}"):
        assert asked.get(address).status_code == 404


def test_a_scanned_page_says_why_nothing_is_lit(emptied: Library, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "typed.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "Supervision of social workers in Camden is irregular.")
    canvas.save()
    picture = pypdfium2.PdfDocument(tmp_path / "typed.pdf")[0].render(scale=150 / 72).to_pil()
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    build.add(emptied, tmp_path / "scan.pdf")
    source = source_of(emptied, "scan.pdf")
    number, spans = sentence(emptied, source, "irregular")
    page = client(emptied).get(f"/pages/{source.sha256}/{number}", params={"spans": spans}).text
    assert "read by OCR" in page and "<img" in page and "<mark>irregular</mark>" in page
