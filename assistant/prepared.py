"""Trackers and comparisons that were worked out already; they hold until the library changes."""

import threading
from collections.abc import Callable

from assistant.improvements import Tracker, tracking
from assistant.self_assessment import Comparison, comparing
from assistant.steps import Found, Steps
from index import facts
from index.library import Library

KEPT = 12  # of each kind; the one made first goes first
Made = tuple[str, int]  # for which authority, of the library after how many changes


class Prepared:
    """Working one out takes some ten seconds for an authority of nine documents; a filter or a file, none."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._trackers: dict[Made, Tracker] = {}
        self._comparisons: dict[Made, Comparison] = {}
        self._one_at_a_time = threading.Lock()

    def tracking(self, authority: str) -> Steps[Tracker]:
        return self._steps(self._trackers, authority, tracking)

    def comparing(self, authority: str) -> Steps[Comparison]:
        return self._steps(self._comparisons, authority, comparing)

    def _steps(
        self, kept: dict[Made, Found], authority: str, work: Callable[[Library, str], Steps[Found]]
    ) -> Steps[Found]:
        """The steps of the work, or at once what it came to when it was last done over this library."""
        with self.library.catalogue.reading() as db:
            made = (authority, facts.generation(db))
        if made in kept:
            return kept[made]
        found = yield from work(self.library, authority)
        with self._one_at_a_time:
            kept[made] = found
            for oldest in list(kept)[:-KEPT]:
                del kept[oldest]
        return found
