"""Who runs a command."""

import getpass

from index.fields import UNKNOWN


def user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Windows has no `pwd`, a container perhaps no such user
        return UNKNOWN
