"""Adding what people have brought: it goes on when their page is closed, one errand after another."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from assistant.people import Person
from documents.problem import KnownProblem
from index.build import Landed

log = logging.getLogger(__name__)
BROKE = "The rest could not be added because something went wrong. What was added stays; please try again."


class Errand:
    """Files on their way into the library, and what became of those that have landed."""

    def __init__(self, person: Person, count: int) -> None:
        self.person = person
        self.count = count
        self.problem = ""
        self.finished = threading.Event()
        self.was_told = False  # whether a page has shown how it ended
        self._landed: list[Landed] = []

    @property
    def landed(self) -> tuple[Landed, ...]:
        return tuple(self._landed)

    def run(self, landing: Callable[["Errand"], Iterator[Landed]]) -> None:
        """To its end, whatever happens. `landing` may correct how many there are to be."""
        try:
            for each in landing(self):
                self._landed.append(each)
        except KnownProblem as problem:
            self.problem = str(problem)
        except Exception:
            log.exception("Adding files failed")
            self.problem = BROKE
        finally:
            self.finished.set()


class Errands:
    """One at a time, so that those who ask meanwhile are not left waiting."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="adding")
        self._by_person: dict[str, list[Errand]] = {}

    def start(self, person: Person, count: int, landing: Callable[[Errand], Iterator[Landed]]) -> Errand:
        errand = Errand(person, count)
        self._by_person.setdefault(person.name, []).append(errand)
        self._worker.submit(errand.run, landing)
        return errand

    def untold(self, person: Person) -> list[Errand]:
        """Those that this person has started, until a page has shown how they ended."""
        untold = [errand for errand in self._by_person.get(person.name, []) if not errand.was_told]
        self._by_person[person.name] = untold
        return untold
