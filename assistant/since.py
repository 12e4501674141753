"""What has become of a document since it was quoted."""

from collections.abc import Mapping

from assistant import pack_wording
from documents.report import Source
from index.fields import FIELDS


def since(then: Source, held: Mapping[str, Source]) -> str:
    """A sentence where it has left the library, been replaced or been described anew; else nothing.

    `held` are the documents in the library now, by their sha256.
    """
    now = held.get(then.sha256)
    if now is None:
        return _gone(then, held)
    changed = [FIELDS[name].option.replace("-", " ") for name in FIELDS if _differs(then, now, name)]
    return pack_wording.REDESCRIBED.format(fields=", ".join(changed)) if changed else ""


def _gone(then: Source, held: Mapping[str, Source]) -> str:
    if any(each.file == then.file for each in held.values()):
        return pack_wording.REPLACED
    return pack_wording.REMOVED


def _differs(then: Source, now: Source, name: str) -> bool:
    return bool(getattr(then, name) != getattr(now, name))
