"""French, Italian and Spanish as typed in a hurry: pronouns on verbs, forms of verbs, own poses."""

import pytest

from toile.adapters.language.built_in.edits.message.pronouns import split_pronoun
from toile.adapters.language.built_in.edits.reader import read_edit
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, lexicon
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", no=1, framing="full", angle="low", lens="35mm", light="neon at night",
            set="street", pose="striding", talent=("Noor",), aspect="16:9",
            garments=("black wool coat", "silver boots"),
        ),
        Shot(
            id="b", no=2, framing="medium", lens="50mm", light="softbox", set="grey studio",
            pose="hands in pockets", talent=("Lotte",), aspect="4:5",
            garments=("ivory blouse", "charcoal trousers"),
        ),
        Shot(
            id="c", no=3, framing="close-up", lens="85mm", light="golden hour", set="beach",
            pose="looking back", talent=("Noor",), aspect="4:5", garments=("grey scarf",),
            props=("basket",),
        ),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "verb"),
    [("spostiamola", "spostiamo"), ("mettimi", "metti"), ("toglierla", "togliere"),
     ("fammelo", "fai"), ("quitale", "quita"), ("quitenla", "quiten")],
)  # fmt: skip
def test_a_pronoun_at_the_end_of_a_verb_is_cut_off(word: str, verb: str) -> None:
    known = lexicon(("it", "es"), FOR_EDITS)
    parts = split_pronoun(word, known)
    assert parts is not None
    assert parts[0] == verb


@pytest.mark.parametrize(
    ("word", "language", "step"),
    [("troppo buia", "it", "brighter"), ("plus sombres", "fr", "darker"),
     ("demasiado cerrada", "es", "wider"), ("moins dure", "fr", "softer")],
)  # fmt: skip
def test_a_degree_and_an_adjective_are_a_step(word: str, language: str, step: str) -> None:
    lead, adjective = word.split()
    rows = lexicon((language,), FOR_EDITS).phrases[lead]
    assert ((lead, adjective), "rel", step) in rows


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("la 2 ambientiamola in una serra", "shot 2: set becomes greenhouse."),
        ("al posto della sciarpa mettimi un cappello di paglia",
         "shot 3: grey scarf becomes straw hat."),
        ("cambia gli stivali argento con dei mocassini neri",
         "shot 1: silver boots becomes black loafers."),
        ("mi metti un paio di occhiali da sole nella 2",
         "shot 2: add sunglasses to the garments."),
        ("le pantalon gris de lotte → un jean", "shot 2: charcoal trousers becomes jeans."),
        ("súbele un punto la luz a la 2", "shot 2: light becomes bright softbox."),
        ("la 2 est trop sombre", "shot 2: light becomes bright softbox."),
        ("no me convence el neón de la 1, ponle luz de farolas",
         "shot 1: light becomes street lamps."),
        ("voglio vedere la sciarpa più da vicino nella 3",
         "shot 3: framing becomes extreme close-up."),
        ("que noor lleve gafas de sol en todas sus fotos",
         "shot 1: add sunglasses to the garments. shot 3: add sunglasses to the garments."),
    ],
)  # fmt: skip
def test_messages_typed_in_a_hurry_are_read(message: str, said: str) -> None:
    assert read_edit(message, EditContext(shots=BOARD)).say == said


@pytest.mark.parametrize(
    ("message", "pose"),
    [
        ("dans la 2 elle regarde la mer", "looking at the sea"),
        ("nella 2 Lotte deve camminare verso la camera", "walking towards camera"),
        ("la 2 de pie, mirando por la ventana", "standing, looking out of the window"),
        ("mets Lotte assise sur les marches dans la 2", "seated on the steps"),
        ("haz que lotte esté de pie con los brazos cruzados en la 2", "standing, arms crossed"),
        ("elle pourrait croiser les bras dans la 2", "arms crossed"),
    ],
)
def test_a_pose_is_read_with_where_it_goes(message: str, pose: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.shots.shot("b").pose == pose
    assert answer.type == "change"


def test_a_pronoun_means_the_shot_spoken_of_and_what_follows_is_what_it_becomes() -> None:
    answer = read_edit("mets-la sur la plage", EditContext(shots=BOARD, last_mentioned="b"))
    assert answer.shots.shot("b").set == "beach"


def test_the_last_change_is_no_shot() -> None:
    answer = read_edit("annule le dernier changement", EditContext(shots=BOARD))
    assert answer.say.startswith("There is nothing to undo.")
