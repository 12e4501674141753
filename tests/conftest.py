"""What several tests share: the samples in a library, warm; ways to make documents; the real reports."""

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import PATIENCE, Served, serving
from playwright.sync_api import Browser, Page, expect, sync_playwright
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from documents.read import read
from documents.report import Report
from documents.samples import sample_files
from index import build
from index.library import Library
from index.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CHROMIUM = Path("/usr/bin/chromium")
Command = Callable[..., subprocess.CompletedProcess[str]]
MakePdf = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write tests/golden anew from what is read now; then review",
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports, which are not ours to copy into the project."""
    if not SHARED.is_dir():
        pytest.skip(f"the real reports are not here: there is no {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def reports(shared: Path) -> dict[str, Report]:
    """Every real report, by its file name."""
    paths = sorted((shared / "corpus" / "reports").glob("*.pdf"))
    own = multiprocessing.get_context("spawn")  # a fork of a process with threads may never wake
    with ProcessPoolExecutor(mp_context=own) as readers:
        return dict(zip((path.name for path in paths), readers.map(read, paths), strict=True))


@pytest.fixture(scope="session")
def chromium() -> Path:
    if not CHROMIUM.exists():
        missing = f"there is no browser at {CHROMIUM}"
        pytest.fail(missing) if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip(missing)
    return CHROMIUM


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The five samples, for all tests that change nothing."""
    library = Library(Settings(home=tmp_path_factory.mktemp("library")))
    landed = build.add_samples(library)
    assert [each.outcome for each in landed] == [build.Outcome.ADDED] * len(sample_files())
    return library


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where a library may be made."""
    return tmp_path / "home"


@pytest.fixture
def changeable(library: Library, home: Path) -> Library:
    """The five samples in a library of its own, which the test may change or break."""
    shutil.copytree(library.home, home)
    return Library(Settings(home=home))


@pytest.fixture
def emptied(changeable: Library) -> Library:
    """An empty library whose model is known and whose cache has the vectors of the samples."""
    for source in changeable.sources():
        build.remove(changeable, source.sha256)
    return changeable


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """The variables for a command on the library in `home`, from any folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("INSPECTION_")}
    return {**kept, "PYTHONPATH": str(ROOT), "INSPECTION_HOME": str(home)}


@pytest.fixture
def command(environment: dict[str, str], tmp_path: Path) -> Command:
    """Runs python with these words in a process of its own, on the library in `home`."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, words)]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    return run


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Makes a short letter as PDF: a heading, then each paragraph. `encrypt` is its password."""

    def make(name: str, heading: str, *paragraphs: str, encrypt: str | None = None) -> Path:
        style = getSampleStyleSheet()
        path = tmp_path / name
        letter = SimpleDocTemplate(str(path), title=heading, invariant=True, encrypt=encrypt)
        words = [Paragraph(paragraph, style["BodyText"]) for paragraph in paragraphs]
        letter.build([Paragraph(heading, style["Heading1"]), *words])
        return path

    return make


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over an empty library, to which the command adds the samples."""
    with serving(tmp_path_factory.mktemp("samples") / "home") as served:
        yield served


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page. Afterwards none has asked another machine for anything, or broken."""
    requested: list[str] = []
    broken: list[str] = []

    def opener(served: Served, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme)
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: requested.append(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("dialog", lambda dialog: broken.append(dialog.message))
        page.goto(served.address)
        expect(page.get_by_label("Your question")).to_be_visible()
        return page

    yield opener
    hosts = {urlsplit(url).hostname for url in requested if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {"127.0.0.1"}
    assert broken == []
