"""Edits as hurried people write them: what a shot lends, what was, what is no thing, one more."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.workflow.edit_state import context_of

_SET = Path(__file__).parents[2] / "evaluation" / "what-changes-nothing.yaml"
_BOARD = yaml.safe_load(_SET.read_text(encoding="utf-8"))["board"]
_CONTEXT = context_of({"state": _BOARD}, _BOARD, date(2026, 11, 23))


def _said(message: str) -> str:
    return read_edit(message, _CONTEXT).say


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("3's light on 6, 6's light on 3", "shots 3, 6: exchange the light."),
        ("put 3's light on 6", "shot 6: light as in shot 3."),
        ("move 3 to 6's set", "shot 3: set as in shot 6."),
        ("the light in 3 is lovely, same in 6", "shot 6: light as in shot 3."),
        ("me encanta la luz de la 3, igual en la 6", "shot 6: light as in shot 3."),
        ("3 same light as 6", "shot 3: light as in shot 6."),
    ],
)
def test_a_shot_lends_what_it_owns_to_the_other(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("4 closer, sun was in her eyes", "shot 4: framing becomes extreme close-up."),
        ("the light in 6 is too hard", "shot 6: light becomes soft window light."),
        ("3 at the end of the day", "shot 3: light becomes end of the day."),
        ("die 3 am Ende des Tages", "shot 3: light becomes last light of the day."),
        ("at the end of the day I'd go wider on 4", "shot 4: framing becomes portrait."),
        ("5 starts wide and ends on his shoes", "shot 5: framing becomes wide."),
        ("3 at the end", "Move shot 3 to place 6."),
    ],
)
def test_what_is_only_told_changes_nothing_else(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("6 with the same hat", "shot 6: add straw hat to the garments."),
        ("6 mit demselben Hut", "shot 6: add straw hat to the garments."),
        ("1 dress in black silk instead of the linen",
         "shot 1: white linen dress becomes black silk dress."),
    ],
)  # fmt: skip
def test_a_thing_of_the_board_keeps_its_name(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    "message",
    ["in 3 lose the suit jacket", "enlève la veste du costume de la 3",
     "nimm die Jacke vom Anzug in der 3 weg", "ta bort kavajen från kostymen i 3:an"],
)  # fmt: skip
def test_a_jacket_of_a_suit_does_not_take_the_suit_along(message: str) -> None:
    answer = read_edit(message, _CONTEXT)
    assert answer.type == "ask"
    assert answer.shots == _CONTEXT.shots


@pytest.mark.parametrize(
    "message",
    ["add a voiceover to 5", "5 with music", "mets de la musique sur la 5", "5 mit Musik"],
)
def test_music_and_voices_are_no_props(message: str) -> None:
    answer = read_edit(message, _CONTEXT)
    assert "sound" in answer.say
    assert answer.shots == _CONTEXT.shots


@pytest.mark.parametrize(
    "message",
    ["give me a close-up of Tom", "I'd like a close-up of Tom", "gib mir ein Close-up von Tom",
     "donne-moi un gros plan de Tom", "dammi un primo piano di Tom", "ge mig en närbild på Tom"],
)  # fmt: skip
def test_a_picture_of_somebody_that_is_wished_for_is_new(message: str) -> None:
    assert _said(message) == "Add a shot at place 7: close-up, Tom."


@pytest.mark.parametrize(
    "message",
    ["take the cup from 6 and put it in 4", "nimm die Tasse aus der 6 und stell sie in die 4",
     "togli la tazza dalla 6 e mettila nella 4", "ta koppen från 6:an och ställ den i 4:an"],
)  # fmt: skip
def test_what_is_taken_from_one_shot_is_put_into_the_other(message: str) -> None:
    assert _said(message) == "shot 6: take out cup. shot 4: add cup to the props."


def test_what_is_given_on_takes_nobody_out() -> None:
    said = "shot 1: take out straw hat. shot 3: add straw hat to the garments."
    assert _said("take the hat from 1 and give it to Tom in 3") == said
    assert _said("no hat in 1, give it to Tom in 3") == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("two more of those (6) but standing",
         "Copy shot 6, 2 times. the new shots: pose becomes standing."),
        ("2 more of 6 please", "Copy shot 6, 2 times."),
        ("noch zwei von der 6", "Copy shot 6, 2 times."),
        ("5 quick portrait ver as well plz", "Copy shot 5 with ratio 9:16."),
        ("la 5, une version verticale aussi", "Copy shot 5 with ratio 9:16."),
        ("4 a version with Nora too", "Copy shot 4 with talent Nora."),
        ("after the studio one, one of Nora laughing in the kitchen",
         "Add a shot at place 5: kitchen, laughing, Nora."),
    ],
)  # fmt: skip
def test_one_more_leaves_the_first_as_it_was(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("the one with the cup and the jeans: lose the cup", "shot 6: take out cup."),
        ("das Bild mit der Tasse und der Jeans enger", "shot 6: framing becomes medium."),
        ("5 w/out the chair", "shot 5: take out chair."),
        ("make 6 warmer then make it the opener",
         "shot 6: light becomes warm window light. Move shot 6 to place 1."),
        ("give everyone sunglasses on the beach", "shots 1, 3: add sunglasses to the garments."),
        ("everyone in sunglasses on the beach",
         "shot 1: add sunglasses to the garments. shot 3: add sunglasses to the garments."),
        ("tout le monde en lunettes de soleil à la plage",
         "shot 1: add sunglasses to the garments. shot 3: add sunglasses to the garments."),
    ],
)  # fmt: skip
def test_only_the_shots_that_are_meant_change(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    "message",
    ["swap the jumper in 2 with the blazer in 6", "échange le pull de la 2 et le blazer de la 6",
     "tausche den Pullover in der 2 mit dem Blazer in der 6",
     "scambia il maglione della 2 con il blazer della 6"],
)  # fmt: skip
def test_things_of_two_shots_change_places(message: str) -> None:
    one = "shot 2: grey knit jumper becomes black blazer. "
    assert _said(message) == one + "shot 6: black blazer becomes grey knit jumper."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("6 closer, same as 2 basically", "shot 6: framing as in shot 2."),
        ("6 wider, same for 2",
         "shot 6: framing becomes full. shot 2: framing becomes medium close-up."),
        ("drop 4's softbox for daylight", "shot 4: light becomes daylight."),
        ("give 6 the beach from 1", "shot 6: set as in shot 1."),
        ("hat off in 1 and on in 3",
         "shot 1: take out straw hat. shot 3: add straw hat to the garments."),
        ("swap the jumper in 2 for the blazer", "shot 2: grey knit jumper becomes black blazer."),
        ("lighter pose in 4, colder light", "shot 4: light becomes cool softbox."),
        ("one wide of everyone on the rooftop at the end",
         "Add a shot at place 7: wide, rooftop, Nora, Ines, Tom."),
        ("un portrait d'Ines à la fin", "Add a shot at place 7: portrait, Ines."),
    ],
)  # fmt: skip
def test_what_one_shot_has_serves_another(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("1 warmer, no not warmer, cooler", "shot 1: light becomes cool golden hour."),
        ("2 on the beach, no not the beach, the rooftop", "shot 2: set becomes rooftop."),
        ("no earrings in 2, only in 4", "shot 2: take out silver earrings."),
        ("no hat in 1, only in 3",
         "shot 1: take out straw hat. shot 3: add straw hat to the garments."),
        ("bring the basket from 1 into 2 as well", "shot 2: add basket to the props."),
        ("nimm den Korb von der 1 auch in die 2", "shot 2: add basket to the props."),
        ("cut 4 or merge w 2", "Which shot do you mean: 4 or 2?"),
        ("3 same suit as 5 but in grey", "shot 3: navy suit becomes grey suit."),
        ("2 dark and moody like a hopper painting",
         "shot 2: light becomes low-key overcast daylight."),
        ("two versions of 1: one at noon one at night",
         "shot 1: light becomes noon sun. shot 1, one more version: light night."),
    ],
)  # fmt: skip
def test_a_word_said_in_passing_is_taken_for_what_it_is(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    "opinion",
    ["my daughter loves 2", "nobody likes 2", "client likes 2", "il cliente ama la 2",
     "meine Tochter liebt die 2", "min dotter älskar 2:an", "a mi hija le encanta la 2"],
)  # fmt: skip
def test_what_somebody_thinks_of_a_shot_changes_only_the_other(opinion: str) -> None:
    assert _said(f"{opinion}. 5 warmer") == "shot 5: light becomes warm hard flash."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("can we get a bit of sun in 2", "shot 2: light becomes noon sun."),
        ("add some candlelight in 2", "shot 2: light becomes candlelight."),
        ("quiero un poco de sol en la 2", "shot 2: light becomes noon sun."),
        ("vorrei un po' di sole nella 2", "shot 2: light becomes noon sun."),
        ("lite sol i 2:an tack", "shot 2: light becomes noon sun."),
        ("let's get a bit of dusk in 2", "shot 2: light becomes dusk."),
    ],
)
def test_some_of_a_light_is_no_thing(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("would be nice to have a silk scarf in 6", "shot 6: add silk scarf to the garments."),
        ("es wäre schön, einen Seidenschal in der 6 zu haben",
         "shot 6: add silk scarf to the garments."),
        ("2 is nice to have", "shot 2: priority becomes could."),
        ("i want to make 3 a close-up", "shot 3: framing becomes close-up."),
        ("we want to turn 3 into a close-up", "shot 3: framing becomes close-up."),
        ("i need a close-up of the cup", "Add a shot at place 7: close-up, cup."),
        ("il faut rendre la 3 plus chaude", "shot 3: light becomes warm golden hour."),
        ("il faut faire la 2 plus large", "shot 2: framing becomes medium close-up."),
    ],
)  # fmt: skip
def test_a_wish_in_many_words_is_what_it_wishes(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Tom wears the blazer from 6 in 3", "shot 3: add black blazer to the garments."),
        ("give Nora's hat to Ines in 2", "shot 2: add straw hat to the garments."),
        ("put Nora's hat on Tom in 3", "shot 3: add straw hat to the garments."),
        ("Ines porte le chapeau de la 1 dans la 2", "shot 2: add straw hat to the garments."),
        ("make Nora's dress red", "shot 1: white linen dress becomes red linen dress."),
    ],
)
def test_a_thing_is_told_by_who_has_it(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("cups out everywhere", "shots 2, 6: take out cup."),
        ("remove all cups", "shots 2, 6: take out cup."),
        ("togli tutte le tazze", "shots 2, 6: take out cup."),
        ("delete all cup shots", "Delete shots 2, 6."),
        ("delete all the beach shots", "Delete shots 1, 3."),
    ],
)
def test_all_of_a_thing_goes_and_no_shot_with_it(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("let's use the rooftop in 2", "shot 2: set becomes rooftop."),
        ("use a desert for 2 and 4", "shots 2, 4: set becomes desert."),
        ("nimm die Küche für die 1", "shot 1: set becomes kitchen."),
        ("prends la cuisine pour la 1", "shot 1: set becomes kitchen."),
        ("usa la cucina per la 1", "shot 1: set becomes kitchen."),
        ("ta köket för 1:an", "shot 1: set becomes kitchen."),
        ("1 and 2: forest", "shots 1, 2: set becomes forest."),
        ("use the straw hat in 2", "shot 2: add straw hat to the garments."),
    ],
)
def test_a_place_is_used_for_a_shot(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("5 shorter", "How many seconds shall shot 5 have?"),
        ("die 5 länger", "How many seconds shall shot 5 have?"),
        ("la 5 plus courte", "How many seconds shall shot 5 have?"),
        ("5: 8s", "shot 5: length in seconds becomes 8."),
        ("longer lens on 5", "shot 5: lens becomes 50mm."),
        ("5 long shot", "shot 5: framing becomes wide."),
        ("3 longer", "shot 3: lens becomes 35mm."),
        ("3 should have been warmer", "shot 3: light becomes warm golden hour."),
    ],
)
def test_a_film_is_longer_in_seconds_and_a_lens_in_millimetres(message: str, said: str) -> None:
    assert _said(message) == said


def test_a_film_grows_by_the_seconds_that_are_told() -> None:
    told = read_edit("make 5 8 seconds", _CONTEXT).shots
    longer = read_edit("make 5 longer by 2 seconds", _CONTEXT.model_copy(update={"shots": told}))
    assert longer.say == "shot 5: length in seconds becomes 10."


@pytest.mark.parametrize(
    "told",
    ["Nora's sister called", "Nora's mum says hi", "Tom's brother is visiting tomorrow",
     "la soeur de Nora a appelé"],
)  # fmt: skip
def test_what_somebodys_family_does_casts_nobody(told: str) -> None:
    assert _said(f"{told}. 5 warmer") == "shot 5: light becomes warm hard flash."


@pytest.mark.parametrize(
    "message",
    ["i hate 4, delete it", "i hate to say it but delete 4", "i'm afraid 4 has to go",
     "schade, lösch die 4", "difficult, but delete 4"],
)  # fmt: skip
def test_a_feeling_hinders_no_order_and_names_no_hat(message: str) -> None:
    assert _said(message) == "Delete shot 4."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("replace chair with stool", "shot 5: chair becomes stool."),
        ("swap chair for stool", "shot 5: chair becomes stool."),
        ("sostituisci sedia con sgabello", "shot 5: chair becomes stool."),
        ("swap the chair for the cup in 5", "shot 5: chair becomes cup."),
        ("dress to the knee in 1",
         "shot 1: white linen dress becomes white linen dress to the knee."),
    ],
)  # fmt: skip
def test_a_thing_becomes_another_of_its_kind_and_no_knee(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("match the light of 2 to 6", "shot 2: light as in shot 6."),
        ("match the light in 2 and 4 to that of 6", "shots 2, 4: light as in shot 6."),
        ("strip 2 back to the jumper", "That stays as it is."),
        ("cut 2 down to a full", "shot 2: framing becomes full."),
    ],
)
def test_a_match_takes_from_one_shot_and_a_range_from_none(message: str, said: str) -> None:
    assert _said(message) == said


@pytest.mark.parametrize(
    "message",
    ["add two portraits of Ines", "add 2 close-ups of the hat", "we need two more close-ups",
     "two more of Tom", "two extra shots of Tom", "ajoute deux gros plans",
     "füg zwei Nahaufnahmen hinzu", "aggiungi due primi piani", "añade dos primeros planos",
     "lägg till två närbilder"],
)  # fmt: skip
def test_what_several_new_shots_show_is_asked_and_no_shot_is_touched(message: str) -> None:
    answer = read_edit(message, _CONTEXT)
    assert answer.say == "What shall each of the 2 new shots show?"
    assert answer.shots == _CONTEXT.shots


def test_several_new_shots_that_are_told_of_come() -> None:
    message = "we need two more: a detail of the boots, a wide of the hut"
    assert len(read_edit(message, _CONTEXT).shots.shots) == 8
