"""Passwords and tokens: only what they are checked against is kept."""

import hashlib
import hmac
import re
import secrets
import unicodedata

import bcrypt

from documents.problem import KnownProblem

SHORTEST = 12  # characters
LONGEST = 72  # bytes: bcrypt looks at no more
ROUNDS = 12  # a quarter of a second on a machine of this decade
TOKEN_START = "iea_"  # so that one that has leaked can be found by a search
HASH = re.compile(r"\$2[aby]\$(?:0[4-9]|1\d|2\d|3[01])\$[./A-Za-z0-9]{53}")
NOBODYS = "$2b$12$gOP/cQ/g1NALN1Qqhq1GMexa8TozHiyYKkNrrC/637Cokr93bCuTi"  # of a password that was thrown away


def refuse_weak(name: str, password: str) -> None:
    """KnownProblem where `password` would be too easily guessed, or cannot be kept."""
    if len(password) < SHORTEST:
        raise KnownProblem(
            f"The password is too short. Use at least {SHORTEST} characters: three random words will do."
        )
    if len(_bytes(password)) > LONGEST:
        raise KnownProblem(f"The password is too long. Use at most {LONGEST} characters.")
    if "\0" in password:
        raise KnownProblem("The password holds a null character. Leave it out.")
    if name.casefold() in password.casefold() or len(set(password)) < SHORTEST // 3:
        raise KnownProblem("The password is too easy to guess. Use three random words without the name.")


def hashed(password: str) -> str:
    return bcrypt.hashpw(_bytes(password), bcrypt.gensalt(ROUNDS)).decode()


def is_password(password: str, kept: str | None) -> bool:
    """Whether it is the one `kept`. Where none is, no takes as long, so that no name is given away."""
    words = _bytes(password)
    can_be = len(words) <= LONGEST and b"\0" not in words
    found = bcrypt.checkpw(words if can_be else b"", (kept or NOBODYS).encode())
    return found and can_be and kept is not None


def is_hash(kept: str) -> bool:
    """Whether bcrypt can check against it."""
    return HASH.fullmatch(kept) is not None


def new_token() -> str:
    return TOKEN_START + secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """Of a long random value, which nobody can guess from it: a token, a session's key."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether they are equal, told in a time that does not depend on where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")
