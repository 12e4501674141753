"""Who is using the application, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """Each may do what those before it may."""

    READER = "reader"  # asks, checks, exports
    EDITOR = "editor"  # and keeps the library
    ADMIN = "admin"  # and erases, and sees the record of what was done


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what `role` may."""
        order = list(Role)
        return order.index(self.role) >= order.index(role)


LOCAL = Person("the person at this machine", Role.ADMIN)


def person_of(request: Any) -> Person:
    """Who sent this request of Starlette's or Gradio's, as the layer in front of every route has set it."""
    person = request.state.person
    assert isinstance(person, Person)
    return person


class AtThisMachine:
    """Takes whoever sends a request for the person at this machine: where there are no users."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        scope.setdefault("state", {})["person"] = LOCAL
        await self.app(scope, receive, send)
