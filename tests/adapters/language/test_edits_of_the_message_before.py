"""Messages that lean on the one before or on another shot, and colours for colours."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="wide", light="overcast daylight", set="fish market",
             pose="walking", garments=("grey oilskin", "white shirt"), talent=("Maren",)),
        Shot(id="b", no=2, framing="half", light="golden hour", set="ferry deck", pose="seated",
             garments=("navy jumper", "cream trousers"), props=("thermos",), talent=("Piet",)),
        Shot(id="c", no=3, framing="portrait", light="tungsten", set="net loft", pose="standing",
             garments=("rust cardigan",), props=("lantern",), talent=("Piet",)),
    ]
)  # fmt: skip


def _read(message: str, before: str | None = None, last: str | None = None) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD, before=before, last_mentioned=last))


def _changed(answer: EditAnswer, field: str) -> dict[str, object]:
    pairs = zip(BOARD.shots, answer.shots.shots, strict=True)
    return {
        old.id: getattr(new, field)
        for old, new in pairs
        if getattr(old, field) != getattr(new, field)
    }


@pytest.mark.parametrize(
    ("before", "message", "field", "then"),
    [
        ("make the light in 2 golden hour", "same for the fish market pls", "light",
         {"a": "golden hour"}),
        ("3 als Porträt", "die 2 auch", "framing", {"b": "portrait"}),
        ("lose the thermos in 2", "ok and the same with the loft", "props", {}),
        ("metti la 3 al tungsteno", "uguale la 1", "light", {"a": "tungsten lamp"}),
        ("come in closer on 3", "likewise the ferry", "framing", {"b": "medium close-up"}),
    ],
)  # fmt: skip
def test_the_same_is_what_the_message_before_wished(
    before: str, message: str, field: str, then: dict[str, object]
) -> None:
    answer = _read(message, before)
    changed = _changed(answer, field)
    assert changed.keys() == then.keys()
    assert changed == then


@pytest.mark.parametrize(
    ("before", "message", "field", "then"),
    [
        ("loft: standing instead of crouching", "no, put it back how it was", "pose",
         {"c": "crouching"}),
        ("ferry light from dusk to golden hour", "hm no. undo that", "light", {"b": "dusk"}),
        ("jumper in 2 from red to navy", "was better before", "garments",
         {"b": ("red jumper", "cream trousers")}),
    ],
)  # fmt: skip
def test_what_no_log_tells_is_taken_back_by_the_words_before(
    before: str, message: str, field: str, then: dict[str, object]
) -> None:
    assert _changed(_read(message, before), field) == then


def test_nothing_is_taken_back_where_the_words_before_do_not_tell_what_was() -> None:
    answer = _read("undo that", "make 2 warmer")
    assert answer.shots == BOARD


@pytest.mark.parametrize(
    ("message", "then"),
    [
        ("jumper in olive instead of navy", {"b": ("olive jumper", "cream trousers")}),
        ("3 in camel, not rust", {"c": ("camel cardigan",)}),
        ("in der 2 schwarz statt creme", {"b": ("navy jumper", "black trousers")}),
        ("la chemise bleue au lieu de blanche", {"a": ("grey oilskin", "blue shirt")}),
        ("nella 1 giallo invece di grigio", {"a": ("yellow oilskin", "white shirt")}),
        ("la 3 en verde, no óxido", {"c": ("green cardigan",)}),
    ],
)
def test_one_colour_for_another_stays_on_its_thing(message: str, then: dict[str, object]) -> None:
    assert _changed(_read(message), "garments") == then


@pytest.mark.parametrize(
    ("message", "new"),
    [
        ("Laterne raus, dafür ein Schlüsselbund", "bunch of keys"),
        ("lose the lantern, a storm candle instead", "storm candle"),
        ("via la lanterna, al suo posto un libro", "book"),
        ("lyktan bort, en penna istället", "pen"),
    ],
)
def test_what_comes_instead_takes_the_place_of_what_went(message: str, new: str) -> None:
    assert _changed(_read(message), "props") == {"c": (new,)}


@pytest.mark.parametrize(
    ("message", "then"),
    [
        ("2: same oilskin as in 1", {"b": ("navy jumper", "cream trousers", "grey oilskin")}),
        ("same trousers in 3 as in 2", {"c": ("rust cardigan", "cream trousers")}),
        ("nella 3 gli stessi pantaloni della 2", {"c": ("rust cardigan", "cream trousers")}),
        ("in der 1 dieselbe Hose wie in der 2",
         {"a": ("grey oilskin", "white shirt", "cream trousers")}),
    ],
)  # fmt: skip
def test_a_thing_is_had_as_in_another_shot(message: str, then: dict[str, object]) -> None:
    assert _changed(_read(message), "garments") == then


@pytest.mark.parametrize(
    ("message", "new"),
    [("3 with a red beret instead of the cardigan", "red beret"),
     ("in der 3 eine Mütze, statt der Strickjacke", "cap")],
)  # fmt: skip
def test_what_stands_before_instead_of_is_what_comes(message: str, new: str) -> None:
    assert _changed(_read(message), "garments") == {"c": (new,)}


@pytest.mark.parametrize("message", ["pier: barefoot", "2 barfuß", "la 2 descalza"])
def test_barefoot_takes_the_shoes_out(message: str) -> None:
    shod = Shot(id="a", no=1, set="dunes", garments=("linen dress", "tan sandals"))
    pier = Shot(id="b", no=2, set="pier", garments=("black swimsuit", "white clogs"))
    answer = read_edit(message, EditContext(shots=ShotList.of([shod, pier])))
    assert [s.garments for s in answer.shots.shots] == [shod.garments, ("black swimsuit",)]


@pytest.mark.parametrize("message", ["fish market: 85 not 50", "la 1 al 85 invece del 50"])
def test_the_lens_that_goes_is_not_the_one_that_comes(message: str) -> None:
    assert _changed(_read(message), "lens") == {"a": "85mm"}


def test_a_word_of_a_place_makes_nothing_colder() -> None:
    store = Shot(id="a", no=1, framing="medium", light="neon", set="cold store")
    answer = read_edit("pull back in the cold store", EditContext(shots=ShotList.of([store])))
    assert [c.do for c in answer.commands] == ["step_field"]
    assert answer.shots.shots[0].light == "neon"


def test_a_complaint_puts_nothing_in_and_looks_are_no_complaint() -> None:
    assert _changed(_read("cords feel too seventies in 2"), "garments") == {}
    added = _changed(_read("add a gold belt to the rust looks"), "garments")
    assert added == {"c": ("rust cardigan", "gold belt")}


@pytest.mark.parametrize(
    ("message", "pose"),
    [("1 barefoot and sitting", "sitting"), ("die 1 sitzend, barfuß", "seated")],
)
def test_barefoot_is_noted_where_no_shoes_are_named_and_the_rest_is_done(
    message: str, pose: str
) -> None:
    board = ShotList.of([Shot(id="a", no=1, set="pier", garments=("linen suit",))])
    after = read_edit(message, EditContext(shots=board)).shots.shots[0]
    assert (after.notes, after.pose) == ("barefoot", pose)


def test_shoes_end_the_bare_feet() -> None:
    board = ShotList.of([Shot(id="a", no=1, garments=("linen suit",), notes="barefoot")])
    after = read_edit("add white trainers to 1", EditContext(shots=board)).shots.shots[0]
    assert (after.notes, after.garments) == (None, ("linen suit", "white trainers"))


@pytest.mark.parametrize("message", ["2 warmer", "thanks", "is 2 a video?", "2 barefoot"])
def test_the_bare_feet_of_a_shot_that_is_not_named_stay_as_they_are(message: str) -> None:
    shod = Shot(id="a", no=1, garments=("linen suit", "white trainers"), notes="barefoot")
    told = shod.with_(id="c", no=3, notes="barefoot sandals later")
    other = Shot(id="b", no=2, light="dusk", garments=("linen suit",))
    after = read_edit(message, EditContext(shots=ShotList.of([shod, other, told]))).shots.shots
    assert (after[0], after[2]) == (shod, told)


def test_what_is_lit_stands_in_a_window_and_the_picture_does_not() -> None:
    board = ShotList.of([Shot(id="a", no=1, set="kitchen", aspect="4:5")])
    for message in ("1 at dusk, lamp on in the window", "1 at dusk with the TV on"):
        after = read_edit(message, EditContext(shots=board)).shots.shots[0]
        assert (after.light, after.set, after.aspect) == ("dusk", "kitchen", "4:5")
