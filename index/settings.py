"""Settings: read once by a command from INSPECTION_… variables or `.env`, then passed on."""

import os
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from documents.authorities import lookup
from documents.problem import KnownProblem

PREFIX = "INSPECTION_"


@dataclass(frozen=True, slots=True)
class Settings:
    """`authority` is the home council's code; the rest are as `.env.example` explains them."""

    home: Path = Path("data")
    authority: str | None = None
    embedding_model: str | None = None
    chroma_url: str | None = None
    chat_model: str | None = None
    users: Path | None = None
    audit_questions: bool = False
    fetch: bool = False


def settings_from_environment() -> Settings:
    """What the environment says, else what `.env` in this folder says, else the defaults."""
    given = {**dotenv_values(".env"), **os.environ}

    def value(name: str) -> str | None:
        return (given.get(PREFIX + name) or "").strip() or None

    return Settings(
        home=Path(value("HOME") or "data").expanduser(),
        authority=_authority(value("AUTHORITY")),
        embedding_model=value("EMBEDDING_MODEL"),
        chroma_url=value("CHROMA_URL"),
        chat_model=value("CHAT_MODEL"),
        users=Path(users).expanduser() if (users := value("USERS")) else None,
        audit_questions=_yes_or_no("AUDIT_QUESTIONS", value("AUDIT_QUESTIONS")),
        fetch=_yes_or_no("FETCH", value("FETCH")),
    )


def _authority(name: str | None) -> str | None:
    if name is None:
        return None
    code = lookup(name)
    if code is None:
        raise KnownProblem(
            f"INSPECTION_AUTHORITY is {name!r}, which is not an English council known to us."
            " Write its name as in 'Trafford' or 'Windsor and Maidenhead'."
        )
    return code


def _yes_or_no(name: str, words: str | None) -> bool:
    if words is None or words.lower() in ("yes", "no"):
        return words is not None and words.lower() == "yes"
    raise KnownProblem(f"{PREFIX}{name} is {words!r}. Write yes or no.")
