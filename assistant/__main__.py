"""The assistant from the command line: python -m assistant --help"""

import argparse
import json
import logging
import sys
from pathlib import Path

from assistant.audit_command import add_audit
from assistant.checking import add_check
from assistant.fronting import add_front, front_from
from assistant.pack_command import HELP, check_form, write_answer
from assistant.preparing import add_commands
from assistant.user_commands import add_user_commands
from documents.problem import KnownProblem
from index.library import Library
from index.rebuild import up_to_date
from index.settings import settings_from_environment


def main(words: list[str] | None = None) -> int:
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except KnownProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except Exception:
        logging.exception("The command failed")
        print("Something went wrong that we did not foresee; the details stand above.", file=sys.stderr)
        return 2


def ask(arguments: argparse.Namespace) -> int:
    check_form(arguments.pack)
    library = up_to_date(Library(settings_from_environment()), lambda line: print(line, file=sys.stderr))
    if not library.sources():
        raise KnownProblem("The library is empty. Add documents first: python -m index add PATH…")
    if arguments.batch:
        return _ask_batch(library, arguments)
    if not arguments.question:
        raise KnownProblem('Write a question, as in: python -m assistant ask "What must Trafford improve?"')
    from assistant.answer import answer
    from assistant.batch import as_json
    from assistant.printing import printed

    chooser = None
    if library.settings.chat_model:
        from assistant.model import chooser_from

        chooser = chooser_from(library.settings)
    found = answer(library, arguments.question, chooser=chooser)
    if arguments.pack:
        write_answer(library, arguments.pack, found)
    if arguments.json:
        print(json.dumps({"question": arguments.question, **as_json(found)}, ensure_ascii=False, indent=1))
    else:
        print(printed(found))
    return 0


def _ask_batch(library: Library, arguments: argparse.Namespace) -> int:
    from assistant.batch import run_batch

    if not arguments.out:
        raise KnownProblem("Say where the answers should go: --out answers.jsonl")
    count = run_batch(library, Path(arguments.batch), Path(arguments.out), arguments.resume)
    print(f"{count} records answered into {arguments.out}.", file=sys.stderr)
    return 0


def evaluate(arguments: argparse.Namespace) -> int:
    from assistant.evaluate import run_evaluation
    from assistant.evaluation_wanted import wanted_from

    library = up_to_date(Library(settings_from_environment()), lambda line: print(line, file=sys.stderr))
    return run_evaluation(library, Path(arguments.questions), wanted_from(arguments))


def chat(arguments: argparse.Namespace) -> int:
    from assistant.serve import serve

    serve(settings_from_environment(), front_from(arguments))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m assistant", description="Answers from inspection documents.")
    actions = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    asking = actions.add_parser("ask", help="answer a question, or a file of them")
    asking.add_argument("question", nargs="?")
    asking.add_argument("--json", action="store_true")
    asking.add_argument("--pack", metavar="FILE", help=HELP)
    asking.add_argument("--batch", metavar="IN.jsonl", help="one question or claim a line")
    asking.add_argument("--out", metavar="OUT.jsonl")
    asking.add_argument("--resume", action="store_true", help="go on with a batch that was stopped")
    asking.set_defaults(run=ask)
    add_check(actions)
    measuring = actions.add_parser("evaluate", help="how well a file of questions with evidence is answered")
    measuring.add_argument("questions", metavar="QUESTIONS.jsonl")
    measuring.add_argument("--html", metavar="REPORT.html", help="a report with plots, and each miss")
    measuring.add_argument("--json", metavar="OUT.json")
    measuring.add_argument("--floor", metavar="FLOOR.json", help="end with status 1 where a figure is below")
    measuring.add_argument("--set-floor", action="store_true", help="write the present figures there")
    measuring.add_argument("--lower", action="store_true", help="even where one is lower than before")
    measuring.set_defaults(run=evaluate)
    chatting = actions.add_parser("chat", help="serve the page in the browser")
    add_front(chatting)
    chatting.set_defaults(run=chat)
    add_user_commands(actions)
    add_audit(actions)
    add_commands(actions)
    return parser


if __name__ == "__main__":
    sys.exit(main())
