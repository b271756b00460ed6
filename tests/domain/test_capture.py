"""What is missing for a usable twin is said before anybody is drafted."""

from datetime import date

import pytest

from toile.adapters.rights_data.tables import load_capture_standard, load_tables
from toile.adapters.sample_world.licences import demo_rights
from toile.adapters.sample_world.twins import demo_twins
from toile.domain.capture import adult_captures, capture_gaps, consent_gaps, usable
from toile.domain.twins import CaptureSession, Twin

STANDARD = load_capture_standard()
BASE = demo_twins()[0]


def twin(*sessions: CaptureSession, born: date | None = date(1998, 4, 2)) -> Twin:
    return BASE.model_copy(update={"captures": sessions, "birth_date": born})


def session(day: date = date(2026, 1, 15), **more: object) -> CaptureSession:
    whole = {
        "id": "s", "day": day, "angles": 96, "lighting": ("soft", "hard", "rim"),
        "motion": ("walk", "turn", "sit"), "marks_recorded": True, **more,
    }  # fmt: skip
    return CaptureSession.model_validate(whole)


def test_a_whole_capture_lacks_nothing() -> None:
    assert capture_gaps(twin(session()), STANDARD) == ()


def test_every_demo_twin_is_usable_and_one_lacks_light_and_motion() -> None:
    assert all(usable(one, STANDARD) for one in demo_twins())
    luca = next(one for one in demo_twins() if one.id == "twin-luca")
    assert {gap.what for gap in capture_gaps(luca, STANDARD)} >= {"lighting.hard", "motion.turn"}


def test_two_sessions_complete_each_other() -> None:
    first = session(angles=40, lighting=("soft",), motion=("walk",))
    second = session(angles=40, lighting=("hard", "rim"), motion=("turn", "sit"))
    assert capture_gaps(twin(first, second), STANDARD) == ()


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (twin(), "captures"),
        (twin(session(angles=10)), "angles"),
        (twin(session(lighting=("hard",))), "lighting.soft"),
        (twin(session(), born=None), "birth_date"),
        (twin(session(), born=date(2008, 1, 16)), "minor"),
    ],
)
def test_what_is_needed_makes_the_twin_unusable(made: Twin, what: str) -> None:
    assert not usable(made, STANDARD)
    assert what in {gap.what for gap in capture_gaps(made, STANDARD) if gap.weight == "needed"}


def test_nothing_of_a_minor_counts() -> None:
    young, grown = session(date(2025, 1, 1)), session(date(2026, 6, 1))
    made = twin(young, grown, born=date(2008, 1, 1))
    assert adult_captures(made, STANDARD) == (grown,)


def test_the_consent_that_lacks_an_element_is_named_with_its_law() -> None:
    laws = load_tables().consent_laws
    mine = [one for one in demo_rights().consents if one.twin == "twin-luca"]
    (gap,) = consent_gaps(mine, laws)
    assert (gap.law, gap.element, gap.state) == ("New York law", "rate_of_pay", "absent")
    others = [one for one in demo_rights().consents if one.twin == "twin-imani"]
    assert consent_gaps(others, laws) == ()
