"""Measures the page in a real browser: first paint, first words of an answer, and both while files are added.

.venv/bin/python benchmarks/page.py HOME [--files 50]

HOME is a library, which is copied first; the files added are made here. Prints a table.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from browsing import Served, environment, serving  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from assistant.suggest import suggested_questions  # noqa: E402
from index.library import Library  # noqa: E402
from index.settings import Settings  # noqa: E402

OPENINGS, QUESTIONS = 5, 8
PATIENCE = 120_000  # milliseconds
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FIRST_WORDS = "() => document.querySelector('.answer:not([data-old]) blockquote') !== null"
LETTER = """# Inspection of Camden local authority children’s services

Inspection dates: 4 March {year} to 8 March {year}

{findings}
"""
FINDING = "In team {number} of {year}, plan {place} is clear, and social workers know their children.\n\n"
FINDINGS = 60  # of each letter


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("home", type=Path)
    parser.add_argument("--files", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(arguments.home, home)
        questions = suggested_questions(Library(Settings(home=home)), QUESTIONS)
        with serving(home) as served, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            print("| measured | median | slowest |\n|---|---|---|", flush=True)
            _open_page(browser, served)  # the first visit of all makes the server read its own files
            _print_openings(browser, served, "")
            _print_answers(browser, served, questions, "")
            adding = _adding(home, Path(folder), arguments.files)
            begun = time.perf_counter()
            _print_openings(browser, served, f", while {arguments.files} files are added")
            when = f", while {arguments.files} files are added"
            _print_answers(browser, served, questions, when, lambda: adding.poll() is None)
            adding.wait()
            taken = time.perf_counter() - begun
            ended = f"took {taken:.0f} s beside this, and ended {adding.returncode}"
            print(f"\nAdding {arguments.files} files {ended}.")
    return 0


def _adding(home: Path, folder: Path, count: int) -> "subprocess.Popen[bytes]":
    """The command line at work on files it has never seen."""
    letters = folder / "letters"
    letters.mkdir()
    for number in range(count):
        year = 1950 + number
        findings = "".join(FINDING.format(number=number, year=year, place=place) for place in range(FINDINGS))
        path = letters / f"letter-{number}.txt"
        path.write_text(LETTER.format(year=year, findings=findings), encoding="utf-8")
    command = [sys.executable, "-m", "index", "add", str(letters)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=environment(home), stdout=quiet, stderr=quiet)


def _print_openings(browser: Browser, served: Served, when: str) -> None:
    opened = [_open_page(browser, served) for _ in range(OPENINGS)]
    _print(f"first paint{when}", [paint for paint, _, _ in opened])
    _print(f"page ready for a question{when}", [ready for _, ready, _ in opened])
    _print(f"changing to another tab{when}", [tab for _, _, tab in opened])


def _open_page(browser: Browser, served: Served) -> tuple[float, float, float]:
    """Seconds to the first paint, to the question box, and from a click on a tab to its part."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    begun = time.perf_counter()
    page.goto(served.address, wait_until="commit")
    page.get_by_label("Your question").wait_for()
    ready = time.perf_counter() - begun
    paint = page.evaluate(PAINT) / 1000
    begun = time.perf_counter()
    page.get_by_role("tab", name="Check a claim").click()
    page.locator("#claims textarea").wait_for()
    changed = time.perf_counter() - begun
    context.close()
    return paint, ready, changed


def _print_answers(
    browser: Browser,
    served: Served,
    questions: list[str],
    when: str,
    running: Callable[[], bool] = lambda: True,
) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(served.address)
    page.get_by_label("Your question").wait_for()
    taken = list(_answers(page, questions, running))
    _print(f"first words of an answer ({len(taken)} questions){when}", taken)
    page.close()


def _answers(page: Page, questions: list[str], running: Callable[[], bool]) -> Iterator[float]:
    """Seconds from the click on Ask to the first quotation on the page. The first question warms up."""
    for number, question in enumerate([questions[0], *questions]):
        if not running():
            return
        page.evaluate("document.querySelectorAll('.answer').forEach(old => { old.dataset.old = 'yes' })")
        page.get_by_label("Your question").fill(question)
        begun = time.perf_counter()
        page.get_by_role("button", name="Ask", exact=True).click()
        page.wait_for_function(FIRST_WORDS)
        if number:
            yield time.perf_counter() - begun
        page.wait_for_timeout(300)


def _print(what: str, seconds: list[float]) -> None:
    if seconds:
        print(f"| {what} | {median(seconds):.2f} s | {max(seconds):.2f} s |", flush=True)
    else:
        print(f"| {what} | – | – |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
