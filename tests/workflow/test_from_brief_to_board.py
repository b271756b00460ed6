"""From a brief in plain words to a board that can be cast, changed and taken back."""

import re
from importlib.resources import files

import pytest
import yaml

from toile.domain.errors import BadInput, CommandRefused
from toile.domain.twins import NoTwin
from toile.workflow.studio import Studio

BRIEF = (
    "Six pictures of the autumn knitwear for the web shop and organic social in Germany and "
    "France, live from 1 March 2027 to 30 April 2027. Freya, window light, grey seamless. "
    "A camel cardigan and a moss green knit dress. All 4:5."
)


def test_a_brief_becomes_facts_a_use_and_the_twin_it_names(studio: Studio) -> None:
    board = studio.start(BRIEF, by="Ada")
    assert board.brief is not None
    assert board.brief.twins is not None
    assert board.brief.twins.names == ("Freya Lindqvist",)
    assert set(board.usage.territories or ()) == {"DE", "FR"}
    assert set(board.usage.media or ()) == {"digital.owned.ecommerce", "digital.social.organic"}
    assert (str(board.usage.start), str(board.usage.end)) == ("2027-03-01", "2027-04-30")


def test_every_fact_points_at_words_of_the_brief(studio: Studio) -> None:
    brief = studio.start(BRIEF, by="Ada").brief
    assert brief is not None
    assert brief.evidence
    for fact in brief.evidence:
        assert brief.text[fact.start : fact.end] == fact.quote


def test_what_rights_need_is_asked_first_and_at_most_five_things(studio: Studio) -> None:
    brief = studio.start("Pictures of a trench coat, moody.", by="Ada").brief
    assert brief is not None
    asked = [question.about for question in brief.questions]
    assert len(asked) <= 5
    assert asked[:3] == ["markets", "channels", "window"]


def test_an_answer_fills_the_use_and_is_not_asked_again(studio: Studio) -> None:
    board = studio.start("Pictures of a trench coat for the web shop.", by="Ada")
    board = studio.answer(board, "markets", "Sweden and Denmark", by="Ada")
    assert set(board.usage.territories or ()) == {"SE", "DK"}
    assert board.brief is not None
    assert "markets" not in [question.about for question in board.brief.questions]


def test_an_answer_says_which_facts_it_changed_and_can_be_taken_back(studio: Studio) -> None:
    first = studio.start(BRIEF, by="Ada")
    second = studio.answer(first, "correction", "Norway too, and two models", by="Ada")
    assert second.talk[-1].by == "toile"
    assert "markets" in second.talk[-1].text
    assert "products" not in second.talk[-1].text
    before = studio.before(second)
    assert before is not None
    assert before.usage == first.usage
    back = studio.undo(second, by="Ada")
    assert (back.brief, back.usage) == (first.brief, first.usage)


def test_the_conversation_says_what_was_taken_back_and_what_was_done_again(
    studio: Studio,
) -> None:
    first = studio.start(BRIEF, by="Ada")
    answered = studio.answer(first, "markets", "Germany and France", by="Ada")
    back = studio.undo(answered, by="Ada")
    assert back.talk[:-1] == answered.talk
    assert back.talk[-1].text.startswith("Taken back: the answer on ")
    board = studio.confirm(back, by="Ada")
    edited = studio.apply(board, studio.propose(board, "make 2 warmer"), by="Ada")
    undone = studio.undo(edited, by="Ada")
    assert undone.talk[-1].text == f"Taken back: {edited.talk[-1].steps[0]}."
    again = studio.redo(undone, by="Ada")
    assert again.talk[-1].text == f"Done again: {edited.talk[-1].steps[0]}."
    assert studio.undo(again, by="Ada").talk[-1].text == undone.talk[-1].text


def test_an_answer_that_changes_no_fact_is_told_so(studio: Studio) -> None:
    board = studio.start(BRIEF, by="Ada")
    board = studio.answer(board, "correction", "thanks a lot", by="Ada")
    assert board.talk[-1].text.startswith("Nothing on the card has changed.")


def test_an_answer_that_says_nothing_new_is_not_asked_again_either(studio: Studio) -> None:
    board = studio.start("Pictures of a trench coat for the web shop.", by="Ada")
    board = studio.answer(board, "markets", "we do not know yet", by="Ada")
    board = studio.answer(board, "window", "1 March to 30 April 2027", by="Ada")
    assert board.brief is not None
    assert "markets" not in [question.about for question in board.brief.questions]


def test_every_answer_is_kept_under_plain_words_of_its_own(studio: Studio) -> None:
    path = files("toile") / "data" / "language" / "questions.yaml"
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))
    abouts = {row["about"] for row in (*asked["flags"].values(), *asked["open"])}
    board = studio.start("Pictures of a trench coat for the web shop.", by="Ada")
    for about in abouts:
        board = studio.answer(board, about, "x", by="Ada")
    said = {turn.text for turn in board.talk if turn.text.endswith(": x")}
    assert len(said) == len(abouts)
    assert [one for one in said if not re.fullmatch("[A-Z][a-z -]+: x", one)] == []


def test_a_board_without_a_name_is_called_by_whole_words_of_its_brief(studio: Studio) -> None:
    board = studio.start("Eight quiet pictures of the autumn knitwear for the web shop.", by="Ada")
    assert board.title == "Eight quiet pictures of the autumn knitwear …"


def test_a_brand_without_licences_is_asked_about_before_anything(studio: Studio) -> None:
    board = studio.start("Nordlys Knitwear, AW27 lookbook, 6 stills, Sweden.", by="Ada")
    assert board.brief is not None
    first = board.brief.questions[0]
    assert first.about == "licences"
    assert "Maison Orel" in first.options
    chosen = studio.answer(board, "licences", "Maison Orel", by="Ada")
    assert chosen.talk[-1].text.startswith("People are cast under the licences of Maison")
    assert chosen.brand == "maison-orel"


def test_a_twin_named_to_be_left_out_is_not_cast(studio: Studio) -> None:
    brief = studio.start(BRIEF.replace("Freya,", "Not Freya this time,"), by="Ada").brief
    assert brief is not None
    assert brief.twins is None or not brief.twins.names


def test_an_empty_brief_is_one_sentence_with_the_next_step(studio: Studio) -> None:
    with pytest.raises(BadInput, match="empty"):
        studio.start("   ", by="Ada")


def test_a_confirmed_brief_is_a_board_of_the_asked_number_with_the_named_twin(
    studio: Studio,
) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    assert len(board.panels) == 6
    assert {shot.talent for shot in board.shots.shots} == {("Freya Lindqvist",)}
    assert {shot.aspect for shot in board.shots.shots} == {"4:5"}
    assert all(made.allowed for made in studio.decide(board))


def test_without_a_named_twin_somebody_cleared_is_cast(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF.replace("Freya, ", ""), by="Ada"), by="Ada")
    assert all(made.allowed for made in studio.decide(board))


def test_where_nobody_is_cleared_the_board_says_so_and_holds_no_twin(studio: Studio) -> None:
    board = studio.start(BRIEF.replace("Freya, ", "").replace("2027", "2031"),
                         by="Ada")  # fmt: skip
    planned = studio.confirm(board, by="Ada")
    cast = planned.panels[0].now.cast
    assert isinstance(cast[0], NoTwin)
    assert "cleared" in cast[0].reason
    assert not any(made.allowed for made in studio.decide(planned))


@pytest.mark.parametrize("words", ["3 lower and warmer", "Duplicate shot 3", "4 more like 2"])
def test_no_edit_but_of_the_talent_lets_a_shot_be_drawn_that_nobody_is_cleared_for(
    studio: Studio, words: str
) -> None:
    brief = BRIEF.replace("Freya, ", "").replace("2027", "2031")
    board = studio.confirm(studio.start(brief, by="Ada"), by="Ada")
    edited = studio.apply(board, studio.propose(board, words), by="Ada")
    assert edited.shots != board.shots
    assert not any(made.allowed for made in studio.decide(edited))
    filled = studio.cast(edited, [edited.panels[0].id], "twin-freya", by="Ada")
    assert filled.panels[0].now.cast == ("twin-freya",)


def test_casting_somebody_else_makes_new_versions_and_can_be_undone(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    recast = studio.cast(board, [], "twin-imani", by="Ada")
    assert {panel.now.number for panel in recast.panels} == {2}
    back = studio.undo(recast, by="Ada")
    assert {shot.talent for shot in back.shots.shots} == {("Freya Lindqvist",)}
    assert {panel.made for panel in back.panels} == {2}


def test_a_refused_twin_says_the_clause_and_who_is_cleared_instead(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    refused = studio.cast(board, [board.panels[0].id], "twin-noor", by="Ada")
    why = studio.why(refused, refused.panels[0].id)
    assert "clause 9.2" in why.headline
    assert "twin-freya" in {twin.id for twin in why.instead}
    assert {cell.answer for cell in why.matrix} == {"no"}


def test_a_second_tab_cannot_overwrite_the_first(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    studio.star(board, board.panels[0].id, 1, by="Ada")
    with pytest.raises(CommandRefused, match="another tab"):
        studio.star(board, board.panels[1].id, 1, by="Bo")


def test_a_board_is_there_after_a_restart(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    assert studio.board(board.id) == board
    assert studio.boards()[0].shots == 6


def test_nothing_can_be_undone_on_a_new_board(studio: Studio) -> None:
    board = studio.start(BRIEF, by="Ada")
    with pytest.raises(CommandRefused, match="nothing to undo"):
        studio.undo(board, by="Ada")


@pytest.mark.parametrize(
    "text",
    [
        "6 stills for paid social in Germany and Norway, March 2027. Freya in an ecru knit.",
        "Eight pictures for the web shop, Germany and France. Freya, window light.",
    ],
)
def test_neither_a_country_nor_a_twin_is_taken_for_the_client(studio: Studio, text: str) -> None:
    board = studio.start(text, by="Ada")
    assert board.brief is not None
    assert board.brief.brand is None
    assert board.brand == "maison-orel"


def test_a_question_is_answered_without_being_said_back(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    asked = studio.propose(board, "What does the brand book say about hats?")
    answered = studio.apply(board, asked, by="Ada").talk[-1]
    assert "hats" not in answered.text.partition("“")[0].casefold()
    assert answered.steps == ()


def test_what_was_not_understood_beside_a_change_is_said_with_the_plan(studio: Studio) -> None:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    proposal = studio.propose(board, "make 2 warmer and change the vibe")
    assert proposal.type == "change"
    assert proposal.stays.startswith("Not understood, and left undone: “change the vibe”.")
