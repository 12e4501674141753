"""Failures we can foresee: each message says what is wrong, names the thing, and says what to do."""


class KnownProblem(Exception):  # noqa: N818 - a problem is what the person has
    """Shown to the person as it is, without a traceback."""


class UnreadableReport(KnownProblem):
    """One document cannot be read; the others can."""
