"""Wishes read out of words, and twins matched by them."""

from importlib.resources import files

import pytest
import yaml

from toile.adapters.sample_world.twins import demo_twins
from toile.domain.roster import RosterWords, match, read_wishes

WORDS = RosterWords.model_validate(
    yaml.safe_load((files("toile") / "data" / "search" / "roster.yaml").read_text("utf-8"))
)
TWINS = tuple(demo_twins())
PLACES = tuple(twin.based_in for twin in TWINS)


def first(text: str) -> str:
    return match(read_wishes(text, WORDS, PLACES), TWINS)[0].twin.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("late fifties, grey hair", "Astrid Holm"),
        ("a man with green eyes who speaks Italian", "Luca Ferri"),
        ("curvy model with curly dark brown hair based in Berlin", "Noor Haddad"),
        ("redhead with freckles", "Freya Lindqvist"),
        ("blunt bob, black hair, in Milan", "Mei Tanaka"),
        ("gap in her teeth, early 20s, runway walk", "Amara Diallo"),
        ("woman of at least 180 cm with short hair and dark skin", "Imani Okafor"),
        ("a guy in his thirties from Paris", "Kenji Mori"),
    ],
)
def test_the_right_twin_comes_first(text: str, name: str) -> None:
    assert first(text) == name


def test_what_a_twin_lacks_is_named() -> None:
    wishes = read_wishes("freckles and early 20s", WORDS)
    best = match(wishes, TWINS)[0]
    assert set(best.met) | set(best.unmet) | set(best.near) == {"freckles", "early 20s"}
    assert best.near == ("early 20s",)


def test_a_black_coat_is_no_hair_colour_and_words_unexplained_are_told() -> None:
    wishes = read_wishes("black coat, melancholy", WORDS)
    assert wishes.wishes == ()
    assert wishes.left == ("black", "coat", "melancholy")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("early twenties", 20, 23),
        ("mid 30s", 34, 36),
        ("over 45", 45, 999),
        ("between 25 and 35 years", 25, 35),
        ("45 years old", 43, 47),
        ("someone older", 55, 99),
    ],
)
def test_ages_are_ranges(text: str, least: int, most: int) -> None:
    (wish,) = [one for one in read_wishes(text, WORDS).wishes if one.field == "age"]
    assert (wish.least, wish.most) == (least, most)


def test_a_measure_just_outside_is_near_and_far_outside_is_not() -> None:
    wishes = read_wishes("at least 178 cm", WORDS)
    found = {one.twin.name: one for one in match(wishes, TWINS)}
    assert found["Astrid Holm"].met
    assert found["Amara Diallo"].near
    assert found["Mei Tanaka"].unmet


def test_who_is_asked_for_by_name_comes_first() -> None:
    names = tuple(twin.name for twin in TWINS)
    asked = read_wishes("Kenji for paid social in Japan", WORDS, PLACES, names)
    found = match(asked, TWINS)
    assert [one.twin.name for one in found if one.met] == ["Kenji Mori"]


def test_a_man_is_asked_for_and_no_woman_comes_first() -> None:
    for text in (
        "a man over 50 with grey hair",
        "Mann mit Sommersprossen",
        "un uomo dai capelli corti",
    ):
        assert match(read_wishes(text, WORDS), TWINS)[0].twin.pronouns == "he/him"
