"""A wish for somebody who is refused leads somewhere: the same wish with who is cleared."""

import pytest

from toile.domain.board import Board
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow


def test_a_refused_wish_offers_the_same_words_with_somebody_cleared(
    studio: Studio, drawn_board: Board
) -> None:
    wish = "Put Noor in shot 2, please"
    assert studio.propose(drawn_board, wish).type == "refuse"
    ways = studio.ways.instead(drawn_board, wish)
    taken = next(way for way in ways if way.words)
    assert taken.words.endswith(" in shot 2, please")
    assert "Noor" not in taken.words
    assert studio.propose(drawn_board, taken.words).type == "change"


def test_what_may_be_done_is_done_and_who_may_not_be_cast_is_told_why(
    studio: Studio, drawn_board: Board
) -> None:
    proposal = studio.propose(drawn_board, "Put Noor in shot 2 and make it warmer")
    refusal = studio.casts.refusal_of(drawn_board, "Noor in shot 2")
    assert proposal.type == "partial"
    assert [command.do for command in proposal.commands] == ["step_field"]
    assert refusal
    assert refusal in proposal.say


def test_what_others_would_have_to_do_is_said_and_has_no_words(
    studio: Studio, drawn_board: Board
) -> None:
    ways = studio.ways.instead(drawn_board, "Cast Kenji Mori in shot 1 for paid social, please")
    refused, _ = studio.casts.asked_for(drawn_board, "Noor Haddad in shot 1")
    theirs = {remedy.say for one in refused for remedy in one.decision.remedies}
    found = studio.ways.instead(drawn_board, "Noor Haddad in shot 1")
    assert ways == ()
    assert {way.say for way in found if not way.words} <= theirs


def test_a_wish_that_names_nobody_has_no_other_person_to_offer(
    studio: Studio, drawn_board: Board
) -> None:
    assert studio.ways.instead(drawn_board, "Make shot 1 warmer") == ()


def test_every_candidate_says_which_licences_the_answer_rests_on(
    studio: Studio, drawn_board: Board
) -> None:
    for one in studio.candidates(drawn_board, "a"):
        if one.allowed:
            assert {licence.id for licence in one.licences} == set(one.decision.used_licences)
        assert all(licence.twin == one.twin.id for licence in one.licences)
