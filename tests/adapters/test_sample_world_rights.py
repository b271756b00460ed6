"""The sample world's contracts differ, and the story they tell is the one decided."""

from datetime import UTC, date, datetime

import pytest

from toile.adapters.rights_data.tables import load_tables
from toile.adapters.sample_world.licences import demo_rights
from toile.adapters.sample_world.twins import demo_twins
from toile.domain.rights import (
    Booking,
    Decision,
    Exclusivity,
    Hold,
    Roster,
    TwinFacts,
    UseRequest,
    Window,
    World,
    decide,
    who_may,
)  # fmt: skip

DEMO = demo_rights()
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
SHOP = ("digital.owned.ecommerce", "digital.social.organic", "internal.draft")


def world() -> World:
    return World(
        tables=load_tables(),
        twins={twin.id: TwinFacts.of(twin) for twin in demo_twins()},
        affiliates={key: members for key, members in DEMO.affiliates.items() if members},
        exclusivities=tuple(c for c in DEMO.claims if isinstance(c, Exclusivity)),
        holds=tuple(c for c in DEMO.claims if isinstance(c, Hold)),
        bookings=tuple(c for c in DEMO.claims if isinstance(c, Booking)),
        states={str(key): state for key, state in DEMO.states.items()},
        names=DEMO.names,
    )


def ask(twin: str, action: str = "generate", media: tuple[str, ...] = SHOP) -> UseRequest:
    return UseRequest(
        action=action, actor="maison-orel", twins=(twin,), product="apparel", content_tags=(),
        media=media, territory=("EU27",), asset_hash="h1",
        window=Window(start=date(2027, 3, 1), end=date(2027, 4, 30)),
    )  # fmt: skip


def answer(request: UseRequest) -> Decision:
    return decide(request, DEMO.licences, DEMO.consents, world(), NOW)


@pytest.mark.parametrize(
    ("twin", "reason"),
    [
        ("imani", "OK"), ("freya", "OK"), ("kenji", "OK"), ("amara", "OK"),
        ("mei", "HOLD_CONFLICT"), ("astrid", "EXCLUSIVITY_CONFLICT"),
        ("noor", "LICENCE_REVOKED"), ("luca", "CONSENT_INCOMPLETE"),
    ],
)  # fmt: skip
def test_spring_in_the_eu_clears_four_and_says_why_the_others_are_not(
    twin: str, reason: str
) -> None:
    assert answer(ask(f"twin-{twin}")).reason == reason


def test_paid_social_is_refused_by_the_clause() -> None:
    said = answer(ask("twin-kenji", media=("digital.social.paid",))).say
    assert said == "Kenji's licence stops short of paid social (clause 4.2)."


def test_publishing_asks_for_a_yes_and_for_the_fee() -> None:
    shop = ("digital.owned.ecommerce",)
    assert answer(ask("twin-freya", "publish", shop)).reason == "APPROVAL_REQUIRED"
    assert answer(ask("twin-amara", "publish", shop)).reason == "FEE_PRECONDITION_UNMET"
    assert answer(ask("twin-kenji", "publish", shop)).allowed


def test_the_roster_question_clears_the_same_four() -> None:
    cleared = who_may(ask("anyone"), Roster(DEMO.licences, DEMO.consents, world()), NOW)
    assert cleared == ("twin-amara", "twin-freya", "twin-imani", "twin-kenji")


def test_twelve_licences_of_eight_twins_all_marked_as_a_demo() -> None:
    assert len({lic.id for lic in DEMO.licences}) == 12
    assert {lic.twin for lic in DEMO.licences} == {twin.id for twin in demo_twins()}
    assert all(lic.demo and lic.clauses for lic in DEMO.licences)
    assert all(consent.demo for consent in DEMO.consents)
