"""The documents in .zip archives, unpacked for as long as it takes to add them. An archive may mean harm."""

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from documents.limits import DENSEST, MEGABYTE, MOST_BYTES, SMALL
from documents.media import I_READ, SUFFIXES
from documents.problem import KnownProblem
from index.build import Landed, Outcome
from index.originals import UNSAFE

ARCHIVE = ".zip"
MOST_DOCUMENTS = 5_000
MOST_UNPACKED = 4_000 * MEGABYTE
LONGEST_NAME = 120  # characters: with four bytes each it still fits where a name may have 255 bytes
ENCRYPTED = 1  # the bit of a member's flags
SYSTEM_FOLDERS = {"__MACOSX"}  # copies of file descriptions, named like the files
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Documents to be added, and what became of the archives, or members, that hold none."""

    paths: tuple[Path, ...]
    refused: tuple[Landed, ...]


@contextmanager
def unpacked(paths: Iterable[Path]) -> Iterator[Arrivals]:
    """`paths`, each archive among them as the documents in it."""
    documents: list[Path] = []
    refused: list[Landed] = []
    with TemporaryDirectory() as folder:
        for number, path in enumerate(paths):
            if path.suffix.lower() != ARCHIVE:
                documents.append(path)
                continue
            try:
                found = _unpack(path, Path(folder) / str(number))
            except KnownProblem as problem:
                found = [Landed(path, Outcome.REFUSED, reason=str(problem))]
            documents += [each for each in found if isinstance(each, Path)]
            refused += [each for each in found if isinstance(each, Landed)]
        yield Arrivals(tuple(documents), tuple(refused))


def _unpack(archive: Path, folder: Path) -> list[Path | Landed]:
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [member for member in opened.infolist() if _is_wanted(member)]
            _refuse_too_much(archive, members)
            found = [_member(opened, each, folder / str(place)) for place, each in enumerate(members)]
    except zipfile.BadZipFile as error:
        raise KnownProblem(f"{archive.name} is no .zip archive, or a damaged one. Make it again.") from error
    except OSError as error:
        raise KnownProblem(f"{archive.name} cannot be unpacked: {error.strerror}.") from error
    if not found:
        raise KnownProblem(f"{archive.name} holds no document. {I_READ}")
    return found


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """A document or an archive; in a folder, too, other files are passed over."""
    path = _path(member)
    if member.is_dir() or path.name.startswith(".") or SYSTEM_FOLDERS & {*path.parts}:
        return False
    return path.suffix.lower() in {*SUFFIXES, ARCHIVE}


def _refuse_too_much(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    size = sum(member.file_size for member in members)
    if size > MOST_UNPACKED or len(members) > MOST_DOCUMENTS:
        raise KnownProblem(
            f"{archive.name} would unpack to {len(members):,} documents of {size // MEGABYTE:,} MB together;"
            f" at most {MOST_DOCUMENTS:,} of {MOST_UNPACKED // MEGABYTE:,} MB are unpacked at once."
            " Split it into several."
        )


def _member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> Path | Landed:
    """Its document, in a folder of its own: members of one name in different folders both stay."""
    path = folder / _name(member)
    if why := _refusal(member):
        return Landed(path, Outcome.REFUSED, reason=f"{path.name} {why}")
    folder.mkdir(parents=True)
    try:
        with opened.open(member) as packed, path.open("wb") as to:
            shutil.copyfileobj(packed, to)  # never more than the size it declares, which is limited
    except BROKEN:
        return Landed(path, Outcome.REFUSED, reason=f"{path.name} is damaged in its archive. Make it again.")
    return path


def _refusal(member: zipfile.ZipInfo) -> str | None:
    if _path(member).suffix.lower() == ARCHIVE:
        return "is an archive in an archive. Unpack the outer one, and add this one."
    if member.flag_bits & ENCRYPTED:
        return "is protected by a password. Unpack it yourself, and add what it holds."
    if member.file_size > MOST_BYTES:
        size = member.file_size // MEGABYTE
        return f"is {size:,} MB, and I read files of at most {MOST_BYTES // MEGABYTE} MB."
    if member.file_size > SMALL and member.file_size > DENSEST * max(member.compress_size, 1):
        return f"would unpack to {member.file_size // MEGABYTE:,} MB of emptiness, which no document does."
    return None


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    """Some systems write names with the other slash. Only its last part is ever used for a file."""
    return PurePosixPath(member.filename.replace("\\", "/"))


def _name(member: zipfile.ZipInfo) -> str:
    path = _path(member)
    return UNSAFE.sub("_", path.stem)[:LONGEST_NAME] + path.suffix.lower()
