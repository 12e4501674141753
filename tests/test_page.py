"""The page in a real browser, served by the command that staff use, over the real model and stores."""

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import (
    Served,
    ask,
    looks_right,
    opened_source,
    run,
    save,
    serving,
    wait_for_answer,
)
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SGO = "What must Trafford improve on SGOs?"
IMPROVE = "What does Trafford need to improve?"
UNCLEAR = "How well are children in care supported?"
ABSENT = "How many lighthouses does Trafford paint purple?"
CONNECTED_CARERS = (
    "Make decisions and finish assessments in good time for children living with connected carers,"
    " so that their permanence can be secured through special guardianship orders (SGOs)."
)
FOSTERING = "Camden trains every foster carer in sign language before a deaf child comes to stay."
HOSTILE = (
    "Camden recruits foster carers <img src=http://203.0.113.9/a.png onerror=window.owned=1>"
    " [with a link](http://203.0.113.9/b) <script>window.owned=2</script> ${window.owned=3} {{owned}}"
    " and \u202edaeh sti no txet\u202c every spring."
)


def test_the_command_fills_an_empty_library_and_prints_its_address(samples: Served) -> None:
    assert "adding the sample documents" in samples.said
    assert f"Open {samples.address} in a browser" in samples.said


def test_the_command_refuses_a_host_that_others_reach(tmp_path: Path) -> None:
    refused = run(tmp_path / "home", "assistant", "chat", "--host", "0.0.0.0")
    assert refused.returncode == 1
    assert "Others can reach http://0.0.0.0:7860" in refused.stderr
    assert "python -m assistant user add NAME" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_command_refuses_a_taken_port(samples: Served) -> None:
    refused = run(samples.home, "assistant", "chat", "--port", str(samples.port))
    assert refused.returncode == 1
    assert f"Port {samples.port} is taken" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_command_refuses_a_number_that_is_no_port(tmp_path: Path) -> None:
    refused = run(tmp_path / "home", "assistant", "chat", "--port", "99999")
    assert refused.returncode == 1
    assert "99999 is not a port" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_no_file_of_the_library_is_served(samples: Served) -> None:
    database = samples.home / "library.sqlite"
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{samples.address}/gradio_api/file={quote(str(database))}")
    assert refused.value.code in (403, 404)


def test_another_name_for_this_machine_gets_no_reply(samples: Served) -> None:
    request = urllib.request.Request(samples.address, headers={"Host": f"evil.example:{samples.port}"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 400


def test_the_browser_is_told_to_stay_on_this_machine(samples: Served) -> None:
    with urllib.request.urlopen(samples.address) as reply:
        assert "default-src 'self'" in reply.headers["Content-Security-Policy"]


def test_an_answer_carries_the_improvement_point_from_the_briefing_on_the_letter(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    ask(page, SGO)
    answer = page.locator(".answer")
    expect(answer).to_contain_text(CONNECTED_CARERS)
    expect(answer).to_contain_text("Briefing: focused visit to Trafford, July 2018")
    expect(answer).to_contain_text("Sample briefing on the inspectorate’s letter")
    expect(answer).to_contain_text("inspected 10 to 11 July 2018, published 2 August 2018")
    assert "Shropshire" not in answer.inner_text() + page.locator(".sources").inner_text()
    point = answer.locator("blockquote", has_text=CONNECTED_CARERS).locator("a.cite")
    assert "page 1" in str(point.get_attribute("aria-label"))
    point.click()
    source = opened_source(page)
    expect(source.locator("summary").first).to_be_focused()
    expect(source.locator(".neighbours mark")).to_have_text(CONNECTED_CARERS)
    source.get_by_text("Text of the page", exact=True).click()
    expect(source.locator(".view mark")).to_have_text(CONNECTED_CARERS)
    expect(source.locator(".view mark")).to_be_in_viewport()
    save(page, "source")


SIZES = [  # wide, tablet, telephone, and a laptop of 1280 by 900 at 200%
    (1280, 900, "light"),
    (1280, 900, "dark"),
    (768, 1000, "light"),
    (390, 844, "light"),
    (640, 450, "light"),
]


@pytest.mark.parametrize(("width", "height", "scheme"), SIZES)
def test_every_state_of_the_page_is_accessible(
    samples: Served, opened: Callable[..., Page], width: int, height: int, scheme: str
) -> None:
    page = opened(samples, width, height, scheme)
    name = f"{width}-{scheme}"
    looks_right(page, f"{name}-start")
    ask(page, IMPROVE)
    looks_right(page, f"{name}-answered")
    page.locator("a.cite").nth(1).click()
    opened_source(page)
    looks_right(page, f"{name}-source")
    ask(page, ABSENT)
    expect(page.get_by_role("heading", name="Not in the documents")).to_be_visible()
    looks_right(page, f"{name}-refused")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".answer")).to_have_count(0)
    ask(page, UNCLEAR)
    expect(page.get_by_role("heading", name="Which authority?")).to_be_visible()
    looks_right(page, f"{name}-unclear")


def test_asking_opening_a_source_and_going_back_need_only_the_keyboard(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("What must Trafford")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("improve on SGOs?")
    assert page.get_by_label("Your question").input_value() == "What must Trafford\nimprove on SGOs?"
    page.keyboard.press("Enter")
    wait_for_answer(page, "What must Trafford improve on SGOs?")
    passed = tab_to(page, "a.cite")
    assert passed[:4] == ["Authority", "Who speaks", "Ask", "New conversation"]
    assert "What does Trafford need to improve?" in passed
    cite = page.locator("a.cite").first
    page.keyboard.press("Enter")
    expect(opened_source(page).locator("summary").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    page.keyboard.press("Enter")
    passed = tab_to(page, ".source[open] a.back")
    assert passed[:3] == ["Image of page 1", "Next page", "Larger"]
    assert passed[-3:] == ["Copy with citation", "Checked by me", "Disputed by me"]
    page.keyboard.press("Enter")
    expect(cite).to_be_focused()


FOCUSED = "(document.activeElement.getAttribute('aria-label') || document.activeElement.innerText).trim()"


def tab_to(page: Page, selector: str) -> list[str]:
    """Presses Tab until the focus is there; the names of what it passed."""
    passed: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return passed
        passed.append(page.evaluate(FOCUSED))
    raise AssertionError(f"Tab never comes to {selector}: {passed}")


def test_the_status_is_announced_once_when_it_searches_and_once_when_it_has_answered(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    page.evaluate(
        """() => {
          const status = document.querySelector("#status [role=status]");
          window.announced = [];
          new MutationObserver(() => window.announced.push(status.innerText))
            .observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )
    expect(page.locator("#status [role=status]")).to_have_attribute("aria-live", "polite")
    ask(page, IMPROVE)
    searching, answered = page.evaluate("window.announced")
    assert searching == "Searching the documents…"
    assert answered.startswith("Answered with ")
    assert page.locator(".answer blockquote").count() > 1


def test_an_example_asks_at_once(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    example = page.locator("#examples button").first
    question = example.inner_text()
    example.click()
    wait_for_answer(page, question)
    expect(page.get_by_label("Your question")).to_have_value(question)
    expect(page.locator(".answer blockquote").first).to_be_visible()


def test_where_the_authority_is_unclear_each_is_a_way_on(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    ask(page, UNCLEAR)
    assert page.locator(".ways button").all_inner_texts() == ["Shropshire", "Trafford"]
    page.get_by_role("button", name="Shropshire", exact=True).click()
    wait_for_answer(page, "How well are children in care supported in Shropshire?")
    expect(page.locator(".answer")).to_contain_text("Shropshire finds lasting homes sooner")


def test_a_follow_up_takes_over_what_it_lacks_and_says_so(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    ask(page, "How well are children in care supported in Shropshire?")
    ask(page, "and Trafford?")
    reading = page.locator(".reading")
    expect(reading).to_contain_text("Trafford")
    expect(reading).to_contain_text("taken over from your question before: “How well are children in care")
    assert "Shropshire" not in page.locator(".sources").inner_text()
    looks_right(page, "follow-up")


def test_one_click_corrects_what_was_read_wrongly(samples: Served, opened: Callable[..., Page]) -> None:
    page = opened(samples)
    ask(page, "How well are children in care supported in Trafford in 2018?")
    page.get_by_role("button", name="2018: not meant, ask again without").click()
    expect(page.locator(".reading")).to_contain_text("all times")
    expect(page.locator(".reading")).to_contain_text("Trafford")
    page.get_by_role("button", name="a list", exact=True).click()
    expect(page.locator(".reading")).to_contain_text("Trafford ✕ · latest inspection · a list")
    page.get_by_role("button", name="Trafford: not meant, ask again without").click()
    expect(page.get_by_role("heading", name="Which authority?")).to_be_visible()


def test_an_authority_chosen_above_limits_what_is_searched(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    page.get_by_label("Authority").click()
    page.get_by_role("option", name="Shropshire").click()
    ask(page, UNCLEAR)
    expect(page.locator(".answer")).to_contain_text("Shropshire finds lasting homes sooner")
    assert "Trafford" not in page.locator(".answer").inner_text()


def test_a_refusal_says_what_was_searched_and_opens_what_came_closest(
    samples: Served, opened: Callable[..., Page]
) -> None:
    page = opened(samples)
    ask(page, ABSENT)
    answer = page.locator(".answer")
    expect(answer).to_contain_text("Searched: 4 documents about Trafford.")
    expect(answer.locator(".nearest")).to_contain_text("What came closest, though it does not answer")
    answer.locator(".nearest a.cite").first.click()
    opened_source(page)


def test_the_list_counts_and_dates_the_documents_in_words(
    samples: Served, opened: Callable[..., Page]
) -> None:
    held = opened(samples).locator(".holdings")
    expect(held.locator("summary")).to_have_text("5 documents")
    letter = held.get_by_role("row").filter(has_text="trafford-focused-visit-2018.pdf")
    expect(letter).to_contain_text("inspected 10 to 11 July 2018, published 2 August 2018")
    expect(letter).to_contain_text("3 pages")
    expect(held.get_by_role("row").filter(has_text="trafford-news-2022.txt")).to_contain_text("1 page")
    held.locator("summary").click()
    expect(letter).to_be_hidden()


def test_the_page_follows_a_library_that_another_process_changes(
    tmp_path_factory: pytest.TempPathFactory, opened: Callable[..., Page]
) -> None:
    folder = tmp_path_factory.mktemp("changing")
    home = folder / "home"
    hostile = folder / "<img src=x onerror=window.owned=4>.txt"
    hostile.write_text(f"<script>window.owned=5</script> Camden notes\n\n{HOSTILE}\n", encoding="utf-8")
    added = folder / "camden-carers.txt"
    added.write_text(f"How Camden trains carers\n\n{FOSTERING}\n", encoding="utf-8")
    question = "What does Camden train every foster carer in before a deaf child comes to stay?"
    assert run(home, "index", "add", str(hostile)).returncode == 0
    with serving(home) as served:
        page = opened(served)
        nothing_in_a_document_or_a_question_is_obeyed(page)
        ask(page, question)
        expect(page.locator(".answer")).not_to_contain_text(FOSTERING)
        assert run(home, "index", "add", str(added)).returncode == 0
        ask(page, question)
        expect(page.locator(".answer")).to_contain_text(FOSTERING)
        expect(page.locator(".holdings summary")).to_have_text("2 documents")
        assert run(home, "index", "rebuild").returncode == 0
        ask(page, question)
        expect(page.locator(".answer")).to_contain_text(FOSTERING)
        assert run(home, "index", "remove", "camden-carers.txt").returncode == 0
        ask(page, question)
        expect(page.locator(".answer")).not_to_contain_text(FOSTERING)
        expect(page.locator(".holdings summary")).to_have_text("1 document")


def nothing_in_a_document_or_a_question_is_obeyed(page: Page) -> None:
    question = "When does Camden recruit foster carers <img src=x onerror=window.owned=6> ${owned=7}?"
    ask(page, question)
    answer = page.locator(".answer")
    expect(answer.locator("blockquote").first).to_contain_text(
        "<script>window.owned=2</script> ${window.owned=3}"
    )
    page.locator("a.cite").first.click()
    opened_source(page)
    expect(page.locator(".holdings")).to_contain_text("<img src=x onerror=window.owned=4>.txt")
    assert page.evaluate("window.owned") is None
    made = "img, script, iframe, a[href^=http], [onerror]"
    assert page.locator(f".answer :is({made}), .sources :is({made}), .holdings :is({made})").count() == 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
