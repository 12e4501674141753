"""Originals: every document as it was added, in a folder named by its sha256."""

import re
import shutil
from pathlib import Path

from documents.problem import KnownProblem
from documents.read import fingerprint

UNSAFE = re.compile(r"[^\w .()&+,’'\[\]-]|^\.+")  # in a file name on some system or other


class Originals:
    def __init__(self, home: Path, name: str = "originals") -> None:
        self.folder = home / name
        self._unfinished = home / "unfinished"

    def path(self, sha256: str) -> Path | None:
        """Where the original lies, under the name it was added by."""
        folder = self._folder_of(sha256)
        return next(iter(sorted(folder.iterdir())), None) if folder.is_dir() else None

    def is_whole(self, sha256: str) -> bool:
        path = self.path(sha256)
        return path is not None and fingerprint(path) == sha256

    def all(self) -> dict[str, Path]:
        """Every original by its sha256."""
        return {path.parent.name: path for path in sorted(self.folder.glob("*/*/*"), reverse=True)}

    def keep(self, path: Path, sha256: str, file: str) -> None:
        """Copy `path` in whole or not at all. KnownProblem where it is no longer what was read."""
        shutil.copyfile(path, self._unfinished)
        if fingerprint(self._unfinished) != sha256:
            raise KnownProblem(f"{path.name} was changed while it was read. Add it again.")
        self.drop(sha256)
        folder = self._folder_of(sha256)
        folder.mkdir(parents=True)
        self._unfinished.replace(folder / (UNSAFE.sub("_", file) or "document"))

    def move_here(self, path: Path, sha256: str) -> None:
        """Take over another folder's original, in one step."""
        self.drop(sha256)
        folder = self._folder_of(sha256)
        folder.mkdir(parents=True)
        path.replace(folder / path.name)

    def drop(self, sha256: str) -> None:
        shutil.rmtree(self._folder_of(sha256), ignore_errors=True)

    def _folder_of(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256
