"""Pages read in a second, and the memory that takes, beside pypdf through LangChain's PyPDFLoader.

python benchmarks/reading.py FOLDER   (with the packages of benchmarks/requirements.txt)
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pypdfium2 import PdfDocument

from documents.read import read

LONG = (100, 500, 1000)  # pages of the documents whose memory is measured
MEMORY = """
import pathlib, sys
sys.path.insert(0, {folder!r})
from reading import READERS
READERS[sys.argv[1]](sys.argv[2])
status = pathlib.Path("/proc/self/status").read_text()  # getrusage would count the parent's memory too
print(status.split("VmHWM:")[1].split()[0])
"""


def ours(path: str) -> int:
    """Passages, headings, tables, judgements, recommendations and a description; the number of pages."""
    return len(read(Path(path)).pages)


def pypdf(path: str) -> int:
    """The plain text of each page."""
    from langchain_community.document_loaders import PyPDFLoader  # here, for it is large itself

    return len(PyPDFLoader(path).load())


READERS: dict[str, Callable[[str], int]] = {"ours": ours, "PyPDFLoader": pypdf}


def main() -> None:
    paths = sorted(Path(sys.argv[1]).glob("**/*.pdf"))
    if not paths:
        sys.exit(f"There is no PDF in {sys.argv[1]}.")
    print(f"{date.today()}, {len(paths)} PDFs, one process, each file by both in turn\n")
    print("| reader | pages | seconds | pages a second | CPU seconds | pages a CPU second |")
    print("|---|---|---|---|---|---|")
    for name, (pages, seconds, busy) in speeds(paths).items():
        print(f"| {name} | {pages} | {seconds:.1f} | {pages / seconds:.0f}", end=" | ")
        print(f"{busy:.1f} | {pages / busy:.0f} |")
    print(f"\n| peak memory, MB | {' | '.join(f'{pages} pages' for pages in LONG)} |")
    print(f"|---|{'---|' * len(LONG)}")
    with tempfile.TemporaryDirectory() as folder:
        longs = [long_document(paths, pages, Path(folder)) for pages in LONG]
        for name in READERS:
            print(f"| {name} | {' | '.join(f'{peak(name, path) / 1e6:.0f}' for path in longs)} |")


def speeds(paths: list[Path]) -> dict[str, tuple[int, float, float]]:
    """Pages, seconds and CPU seconds of each reader; the first file is read once before the clock starts.

    On a machine with other work to do, the CPU seconds are the fairer measure.
    """
    totals = dict.fromkeys(READERS, (0, 0.0, 0.0))
    for reader in READERS.values():
        reader(str(paths[0]))
    for path in paths:
        for name, reader in READERS.items():
            began, busy = time.perf_counter(), cpu_seconds()
            pages = reader(str(path))
            passed = (pages, time.perf_counter() - began, cpu_seconds() - busy)
            totals[name] = tuple(map(sum, zip(totals[name], passed, strict=True)))
    return totals


def cpu_seconds() -> float:
    """Of this process and of those it has started and that have ended."""
    return sum(os.times()[:4])


def long_document(paths: list[Path], pages: int, folder: Path) -> Path:
    """A document of so many pages, made of the pages of others."""
    path = folder / f"{pages}.pdf"
    with PdfDocument.new() as made:
        for source in cycle(paths):
            missing = pages - len(made)
            if missing <= 0:
                break
            with PdfDocument(source) as document:
                made.import_pages(document, list(range(min(missing, len(document)))))
        made.save(path)
    return path


def peak(name: str, path: Path) -> int:
    """The most bytes that a process of its own held while it read `path`; Linux alone tells."""
    script = MEMORY.format(folder=str(Path(__file__).parent))
    done = subprocess.run(
        [sys.executable, "-c", script, name, path], capture_output=True, text=True, check=True
    )
    return int(done.stdout) * 1024


if __name__ == "__main__":
    main()
