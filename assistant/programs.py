"""What programs may ask for, as an API and as tools. Their docstrings are shown to those programs."""

from dataclasses import dataclass
from typing import cast

from assistant import history, improvements_shown, wording
from assistant import program_types as given
from assistant.answer import Chooser, answer
from assistant.as_json import as_json, citation_json, verdict_as_json
from assistant.audit import in_words, note
from assistant.check import check, checked_whole
from assistant.evidence import whole
from assistant.improvements import tracker
from assistant.people import Person
from assistant.reply import LONGEST_QUESTION
from assistant.verify import cited
from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index import listing, tables
from index.library import Library
from index.search import EVERYTHING, Scope, search

LONGEST_CLAIMS = 10_000  # characters
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Programs:
    """Each public method is one thing that a program may ask for; `person` is whose token it shows."""

    library: Library
    chooser: Chooser | None = None

    def ask(self, person: Person, question: str, authority: str = "") -> given.Answer:
        """Answer a question about inspections of children's services from the library's documents.

        The answer is made of exact quotations, each with its document and page. Where the documents do not
        answer, outcome is not_in_documents: then say so, and do not answer from elsewhere.

        Args:
            question: One question in plain English, as in: What must Trafford improve on SGOs?
            authority: The council to search alone, where the question names none. Empty: all.
        """
        words = self._words("question", question, LONGEST_QUESTION)
        note(self.library, person, "asked", {"through": "program", **in_words(self.library, words)})
        found = answer(self.library, words, _scope(authority), self.chooser)
        return cast(given.Answer, {"question": words, **as_json(found)})

    def check(self, person: Person, text: str, authority: str = "") -> list[given.Verdict]:
        """Check each claim of a text against the library's documents.

        Each claim is supported, contradicted, mixed or not_in_evidence, with quotations for and against.

        Args:
            text: One claim or several, in sentences.
            authority: The council that claims are about which name none. Empty: none.
        """
        words = self._words("text", text, LONGEST_CLAIMS)
        note(self.library, person, "checked", {"through": "program", **in_words(self.library, words)})
        scope = _scope(authority)
        found = check(self.library, words, scope) or (checked_whole(self.library, words, scope),)
        return [cast(given.Verdict, {"claim": each.claim.text, **verdict_as_json(each)}) for each in found]

    def judgements(self, person: Person, authority: str) -> list[given.Judgement]:
        """List every grade that inspectors gave a council, by date and area, each with its page.

        Args:
            authority: The council, as in Trafford.
        """
        found = history.history(self.library, [self._held(authority)])
        return cast(list[given.Judgement], history.as_json(found))

    def recommendations(self, person: Person, authority: str = "") -> list[given.Recommendation]:
        """List everything that inspectors said must improve, item by item, each with its page.

        Args:
            authority: The council, as in Trafford. Empty: all.
        """
        code = self._held(authority) if authority.strip() else None
        return cast(list[given.Recommendation], tables.as_rows(tables.asked(self.library, code)))

    def improvements(self, person: Person, authority: str) -> given.Improvements:
        """Track what inspectors asked of a council: each recommendation with what later documents say of it.

        Args:
            authority: The council, as in Trafford.
        """
        return cast(
            given.Improvements, improvements_shown.as_json(tracker(self.library, self._held(authority)))
        )

    def search(
        self, person: Person, words: str, authority: str = "", limit: int = 10
    ) -> list[given.Citation]:
        """Find the passages of the library's documents that fit some words best, quoted whole.

        Args:
            words: What the passages should be about.
            authority: The council whose documents to search. Empty: all.
            limit: How many passages, at most 50.
        """
        sought = self._words("words", words, LONGEST_QUESTION)
        note(self.library, person, "searched", {"through": "program", **in_words(self.library, sought)})
        most = min(max(int(limit), 1), MOST_FOUND)
        found = search(self.library, sought, _scope(authority), most)
        quotes = cited(self.library, [whole(match.passage, match.source) for match in found])
        return [cast(given.Citation, citation_json(each)) for each in quotes]

    def documents(self, person: Person, authority: str = "") -> list[given.Document]:
        """List the documents that the library holds: whose each is, who speaks in it, its dates and pages.

        Args:
            authority: The council, as in Trafford. Empty: all.
        """
        scope = _scope(authority)
        held = {source.sha256 for source in self.library.sources() if scope.holds(source)}
        names = given.Document.__annotations__
        return [
            cast(given.Document, {name: entry[name] for name in names})
            for entry in listing.listed(self.library)
            if entry["sha256"] in held
        ]

    def _held(self, authority: str) -> str:
        code = _code(authority)
        if not any(code in source.authorities for source in self.library.sources()):
            raise KnownProblem(f"The library holds no document about {name_of(code)}.")
        return code

    def _words(self, name: str, words: str, most: int) -> str:
        if not words.strip():
            raise KnownProblem(f"{name} is empty. Write what you want to know.")
        if len(words) > most:
            raise KnownProblem(f"{name} has {len(words)} characters. Use at most {most}.")
        if not self.library.sources():
            raise KnownProblem(wording.EMPTY)
        return words.strip()


def _scope(authority: str) -> Scope:
    return Scope(authorities=(_code(authority),)) if authority.strip() else EVERYTHING


def _code(authority: str) -> str:
    if code := lookup(authority):
        return code
    raise KnownProblem(f"{authority!r} is not an English council known to us. Write it as in Trafford.")
