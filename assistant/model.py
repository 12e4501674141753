"""LangChain: our retriever for other chains, and any LangChain chat model for choosing quotations in ours."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from assistant import wording
from assistant.answer import Chooser, answer
from assistant.evidence import Answer, Quote
from documents.authorities import lookup, name_of
from documents.problem import KnownProblem
from index.library import Library
from index.offline import go_offline
from index.search import EVERYTHING, Match, Scope, search
from index.settings import Settings

PROMPT = ChatPromptTemplate.from_messages(
    [
        (
            "system",
            "You help council staff find evidence in inspection documents. You are given numbered quotations"
            " and a question. Reply with the numbers of the quotations that answer the question, best first,"
            " separated by commas, and nothing else. Reply with the word NONE if no quotation answers it.",
        ),
        ("human", "Quotations:\n{quotations}\n\nQuestion: {question}\n\nNumbers:"),
    ]
)
NUMBER = re.compile(r"\d+")
MOST = 6  # quotations a model may choose


class InspectionRetriever(BaseRetriever):
    """Passages of the library as LangChain documents, the citation in their metadata.

    >>> InspectionRetriever(home="data", authority="Trafford", k=6).invoke("permanence planning")
    """

    home: Path = Path("data")
    authority: str | None = None
    k: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        library = Library(Settings(home=Path(self.home)))
        return [as_document(match) for match in search(library, query, self._scope(), self.k)]

    def _scope(self) -> Scope:
        if self.authority is None:
            return EVERYTHING
        code = lookup(self.authority)
        if code is None:
            raise KnownProblem(f"{self.authority} is not an English council known to us.")
        return Scope(authorities=(code,))


def as_document(match: Match) -> Document:
    passage, source = match.passage, match.source
    return Document(
        page_content=passage.text,
        id=passage.id,
        metadata={
            "document": source.file,
            "sha256": source.sha256,
            "title": source.title,
            "authorities": [name_of(code) for code in source.authorities],
            "speaker": str(source.speaker),
            "published": source.published.iso if source.published else None,
            "page": passage.spans[0].page,
            "paragraph": passage.paragraph,
            "heading": list(passage.heading),
            "citation": wording.about(source),
        },
    )


def answering_chain(library: Library, chat_model: BaseChatModel | None = None) -> Runnable[str, Answer]:
    """A question into an answer, as a step that composes with any LangChain chain."""
    choose = chooser(chat_model) if chat_model else None

    def run(question: str) -> Answer:
        return answer(library, question, chooser=choose)

    return RunnableLambda(run)


def chooser(chat_model: BaseChatModel) -> Chooser:
    """A model that picks quotations by number. It writes nothing that is shown; a wrong number is dropped."""
    chain = PROMPT | chat_model | StrOutputParser()

    def choose(question: str, quotes: list[Quote]) -> list[Quote]:
        lines = [f"[{number}] {quote.words}" for number, quote in enumerate(quotes, 1)]
        reply = _invoked(chain.invoke, {"quotations": "\n".join(lines), "question": question})
        numbers = dict.fromkeys(int(found) for found in NUMBER.findall(reply))
        return [quotes[number - 1] for number in numbers if 1 <= number <= len(quotes)][:MOST]

    return choose


def _invoked(invoke: Callable[[dict[str, str]], str], values: dict[str, str]) -> str:
    try:
        return invoke(values)
    except Exception as error:  # each provider raises its own kind
        raise KnownProblem(
            f"The chat model did not answer ({type(error).__name__}: {error})."
            " Start it, or leave INSPECTION_CHAT_MODEL empty to answer without one."
        ) from error


def named_chat_model(name: str) -> BaseChatModel:
    """The model that INSPECTION_CHAT_MODEL names, as LangChain writes it: 'ollama:qwen3', 'openai:gpt-5'."""
    go_offline()
    from langchain.chat_models import init_chat_model

    try:
        model: Any = init_chat_model(name, temperature=0)
    except (ImportError, ValueError) as error:
        raise KnownProblem(f"INSPECTION_CHAT_MODEL names {name!r}, which cannot be used: {error}") from error
    return model  # type: ignore[no-any-return]


def chooser_from(settings: Settings) -> Chooser | None:
    return chooser(named_chat_model(settings.chat_model)) if settings.chat_model else None
