"""Evidence packs, opened again: every quotation, its page as a picture, and nothing changed on the way."""

import ctypes
import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from fastapi import FastAPI
from fastapi.testclient import TestClient
from PIL import Image

from assistant.answer import answer
from assistant.check import check
from assistant.evidence import Answer, Citation
from assistant.exports import file_name, router, written
from assistant.improvements import tracker
from assistant.keep import keep_answer, keep_check
from assistant.library_state import state_of
from assistant.pack import Pack
from assistant.pack_pages import MOST_PICTURES
from assistant.pack_sections import Asked
from assistant.packing import pack_of_answers, pack_of_check, pack_of_tracker
from assistant.pdf_fonts import is_whole, shown
from assistant.people import LOCAL, Person, Role
from documents.highlight import Box
from documents.marked_page import MOST_PIXELS, page_png
from documents.problem import UnreadableReport
from documents.report import Report
from index import build
from index.library import Library
from index.marks import Mark, Quoted, set_mark
from index.settings import Settings

IMPROVE = "What does Trafford need to improve?"
TIMELY = "Trafford makes decisions for children living with connected carers in good time."
SLIDES = (
    "Performance in Trafford is watched in weekly and monthly reports, senior managers' meetings and panels."
)
HOSTILE = (
    "<b>Trafford</b> &amp; <img src='http://203.0.113.9/x'/> improve \u202etxet \x07 中文 שלום ﬁ → ‘’ Šárka?"
)


def asked(library: Library) -> Asked:
    return Asked("anna", "2026-11-25T14:05:00+00:00", state_of(library))


def pack_of(library: Library, question: str) -> tuple[Answer, Pack]:
    found = answer(library, question)
    return found, pack_of_answers(library, [(found, asked(library))], "ben")


def word_text(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def pdf_text(content: bytes) -> str:
    """All its words, on one line: a line of print may end anywhere between two words."""
    document = pypdfium2.PdfDocument(content)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(pages).split())


def pictures(content: bytes) -> list[Any]:
    """The pictures in a PDF."""
    document = pypdfium2.PdfDocument(content)
    return [
        each
        for number in range(len(document))
        for each in document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    ]


def pages_of(citations: Sequence[Citation]) -> set[tuple[str, int]]:
    return {(each.quote.source.sha256, page) for each in citations for page in each.quote.pages}


@pytest.fixture(scope="module")
def improve(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Answer, Pack]:
    """In a library of its own, in which somebody has checked the second quotation."""
    home = tmp_path_factory.mktemp("marked") / "home"
    shutil.copytree(library.home, home)
    marked = Library(Settings(home=home))
    quote = answer(marked, IMPROVE).citations[1].quote
    set_mark(marked, Quoted(quote.source.sha256, quote.pages[0], quote.words), Mark.CHECKED, "anna")
    return pack_of(marked, IMPROVE)


@pytest.mark.parametrize(("form", "text"), [("docx", word_text), ("pdf", pdf_text)])
def test_a_pack_says_all_that_is_needed_to_check_the_answer(
    library: Library, improve: tuple[Answer, Pack], form: str, text: Callable[[bytes], str]
) -> None:
    found, pack = improve
    said = text(written(pack, form))
    assert len(found.citations) > 2
    for citation in found.citations:
        assert f"“{citation.quote.words}” [{citation.number}]" in said
        assert f"Page {citation.quote.pages[0]}" in said
    source = found.citations[0].quote.source
    for wanted in (
        f"Question: {IMPROVE}",
        "Read as: Trafford · latest inspection · a list",
        "Outcome: answered",
        source.title,
        "sample briefing on the inspectorate’s letter · inspected 10 to 11 July 2018,",
        "published 2 August 2018",
        "under “What needs to improve”",
        source.file,
        source.sha256,
        "Asked by: anna",
        "Asked: 25 November 2026 at 2:05pm",
        "Pack made by: ben",
        f"{len(library.sources())} documents with",
        "all-MiniLM-L6-v2",
        f"1 of {len(found.citations)} quotations are marked",
        "Checked by anna, ",
    ):
        assert wanted in said, wanted


def test_each_page_cited_is_shown_once_with_its_words_marked(improve: tuple[Answer, Pack]) -> None:
    found, pack = improve
    count = len(pages_of(found.citations))
    assert 1 < count < len(found.citations)
    word, pdf = written(pack, "docx"), written(pack, "pdf")
    shapes = Document(io.BytesIO(word)).inline_shapes
    assert len(shapes) == len(pictures(pdf)) == count
    assert [shape._inline.docPr.get("descr") for shape in shapes] == [page.alt for page in pack.pages]
    assert pack.pages[0].alt == (
        "Page 1 of trafford-focused-visit-2018.pdf, with the words of quotations [1], [2] marked."
    )
    for page in pack.pages:
        assert page.picture and yellow(page.picture) > 2000 and not page.excerpts


def test_a_pdf_has_its_title_its_language_and_tags(improve: tuple[Answer, Pack]) -> None:
    content = written(improve[1], "pdf")
    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_dict()["Title"] == f"Evidence pack: {IMPROVE}"
    assert pdfium.FPDFCatalog_IsTagged(document.raw)
    assert b"/Lang (en-GB)" in content
    tags = [tag for number in range(len(document)) for tag in tags_on(document[number])]
    assert tags[0] == "H1" and {"H2", "H3", "P", "BlockQuote"} <= set(tags)
    assert tags.count("Figure") == len(improve[1].pages)
    assert [entry.get_title() for entry in document.get_toc()][:2] == [
        f"Evidence pack: {IMPROVE}",
        f"Question: {IMPROVE}",
    ]


def test_a_word_document_has_its_title_its_language_and_headings(improve: tuple[Answer, Pack]) -> None:
    document = Document(io.BytesIO(written(improve[1], "docx")))
    assert document.core_properties.title == f"Evidence pack: {IMPROVE}"
    styles = zipfile.ZipFile(io.BytesIO(written(improve[1], "docx"))).read("word/styles.xml")
    assert b'w:lang w:val="en-GB"' in styles
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [f"Question: {IMPROVE}", "The documents quoted", "The pages cited"]


def test_a_refusal_can_be_shown_to_others_too(library: Library) -> None:
    _, pack = pack_of(library, "How many lighthouses does Trafford paint purple?")
    said = pdf_text(written(pack, "pdf"))
    assert "Outcome: not in the documents" in said
    assert "What came closest, though it does not answer the question" in said


def test_a_check_carries_its_verdicts_and_what_stands_for_and_against(library: Library) -> None:
    found = check(library, f"{TIMELY} {SLIDES}")
    pack = pack_of_check(library, "paper.md", found, asked(library), "ben")
    for said in (pdf_text(written(pack, "pdf")), word_text(written(pack, "docx"))):
        assert f"Claim 1: {TIMELY}" in said
        assert "Contradicted" in said and "Against" in said
        for number, citation in enumerate([each for verdict in found for each in verdict.citations], 1):
            assert f"“{citation.quote.words}” [{number}]" in said


def test_words_of_a_slide_stand_in_their_context(library: Library) -> None:
    found = check(library, SLIDES)
    pack = pack_of_check(library, "paper.md", found, asked(library), "ben")
    (page,) = [each for each in pack.pages if each.heading.startswith("Slide")]
    assert page.picture is None and "no printed page" in page.note
    assert page.excerpts[0].before and page.excerpts[0].words in pdf_text(written(pack, "pdf"))
    for run in page.excerpts:
        assert run.words in word_text(written(pack, "docx"))


def test_the_chosen_items_of_a_tracker_make_a_pack(library: Library) -> None:
    found = tracker(library, "trafford")
    chosen = found.items[1:3]
    pack = pack_of_tracker(library, found, chosen, asked(library), "ben")
    said = pdf_text(written(pack, "pdf"))
    assert [section.heading[:8] for section in pack.sections] == ["2. Asked", "3. Asked"]
    for item in chosen:
        assert f"“{item.citation.quote.words}”" in said
    assert f"“{found.items[0].citation.quote.words}”" not in said


def test_a_conversation_is_one_pack_with_its_quotations_numbered_through(library: Library) -> None:
    turns = [(answer(library, question), asked(library)) for question in (IMPROVE, f"{IMPROVE} SGOs?")]
    pack = pack_of_answers(library, turns, "ben")
    labels = [item.label for section in pack.sections for item in section.items if not isinstance(item, str)]
    assert labels == list(range(1, len(labels) + 1)) and len(pack.sections) == 2
    assert len(pack.pages) == len(pages_of([each for found, _ in turns for each in found.citations]))


def test_a_document_that_has_left_is_still_quoted_from_what_was_kept(changeable: Library) -> None:
    found = answer(changeable, IMPROVE)
    build.remove(changeable, found.citations[0].quote.source.sha256)
    pack = pack_of_answers(changeable, [(found, asked(changeable))], "ben")
    said = pdf_text(written(pack, "pdf"))
    assert "This document has since left the library." in said
    assert all(page.picture is None and "no longer in the library" in page.note for page in pack.pages)
    for citation in found.citations:
        assert said.count(citation.quote.words) == 2


def test_words_that_no_longer_stand_at_their_place_are_not_marked_elsewhere(library: Library) -> None:
    found = answer(library, IMPROVE)
    first = found.citations[0]
    spans = tuple(replace(span, start=span.start + 9, end=span.end + 9) for span in first.quote.passage.spans)
    moved = replace(first, quote=replace(first.quote, passage=replace(first.quote.passage, spans=spans)))
    pack = pack_of_answers(library, [(replace(found, citations=(moved,)), asked(library))], "ben")
    (page,) = pack.pages
    assert page.picture and yellow(page.picture) == 0
    assert "could not be told" in page.note and page.excerpts[0].words == first.quote.words


@pytest.mark.parametrize(("form", "text"), [("docx", word_text), ("pdf", pdf_text)])
def test_nothing_asked_is_obeyed_dropped_or_changed(
    changeable: Library, form: str, text: Callable[[bytes], str]
) -> None:
    found = answer(changeable, IMPROVE)
    found = replace(found, reading=replace(found.reading, asked=HOSTILE))
    quote = found.citations[0].quote
    quotation = Quoted(quote.source.sha256, quote.pages[0], quote.words)
    set_mark(changeable, quotation, Mark.CHECKED, HOSTILE)
    pack = pack_of_answers(changeable, [(found, asked(changeable))], "ben")
    said = text(written(pack, form))
    part = "<b>Trafford</b> &amp; <img src='http://203.0.113.9/x'/> improve ⟨U+202E⟩txet ⟨U+0007⟩"
    assert said.count(part) == 3  # the title, the question, the mark
    assert ("中文 שלום" in said) == (form == "docx")
    assert "→ ‘’ Šárka?" in said
    assert not leads_elsewhere(written(pack, form), form)


def test_each_character_that_the_typeface_lacks_stands_as_its_code(library: Library) -> None:
    assert shown("“Café” → • ﬁ ½ Łódź Σ Я £5–6") == "“Café” → • ﬁ ½ Łódź Σ Я £5–6"
    assert shown("cafe\u0301") == "café"
    assert shown("q\u0301 中 \u05d0 \u202e \x01") == "q⟨U+0301⟩ ⟨U+4E2D⟩ ⟨U+05D0⟩ ⟨U+202E⟩ ⟨U+0001⟩"
    assert not is_whole("中") and is_whole("Łódź")
    _, plain = pack_of(library, IMPROVE)
    assert "This font lacks" not in pdf_text(written(plain, "pdf"))


@pytest.mark.shared
def test_every_word_of_the_real_reports_can_be_shown(reports: dict[str, Report]) -> None:
    letters = {letter for each in reports.values() for passage in each.passages for letter in passage.text}
    assert {letter for letter in letters if not is_whole(letter)} == set()


def test_a_page_is_marked_where_it_is_told_and_never_too_large(tmp_path: Path) -> None:
    path = tmp_path / "tall.pdf"
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(10, 14_000)
    blank.new_page(600, 800)
    blank.save(path)
    tall = Image.open(io.BytesIO(page_png(path, 1, [], 1000)))
    assert tall.width * tall.height <= MOST_PIXELS * 1.1
    marked = Image.open(io.BytesIO(page_png(path, 2, [Box(0.1, 0.1, 0.3, 0.2)], 600))).convert("RGB")
    assert marked.size == (600, 800)
    assert marked.getpixel((120, 120)) != (255, 255, 255) == marked.getpixel((400, 400))
    with pytest.raises(UnreadableReport, match=r"Page 3 of tall\.pdf cannot be shown"):
        page_png(path, 3, [], 600)
    assert MOST_PICTURES > 100


ANNA = Person("anna", Role.READER)


def client(library: Library, person: Person) -> TestClient:
    app = FastAPI()

    @app.middleware("http")
    async def known(request: Any, go_on: Any) -> Any:
        request.state.person = person
        return await go_on(request)

    app.include_router(router(library))
    return TestClient(app)


def test_a_pack_is_downloaded_by_whoever_asked_and_by_nobody_else(changeable: Library) -> None:
    place = keep_answer(changeable, ANNA, answer(changeable, IMPROVE))
    own, other = client(changeable, ANNA), client(changeable, LOCAL)
    got = own.get(f"/exports/turn/{place.turn}.pdf")
    assert got.content.startswith(b"%PDF") and got.headers["content-type"] == "application/pdf"
    assert got.headers["content-disposition"] == (
        'attachment; filename="evidence-pack-what-does-trafford-need-to-improve.pdf"'
    )
    assert got.headers["cache-control"] == "no-store"
    whole = own.get(f"/exports/conversation/{place.conversation}.docx")
    assert IMPROVE in word_text(whole.content)
    for address in (f"turn/{place.turn}.pdf", f"conversation/{place.conversation}.docx", "turn/x.pdf"):
        assert other.get(f"/exports/{address}").status_code == 404
    for address in (
        f"turn/{place.turn}.exe",
        f"elsewhere/{place.turn}.pdf",
        "turn/..%2f..%2frecords.sqlite.pdf",
    ):
        assert own.get(f"/exports/{address}").status_code == 404
    noted = (changeable.home / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(noted) == 2 and all('"who": "anna", "action": "exported"' in line for line in noted)


def test_a_kept_check_is_downloaded_as_a_pack(changeable: Library) -> None:
    place = keep_check(changeable, ANNA, "<b>paper.md", TIMELY, check(changeable, TIMELY))
    got = client(changeable, ANNA).get(f"/exports/turn/{place.turn}.docx")
    assert "Evidence pack: claims of <b>paper.md, checked" in word_text(got.content)


def test_a_file_name_is_plain(library: Library) -> None:
    assert file_name('Evidence pack: "../..\\x"\r\n?', "pdf") == "evidence-pack-x.pdf"
    assert len(file_name("a b " * 500, "pdf")) < 70


def test_the_commands_write_packs(changeable: Library, command: Callable[..., Any], tmp_path: Path) -> None:
    asking = command("-m", "assistant", "ask", IMPROVE, "--pack", "answer.pdf")
    assert asking.returncode == 0, asking.stderr
    assert IMPROVE in pdf_text((tmp_path / "answer.pdf").read_bytes())
    checking = command("-m", "assistant", "check", TIMELY, "--pack", "check.docx")
    assert checking.returncode == 0 and "Contradicted" in word_text((tmp_path / "check.docx").read_bytes())
    tracking = command("-m", "assistant", "improvements", "--authority", "Trafford", "--pack", "asked.docx")
    assert tracking.returncode == 0, tracking.stderr
    assert "what Trafford was asked to improve" in word_text((tmp_path / "asked.docx").read_bytes())
    refused = command("-m", "assistant", "ask", IMPROVE, "--pack", "answer.txt")
    assert refused.returncode == 1
    assert "An evidence pack is .docx or .pdf, not answer.txt" in refused.stderr


def yellow(png: bytes) -> int:
    """How many pixels have the colour of the marker."""
    colours = Image.open(io.BytesIO(png)).convert("RGB").getcolors(1 << 24)
    assert colours
    return sum(count for count, (red, green, blue) in colours if red > 200 and green > 170 and blue < 90)


def tags_on(page: Any) -> list[str]:
    """The tags of a page's pieces, in the order in which they are read."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    found: list[str] = []
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    waiting = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count)]
    while waiting:
        element = waiting.pop(0)
        name = ctypes.create_string_buffer(128)
        length = pdfium.FPDF_StructElement_GetType(element, name, 128)
        found.append(name.raw[: max(length - 2, 0)].decode("utf-16-le"))
        count = max(pdfium.FPDF_StructElement_CountChildren(element), 0)
        children = [pdfium.FPDF_StructElement_GetChildAtIndex(element, at) for at in range(count)]
        waiting = [child for child in children if child] + waiting
    return [tag for tag in found if tag != "Document"]


def leads_elsewhere(content: bytes, form: str) -> bool:
    """Whether a click, or opening the file, would lead anywhere."""
    if form == "pdf":
        return b"/Annots" in content or b"/URI" in content or b"/OpenAction" in content
    return b"External" in zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels")
