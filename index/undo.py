"""Taking a removal back, within a month of it."""

from documents.problem import KnownProblem
from index import build
from index.build import Landed
from index.library import Library
from index.removed import Gone

SEE = "See: python -m index removed"


def gone(library: Library) -> list[Gone]:
    """What may be taken back, the latest first."""
    return library.removed.all({source.sha256 for source in library.sources()})


def gone_called(library: Library, name: str) -> Gone:
    """The removed document with this file name, or whose sha256 begins so."""
    every = gone(library)
    found = [each for each in every if each.file == name]
    found = found or [each for each in every if len(name) >= 6 and each.sha256.startswith(name.lower())]
    if not found:
        raise KnownProblem(f"No document called {name} was removed in the last 30 days. {SEE}")
    if len(found) > 1:
        choices = ", ".join(f"{each.sha256[:12]} ({each.title})" for each in found)
        raise KnownProblem(f"{len(found)} removed documents are called {name}. Say which: {choices}")
    return found[0]


def undo(library: Library, removed: Gone) -> Landed:
    """Back into the library, with the corrections it had."""
    path = library.removed.originals.path(removed.sha256)
    if path is None or not library.removed.originals.is_whole(removed.sha256):
        raise KnownProblem(f"The original of {removed.file} is missing or changed. Add the document again.")
    return build.add(library, path, file=removed.file)
