"""An age that is a bound: "nobody under 30" casts people over 30 and empties no picture."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 30))


@pytest.mark.parametrize(
    "text",
    [
        "Six stills of the bag. No people under 30 please.",
        "Six stills of the bag. No one under thirty in the pictures.",
        "Sechs Bilder der Tasche. Keine Models unter 30.",
        "Six photos du sac. Personne de moins de 30 ans à l'image.",
        "Sei foto della borsa. Nessuno sotto i 30 anni.",
        "Seis fotos del bolso. Nadie menor de 30 años.",
        "Sex bilder på väskan. Inga modeller under 30 år.",
    ],
)
def test_nobody_under_an_age_is_people_over_it(text: str) -> None:
    brief = _read(text)
    assert brief.talent is not None
    assert (brief.talent.people, brief.talent.description) == (None, ("over 30",))
    assert brief.must_not == ()
    assert [asked.count for asked in brief.deliverables] == [6]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Three women, nobody over 50.", "under 50"),
        ("Two women under 30.", "under 30"),
        ("A man, at least 45.", "over 45"),
        ("Deux femmes de plus de 40 ans.", "over 40"),
        ("Due donne di almeno 50 anni.", "over 50"),
        ("Una mujer de más de 60 años.", "over 60"),
        ("Zwei Frauen, mindestens 40.", "over 40"),
        ("En kvinna, minst 45.", "over 45"),
    ],
)
def test_an_age_that_is_a_bound_stays_one(text: str, age: str) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert age in talent.description


@pytest.mark.parametrize("text", ["Product only, nobody in it. Under 30 days of use.", "No models. 40 stills over 3 days."])  # noqa: E501  # fmt: skip
def test_nobody_and_a_number_of_something_else_is_nobody(text: str) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == 0
