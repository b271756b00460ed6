"""What a brief takes back, replaces or must not be made to do."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return read_brief(text, date(2026, 11, 23))


def test_the_people_of_the_newest_mail_replace_those_of_the_older_one() -> None:
    talent = _read(
        "From: Lou\nJust one woman, 60s, please forget the couple.\n\n"
        "> From: Sam\n> Arden trench coat in stone, a man and a woman in their 40s, 4 pics 4:5.\n"
    ).talent
    assert talent is not None
    assert (talent.people, talent.description) == (1, ("woman", "60s"))


def test_a_place_taken_back_is_no_place_and_forbids_nothing() -> None:
    brief = _read(
        "Jeans for Ruxton Denim in a car wash in Detroit at dusk. Sorry, it's the car wash in "
        "Flint and not Detroit. 4 stills."
    )
    assert not any("Detroit" in place for place in (*brief.location, *brief.must_not))


@pytest.mark.parametrize(("text", "minor"), [
    ("Un adolescent de 19 ans. Sac noir.", False),
    ("A teenager, 19, with freckles. Trench coat.", False),
    ("Two teenagers, 15 and 19. Trench coat.", True),
    ("A teenager of 24 stills. Trench coat.", True),
])  # fmt: skip
def test_who_is_said_to_be_18_or_more_is_no_minor(text: str, minor: bool) -> None:
    assert any(flag.code == "MINOR" for flag in _read(text).flags) is minor


@pytest.mark.parametrize("text", [
    "Maison Brel, sac noir. 4 photos. Amara un ton plus claire.",
    "Arden trench coat. 4 pics. Please make Amara a shade lighter.",
])  # fmt: skip
def test_nobody_called_by_name_is_made_lighter(text: str) -> None:
    assert any(f.code == "SKIN_TONE_ALTERATION" and f.action == "refuse" for f in _read(text).flags)


def test_roles_behind_a_comma_that_add_up_are_the_pictures_counted() -> None:
    asked = _read("Sac noir. 4 photos en 4:5, deux gros plans et deux mi-corps.").deliverables
    assert [(d.count, d.aspect) for d in asked] == [(2, "4:5"), (2, "4:5")]


@pytest.mark.parametrize(
    "run", ["1.3. bis 30.4.2027", "1.3.2027 bis 30.4.2027", "1.3. - 30.4.2027"]
)
def test_days_in_figures_with_full_stops_are_one_run(run: str) -> None:
    brief = _read(f"Arden Jacke in Rost. Laufzeit {run}. 6 Bilder.")
    window = brief.window
    assert window is not None
    assert (window.start, window.end) == (date(2027, 3, 1), date(2027, 4, 30))
    assert brief.deadline is None


@pytest.mark.parametrize(
    "line",
    [
        "Formats: 4:5 and 9:16",
        "Ratios: 4:5, 9:16",
        "Formats: each in 4:5 and 9:16",
        "Correction: all in 4:5 and 9:16",
    ],
)
def test_two_formats_on_a_line_of_their_own_are_wanted_of_every_picture(line: str) -> None:
    asked = _read(f"Eight pictures of the coat for the web shop.\n{line}").deliverables
    assert [(d.count, d.aspect) for d in asked] == [(8, "4:5"), (8, "9:16")]


@pytest.mark.parametrize(
    "said",
    [
        "two of them in 9:16, the rest 4:5",
        "two in 9:16, the others 4:5",
        "2 in 9:16, rest 4:5",
    ],
)
def test_the_rest_of_a_correction_has_the_format_told_of_it(said: str) -> None:
    asked = _read(f"Eight pictures of the coat, 1:1.\nCorrection: {said}").deliverables
    assert sorted((d.count, d.aspect) for d in asked) == [(2, "9:16"), (6, "4:5")]


@pytest.mark.parametrize(
    "wish",
    [
        "leave room for the headline on the left of 2",
        "leave some empty space for copy",
        "leave plenty of space at the top",
    ],
)
def test_room_that_is_left_for_words_rules_nothing_out(wish: str) -> None:
    brief = _read(f"Leather bags for Orsay, six pictures. No dogs.\nCorrection: {wish}")
    assert brief.must_not == ("dogs",)
