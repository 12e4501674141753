"""Rows of an improvement tracker that a person has ticked, by keys that hold while the documents do."""

from collections.abc import Collection

from assistant.improvements import Item, Tracker
from documents.problem import KnownProblem

CHANGED = (
    "The documents have changed since these rows were ticked. Show the tracker again, and tick them anew."
)


def row_key(item: Item) -> str:
    """The document and the place of the recommendation in it, whatever number the tracker gives it."""
    return f"{item.source.sha256[:16]}-{item.recommendation.passage}-{item.recommendation.order}"


def chosen_items(tracker: Tracker, keys: Collection[str]) -> tuple[Item, ...]:
    """The rows with these keys, in the order of the tracker; KnownProblem where one is no longer there."""
    found = tuple(item for item in tracker.items if row_key(item) in keys)
    if len(found) < len(set(keys)):
        raise KnownProblem(CHANGED)
    return found
