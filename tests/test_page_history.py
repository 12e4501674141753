"""A person's history and what can be exported, in a real browser."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from browsing import (
    PATIENCE,
    Served,
    ask,
    looks_right,
    opened_source,
    run,
    serving,
    wait_for_answer,
)
from docx import Document
from playwright.sync_api import Download, Locator, Page, expect

from index.records import Records

pytestmark = pytest.mark.browser
SGO = "What must Trafford improve on SGOs?"
IMPROVE = "What does Trafford need to improve?"
CARERS = "children living with connected carers"
TIMELY = "Trafford makes decisions for children living with connected carers in good time."
FAMILY_TIES = "Social workers work hard to keep lasting family ties going wherever that is safe and suitable."
MARKUP = "What must Trafford improve <img src=x onerror=window.owned=1> ${window.owned=2} \u202esOGS\u202c?"
SIZES = [
    (1280, 900, "light"),
    (1280, 900, "dark"),
    (768, 1000, "light"),
    (390, 844, "light"),
    (640, 450, "light"),
]


@pytest.fixture
def fresh(samples: Served) -> Served:
    """The page over the samples, with no history."""
    with Records(samples.home / "records.sqlite").writing() as db:
        for table in ("snapshots", "turns", "conversations"):
            db.execute(f"DELETE FROM {table}")
    (samples.home / "audit.jsonl").unlink(missing_ok=True)
    return samples


def new_conversation(page: Page) -> None:
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".answer")).to_have_count(0)


def history(page: Page) -> Locator:
    """The conversations listed."""
    page.get_by_role("tab", name="History").click()
    expect(page.get_by_label("Search your history")).to_be_visible()
    return page.locator(".conversations li")


def downloaded(page: Page, act: Callable[[], None]) -> Download:
    with page.expect_download(timeout=PATIENCE) as coming:
        act()
    return coming.value


def words_of(download: Download) -> str:
    content = Path(download.path()).read_bytes()
    if download.suggested_filename.endswith(".docx"):
        return " ".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    document = pypdfium2.PdfDocument(content)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(pages).split())


def test_asking_opening_a_source_and_exporting_need_only_the_keyboard(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type(SGO)
    page.keyboard.press("Enter")
    wait_for_answer(page, SGO)
    press_until(page, "a.cite")
    page.keyboard.press("Enter")
    expect(opened_source(page).locator("summary").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("a.cite").first).to_be_focused()
    press_until(page, ".export a")
    expect(page.get_by_role("link", name="Export this answer: Word")).to_be_focused()
    word = downloaded(page, lambda: page.keyboard.press("Enter"))
    page.keyboard.press("Tab")
    pdf = downloaded(page, lambda: page.keyboard.press("Enter"))
    assert word.suggested_filename == "evidence-pack-what-must-trafford-improve-on-sgos.docx"
    quoted = page.locator(".answer blockquote").first.inner_text().removesuffix(" [1]").strip()
    assert CARERS in quoted
    assert quoted in words_of(word) and quoted in words_of(pdf)


def press_until(page: Page, wanted: str) -> None:
    """Tab to the next thing that `wanted` describes."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"the keyboard does not lead to {wanted}")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_a_history_lists_searches_and_opens_what_was_asked_and_checked(
    fresh: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened(fresh, width, height, scheme)
    name = f"{width}-{scheme}-history"
    expect(history(page)).to_have_count(0)
    expect(page.get_by_text("You have not asked or checked anything yet.")).to_be_visible()
    looks_right(page, f"{name}-empty")
    page.get_by_role("tab", name="Ask").click()
    ask(page, IMPROVE)
    ask(page, "and Shropshire?")
    new_conversation(page)
    ask(page, "How many lighthouses keep family ties going in Trafford?")
    looks_right(page, f"{name}-export")
    listed = history(page)
    expect(listed).to_have_count(2)
    expect(listed.nth(1)).to_contain_text(
        re.compile(rf"{re.escape(IMPROVE)}.*2 questions · \d+ \w+ \d{{4}} at")
    )
    listed.nth(1).get_by_role("button").click()
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.get_by_role("heading", name=IMPROVE)).to_be_focused()
    expect(page.locator(".turn").first).to_contain_text("Read as: Trafford · latest inspection · a list")
    looks_right(page, f"{name}-opened")
    listed.first.get_by_role("button").click()
    page.get_by_text("The passage it is from").click()
    expect(page.locator(".turn details[open] mark")).to_have_text(FAMILY_TIES)
    looks_right(page, f"{name}-refused")
    page.get_by_label("Search your history").fill("LIGHTHOUSES")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#history-status [role=status]")).to_have_text("1 conversation found.")
    expect(page.locator(".conversations li")).to_have_count(1)
    page.get_by_label("Search your history").fill("no such words")
    page.keyboard.press("Enter")
    expect(page.get_by_text("None of your questions and answers has all these words.")).to_be_visible()


def test_a_kept_question_is_asked_again_in_a_new_conversation(
    fresh: Served, opened: Callable[..., Page]
) -> None:
    page = opened(fresh)
    ask(page, SGO)
    history(page).first.get_by_role("button").click()
    page.get_by_role("button", name="Ask again").click()
    expect(page.get_by_label("Your question")).to_have_value(SGO)
    expect(page.locator("#status [role=status]")).to_have_text(re.compile("^Answered"))
    expect(history(page)).to_have_count(2)


def test_one_conversation_or_all_are_deleted_once_it_is_confirmed(
    fresh: Served, opened: Callable[..., Page]
) -> None:
    page = opened(fresh)
    for question in (SGO, IMPROVE, "How good are plans in Trafford?"):
        ask(page, question)
        new_conversation(page)
    listed = history(page)
    listed.nth(1).get_by_role("button").click()
    page.get_by_role("button", name="Delete this conversation").press("Enter")
    expect(page.get_by_role("group", name="Delete this conversation for good?")).to_be_focused()
    looks_right(page, "1280-light-history-sure")
    page.get_by_role("button", name="No, keep it").press("Enter")
    expect(page.get_by_role("heading", name=IMPROVE)).to_be_focused()
    page.get_by_role("button", name="Delete this conversation").press("Enter")
    page.get_by_role("button", name="Yes, delete it").press("Enter")
    expect(page.locator("#history-status [role=status]")).to_have_text("The conversation has been deleted.")
    expect(listed).to_have_count(2)
    expect(page.get_by_text(IMPROVE)).to_have_count(1)  # among the examples of the other part
    page.get_by_role("button", name="Delete all your history").press("Enter")
    expect(page.get_by_role("group", name="Delete all 2 conversations for good?")).to_be_focused()
    page.get_by_role("button", name="Yes, delete all").press("Enter")
    expect(page.locator("#history-status [role=status]")).to_have_text("All your history has been deleted.")
    expect(listed).to_have_count(0)
    expect(page.get_by_label("Search your history")).to_be_focused()
    noted = (fresh.home / "audit.jsonl").read_text(encoding="utf-8")
    assert noted.count('"action": "deleted history"') == 2


def test_a_check_is_exported_and_opened_again(fresh: Served, opened: Callable[..., Page]) -> None:
    page = opened(fresh)
    page.get_by_role("tab", name="Check a claim").click()
    page.get_by_label("The claim, or a text with several").fill(TIMELY)
    page.get_by_role("button", name="Check", exact=True).click()
    word = page.get_by_role("link", name="Export this check with the pages cited: Word")
    expect(word).to_be_visible()
    said = words_of(downloaded(page, word.click))
    assert f"Claim 1: {TIMELY}" in said and "Contradicted" in said and CARERS in said
    listed = history(page)
    expect(listed.first).to_contain_text("Claims checked: your text")
    listed.first.get_by_role("button").click()
    expect(page.locator(".turn .verdict")).to_have_text("Contradicted")
    expect(page.locator(".turn blockquote").first).to_contain_text("connected carers")
    looks_right(page, "1280-light-history-check")
    pdf = page.get_by_role("link", name="Export this check with the pages cited: PDF")
    assert CARERS in words_of(downloaded(page, pdf.click))


def test_an_old_answer_outlives_its_document_and_says_so(tmp_path: Path, opened: Callable[..., Page]) -> None:
    with serving(tmp_path / "home") as served:
        page = opened(served)
        ask(page, SGO)
        assert run(served.home, "index", "remove", "trafford-focused-visit-2018.pdf").returncode == 0
        history(page).first.get_by_role("button").click()
        turn = page.locator(".turn")
        expect(turn.locator("blockquote").first).to_contain_text(CARERS)
        expect(turn.locator(".since").first).to_have_text("This document has since left the library.")
        looks_right(page, "1280-light-history-gone")


def test_nothing_in_a_history_is_obeyed(fresh: Served, opened: Callable[..., Page]) -> None:
    page = opened(fresh)
    ask(page, MARKUP)
    listed = history(page)
    listed.first.get_by_role("button").click()
    expect(page.locator(".turn h2")).to_contain_text("<img src=x onerror=window.owned=1> ${window.owned=2}")
    assert page.evaluate("window.owned") is None
    assert page.locator("#history :is(img, script, [onerror])").count() == 0
