"""LangChain: our retriever in other chains, and chat models of theirs in ours."""

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough

from assistant import InspectionRetriever
from assistant.answer import answer
from assistant.evidence import Answer, Outcome
from assistant.model import answering_chain
from documents.problem import KnownProblem
from index.library import Library

SGO = "What must Trafford improve on SGOs?"


def said_by(library: Library, reply: str) -> Answer:
    return answering_chain(library, FakeListChatModel(responses=[reply])).invoke(SGO)


def words(found: Answer) -> list[str]:
    return [citation.quote.words for citation in found.citations]


def test_the_retriever_works_in_a_chain_of_langchain(library: Library) -> None:
    retriever = InspectionRetriever(home=library.home, authority="Trafford", k=4)
    prompt = ChatPromptTemplate.from_template("{passages}\n\n{question}")
    model = FakeListChatModel(responses=["written by the model"])
    chain = {"passages": retriever, "question": RunnablePassthrough()} | prompt | model | StrOutputParser()
    assert chain.invoke("connected carers") == "written by the model"


def test_a_retrieved_passage_says_where_it_stands(library: Library) -> None:
    documents = InspectionRetriever(home=library.home, k=4).invoke(
        "connected carers and special guardianship"
    )
    assert len(documents) == 4
    found = next(each for each in documents if each.metadata["document"] == "trafford-focused-visit-2018.pdf")
    assert found.metadata["authorities"] == ["Trafford"]
    assert found.metadata["speaker"] == "inspectorate"
    assert found.metadata["page"] >= 1
    assert found.id
    with library.catalogue.reading() as db:
        row = db.execute("SELECT text FROM passages WHERE id = ?", (found.id,)).fetchone()
    assert row["text"] == found.page_content


def test_the_retriever_keeps_to_its_authority(library: Library) -> None:
    documents = InspectionRetriever(home=library.home, authority="Shropshire", k=20).invoke("permanence")
    assert documents
    assert {tuple(each.metadata["authorities"]) for each in documents} == {("Shropshire",)}


def test_the_retriever_names_an_authority_that_it_does_not_know(library: Library) -> None:
    with pytest.raises(KnownProblem, match="Atlantis"):
        InspectionRetriever(home=library.home, authority="Atlantis").invoke("permanence")


def test_without_a_model_the_chain_answers_as_we_do(library: Library) -> None:
    assert answering_chain(library).invoke(SGO) == answer(library, SGO)


def test_a_model_chooses_quotations_by_their_numbers(library: Library) -> None:
    first, second = words(said_by(library, "1")), words(said_by(library, "2"))
    assert len(first) == len(second) == 1
    assert first != second
    assert set(words(said_by(library, "2, 1"))) == {*first, *second}


def test_numbers_that_name_no_quotation_are_dropped(library: Library) -> None:
    assert words(said_by(library, "0, 99, 1, 1, -1, 1000000000000")) == words(said_by(library, "1"))
    nothing = said_by(library, "98, 99")
    assert (nothing.outcome, nothing.citations) == (Outcome.NOT_IN_DOCUMENTS, ())


@pytest.mark.parametrize(
    "reply",
    [
        "NONE",
        "",
        "Trafford must improve the timeliness of assessments.",
        "“Trafford is outstanding in every way.” The inspectors praised its leaders.",
    ],
)
def test_prose_yields_no_quotation(library: Library, reply: str) -> None:
    found = said_by(library, reply)
    assert found.outcome is Outcome.NOT_IN_DOCUMENTS
    assert found.citations == ()
    assert reply == "" or reply not in found.text


def test_every_quotation_that_a_model_chose_stands_in_the_library(library: Library) -> None:
    for citation in said_by(library, "1, 2, 3, 4, 5").citations:
        with library.catalogue.reading() as db:
            row = db.execute(
                "SELECT text FROM passages WHERE id = ?", (citation.quote.passage.id,)
            ).fetchone()
        assert citation.quote.words in row["text"]


def test_a_model_that_does_not_answer_is_a_known_problem(library: Library) -> None:
    silent = FakeListChatModel(responses=["1"], sleep=None, error_on_chunk_number=None)
    silent.responses = []
    with pytest.raises(KnownProblem, match="The chat model did not answer"):
        answering_chain(library, silent).invoke(SGO)
