"""Published reports into the library, each downloaded and compared with what our list says of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from documents.problem import KnownProblem
from index import build
from index.build import Landed, Outcome
from index.download import download
from index.library import Library
from index.published import Published
from index.settings import PREFIX

OFF = (
    f"Downloading is off, so that no connection leaves this machine. Set {PREFIX}FETCH=yes where it may, or"
    " download the reports elsewhere and add them as files, as a folder or as a .zip archive."
)


def fetch(library: Library, reports: Iterable[Published], changed_too: bool = False) -> Iterator[Landed]:
    """Download and add each, telling of each as it lands. KnownProblem where the settings do not allow it."""
    if not library.settings.fetch:
        raise KnownProblem(OFF)
    library.embedder()  # refuses once, where the settings name another model
    with TemporaryDirectory() as folder:
        for report in reports:
            yield _fetched(library, report, Path(folder), changed_too)


def held(library: Library, report: Published) -> bool:
    """Whether the library has it already."""
    return report.sha256 in {source.sha256 for source in library.sources()}


def _fetched(library: Library, report: Published, folder: Path, changed_too: bool) -> Landed:
    if held(library, report):
        return Landed(Path(report.file), Outcome.ALREADY_HELD, reason="the library holds this report")
    try:
        path = download(report, folder, changed_too)
    except KnownProblem as problem:
        return Landed(Path(report.file), Outcome.REFUSED, reason=str(problem))
    landed = build.landed(library, path)
    path.unlink()
    return landed
