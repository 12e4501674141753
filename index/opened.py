"""The stores that this process has open: one for each place."""

import threading

from index.store import Place, Store

ONE_AT_A_TIME = threading.RLock()  # a thread that opens, changes or searches a store holds this
_open: dict[Place, tuple[int, Store]] = {}


def open_store(place: Place, collection: str, generation: int) -> Store:
    """The one store this process has open at `place`, opened anew for another generation.

    Chroma gives all who open a folder in one process the same database, which sees what other processes have
    added only once the last of them has closed it.
    """
    seen, store = _open.get(place, (None, None))
    if store is not None and (seen, store.collection_name) == (generation, collection):
        return store
    close_store(place)
    return keep_open(place, Store(place, collection), generation)


def keep_open(place: Place, store: Store, generation: int) -> Store:
    """`store` has seen all that was changed up to `generation`."""
    _open[place] = (generation, store)
    return store


def close_store(place: Place) -> None:
    _, store = _open.pop(place, (None, None))
    if store is not None:
        store.close()
