"""Cutting by meaning, and words of six languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.adapters.search.words import packaged_glossary
from toile.domain.guidelines import Block, BlockKind, Document, placed
from toile.domain.passages import LONGEST_CHARS, is_slight, passages_of, pieces, with_hues
from toile.domain.words import terms

GLOSSARY = packaged_glossary()
TEXT = st.characters(codec="utf-8", exclude_characters="\n")
BLOCKS = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(list(BlockKind)),
        text=st.text(TEXT, min_size=1, max_size=1500),
        page=st.integers(1, 4),
        level=st.integers(1, 3),
    ),
    max_size=12,
)  # fmt: skip


@given(BLOCKS)
def test_every_passage_is_a_span_of_the_text_on_one_page(blocks: list[Block]) -> None:
    blocks = sorted(blocks, key=lambda block: block.page)
    document = Document(name="a", media_type="text/plain", pages=4, blocks=placed(tuple(blocks)))
    for passage in passages_of(document):
        assert document.text[passage.start : passage.end] == passage.text
        assert len(passage.text) <= LONGEST_CHARS


def test_a_list_stays_with_the_line_that_leads_it() -> None:
    blocks = placed(
        (
            Block(kind=BlockKind.TEXT, text="Never use:", page=1),
            Block(kind=BlockKind.ITEM, text="ring light", page=1),
        )
    )
    document = Document(name="a", media_type="text/plain", pages=1, blocks=blocks)
    assert [passage.text for passage in passages_of(document)] == ["Never use:\nring light"]


def test_each_thing_of_a_long_list_has_a_piece_of_its_own() -> None:
    assert "Keep out: phones" in pieces("Keep out: cocktails, cigarettes, phones.")


def test_a_motto_is_slight_and_a_number_is_not() -> None:
    assert is_slight("One window. Everything else is paper.")
    assert is_slight("Figure 2. Plan of the house light, seen from above, in three parts of a day.")
    assert not is_slight("Never more than 3 people.")


def test_a_colour_code_is_found_by_its_plain_name() -> None:
    assert with_hues("Ember #A63D2F") == "Ember #A63D2F red"


@pytest.mark.parametrize(
    ("question", "language", "english"),
    [
        ("Wie alt müssen die Models mindestens sein?", "de", "old"),
        ("Peut-on affiner la taille en retouche ?", "fr", "retouch"),
        ("Le lentiggini vanno cancellate?", "it", "freckles"),
        ("¿Se pueden blanquear los dientes?", "es", "teeth"),
        ("Vilken färgtemperatur ska ljuset ha?", "sv", "colour temperature"),
        ("can we use a ring light", "en", "ring light"),
    ],
)
def test_a_question_becomes_english_trade_words(question: str, language: str, english: str) -> None:
    assert GLOSSARY.language(question) == language
    assert english in GLOSSARY.english(question)


def test_words_that_differ_by_an_accent_are_two_words() -> None:
    assert GLOSSARY.english("Ingen är yngre än 21 år.") == "no younger 21 year"
    assert GLOSSARY.english("den som sover", "sv") == "to sleep"
    assert GLOSSARY.english("en söm", "sv") == "seam"


def test_words_typed_without_their_accents_are_understood() -> None:
    assert GLOSSARY.english("la lumiere de la fenetre", "fr") == "light window"


def test_everyday_words_and_those_of_briefs_are_known_beside_the_trade_s_own() -> None:
    assert GLOSSARY.english("Lakan och kuddar av siden", "sv").split()[:2] == ["sheet", "pillow"]
    assert "raincoat" in GLOSSARY.english("Der Regenmantel bleibt nass", "de")


def test_a_german_compound_is_taken_apart() -> None:
    assert GLOSSARY.english("Welche Hintergrundfarbe ist erlaubt?").count("background") == 1


def test_words_of_another_language_that_are_not_understood_are_told() -> None:
    assert GLOSSARY.unheard("Possiamo scattare nel sottoscala?") == ("sottoscala",)
    assert GLOSSARY.unheard("can we shoot in a hotel") == ()


def test_words_that_look_alike_meet_and_stop_words_go() -> None:
    assert terms("The lenses are cropped") == terms("lens crop")
    assert terms("#A63D2F at 4:5") == ("#a63d2f", "4:5")
