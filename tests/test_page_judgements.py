"""Judgements and improvements in a real browser."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from browsing import Served, looks_right, run, serving
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SIZES = [  # wide, tablet, telephone, and a laptop of 1280 by 900 at 200%
    (1280, 900, "dark"),
    (768, 1000, "light"),
    (390, 844, "light"),
    (640, 450, "light"),
]
LETTER = """# Inspection of {name} local authority children’s services

Inspection dates: {dates}

The overall judgement is that children’s services are {grade}.

## What needs to improve

- The quality and frequency of supervision.
- The identification of <b>young carers</b>.

## Findings

Social workers know their children well.
"""
LETTERS = (
    ("Shropshire", "4 July 2016 to 8 July 2016", "good"),
    ("Shropshire", "4 March 2019 to 8 March 2019", "inadequate"),
    ("Camden", "7 February 2022 to 11 February 2022", "outstanding"),
)
OWN = """# Shropshire Council's self-assessment, May 2018

## What we know about ourselves

- Our supervision is strong and regular.
- Our early help is well coordinated.
"""


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory, chromium: Path) -> Iterator[Served]:
    """The page over made letters about two councils, and an account of one of them of itself."""
    folder = tmp_path_factory.mktemp("judged")
    for number, (name, dates, grade) in enumerate(LETTERS):
        letter = LETTER.format(name=name, dates=dates, grade=grade)
        (folder / f"letter-{number}.txt").write_text(letter, encoding="utf-8")
    (folder / "own.txt").write_text(OWN, encoding="utf-8")
    home = folder / "home"
    assert run(home, "index", "add", *map(str, sorted(folder.glob("*.txt")))).returncode == 0
    with serving(home) as served:
        yield served


def opened_part(page: Page) -> Page:
    page.get_by_role("tab", name="Judgements and improvements").click()
    expect(page.get_by_label("Authorities")).to_be_visible()
    return page


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_label("Authorities").click()
        page.get_by_role("option", name=name, exact=True).click()
    page.keyboard.press("Escape")


def show(page: Page, view: str, says: str) -> None:
    page.get_by_label(view).check()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#prepare-status [role=status]")).to_have_text(says)


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_every_view_is_accessible(
    judged: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened_part(opened(judged, width, height, scheme))
    name = f"{width}-{scheme}"
    show(page, "Grades over time", "Choose an authority first.")
    looks_right(page, f"{name}-judgements-empty")
    choose(page, "Shropshire", "Camden")
    show(page, "Grades over time", "Grades over time: Shropshire, Camden.")
    for picture in page.locator(".plot img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("picture => picture.naturalWidth") > 100
    looks_right(page, f"{name}-judgements-grades")
    show(page, "Improvement tracker", "Improvement tracker: Shropshire, Camden.")
    page.locator(".later summary").first.click()
    looks_right(page, f"{name}-judgements-tracker")
    show(page, "The council’s own account", "The council’s own account: Shropshire, Camden.")
    looks_right(page, f"{name}-judgements-own")


def test_each_grade_leads_to_its_page_and_the_picture_says_the_same(
    judged: Served, opened: Callable[..., Page]
) -> None:
    page = opened_part(opened(judged))
    choose(page, "Shropshire", "Camden")
    show(page, "Grades over time", "Grades over time: Shropshire, Camden.")
    table = page.get_by_role("table", name="Grades of Shropshire")
    row = table.get_by_role("row").filter(has_text="Inadequate")
    link = row.get_by_role("link", name="page 1 of letter-1.txt (opens in a new tab)")
    assert str(link.get_attribute("href")).endswith("#page=1")
    assert str(link.get_attribute("href")).startswith("/originals/")
    expect(page.locator(".plot img").first).to_have_attribute(
        "alt",
        "Shropshire, 2016 to 2019. Overall effectiveness: good in 2016, then inadequate in 2019."
        " The table that follows holds every grade.",
    )
    beside = page.locator("table.beside")
    expect(beside.get_by_role("row").nth(1)).to_contain_text("Overall effectivenessInadequate2019, page 1")
    expect(beside.get_by_role("row").nth(1)).to_contain_text("Outstanding2022, page 1")


def test_a_time_limits_what_is_shown_and_a_wrong_one_is_named(
    judged: Served, opened: Callable[..., Page]
) -> None:
    page = opened_part(opened(judged))
    choose(page, "Shropshire")
    page.get_by_label("From", exact=True).fill("2018")
    show(page, "Grades over time", "Grades over time: Shropshire.")
    expect(page.locator("#prepared tbody tr.of")).to_have_count(1)
    page.get_by_label("From", exact=True).fill("soon")
    show(page, "Grades over time", "‘soon’ is not a date. Write it like 2019, March 2019 or 8 March 2019.")
    page.get_by_label("From", exact=True).fill("2024")
    show(page, "Improvement tracker", "Improvement tracker: Shropshire.")
    expect(page.locator("#prepared")).to_contain_text(
        "The documents held about Shropshire hold no recommendation by inspectors from 2024."
    )


def test_ticked_recommendations_are_what_is_downloaded_by_keyboard_alone(
    judged: Served, opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened_part(opened(judged))
    choose(page, "Shropshire")
    show(page, "Improvement tracker", "Improvement tracker: Shropshire.")
    expect(page.locator(".item")).to_have_count(4)
    expect(page.locator(".item").nth(1)).to_contain_text("<b>young carers</b>")
    page.get_by_label("Choose recommendation 2").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Table (.csv)").focus()
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "Improvement tracker Shropshire.csv"
    kept = tmp_path / "tracker.csv"
    coming.value.save_as(kept)
    rows = kept.read_text("utf-8-sig").splitlines()
    assert len(rows) == 2 and rows[1].startswith("2,2016-07-08")


def test_the_keyboard_can_skip_to_the_main_content(judged: Served, opened: Callable[..., Page]) -> None:
    page = opened(judged)
    expect(page.get_by_label("Your question")).to_be_focused()
    skip = page.get_by_role("link", name="Skip to the main content")
    for _ in range(10):
        page.keyboard.press("Shift+Tab")
        if skip.evaluate("link => link === document.activeElement"):
            break
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#parts') !== null")


def test_headings_come_in_order(judged: Served, opened: Callable[..., Page]) -> None:
    page = opened_part(opened(judged))
    choose(page, "Shropshire")
    show(page, "Improvement tracker", "Improvement tracker: Shropshire.")
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(each => each.checkVisibility())"
        ".map(each => +each.tagName[1])"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
