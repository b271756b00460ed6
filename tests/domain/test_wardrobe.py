import pytest

from toile.adapters.renderers.library import load_catalogue
from toile.domain.dressing import read_garment
from toile.domain.ids import ShotId
from toile.domain.line_sheet import line_sheet
from toile.domain.shots import Shot
from toile.domain.wardrobe import Piece, colour_names, named, piece_of, recoloured, reworn

CATALOGUE = load_catalogue()
NAMES = colour_names(CATALOGUE)


def a_piece(text: str) -> Piece:
    garment, _ = read_garment(text, CATALOGUE)
    assert garment is not None
    return piece_of(garment, NAMES)


def a_shot(no: int, *garments: str, **fields: object) -> Shot:
    shot = Shot(id=ShotId(f"s{no}"), no=no, garments=garments, talent=("Imani",))
    return shot.with_(**fields)


def mismatches(*shots: Shot) -> list[str]:
    worn = {str(s.id): tuple(a_piece(item) for item in s.garments) for s in shots}
    return [one.say for one in line_sheet(shots, worn).mismatches]


def test_a_coat_is_said_as_layer_cut_length_cloth_and_colour() -> None:
    coat = a_piece("camel trench coat")
    assert (coat.place, coat.length, coat.cloth) == ("Outer layer", "knee length", "gabardine")
    assert "double-breasted" in coat.cut
    assert str(coat.colour) == "camel"


def test_a_colour_between_names_is_said_to_be_near_one() -> None:
    assert str(named("#1f2b4a", NAMES)).startswith("near ") or named("#1f2b4a", NAMES).off <= 3
    assert named(NAMES["navy"], NAMES).off == 0


@pytest.mark.parametrize(
    ("text", "colour", "new"),
    [
        ("camel trench coat", "navy", "navy trench coat"),
        ("trench coat", "navy", "navy trench coat"),
        ("oversized camel wool coat", "black", "oversized black wool coat"),
    ],
)
def test_a_garment_changes_colour_and_nothing_else(text: str, colour: str, new: str) -> None:
    assert recoloured(text, colour, CATALOGUE) == new


def test_shots_with_the_same_clothes_are_one_look() -> None:
    shots = (a_shot(1, "camel coat"), a_shot(2, "camel coat"), a_shot(3, "navy suit"))
    sheet = line_sheet(shots, {})
    assert [look.shots for look in sheet.looks] == [("s1", "s2"), ("s3",)]


def test_one_look_with_two_coats_is_said() -> None:
    first, second = (a_shot(n, f"{c} coat", look="Look A") for n, c in ((1, "camel"), (2, "navy")))
    assert any("Look A is camel coat in shot 1" in say for say in mismatches(first, second))


def test_one_person_in_one_set_up_with_two_colours_of_a_coat_is_said() -> None:
    shots = [a_shot(n, f"{c} trench coat", group="A") for n, c in ((1, "camel"), (2, "navy"))]
    assert any("wears the trench coat as camel trench coat" in say for say in mismatches(*shots))


def test_the_same_coat_twice_is_no_mismatch() -> None:
    shots = [a_shot(n, "camel trench coat", group="A") for n in (1, 2)]
    assert mismatches(*shots) == []


def test_two_heads_of_hair_in_one_look_are_said() -> None:
    shots = (a_shot(1, "navy suit", hair="low bun"), a_shot(2, "navy suit", hair="loose"))
    assert any("The hair is low bun in shot 1" in say for say in mismatches(*shots))


@pytest.mark.parametrize(
    ("words", "piece"),
    [
        ("bottle green wool", "bottle green wool trench coat"),
        ("black leather", "black leather trench coat"),
        ("oversized", "oversized camel trench coat"),
        ("red wool cape", "red wool cape"),
        ("more drama please", ""),
        ("red drama coat", ""),
    ],
)
def test_a_piece_is_worn_anew_in_words_that_all_mean_something_of_it(
    words: str, piece: str
) -> None:
    assert reworn("camel trench coat", words, CATALOGUE) == piece


def test_a_colour_that_is_part_of_a_pieces_name_goes_with_the_new_one() -> None:
    assert reworn("camel coat", "navy", CATALOGUE) == "navy coat"
    assert reworn("denim jacket", "black leather", CATALOGUE) == "black leather jacket"
    assert reworn("tee", "navy", CATALOGUE) == "navy tee"
