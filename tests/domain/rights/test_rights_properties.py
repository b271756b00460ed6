"""What must hold of every decision: asking less, further bans, order, the zone of the server."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toile.adapters.rights_data.flat_licence import licence_of
from toile.adapters.rights_data.tables import load_tables
from toile.domain.consent import Consent, ConsentElements
from toile.domain.licences import Licence, Prohibition
from toile.domain.rights import (
    Decision,
    Exclusivity,
    LicenceState,
    Outcome,
    TwinFacts,
    UseRequest,
    Window,
    World,
    apply_remedy,
    decide,
)

COUNTRIES = ["DE", "FR", "SE", "NO", "GB", "US", "PR", "CN", "HK", "CH", "EU27", "EEA", "WORLD"]
MEDIA = ["digital", "digital.owned", "digital.owned.ecommerce", "digital.social.organic",
         "digital.social.paid", "digital.social", "print.press", "ooh", "tv.broadcast"]  # fmt: skip
PRODUCTS = ["apparel", "apparel.denim", "apparel.lingerie", "accessories", "beauty.fragrance"]
ACTIONS = ["generate", "edit", "export", "publish", "keep_live", "grant_exclusive", "train"]
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=4, unique=True)


day = st.dates(min_value=date(2026, 6, 1), max_value=date(2027, 6, 1))


@st.composite
def licences(draw: st.DrawFn) -> list[Licence]:
    made = []
    for number in range(draw(st.integers(1, 3))):
        start = draw(day)
        flat: dict[str, Any] = {
            "id": f"L{number}",
            "twin": "ava",
            "licensee": "brand_x",
            "kind": draw(st.sampled_from(["agreement", "agreement", "agreement", "offer"])),
            "affiliates_allowed": True,
            "pre_production": draw(st.booleans()),
            "term": {
                "start": start,
                "end": start + timedelta(days=draw(st.integers(0, 500))),
                "tz": draw(st.sampled_from(["Europe/Paris", "Asia/Tokyo", "America/New_York"])),
            },
            "territory": {
                "include": draw(some(COUNTRIES)),
                "exclude": draw(st.lists(st.sampled_from(COUNTRIES[:10]), max_size=1)),
                "online_rule": "targeted",
                "dependent_codes": draw(st.sampled_from(["silent", "included", "excluded"])),
            },
            "media": draw(some(MEDIA)),
            "products": draw(some(PRODUCTS)),
            "actions": draw(some(ACTIONS)),
            "prohibited_products": draw(st.lists(st.sampled_from(PRODUCTS[1:]), max_size=1)),
            "modifications": {"hair": "allowed"},
            "unlisted_modification": "needs_approval",
            "approval": {"mode": "none"},
            "fee_precondition": False,
            "training": draw(st.sampled_from(["prohibited", "allowed"])),
            "visible_label": False,
            "takedown_hours": 72,
        }
        made.append(licence_of(flat))
    return made


@st.composite
def requests(draw: st.DrawFn) -> UseRequest:
    start = draw(day)
    return UseRequest(
        action=draw(st.sampled_from(ACTIONS)),
        actor="brand_x",
        twins=("ava",),
        product=draw(st.sampled_from(PRODUCTS)),
        content_tags=(),
        media=tuple(draw(some(MEDIA))),
        territory=tuple(draw(some(COUNTRIES))),
        window=Window(start=start, end=start + timedelta(days=draw(st.integers(0, 200)))),
        modifications=tuple(draw(st.lists(st.sampled_from(["hair", "tattoo"]), max_size=2))),
    )


def world(**more: Any) -> World:
    return World(
        tables=load_tables(),
        twins={
            "ava": TwinFacts(
                id="ava", version="v1", recognisable=True, standing_prohibited_content=(),
                birth_date=date(1998, 4, 2), capture_date=date(2026, 1, 15), deceased_known=True,
            )
        },
        states={f"L{number}": LicenceState() for number in range(3)},
        tool={"on_market": "2026-09-15"},
        **more,
    )  # fmt: skip


CONSENT = Consent(
    id="c", twin="ava", separate_document=True, covers_versions=("v1",), governing_law=("EU",),
    elements=ConsentElements(biometric_explicit=True),
)  # fmt: skip


def ask(request: UseRequest, signed: list[Licence], state: World | None = None) -> Decision:
    return decide(request, signed, [CONSENT], state or world(), NOW)


def without_one(values: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for number in range(len(values)):
        if len(values) > 1:
            yield values[:number] + values[number + 1 :]


def smaller(request: UseRequest) -> Iterator[UseRequest]:
    for territory in without_one(request.territory or ()):
        yield request.model_copy(update={"territory": territory})
    for media in without_one(request.media or ()):
        yield request.model_copy(update={"media": media})
    window = request.window
    assert window is not None
    assert isinstance(window.start, date)
    assert isinstance(window.end, date)
    if window.start < window.end:
        yield request.model_copy(
            update={"window": Window(start=window.start, end=window.end - timedelta(days=1))}
        )
    for changes in ((), request.modifications[:1] if request.modifications else ()):
        yield request.model_copy(update={"modifications": changes})
    for product in PRODUCTS:
        if request.product and product.startswith(request.product + "."):
            yield request.model_copy(update={"product": product})


@settings(max_examples=150, deadline=None)
@given(requests(), licences())
def test_asking_for_less_never_turns_a_yes_into_a_no(
    request: UseRequest, signed: list[Licence]
) -> None:
    if ask(request, signed).allowed:
        for less in smaller(request):
            assert ask(less, signed).allowed, less


@settings(max_examples=150, deadline=None)
@given(requests(), licences(), st.data())
def test_a_further_prohibition_or_exclusivity_never_turns_a_no_into_a_yes(
    request: UseRequest, signed: list[Licence], data: st.DataObject
) -> None:
    if ask(request, signed).allowed:
        return
    ban = Prohibition(products=tuple(data.draw(some(PRODUCTS))))
    first = signed[0].model_copy(update={"prohibitions": (*signed[0].prohibitions, ban)})
    assert not ask(request, [first, *signed[1:]]).allowed
    claim = Exclusivity(holder="brand_y", territory=tuple(data.draw(some(COUNTRIES))))
    assert not ask(request, signed, world(exclusivities=(claim,))).allowed


@settings(max_examples=100, deadline=None)
@given(requests(), licences(), st.randoms(use_true_random=False))
def test_the_order_of_the_licences_never_matters(
    request: UseRequest, signed: list[Licence], chance: Any
) -> None:
    mixed = list(signed)
    chance.shuffle(mixed)
    assert ask(request, signed) == ask(request, mixed)


@settings(max_examples=100, deadline=None)
@given(requests(), licences())
def test_every_yes_names_a_signed_licence_that_itself_grants_the_action(
    request: UseRequest, signed: list[Licence]
) -> None:
    decision = ask(request, signed)
    by_id: dict[str, Licence] = {lic.id: lic for lic in signed}
    assert bool(decision.grounds) == decision.allowed
    for ground in decision.grounds:
        lic = by_id[ground.licence]
        assert lic.kind == "agreement"
        assert any(request.action in (grant.actions or ()) for grant in lic.grants)


@settings(max_examples=100, deadline=None)
@given(requests(), licences())
def test_a_decision_survives_json(request: UseRequest, signed: list[Licence]) -> None:
    decision = ask(request, signed)
    assert Decision.model_validate_json(decision.model_dump_json()) == decision


@settings(max_examples=100, deadline=None)
@given(requests(), licences())
def test_an_only_reason_with_a_free_remedy_is_cured_by_it(
    request: UseRequest, signed: list[Licence]
) -> None:
    decision = ask(request, signed)
    if len(decision.findings) != 1:
        return
    for remedy in decision.remedies:
        if remedy.kind in ("drop_territory", "drop_media", "drop_modification"):
            after = ask(apply_remedy(request, remedy), signed)
            assert decision.reason not in after.reasons


def test_the_time_zone_of_the_server_never_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    request = UseRequest(
        action="publish", actor="brand_x", twins=("ava",), product="apparel", content_tags=(),
        media=("digital.owned",), territory=("SE",),
        window=Window(start=date(2026, 11, 23), end=date(2026, 11, 23)),
    )  # fmt: skip
    flat = {
        "id": "L0", "twin": "ava", "licensee": "brand_x", "kind": "agreement", "media": ["digital"],
        "affiliates_allowed": True, "products": ["apparel"], "actions": ["publish"],
        "term": {"start": date(2026, 3, 1), "end": date(2026, 11, 23), "tz": "Europe/Stockholm"},
        "territory": {"include": ["SE"], "online_rule": "targeted"}, "approval": {"mode": "none"},
        "fee_precondition": False, "training": "prohibited", "visible_label": False,
    }  # fmt: skip
    answers = set()
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        for hour, minute in ((22, 59), (23, 0)):
            instant = datetime(2026, 11, 23, hour, minute, tzinfo=UTC)
            made = decide(request, [licence_of(flat)], [CONSENT], world(), instant)
            answers.add((hour, made.outcome, made.valid_until))
    monkeypatch.undo()
    time.tzset()
    assert len(answers) == 2
    assert {(hour, outcome) for hour, outcome, _ in answers} == {
        (22, Outcome.PERMITTED_WITH_DUTIES),
        (23, Outcome.DENIED),
    }


def test_a_copy_of_a_request_or_grant_is_decided_by_its_own_words() -> None:
    flat = {
        "id": "L0", "twin": "ava", "licensee": "brand_x", "kind": "agreement", "media": ["digital"],
        "affiliates_allowed": True, "products": ["apparel"], "actions": ["generate"],
        "term": {"start": date(2026, 3, 1), "end": date(2027, 11, 23), "tz": "Europe/Stockholm"},
        "territory": {"include": ["SE"], "online_rule": "targeted"}, "approval": {"mode": "none"},
    }  # fmt: skip
    signed = licence_of(flat)
    request = UseRequest(
        action="generate", actor="brand_x", twins=("ava",), product="apparel", content_tags=(),
        media=("digital.owned",), territory=("SE",),
        window=Window(start=date(2026, 11, 23), end=date(2026, 11, 23)),
    )  # fmt: skip
    assert ask(request, [signed]).allowed
    abroad = request.model_copy(update={"territory": ("FR",)})
    assert not ask(abroad, [signed]).allowed
    assert abroad.digest() != request.digest()
    grant = signed.grants[0]
    area = grant.territory.model_copy(update={"include": ("FR",)})
    moved = signed.model_copy(update={"grants": (grant.model_copy(update={"territory": area}),)})
    assert ask(abroad, [moved]).allowed
    assert not ask(request, [moved]).allowed


def test_what_was_reckoned_of_a_value_is_no_part_of_it() -> None:
    request = UseRequest(
        action="generate", actor="brand_x", twins=("ava",), product="apparel", content_tags=(),
        media=("digital.owned",), territory=("SE",),
        window=Window(start=date(2026, 11, 23), end=date(2026, 11, 23)),
    )  # fmt: skip
    fresh = UseRequest.model_validate_json(request.model_dump_json())
    ask(request, [])
    assert request == fresh
    assert hash(request) == hash(fresh)
    assert request.model_dump_json() == fresh.model_dump_json()
    tables = load_tables()
    assert tables.disclosure_markets
    assert tables.model_copy(update={"disclosure": ()}).disclosure_markets == ()
