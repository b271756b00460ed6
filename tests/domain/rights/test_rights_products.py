"""A picture that sells several things: every one must be licensed, and the yes rests on all."""

from datetime import UTC, date, datetime

from toile.adapters.rights_data.flat_licence import licence_of
from toile.adapters.rights_data.tables import load_tables
from toile.domain.consent import Consent, ConsentElements
from toile.domain.licences import Licence
from toile.domain.rights import (
    Decision,
    Outcome,
    Reason,
    TwinFacts,
    UseRequest,
    Window,
    World,
    decide,
    strictest,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
AVA = TwinFacts.model_validate(
    {
        "id": "ava", "version": "v1", "recognisable": True, "standing_prohibited_content": (),
        "birth_date": date(1998, 4, 2), "capture_date": date(2026, 1, 15), "deceased_known": True,
    }
)  # fmt: skip
CONSENT = Consent.model_validate(
    {
        "id": "c", "twin": "ava", "separate_document": True, "covers_versions": ("v1",),
        "governing_law": ("EU",), "signed_at": "2026-01-10T00:00:00Z",
        "elements": ConsentElements(biometric_explicit=True),
    }
)  # fmt: skip


def licence(name: str, *products: str) -> Licence:
    return licence_of(
        {
            "id": name, "twin": "ava", "licensee": "x", "kind": "agreement", "media": ["digital"],
            "products": list(products), "actions": ["generate"], "fee_precondition": False,
            "term": {"start": date(2026, 1, 1), "end": date(2027, 12, 31), "tz": "Europe/Paris"},
            "territory": {"include": ["GB"], "online_rule": "targeted"},
            "approval": {"mode": "none"}, "visible_label": False, "training": "prohibited",
            "affiliates_allowed": False,
        }
    )  # fmt: skip


def decided(product: str | None, *licences: Licence) -> Decision:
    request = UseRequest(
        action="generate", actor="x", twins=("ava",), product=product, content_tags=(),
        media=("digital.owned",), territory=("GB",),
        window=Window(start=date(2026, 12, 1), end=date(2026, 12, 31)),
    )  # fmt: skip
    world = World(tables=load_tables(), twins={"ava": AVA})
    return decide(request, list(licences), (CONSENT,), world, NOW)


def test_one_product_without_a_licence_stops_the_picture() -> None:
    coats = licence("coats", "apparel")
    both = strictest(decided("apparel.outerwear", coats), decided("beauty.fragrance", coats))
    assert both.reason is Reason.PRODUCT_NOT_COVERED
    assert not both.allowed


def test_a_product_that_is_not_known_keeps_the_answer_open() -> None:
    coats = licence("coats", "apparel")
    both = strictest(decided("apparel.outerwear", coats), decided(None, coats))
    assert both.outcome is Outcome.NOT_ENOUGH_INFORMATION


def test_a_yes_to_all_rests_on_every_licence_and_carries_every_duty_once() -> None:
    held = (licence("coats", "apparel"), licence("scents", "beauty.fragrance"))
    first, second = decided("apparel.outerwear", *held), decided("beauty.fragrance", *held)
    both = strictest(first, second)
    assert both.allowed
    assert both.used_licences == ("coats", "scents")
    assert set(both.duties) == {*first.duties, *second.duties}
    assert len(both.duties) == len(set(both.duties))


def test_one_answer_alone_is_itself() -> None:
    only = decided("apparel.outerwear", licence("coats", "apparel"))
    assert strictest(only) is only
