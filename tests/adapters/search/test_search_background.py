"""What is known of questions before a book is read, and the silence that rests on it."""

from importlib.resources import files
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from toile.adapters.documents.guarded import GuardedReader
from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.search.background import Background, digest
from toile.adapters.search.library import GuidelineLibrary
from toile.adapters.search.words import packaged_glossary, packaged_ranking

DATA = files("toile") / "data" / "search"


@pytest.fixture(scope="module")
def background() -> Background:
    return Background(packaged_glossary(), MiniLmEmbedder(), packaged_ranking().ground)


def test_the_baked_background_is_that_of_the_words_beside_it() -> None:
    baked = np.load(BytesIO((DATA / "background.npz").read_bytes()))
    assert str(baked["digest"]) == digest(), "run scripts/bake_background.py"


def test_books_seldom_answer_who_is_paid_what_and_often_how_long_a_film_is(
    background: Background,
) -> None:
    pay, film = background.embedder.embed(
        ("what is the salary of an accountant", "how long may a film be")
    )
    assert background.usual(pay) < 0 < background.usual(film)


def test_a_topic_that_the_pages_name_does_not_speak_for_silence(background: Background) -> None:
    asked, said = background.embedder.embed(("are tattoos allowed", "Keep the horizon level."))
    silent = background.foreign(asked, said[None], frozenset())
    named = background.foreign(asked, asked[None], frozenset({"tattoo", "piercing"}))
    assert silent.elsewhere > 0.5 > named.elsewhere


@pytest.mark.parametrize("book", ["aurelle", "pipfern", "volt"])
def test_a_book_of_another_trade_is_silent_about_payroll_and_answers_its_own(
    book: str, tmp_path: Path
) -> None:
    library = GuidelineLibrary(tmp_path, reader=GuardedReader(), embedder=MiniLmEmbedder())
    library.add((DATA / "evaluation" / f"{book}.md").read_bytes(), f"{book}.md", "x")
    own = {
        "aurelle": "in which light are gem colours matched",
        "pipfern": "may a child wear nail polish",
        "volt": "what shutter speed freezes a runner",
    }
    assert not library.answer("what is the salary of an accountant", "x").in_book
    assert library.answer(own[book], "x").in_book
