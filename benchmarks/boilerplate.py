"""The share of each document's characters called boilerplate, highest first.

python benchmarks/boilerplate.py FOLDER
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from documents.read import read
from documents.report import Kind, Report


def main() -> None:
    paths = sorted(Path(sys.argv[1]).glob("**/*.pdf"))
    if not paths:
        sys.exit(f"There is no PDF in {sys.argv[1]}.")
    with ProcessPoolExecutor() as readers:
        found = sorted(readers.map(row, paths), reverse=True)
    print(f"{date.today()}, {len(paths)} PDFs\n")
    print("| boilerplate | file | title |")
    print("|---|---|---|")
    for alike, file, title in found:
        print(f"| {alike:.3f} | {file} | {title} |")


def row(path: Path) -> tuple[float, str, str]:
    """The share, the file's name and the document's title."""
    report = read(path)
    return share(report), path.name, report.source.title


def share(report: Report) -> float:
    """Of the characters in passages, those in boilerplate."""
    alike = sum(len(each.text) for each in report.passages if each.kind is Kind.BOILERPLATE)
    return alike / sum(len(each.text) for each in report.passages)


if __name__ == "__main__":
    main()
