"""Who is let in: by a session that a log-in began, or by a token of a program's."""

from dataclasses import dataclass

from assistant.attempts import Attempts
from assistant.audit import note
from assistant.passwords import is_password
from assistant.people import Person, Role
from assistant.sessions import Sessions
from assistant.users import Users, key_of
from index.library import Library

SOMEONE = Person("someone", Role.READER)  # a name that is no user's is not recorded: it may be a password


@dataclass(frozen=True, slots=True)
class LetIn:
    """`key` opens the session."""

    key: str


@dataclass(frozen=True, slots=True)
class Refused:
    """`until` is when the next attempt is looked at, where there were too many."""

    until: float | None = None


class Door:
    """Holds what is open: the users as they are now, their sessions, the attempts of late."""

    def __init__(
        self,
        library: Library,
        users: Users,
        sessions: Sessions | None = None,
        attempts: Attempts | None = None,
    ) -> None:
        self._library = library
        self._users = users
        self._sessions = sessions or Sessions()
        self._attempts = attempts or Attempts()

    def log_in(self, name: str, password: str, address: str) -> LetIn | Refused:
        """Takes a quarter of a second and more, whether there is such a user or not."""
        until = self._attempts.begin(key_of(name), address)
        if until is not None:
            return Refused(until)
        user = self._users.named(name)
        if not is_password(password, user.password if user else None) or user is None:
            note(self._library, user.person if user else SOMEONE, "failed to log in", {"address": address})
            return Refused()
        self._attempts.succeeded(key_of(name), address)
        note(self._library, user.person, "logged in", {"address": address})
        return LetIn(self._sessions.begin(user.name, user.password))

    def of_session(self, key: str) -> Person | None:
        """Whose it is, as the file of users has them now: removed, or with a new password, they are out."""
        session = self._sessions.used(key)
        user = self._users.named(session.name) if session else None
        if session is None:
            return None
        if user is None or user.password != session.password:
            self._sessions.end(key)
            return None
        return user.person

    def of_token(self, token: str, address: str) -> Person | Refused:
        user = self._users.of_token(token)
        if user is not None:
            return user.person
        until = self._attempts.begin_token(address)
        if until is None:
            note(self._library, SOMEONE, "showed a wrong token", {"address": address})
        return Refused(until)

    def log_out(self, key: str) -> None:
        try:
            person = self.of_session(key)
        finally:
            self._sessions.end(key)
        if person is not None:
            note(self._library, person, "logged out", {})

    def end(self, key: str) -> None:
        """A session that another takes the place of."""
        self._sessions.end(key)
