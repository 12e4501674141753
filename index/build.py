"""The main job of this package: reports into the library, each wholly in or wholly out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from documents.media import SUFFIXES
from documents.problem import KnownProblem
from documents.read import fingerprint
from documents.report import Report, Source
from documents.samples import sample_files
from documents.worker import read_safely
from index import entries
from index.context import contexts, embedded
from index.corrections import corrected
from index.fields import UNKNOWN
from index.library import Library


class Outcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    ALREADY_HELD = "already held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of one file: the report where it came in, else why it did not."""

    path: Path
    outcome: Outcome
    report: Report | None = None
    reason: str = ""


def build(library: Library, paths: Iterable[Path]) -> Iterator[Landed]:
    """Add every document, telling of each as it lands. One that cannot be read is named; the rest go on."""
    library.embedder()  # refuses once, where the settings name another model
    for path in paths:
        yield landed(library, path)


def landed(library: Library, path: Path, replacing: str | None = None, who: str = UNKNOWN) -> Landed:
    """Like `add`, for a file that may be refused."""
    try:
        return add(library, path, replacing, who)
    except KnownProblem as problem:
        return Landed(path, Outcome.REFUSED, reason=str(problem))
    except OSError as error:
        reason = f"{path.name} cannot be opened: {error.strerror}. Check its name and permissions."
        return Landed(path, Outcome.REFUSED, reason=reason)


def add(
    library: Library,
    path: Path,
    replacing: str | None = None,
    who: str = UNKNOWN,
    file: str | None = None,
) -> Landed:
    """Add one document, under the name `file` where that is not the path's.

    `replacing` is the sha256 of the one it takes the place of, and `who` says so; that one may be taken back.
    UnreadableReport says why a file cannot be read. Adding the same content twice changes nothing.
    The samples leave as the first real document comes.
    """
    sha256 = fingerprint(path)
    if held := _held(library, sha256):
        return _already_held(library, path, held, replacing, who)
    report = corrected(library, read_safely(path, file))
    library.record_model()
    about = contexts(report)
    texts = [embedded(context, passage.text) for context, passage in zip(about, report.passages, strict=True)]
    vectors = library.cache.vectors(texts, library.embedder())  # the slow part, outside the lock
    with library.changing():
        if held := _held(library, sha256):
            return _already_held(library, path, held, replacing, who)
        leaving = _leaving(library, report.source, replacing)
        with library.catalogue.writing() as db:
            entries.set_pending(db, sha256)
        library.originals.keep(path, sha256, report.source.file)
        library.store().add(sha256, [passage.id for passage in report.passages], vectors)
        with library.recording() as db:
            entries.put(db, report, about)
            for old in leaving:
                if old.sha256 == replacing:
                    library.removed.expect(old, who)
                entries.take_out(db, old.sha256)
        for old in leaving:
            library.finish_removal(old.sha256)
    return Landed(path, Outcome.REPLACED if replacing else Outcome.ADDED, report)


def remove(library: Library, sha256: str, who: str = UNKNOWN) -> None:
    """Take a document out: its answers go at once. For a month it may be taken back: index/undo.py."""
    with library.changing():
        if source := _held(library, sha256):
            with library.recording() as db:
                library.removed.expect(source, who)
                entries.take_out(db, sha256)
            library.finish_removal(sha256)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the documents in the folders named, each once, in order."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(inner for inner in path.rglob("*") if inner.suffix.lower() in SUFFIXES)
            found.update(dict.fromkeys(inner for inner in inside if inner.is_file()))
        elif path.exists():
            found[path] = None
        else:
            raise KnownProblem(f"There is no file or folder {path}. Check the name.")
    return list(found)


def add_samples(library: Library) -> list[Landed]:
    """The sample documents, into an empty library only."""
    return list(build(library, sample_files())) if not library.sources() else []


def document_called(library: Library, name: str) -> str:
    """The sha256 of the document with this file name, or whose sha256 begins so."""
    return source_called(library, name).sha256


def source_called(library: Library, name: str) -> Source:
    """That document's description."""
    sources = library.sources()
    found = [source for source in sources if source.file == name]
    found = found or [
        source for source in sources if len(name) >= 6 and source.sha256.startswith(name.lower())
    ]
    if not found:
        raise KnownProblem(f"No document called {name} is in the library. See: python -m index list")
    if len(found) > 1:
        choices = ", ".join(f"{source.sha256[:12]} ({source.title})" for source in found)
        raise KnownProblem(f"{len(found)} documents are called {name}. Say which by its number: {choices}")
    return found[0]


def _held(library: Library, sha256: str) -> Source | None:
    return next((source for source in library.sources() if source.sha256 == sha256), None)


def _already_held(library: Library, path: Path, held: Source, replacing: str | None, who: str) -> Landed:
    """Nothing to add; but what it replaces goes, and an original that was lost or damaged is put back."""
    if not library.originals.is_whole(held.sha256):
        with library.changing():
            library.originals.keep(path, held.sha256, held.file)
    if replacing not in (None, held.sha256):
        remove(library, replacing, who)
    return Landed(path, Outcome.ALREADY_HELD, reason=f"the library holds this document as {held.file}")


def _leaving(library: Library, new: Source, replacing: str | None) -> list[Source]:
    """What goes as `new` comes. KnownProblem for a sample where there are real documents."""
    held = library.sources()
    if not new.sample:
        return [source for source in held if source.sample or source.sha256 == replacing]
    if any(not source.sample for source in held):
        raise KnownProblem(f"{new.file} is a sample, and samples stay out of a library of real documents.")
    return [source for source in held if source.sha256 == replacing]
