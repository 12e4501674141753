"""Imports point down, each outside library lives in one module, and importing does nothing."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BELOW = {"documents": set(), "index": {"documents"}, "assistant": {"documents", "index"}}
MODULES = sorted(path for package in BELOW for path in (ROOT / package).rglob("*.py"))
HOMES = {
    "bcrypt": {"assistant/passwords.py"},
    "chromadb": {"index/store.py"},
    "docx": {
        "assistant/check_word.py",
        "assistant/pack_word.py",
        "assistant/word_export.py",
        "documents/word.py",
        "documents/wordtext.py",
    },
    "dotenv": {"index/settings.py"},
    "gradio": {"assistant/chat.py", "assistant/look.py"},
    "langchain": {"assistant/model.py"},
    "langchain_core": {"assistant/model.py"},
    "matplotlib": {"assistant/history_plot.py", "assistant/pdf_fonts.py"},
    "mcp": {"assistant/tools.py"},
    "onnxruntime": {"index/onnx.py"},
    "openpyxl": {"assistant/sheet_export.py", "documents/sheets.py"},
    "pptx": {"documents/slides.py", "documents/samples/deck.py"},
    "PIL": {"documents/marked_page.py"},
    "pydantic": {"assistant/snapshots.py"},
    "pypdfium2": {
        "documents/highlight.py",
        "documents/marked_page.py",
        "documents/page_image.py",
        "documents/pdf.py",
        "documents/scanned.py",
    },
    "rapidocr": {"documents/scanned.py"},
    "reportlab": {
        "assistant/pack_pdf.py",
        "assistant/pdf_flow.py",
        "assistant/pdf_fonts.py",
        "assistant/pdf_tags.py",
        "documents/samples/letter.py",
    },
    "sentence_transformers": {"index/bge.py", "index/embed.py"},
    "tokenizers": {"index/onnx.py"},
    "torch": {"index/bge.py"},
    "trafilatura": {"documents/web.py"},
    "transformers": {"index/embed.py"},
}
HEAVY = ("chromadb", "gradio", "onnxruntime", "rapidocr", "sentence_transformers", "torch", "transformers")
IMPORT_ALL = """
import importlib, os, sys
done = []
class Watched(dict):
    def __getitem__(self, name):
        if str(name).startswith("INSPECTION_"):
            done.append(f"read the variable {name}")
        return super().__getitem__(name)
    def get(self, name, default=None):
        return self[name] if name in self else default
os.environ = Watched(os.environ)
def watch(event, details):
    if event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+"):
        done.append(f"opened {details[0]} to write")
    elif event == "open" and str(details[0]).endswith(".env"):
        done.append("read .env")
    elif event in ("os.mkdir", "socket.connect", "sqlite3.connect", "subprocess.Popen"):
        done.append(f"{event} {details}")
sys.addaudithook(watch)
sys.dont_write_bytecode = True
for name in sys.argv[1:]:
    importlib.import_module(name)
heavy = [name for name in HEAVY if name in sys.modules]
print("\\n".join([*done, *(f"imported {name}" for name in heavy)]))
"""


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            yield node.module or ""


@pytest.mark.parametrize("package", BELOW)
def test_a_package_imports_only_itself_and_those_below_it(package: str) -> None:
    above = set(BELOW) - BELOW[package] - {package}
    for path in (ROOT / package).rglob("*.py"):
        assert not {name for name in imported(path) if name.split(".")[0] in above}, path


@pytest.mark.parametrize("outside", HOMES)
def test_an_outside_library_is_known_only_where_it_belongs(outside: str) -> None:
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if any(name.split(".")[0] == outside for name in imported(path))
    }
    assert knowing <= HOMES[outside]


def test_every_library_we_require_is_really_imported() -> None:
    used = {name.split(".")[0] for path in MODULES for name in imported(path)}
    assert set(HOMES) <= used


def test_importing_any_module_opens_nothing_and_loads_no_heavy_library(tmp_path: Path) -> None:
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES]
    runnable = [name.removesuffix(".__init__") for name in names if not name.startswith("documents.samples.")]
    (tmp_path / ".env").write_text("INSPECTION_HOME=elsewhere\n")
    program = f"HEAVY = {HEAVY}\n{IMPORT_ALL}"
    done = subprocess.run(
        [sys.executable, "-c", program, *runnable],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "INSPECTION_HOME": "home", "PATH": ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
    assert [path.name for path in tmp_path.iterdir()] == [".env"]


def test_only_downloading_published_reports_can_open_a_connection_outward() -> None:
    """Chroma's client, for a server that the settings name, is Chroma's own."""
    ways = {"aiohttp", "ftplib", "http.client", "httpx", "requests", "smtplib", "urllib.request", "urllib3"}
    knowing = {path.relative_to(ROOT).as_posix() for path in MODULES if ways & {*imported(path)}}
    assert knowing == {"index/download.py"}
