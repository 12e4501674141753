"""The text of a paper whose claims are to be checked."""

from pathlib import Path

from documents.problem import KnownProblem
from documents.worker import read_safely


def read_paper(path: Path) -> str:
    """Its paragraphs in order, a blank line between; KnownProblem where the file cannot be read."""
    if not path.is_file():
        raise KnownProblem(f"There is no file {path}.")
    if path.suffix.lower() in (".md", ".txt"):
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise KnownProblem(f"{path.name} is not written in UTF-8. Save it so, and try again.") from error
    return "\n\n".join(passage.text for passage in read_safely(path).passages)
