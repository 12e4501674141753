"""The whole library in one archive, and back again."""

import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from documents.problem import KnownProblem
from index.library import Library
from index.rebuild import rebuild
from index.records import AUDIT
from index.settings import Settings

DATABASES = ("library.sqlite", "vectors.sqlite", "records.sqlite")


def backup(library: Library, archive: Path) -> None:
    """Write originals and databases as they stand; vectors go along in the cache, so Chroma need not."""
    unfinished = archive.with_name(archive.name + ".unfinished")
    try:
        with (
            library.changing(),
            tempfile.TemporaryDirectory() as folder,
            tarfile.open(unfinished, "w:gz") as tar,
        ):
            for name in DATABASES:
                _copy_database(library.home / name, Path(folder) / name)
                tar.add(Path(folder) / name, name)
            if (library.home / AUDIT).exists():
                tar.add(library.home / AUDIT, AUDIT)
            for originals in (library.originals, library.removed.originals):
                if originals.folder.is_dir():
                    tar.add(originals.folder, originals.folder.name)
        unfinished.replace(archive)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise KnownProblem(f"{archive} cannot be written: {error.strerror}. Name another place.") from error


def restore(archive: Path, settings: Settings) -> Library:
    """Make the library of a backup, in a home folder that must be empty or absent."""
    home = settings.home
    if home.is_dir() and any(home.iterdir()):
        raise KnownProblem(
            f"{home} is not empty, and a backup is restored only into an empty folder."
            " Name another in INSPECTION_HOME, or move this one away."
        )
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent) as folder:
        made = _made(archive, replace(settings, home=Path(folder) / "home"))
        if home.is_dir():
            home.rmdir()
        shutil.move(made, home)
    return Library(settings)


def _made(archive: Path, settings: Settings) -> Path:
    _unpack(archive, settings.home)
    try:
        library = Library(settings)
        rebuild(library)
    except sqlite3.DatabaseError as error:
        raise KnownProblem(f"{archive.name} is a damaged backup: {error}. Use another.") from error
    library.close()
    return settings.home


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with tarfile.open(archive) as tar:
            names = set(tar.getnames())
            others = {name.split("/")[0] for name in names - set(DATABASES)}
            if not names.issuperset(DATABASES) or others - {"originals", "removed", AUDIT}:
                raise KnownProblem(f"{archive.name} is not a backup of a library.")
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise KnownProblem(f"{archive} cannot be read as a backup: {error}") from error


def _copy_database(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(to)) as copy:
        db.backup(copy)
