"""A hundred hostile documents, questions and claims, in a real browser: nothing of them is obeyed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PATIENCE, Served, run, serving
from hostile_words import WORDS
from playwright.sync_api import Page, expect

from index.library import Library
from index.settings import Settings

pytestmark = pytest.mark.browser
DOCUMENT = """# {words} Camden notes

## {words} Findings

Camden service {number} recruits foster carers {words} well.
"""
LETTER = """# Inspection of Camden local authority children’s services {words}

Inspection dates: 4 March {year} to 8 March {year}

The overall judgement is that children’s services are good.

## What needs to improve

{asked}
"""
ASKED = "- The recruitment of foster carers {words} every spring.\n"
LONGEST_NAME = 200  # bytes
HELD = len(WORDS) - 1  # beside the letters; a file with control characters is no text, and is refused
YEARS = (2016, 2019)  # of the letters
SLOW = 4 * PATIENCE
PARTS = (
    ".answer",
    ".sources",
    ".holdings",
    ".verdicts",
    ".prepared",
    "#prepared",
    "#status",
    "#check-status",
)
MADE = (
    "script, iframe, object, embed, svg, math, style, link, meta, base, video, audio, marquee, textarea,"
    " img:not(.plot img), form:not(.tracker form), input:not(.tracker input),"
    " [onerror], [onload], [onclick], [onfocus], [ontoggle], [srcdoc], a[href^=http], a[href^='//'],"
    " a[href^='javascript:']"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Served]:
    """The page over a hostile document for each of the words, in its text and in its name."""
    folder = tmp_path_factory.mktemp("hostile")
    papers, home = folder / "papers", folder / "home"
    papers.mkdir()
    for number, words in enumerate(WORDS):
        path = papers / file_name(number, words)
        path.write_text(DOCUMENT.format(words=words, number=number), encoding="utf-8")
    for start, year in enumerate(YEARS):
        asked = "".join(ASKED.format(words=words) for words in WORDS[start::2] if min(words) >= " ")
        letter = LETTER.format(words=WORDS[start], year=year, asked=asked)
        (papers / f"letter {year}.md").write_text(letter, encoding="utf-8")
    added = run(home, "index", "add", str(papers))
    assert "Traceback" not in added.stderr
    held = Library(Settings(home=home)).sources()
    assert len(held) == HELD + len(YEARS), added.stdout
    described = run(home, "index", "describe", held[0].sha256, "--title", WORDS[1], "--publisher", WORDS[2])
    assert described.returncode == 0, described.stderr
    with serving(home) as served:
        yield served


def file_name(number: int, words: str) -> str:
    """The words as far as a file system takes them, with an ending that says what the file is."""
    safe = words.replace("/", "⁄").replace("\x00", "").encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{number:02} {safe}.md"


def is_whole(page: Page) -> None:
    """Nothing has run, nothing has been made of the words, and the page stands as it did."""
    assert page.evaluate("window.owned") is None
    assert page.locator(", ".join(f"{part} :is({MADE})" for part in PARTS)).count() == 0
    expect(page.get_by_role("heading", level=1)).to_have_text("Inspection evidence assistant")
    expect(page.get_by_role("tab")).not_to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def ask(page: Page, question: str) -> None:
    """Asked, and answered or refused: another search has begun and ended."""
    page.get_by_label("Your question").fill(question)
    page.evaluate("document.querySelector('#status [role=status]').dataset.old = 'yes'")
    page.evaluate("document.querySelector('#status [role=status]').textContent = ''")
    page.get_by_role("button", name="Ask", exact=True).click()
    status = page.locator("#status [role=status]")
    expect(status).not_to_have_text("")
    expect(status).not_to_have_text("Searching the documents…", timeout=SLOW)


def test_no_question_is_obeyed(hostile: Served, opened: Callable[..., Page]) -> None:
    page = opened(hostile)
    page.locator(".holdings summary").click()
    expect(page.locator(".holdings tbody tr")).to_have_count(HELD + len(YEARS))
    is_whole(page)
    for words in WORDS:
        ask(page, f"How well does Camden recruit foster carers {words[:1500]} every spring?")
        expect(page.locator("#status [role=status]")).not_to_contain_text("something went wrong")
        for cite in page.locator("a.cite").all()[:1]:
            cite.click()
        is_whole(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_question_of_a_megabyte_is_refused_and_the_next_is_answered(
    hostile: Served, opened: Callable[..., Page]
) -> None:
    page = opened(hostile)
    ask(page, "<script>window.owned=1</script> why " * 28_000)
    expect(page.locator("#status [role=status]")).to_have_text(
        "This question is too long. Please ask in no more than 2,000 characters."
    )
    is_whole(page)
    ask(page, "What does Camden need to improve?")
    expect(page.locator(".answer blockquote").first).to_be_visible()


def test_no_claim_of_a_paper_is_obeyed_nor_its_name(
    hostile: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    paper = tmp_path / f"{file_name(1, WORDS[1])}"
    claims = [f"Camden recruits foster carers {words[:500]} every single spring.\n\n" for words in WORDS]
    paper.write_text("".join(claims), encoding="utf-8")
    page = opened(hostile)
    page.get_by_role("tab", name="Check a claim").click()
    page.locator("input[type=file]").set_input_files(paper)
    expect(page.locator(".verdicts h2")).to_contain_text("claims checked", timeout=SLOW)
    assert page.locator("section.claim").count() >= len(WORDS)
    is_whole(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_no_document_is_obeyed_in_judgements_and_improvements(
    hostile: Served, opened: Callable[..., Page]
) -> None:
    page = opened(hostile)
    page.get_by_role("tab", name="Judgements and improvements").click()
    status = page.locator("#prepare-status [role=status]")
    for view in ("Grades over time", "Improvement tracker", "The council’s own account"):
        page.get_by_label(view).check()
        page.get_by_role("button", name="Show", exact=True).click()
        expect(status).to_have_text(f"{view}: Camden.", timeout=SLOW)
        is_whole(page)
        assert page.locator("#prepared").inner_text().strip()
    for form in ("docx", "xlsx", "csv"):
        reply = page.request.get(f"{hostile.address}/preparing/tracker.{form}?authority=camden")
        assert reply.status == 200, reply.text()
