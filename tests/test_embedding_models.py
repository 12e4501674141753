"""The embedding models that come with us, each by its name."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from documents.problem import KnownProblem
from documents.samples import sample_files
from index import bge, build
from index.check import check
from index.embed import DEFAULT_MODEL, Embedder
from index.library import Library
from index.onnx import folder_of
from index.search import search
from index.settings import Settings

TEXTS = ("Children are visited often.", "Plans for permanence drift, and courts wait for assessments. " * 9)


@pytest.fixture(scope="module")
def small_bge() -> Embedder:
    return Embedder(bge.NAME)


@pytest.mark.parametrize(("name", "precision"), [(DEFAULT_MODEL, "float32"), (bge.NAME, "int8")])
def test_every_vector_is_of_length_one(name: str, precision: str) -> None:
    embedder = Embedder(name, precision)
    vectors = np.vstack([embedder.embed(TEXTS), embedder.embed_question(TEXTS[0])])
    assert np.linalg.norm(vectors, axis=-1) == pytest.approx(1.0, abs=1e-5)


def test_the_prompt_stands_before_questions_alone(small_bge: Embedder) -> None:
    (prompt,) = bge.PROMPTS.values()
    as_passage, prompted = small_bge.embed([TEXTS[0], prompt + TEXTS[0]])
    as_question = small_bge.embed_question(TEXTS[0])
    assert np.array_equal(as_question, prompted)
    assert not np.allclose(as_question, as_passage, atol=0.01)


def test_the_model_that_knows_no_prompt_embeds_a_question_as_a_passage() -> None:
    embedder = Embedder(None, "float32")
    assert embedder.embed_question(TEXTS[0]) == pytest.approx(embedder.embed(TEXTS[:1])[0], abs=1e-6)


def test_a_vector_does_not_depend_on_what_is_embedded_beside_it(small_bge: Embedder) -> None:
    assert np.array_equal(small_bge.embed(TEXTS)[0], small_bge.embed(TEXTS[:1])[0])


def test_a_question_is_nearest_to_the_passage_that_answers_it(small_bge: Embedder) -> None:
    assert np.argmax(small_bge.embed(TEXTS) @ small_bge.embed_question("How often are children seen?")) == 0


def test_an_index_built_with_one_model_refuses_the_other(home: Path) -> None:
    made = Library(Settings(home=home, embedding_model=bge.NAME))
    build.add(made, sample_files()[0])
    assert search(made, "special guardianship", limit=1)
    assert check(made) == []
    with pytest.raises(KnownProblem, match=f"{bge.NAME}.*{DEFAULT_MODEL}.*index rebuild"):
        search(Library(Settings(home=home, embedding_model=DEFAULT_MODEL)), "special guardianship")


def test_weights_other_than_the_published_ones_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "bge"
    shutil.copytree(folder_of("bge_small_en"), folder)
    with (folder / "model.onnx").open("ab") as weights:
        weights.write(b"\0")
    with pytest.raises(KnownProblem, match=r"published.*--force-reinstall"):
        bge.load(folder)


def test_weights_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(KnownProblem, match=r"model\.onnx cannot be opened"):
        bge.load(tmp_path)
