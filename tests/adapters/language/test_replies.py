"""A yes, a no, and a no that begins another wish, as people say them to a plan."""

import pytest

from toile.adapters.language.built_in.edits.replies import reply_of
from toile.adapters.language.built_in.text import lexicon


@pytest.mark.parametrize("message", [
    "yes", "Yes!", "ok, do it please", "Sure, go ahead.", "looks good, thanks", "oui, vas-y",
    "Sì, va bene", "vale, adelante", "Ja bitte, mach das", "ja tack, kör på",
])  # fmt: skip
def test_a_yes_is_a_yes_in_any_language(message: str) -> None:
    assert reply_of(message) == "agree"


@pytest.mark.parametrize("message", [
    "no", "No, cancel that.", "never mind", "undo that", "non merci", "no, lascia stare",
    "no, déjalo", "Nein danke, lass es", "nej tack", "yes, no, forget it",
])  # fmt: skip
def test_a_no_is_a_no_in_any_language(message: str) -> None:
    assert reply_of(message) == "decline"


@pytest.mark.parametrize("message", ["no, cooler", "No, shot 3 please", "nein, die vierte"])
def test_a_no_may_begin_another_wish(message: str) -> None:
    assert reply_of(message) == "instead"


@pytest.mark.parametrize("message", [
    "and wider", "make 3 cooler", "yes, and closer", "nothing but the coat", "", "!?", "now wider",
    "leave it on the chair and sit", "okay but warmer", "undress 2", "non-slip shoes in 2",
    "no hat in 2",
])  # fmt: skip
def test_whatever_says_more_is_no_reply(message: str) -> None:
    assert reply_of(message) is None


@pytest.mark.parametrize("message", [
    "undo", "scratch that", "undo that please", "défais ça", "annulla", "deshaz eso", "rückgängig",
    "ångra det",
])  # fmt: skip
def test_an_undo_is_a_no_to_a_plan_and_none_to_an_offer_to_draw(message: str) -> None:
    assert reply_of(message) == "decline"
    assert reply_of(message, "pictures") is None


@pytest.mark.parametrize("message", ["approved", "je valide", "freigegeben"])
def test_an_approval_is_a_yes_to_a_plan_and_draws_nothing(message: str) -> None:
    assert reply_of(message) == "agree"
    assert reply_of(message, "pictures") is None


def test_an_offer_to_draw_takes_a_yes_and_a_no() -> None:
    assert reply_of("yes please", "pictures") == "agree"
    assert reply_of("not now", "pictures") == "decline"


@pytest.mark.parametrize(
    "message",
    [
        "stop",
        "cancel that please",
        "arrête de dessiner",
        "basta",
        "para ya",
        "hör auf",
        "sluta rita",
    ],
)
def test_the_drawing_is_stopped_in_each_language(message: str) -> None:
    assert reply_of(message, "work") == "decline"


def test_the_drawing_goes_on_through_words_that_leave_it_alone() -> None:
    for message in ("no", "later", "leave it", "yes", "undo", "stop the fan in 3"):
        assert reply_of(message, "work") is None


def test_another_wish_may_stop_the_drawing_first() -> None:
    assert reply_of("stop, make 3 warmer", "work") == "instead"


def test_every_language_can_say_yes_and_no() -> None:
    rows = lexicon.read_table("replies")
    assert {row[0] for row in rows} == {"agree", "approve", "decline", "halt", "undo", "with"}
    assert all(len(row) == 1 + len(lexicon.LANGUAGES) and all(row) for row in rows)
