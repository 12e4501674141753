"""The parts of the page beside asking, in a real browser."""

import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from browsing import PATIENCE, Served, looks_right
from docx import Document
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
SIZES = [(1280, 900, "light"), (768, 1000, "dark"), (390, 844, "light")]
TIMELY = "Trafford makes decisions for children living with connected carers in good time."
PURPLE = "Every lighthouse in Camden is painted purple by the council."
MISQUOTED = (
    "In 2018 inspectors asked Trafford to “make decisions and finish assessments in late time for children"
    " living with connected carers”."
)
MARKUP = (
    "Trafford <img src=http://203.0.113.9/a.png onerror=window.owned=1> paints"
    " <script>window.owned=2</script> ${window.owned=3} lighthouses \u202eelprup\u202c every single spring."
)


def open_part(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def check(page: Page, text: str) -> Locator:
    """The verdicts on `text`."""
    page.get_by_label("The claim, or a text with several").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("#check-status [role=status]")).to_have_text(
        re.compile(r"\d claims? checked\."), timeout=PATIENCE
    )
    return page.locator(".verdicts")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_a_text_is_checked_claim_by_claim_with_its_evidence_on_both_sides(
    samples: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened(samples, width, height, scheme)
    open_part(page, "Check a claim")
    expect(page.get_by_label("The claim, or a text with several")).to_be_visible()
    looks_right(page, f"{width}-{scheme}-check")
    found = check(page, f"{TIMELY} {PURPLE}")
    expect(found.locator("section.claim")).to_have_count(2)
    looks_right(page, f"{width}-{scheme}-checked")
    timely, purple = found.locator("section.claim").all()
    expect(timely.locator(".verdict")).to_have_text("Contradicted")
    expect(timely.locator(".sides h4")).to_have_text(["For", "Against"])
    against = timely.locator(".sides > div").nth(1)
    expect(against.locator("blockquote").first).to_contain_text("connected carers")
    expect(against.locator(".of").first).to_contain_text("published 2 August 2018")
    expect(against.locator(".of").first).to_contain_text(
        re.compile("Page 1.*trafford-focused-visit-2018.pdf")
    )
    expect(purple.locator(".verdict")).to_have_text("Not in evidence")


def test_the_report_of_a_check_opens_in_word(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    link = check(page, TIMELY).get_by_role("link", name="Word (.docx)")
    with page.expect_download() as coming:
        link.click()
    assert coming.value.suggested_filename == "your text checked.docx"
    report = b64decode(str(link.get_attribute("href")).partition(",")[2])
    words = [paragraph.text for paragraph in Document(BytesIO(report)).paragraphs]
    assert TIMELY in words
    assert any(line.startswith("Contradicted") for line in words)


def test_the_report_of_a_check_is_a_web_page_too(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    link = check(page, TIMELY).get_by_role("link", name="Web page (.html)")
    report = b64decode(str(link.get_attribute("href")).partition(",")[2]).decode()
    assert report.startswith("<!doctype html>")
    assert TIMELY in report


def test_words_that_are_not_the_document_s_are_shown_word_by_word(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    found = check(page, MISQUOTED)
    beside = found.locator(".beside .words")
    expect(beside.locator("del")).to_have_text("[written instead: late]")
    expect(beside.locator("ins")).to_have_text("[the document has: good]")
    expect(found.locator(".flags")).to_contain_text("The words in quotation marks are not in the documents")
    looks_right(page, "1280-light-misquoted")


def test_a_long_check_shows_how_far_it_is_and_what_it_found_when_it_is_stopped(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    page.get_by_label("The claim, or a text with several").fill(f"{TIMELY}\n\n" * 120)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("progressbar", name="Checked 1 of 120 claims")).to_be_visible()
    looks_right(page, "1280-light-checking")
    page.get_by_role("button", name="Stop", exact=True).click()
    status = page.locator("#check-status [role=status]")
    expect(status).to_have_text(re.compile(r"Stopped after [1-9]\d* of 120 claims\."))
    said = status.inner_text()
    expect(page.locator(".verdicts section.claim").first).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_hidden()
    check(page, PURPLE)
    assert "Stopped" not in status.inner_text() and said.startswith("Stopped")


def test_a_paper_is_checked_from_its_pdf(
    samples: Served, opened: Callable[..., Page], make_pdf: Callable[..., Path]
) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    page.locator("input[type=file]").set_input_files(make_pdf("board.pdf", "Timeliness", TIMELY, PURPLE))
    expect(page.locator(".verdicts h2")).to_have_text("2 claims checked: board.pdf")


def test_a_paper_is_checked_from_its_file(
    samples: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    paper = tmp_path / "board <b>paper.md"
    paper.write_text(f"# Timeliness\n\n{TIMELY}\n\n- {PURPLE}\n", encoding="utf-8")
    page = opened(samples)
    open_part(page, "Check a claim")
    page.locator("input[type=file]").set_input_files(paper)
    expect(page.locator(".verdicts h2")).to_contain_text("2 claims checked: board")
    expect(page.locator("section.claim h3").nth(1)).to_have_text(f"2. {PURPLE}")
    assert page.locator(".verdicts b").count() == 0


def test_what_cannot_be_checked_is_named_with_its_remedy(
    samples: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    status = page.locator("#check-status [role=status]")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(status).to_have_text("Write a claim first, or open a file.")
    wrong = tmp_path / "grades.xlsx"
    wrong.write_bytes(b"none")
    page.locator("input[type=file]").set_input_files(wrong)
    expect(status).to_have_text(
        "grades.xlsx is not a .docx, .pdf, .md or .txt file. Save it as one of these, or paste its text."
    )
    broken = tmp_path / "paper.txt"
    broken.write_bytes("Trafford’s café".encode("cp1252"))
    page.locator("input[type=file]").set_input_files(broken)
    expect(status).to_have_text("paper.txt is not written in UTF-8. Save it so, and try again.")
    looks_right(page, "1280-light-check-refused")


def test_nothing_in_a_claim_is_obeyed(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    open_part(page, "Check a claim")
    found = check(page, MARKUP)
    expect(found.locator("section.claim h3").first).to_contain_text("<script>window.owned=2</script>")
    assert page.evaluate("window.owned") is None
    assert found.locator("img, script, a[href^=http], [onerror]").count() == 0
