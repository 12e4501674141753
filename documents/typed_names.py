"""The authorities that a typed question names, forgiving its case, apostrophes and slips."""

from collections.abc import Iterator
from functools import cache, lru_cache

from documents.authorities import WORD, codes, words_of
from documents.mentions import WORDS_TOO, Mention, is_place


def asked_about(question: str) -> list[str]:
    """The authorities that a typed question names, forgiving its case, apostrophes and slips."""
    return list(dict.fromkeys(mention.code for mention in typed_mentions(question)))


def typed_mentions(question: str) -> list[Mention]:
    """Where a typed question names authorities, forgiving its case, apostrophes and slips, in order."""
    return list(_typed(question)) or list(_typed(question, doubtful=True))


def _typed(question: str, doubtful: bool = False) -> Iterator[Mention]:
    spans = [found.span(1) for found in WORD.finditer(question)]
    words = [" ".join(words_of(question[start:end])) for start, end in spans]
    at = 0
    while at < len(words):
        size, code = _longest(words[at:])
        start, end = spans[at][0], spans[at + size - 1][1]
        if code and is_place(question, start, end, doubtful):
            yield Mention(code, start, end)
        at += size


def _longest(words: list[str]) -> tuple[int, str]:
    """How many of the words make up the longest name that starts here, and its code."""
    for size in range(min(len(words), 5), 0, -1):
        name = " ".join(words[:size])
        exact = codes().get(name, codes().get(name.removesuffix("s")))
        code = _misspelt(name) if exact is None else exact
        if code is not None:
            return size, code
    return 1, ""


def _misspelt(typed: str) -> str | None:
    """The code of the one name nearest to what was typed: within a slip, or two in ten letters."""
    nearest: dict[int, set[str]] = {}
    for name in _by_initials().get(_initials(typed), []):
        allowed = 1 if len(name.replace(" ", "")) < 10 else 2
        for spelling in {typed, typed.removesuffix("s")}:
            if abs(len(spelling) - len(name)) <= allowed and (slips := _slips(spelling, name)) <= allowed:
                nearest.setdefault(slips, set()).add(codes()[name])
    found = nearest[min(nearest)] if nearest else set()
    return found.pop() if len(found) == 1 else None


@cache
def _by_initials() -> dict[str, list[str]]:
    """The names of six letters and more, by the first letters of their words, which are seldom mistyped."""
    groups: dict[str, list[str]] = {}
    for name in codes():
        if len(name.replace(" ", "")) >= 6 and name.removesuffix("s") not in WORDS_TOO:
            groups.setdefault(_initials(name), []).append(name)
    return groups


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


@lru_cache(maxsize=4096)
def _slips(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with a neighbour (Damerau and Levenshtein)."""
    if not one or not other:
        return len(one) + len(other)
    if one[-1] == other[-1]:
        return _slips(one[:-1], other[:-1])
    nearest = [_slips(one[:-1], other), _slips(one, other[:-1]), _slips(one[:-1], other[:-1])]
    if one[-2:] == other[:-3:-1]:
        nearest.append(_slips(one[:-2], other[:-2]))
    return 1 + min(nearest)
