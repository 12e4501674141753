"""The page served by the command that staff use, and what every view of it must be, for the browser tests."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[1]
SCREENSHOTS = ROOT / "screenshots"
START_SECONDS = 180
PATIENCE = 60_000  # milliseconds, for a machine that is busy
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Served:
    address: str
    port: int
    home: Path
    said: str


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("INSPECTION_")}
    return {**kept, "INSPECTION_HOME": str(home), "INSPECTION_AUTHORITY": "", "INSPECTION_CHAT_MODEL": ""}


def run(home: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command, env = [sys.executable, "-m", *words], {**environment(home), **variables}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)


@contextmanager
def serving(home: Path, *options: str, **variables: str) -> Iterator[Served]:
    """`python -m assistant chat` on a free port, until it is no longer needed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home.with_suffix(".log")
    command = [sys.executable, "-m", "assistant", "chat", "--port", str(port), *options]
    env = {**environment(home), **variables}
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)
    try:
        yield Served(f"http://127.0.0.1:{port}", port, home, said(log, server))
    finally:
        server.terminate()
        server.wait()


def said(log: Path, server: subprocess.Popen[bytes]) -> str:
    """What the command has printed once it serves."""
    end = time.monotonic() + START_SECONDS
    while "Open http" not in log.read_text():
        assert server.poll() is None and time.monotonic() < end, log.read_text()
        time.sleep(0.1)
    return log.read_text()


def ask(page: Page, question: str) -> None:
    page.evaluate("document.querySelectorAll('.answer').forEach(old => { old.dataset.old = 'yes' })")
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    wait_for_answer(page, question)


def wait_for_answer(page: Page, question: str) -> None:
    expect(page.locator(".answer:not([data-old]) .asked")).to_have_text(question)
    said = re.compile("^(Answered|No answer|Please)")
    expect(page.locator("#status [role=status]")).to_have_text(said)


def opened_source(page: Page) -> Locator:
    """The open source, once its page has come and the quoted words are in sight."""
    source = page.locator("details.source[open]")
    expect(source.locator(".turning")).to_be_visible()
    page.wait_for_function(
        "[...document.querySelectorAll('.source[open] img')].every(image => image.complete)", timeout=PATIENCE
    )
    lit = source.locator(".view").locator(".hit, mark").locator("visible=true")
    expect(lit.first).to_be_in_viewport()
    return source


def looks_right(page: Page, name: str) -> None:
    """Accessible, with nothing beside the screen; its picture is kept for a person to look at."""
    save(page, name)
    found = Axe().run(page)
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} is too wide"


def save(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=not name.endswith("source"))
