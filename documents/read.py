"""The main job of this package: a file into a report."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from documents import media
from documents.blocks import Content
from documents.describe import describe
from documents.judgements import judgements
from documents.limits import check_blocks, check_size
from documents.media import media_type_of
from documents.passages import lay_out
from documents.problem import UnreadableReport
from documents.recommendations import recommendations
from documents.report import Report
from documents.samples import sample_files

READER_VERSION = 5  # raise it when reading changes, and libraries read their originals again


def read(path: Path, file: str | None = None) -> Report:
    """Read a document. `file` is the name it goes by, where that is not the name of `path`.

    UnreadableReport says, in words for the person who added it, why it cannot be read.
    """
    name = file or path.name
    check_size(path, name)
    media_type = media_type_of(path, name)
    sha256 = fingerprint(path)
    content = _reader(media_type)(path)
    check_blocks(len(content.blocks), name)
    pages, passages = lay_out(sha256, list(content.blocks), list(content.printed), content.scanned)
    if not passages:
        tried = ", though I tried OCR" if content.scanned else ""
        raise UnreadableReport(f"{name} holds no words that I can read{tried}. Ask for another copy.")
    source = describe(sha256, name, media_type, content, pages, passages)
    source = replace(source, sample=sha256 in _sample_fingerprints())
    judged, asked = judgements(pages, passages), recommendations(pages, passages)
    return Report(source, pages, passages, judged, asked)


@cache
def _sample_fingerprints() -> frozenset[str]:
    return frozenset(fingerprint(path) for path in sample_files())


def fingerprint(path: Path) -> str:
    """The SHA-256 of the file's content, which is its identity."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _reader(media_type: str) -> Callable[[Path], Content]:
    """Readers are imported when needed: each brings a library."""
    match media_type:
        case media.PDF:
            from documents.printed import read_printed as reader
        case media.WORD:
            from documents.word import read_word as reader
        case media.SLIDES:
            from documents.slides import read_slides as reader
        case media.SHEETS:
            from documents.sheets import read_sheets as reader
        case media.WEB:
            from documents.web import read_web as reader
        case media.SAVED_WEB:
            from documents.saved_web import read_saved_web as reader
        case media.MAIL:
            from documents.mail import read_mail as reader
        case _:
            from documents.plain import read_plain as reader
    return reader
