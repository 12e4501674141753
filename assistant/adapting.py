"""Functions of ours in the form that Gradio and MCP call: from a request, without holding up the others."""

import inspect
import logging
from collections.abc import Callable, Sequence
from typing import Any

from anyio import CapacityLimiter, to_thread

from assistant.people import Person
from assistant.programs import Programs
from documents.problem import KnownProblem

log = logging.getLogger(__name__)
AT_ONCE = CapacityLimiter(2)  # programs that ask much must not hold up the people at the page
BROKE = "Something went wrong that we did not foresee. It stands in the server's log."


def functions(programs: Programs) -> Sequence[Callable[..., Any]]:
    """What programs may ask for, in the order in which it is shown to them."""
    return (
        programs.ask,
        programs.check,
        programs.judgements,
        programs.recommendations,
        programs.improvements,
        programs.search,
        programs.documents,
    )


def adapted(
    function: Callable[..., Any],
    request: Any,
    person: Callable[[Any], Person],
    refuse: Callable[[str], Exception],
) -> Callable[..., Any]:
    """`function` with its name, words and types, but taking a `request` in place of the person.

    What it cannot do is raised as `refuse` makes it; what breaks is logged, and told in a plain sentence.
    """
    signature = _with_request(function, request)

    async def called(*values: Any, **named: Any) -> Any:
        given = signature.bind(*values, **named).arguments
        who = person(given.pop("request"))
        try:
            return await to_thread.run_sync(lambda: function(who, **given), limiter=AT_ONCE)
        except KnownProblem as problem:
            raise refuse(str(problem)) from problem
        except Exception as error:
            log.exception("A program's request failed: %s", function.__name__)
            raise refuse(BROKE) from error

    called.__name__ = called.__qualname__ = function.__name__
    called.__doc__ = inspect.getdoc(function)
    called.__signature__ = signature  # type: ignore[attr-defined]
    types = {name: each.annotation for name, each in signature.parameters.items()}
    called.__annotations__ = {**types, "return": signature.return_annotation}
    return called


def _with_request(function: Callable[..., Any], request: Any) -> inspect.Signature:
    own = inspect.signature(function)
    asking = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=request)
    rest = [each for name, each in own.parameters.items() if name != "person"]
    return own.replace(parameters=[asking, *rest])
