"""The kind of answer that a question wants, in six languages, and whether a text gives one."""

import pytest

from toile.adapters.search.words import packaged_answer_kinds

KINDS = packaged_answer_kinds()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how wide is the hem", "length"),
        ("How much does a coat cost?", "money"),
        ("which shutter speed", "shutter"),
        ("how long may a film be", "duration"),
        ("Quelle est la couleur du fil ?", "colour"),
        ("Combien de personnes par image ?", "count"),
        ("Wie alt muss man sein?", "age"),
        ("Wer gibt frei?", "person"),
        ("Quanto costa la borsa?", "money"),
        ("¿Cuánto dura el vídeo?", "duration"),
        ("¿Qué formato usan los carteles?", "ratio"),
        ("Hur många får vara med?", "count"),
        ("Vilken färgtemperatur ska ljuset ha?", "temperature"),
    ],
)
def test_a_question_tells_the_kind_of_its_answer(question: str, kind: str) -> None:
    asked = KINDS.asked(question)
    assert asked is not None
    assert asked.name == kind


@pytest.mark.parametrize(
    "question", ["may a model smoke", "Peut-on montrer un tatouage ?", "Darf ein Hund ins Bild?"]
)
def test_a_question_for_leave_has_no_kind(question: str) -> None:
    assert KINDS.asked(question) is None


@pytest.mark.parametrize(
    ("question", "gives", "gives_not"),
    [
        ("how wide is the hem", "The hem is 4 cm wide.", "The hem is blue."),
        ("what colour is the hem", "The hem is blue.", "The hem is wide."),
        ("what does it cost", "It is 40 euro.", "It is worn open."),
        ("which aperture", "Blende 4 genügt.", "Ein Licht genügt."),
        ("who decides", "Pictures are chosen by Odile.", "Pictures are sharp."),
        ("Hur många får vara med?", "Högst fem i bilden.", "Ingen blixt i bilden."),
    ],
)
def test_a_text_gives_the_kind_or_does_not(question: str, gives: str, gives_not: str) -> None:
    asked = KINDS.asked(question)
    assert asked is not None
    assert asked.given_by(gives)
    assert not asked.given_by(gives_not)
