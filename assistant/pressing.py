"""What of an improvement tracker to look at first: its items under what is said of them last."""

from collections.abc import Callable

from assistant.grounds import Standing
from assistant.improvements import Item, Tracker
from assistant.improvements_shown import latest

SECTIONS: tuple[tuple[str, Callable[[Item], bool]], ...] = (  # the most pressing first
    ("Asked for more than once", lambda item: bool(item.again)),
    ("Latest word: worse", lambda item: _stands(item) is Standing.WORSE),
    ("Latest word: same", lambda item: _stands(item) is Standing.SAME and not item.again),
    ("Latest word: mentioned, without a verdict", lambda item: _stands(item) is Standing.MENTIONED),
    ("New in the latest report", lambda item: not item.later and not item.again),
    ("Latest word: better", lambda item: _stands(item) is Standing.BETTER),
    ("Not mentioned since", lambda item: bool(item.later) and latest(item) is None),
)


def at_a_glance(tracker: Tracker) -> list[tuple[str, list[Item]]]:
    """Each heading with its items, where it has any; an item asked for again stands under two."""
    sorted_in = [(title, [item for item in tracker.items if belongs(item)]) for title, belongs in SECTIONS]
    return [(title, items) for title, items in sorted_in if items]


def _stands(item: Item) -> Standing | None:
    newest = latest(item)
    return newest.standing if newest else None
