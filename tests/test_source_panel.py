"""The panel of sources in a real browser: the printed page, its neighbours, copying, marks, and ways on."""

from collections.abc import Callable

import pytest
from browsing import (
    Served,
    ask,
    looks_right,
    opened_source,
    run,
    serving,
    wait_for_answer,
)
from playwright.sync_api import Locator, Page, expect
from test_page import SIZES, tab_to

pytestmark = pytest.mark.browser
SGO = "What must Trafford improve on SGOs?"
ARTICLE = "How well are children in care supported in Shropshire?"
VIEWED = "document.activeElement.innerText.trim()"


def cited(page: Page, question: str, file: str) -> Locator:
    """The source opened at the first citation of `file` in the answer."""
    ask(page, question)
    number = page.evaluate(
        """file => {
          const items = [...document.querySelectorAll("details.source")];
          const heads = items.map(item => {
            let before = item;
            while (!before.matches("p.file")) before = before.previousElementSibling;
            return before.innerText.includes(file);
          });
          return items[heads.indexOf(true)].id.replace("source-", "");
        }""",
        file,
    )
    page.locator(f"#cite-{number}").click()
    return opened_source(page)


def lit_on_the_image(source: Locator) -> bool:
    """Whether every light lies upon the image of the page."""
    return bool(
        source.evaluate(
            """source => {
              const page = source.querySelector(".sheet img").getBoundingClientRect();
              return [...source.querySelectorAll(".hit")].every(hit => {
                const box = hit.getBoundingClientRect();
                return box.left >= page.left && box.right <= page.right + 4
                  && box.top >= page.top && box.bottom <= page.bottom + 4 && box.width > 5;
              });
            }"""
        )
    )


def test_a_citation_opens_at_its_printed_page_with_the_words_lit(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    source = cited(page, SGO, "trafford-focused-visit-2018.pdf")
    assert page.evaluate("document.querySelector('.source[open] .sheet img').naturalWidth") >= 1000
    assert lit_on_the_image(source)
    expect(source).to_contain_text("Page 1 of 3")
    expect(source.locator(".whose")).to_contain_text("published 2 August 2018")
    expect(source.locator(".neighbours dt")).to_have_text(["Before it:", "Quoted:", "After it:"])
    source.get_by_role("button", name="Larger").click()
    expect(source.get_by_role("button", name="Larger")).to_have_attribute("aria-pressed", "true")
    assert lit_on_the_image(source)
    expect(source.locator(".hit").first).to_be_in_viewport()
    address = source.get_by_role("link", name="Open the original at this page").get_attribute("href")
    assert str(address).endswith("#page=1")
    reply = page.request.get(f"{samples.address}{address}")
    assert reply.body().startswith(b"%PDF-") and reply.headers["content-disposition"].startswith("inline")


def test_pages_are_turned_and_said(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    source = cited(page, SGO, "trafford-focused-visit-2018.pdf")
    source.get_by_role("button", name="Next page").click()
    expect(source.locator(".counted")).to_have_text("Page 2 of 3")
    expect(source.locator(".said")).to_have_text("Page 2 of 3")
    expect(source.locator(".hit")).to_have_count(0)
    assert page.evaluate(VIEWED) == "Next page"
    source.get_by_role("button", name="Next page").click()
    expect(source.locator(".counted")).to_have_text("Page 3 of 3")
    expect(source.get_by_role("button", name="Next page")).to_have_count(0)
    assert page.evaluate(VIEWED) == "Previous page"
    for number in (2, 1):
        source.get_by_role("button", name="Previous page").click()
        expect(source.locator(".counted")).to_have_text(f"Page {number} of 3")
    expect(source.locator(".hit").first).to_be_visible()


def test_a_slide_and_an_article_are_shown_as_text_without_an_image(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    source = cited(
        page, "What does Trafford's self-assessment say about permanence?", "self-assessment-2018.pptx"
    )
    expect(source).to_contain_text("Slide ")
    expect(source.locator("img")).to_have_count(0)
    expect(source.get_by_role("link", name="Download the original (trafford-self")).to_be_visible()
    looks_right(page, "slide-panel-source")
    source = cited(page, ARTICLE, "shropshire-permanence-article.html")
    expect(source.locator("img")).to_have_count(0)
    expect(source.locator(".view mark").first).to_be_visible()
    looks_right(page, "article-panel-source")


def test_a_quotation_is_copied_with_its_citation(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    source = cited(page, SGO, "trafford-focused-visit-2018.pdf")
    source.get_by_role("button", name="Copy with citation").click()
    expect(source.locator(".said")).to_have_text("Copied with its citation.")
    copied = page.evaluate("navigator.clipboard.readText()")
    words = source.locator(".neighbours mark").inner_text()
    assert copied.startswith(f"“{words}” (Briefing: focused visit to Trafford, July 2018, ")
    assert "published 2 August 2018, page 1, under “" in copied
    assert copied.endswith("trafford-focused-visit-2018.pdf)")


def test_marks_are_made_kept_and_taken_back(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    source = cited(page, SGO, "trafford-focused-visit-2018.pdf")
    source.get_by_role("button", name="Checked by me").click()
    expect(source.locator(".said")).to_have_text("Marked as checked by you.")
    expect(source.locator(".marks li")).to_contain_text("Checked by the person at this machine, ")
    expect(source.locator(".standing")).to_have_text("checked")
    again = opened(samples)
    seen = cited(again, SGO, "trafford-focused-visit-2018.pdf")
    expect(seen.locator(".standing")).to_have_text("checked")
    expect(seen.get_by_role("button", name="Checked by me")).to_have_attribute("aria-pressed", "true")
    seen.get_by_role("button", name="Disputed by me").click()
    expect(seen.locator(".marks li")).to_contain_text("Disputed by the person at this machine, ")
    looks_right(again, "marked-panel-source")
    seen.get_by_role("button", name="Disputed by me").click()
    expect(seen.locator(".said")).to_have_text("Your mark is taken back.")
    expect(seen.locator(".marks li")).to_have_count(0)
    expect(seen.locator(".standing")).to_have_text("")


def test_the_ways_on_are_answered(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    ask(page, SGO)
    ways = page.locator(".onward button")
    expect(ways.first).to_be_visible()
    looks_right(page, "ways-on")
    question = ways.first.inner_text()
    ways.first.click()
    wait_for_answer(page, question)
    expect(page.locator(".answer blockquote").first).to_be_visible()


def test_an_answer_is_asked_for_opened_marked_and_left_with_the_keyboard_alone(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.type(SGO)
    page.keyboard.press("Enter")
    wait_for_answer(page, SGO)
    tab_to(page, "a.cite")
    page.keyboard.press("Enter")
    source = opened_source(page)
    tab_to(page, ".turn")
    page.keyboard.press("Enter")
    expect(source.locator(".said")).to_have_text("Page 2 of 3")
    tab_to(page, ".copy")
    page.keyboard.press("Enter")
    expect(source.locator(".said")).to_have_text("Copied with its citation.")
    tab_to(page, ".mark[data-mark=disputed]")
    page.keyboard.press("Space")
    expect(source.locator(".said")).to_have_text("Marked as disputed by you.")
    page.keyboard.press("Space")
    expect(source.locator(".said")).to_have_text("Your mark is taken back.")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('a.cite')")


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_the_open_panel_is_accessible_at_every_size(
    samples: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened(samples, width, height, scheme)
    source = cited(page, SGO, "trafford-focused-visit-2018.pdf")
    looks_right(page, f"{width}-{scheme}-panel-source")
    source.get_by_text("Text of the page", exact=True).click()
    source.get_by_role("button", name="Larger").click()
    looks_right(page, f"{width}-{scheme}-text-source")


def test_a_page_that_cannot_be_drawn_says_so_and_shows_its_words(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    page.route("**/pages/*/*.png", lambda route: route.fulfill(status=404, json={"detail": "gone"}))
    ask(page, SGO)
    page.locator("a.cite").first.click()
    source = page.locator("details.source[open]")
    expect(source.locator(".broken")).to_be_visible()
    expect(source.locator(".view mark").first).to_be_visible()
    looks_right(page, "broken-panel-source")


def test_nothing_in_a_workbook_is_obeyed_and_its_rows_are_a_table(
    tmp_path_factory: pytest.TempPathFactory, opened: Callable[..., Page]
) -> None:
    from openpyxl import Workbook

    folder = tmp_path_factory.mktemp("workbook")
    book = Workbook()
    sheet = book.active
    sheet.title = "Actions <b>now"
    sheet.append(["Action", "Owner <img src=x onerror=window.owned=1>", "By when"])
    for number in range(1, 10):
        sheet.append(
            [
                f"Camden trains foster carer group {number} in sign language",
                "<script>owned=2</script>",
                number,
            ]
        )
    path = folder / "actions <svg onload=window.owned=3>.xlsx"
    book.save(path)
    assert run(folder / "home", "index", "add", str(path)).returncode == 0
    with serving(folder / "home") as served:
        page = opened(served)
        ask(page, "Which foster carer group 5 does Camden train in sign language?")
        page.locator("a.cite").first.click()
        source = opened_source(page)
        rows = source.locator(".rows")
        expect(rows.get_by_role("columnheader")).to_contain_text(["Row", "Action", "Owner <img", "By when"])
        expect(rows.locator("tr.quoted mark").first).to_be_visible()
        assert page.evaluate("window.owned") is None
        assert source.locator(":is(img, script, svg, b, [onerror], [onload])").count() == 0
        looks_right(page, "sheet-panel-source")
