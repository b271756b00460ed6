"""Several consents of one person: which of them counts for what, and when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from toile.adapters.rights_data.flat_licence import licence_of
from toile.adapters.rights_data.tables import load_tables
from toile.domain.consent import Consent, ConsentElements
from toile.domain.licences import Licence
from toile.domain.rights import Reason, TwinFacts, UseRequest, Window, World, decide

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LICENCE = licence_of(
    {
        "id": "L", "twin": "ava", "licensee": "x", "kind": "agreement", "media": ["digital"],
        "products": ["apparel"], "actions": ["generate", "publish"], "fee_precondition": False,
        "term": {"start": date(2026, 1, 1), "end": date(2027, 12, 31), "tz": "Europe/Paris"},
        "territory": {"include": ["GB"], "online_rule": "targeted"}, "approval": {"mode": "none"},
        "visible_label": False, "training": "prohibited", "affiliates_allowed": False,
    }
)  # fmt: skip


def signed(name: str, **more: object) -> Consent:
    whole = {
        "id": name, "twin": "ava", "separate_document": True, "covers_versions": ("v1",),
        "governing_law": ("EU",), "signed_at": "2026-01-10T00:00:00Z",
        "elements": ConsentElements(biometric_explicit=True), **more,
    }  # fmt: skip
    return Consent.model_validate(whole)


def reason(*consents: Consent, action: str = "generate", **facts: object) -> Reason:
    ava = TwinFacts.model_validate(
        {
            "id": "ava", "version": "v1", "recognisable": True, "standing_prohibited_content": (),
            "birth_date": date(1998, 4, 2), "capture_date": date(2026, 1, 15),
            "deceased_known": True, **facts,
        }
    )  # fmt: skip
    request = UseRequest(
        action=action, actor="x", twins=("ava",), product="apparel", content_tags=(),
        media=("digital.owned",), territory=("GB",),
        window=Window(start=date(2026, 12, 1), end=date(2026, 12, 31)),
    )  # fmt: skip
    world = World(tables=load_tables(), twins={"ava": ava})
    return decide(request, [LICENCE], consents, world, NOW).reason


def test_one_whole_consent_is_enough() -> None:
    assert reason(signed("a")) is Reason.OK


def test_without_any_there_is_no_consent() -> None:
    assert reason() is Reason.CONSENT_MISSING


def test_a_consent_signed_tomorrow_does_not_count_today() -> None:
    assert reason(signed("a", signed_at=NOW + timedelta(days=1))) is Reason.CONSENT_MISSING


def test_a_consent_to_create_is_none_to_publish() -> None:
    create = signed("a", kinds=("create", "biometric"))
    assert reason(create) is Reason.OK
    assert reason(create, action="publish") is Reason.CONSENT_MISSING
    assert reason(create, signed("b", kinds=("use",)), action="publish") is Reason.OK


def test_a_consent_to_training_alone_opens_nothing() -> None:
    assert reason(signed("a", kinds=("training",))) is Reason.CONSENT_MISSING


def test_two_documents_complete_each_other() -> None:
    use = signed("a", elements=ConsentElements(biometric_explicit=False))
    assert reason(use) is Reason.CONSENT_INCOMPLETE
    assert reason(use, signed("b", kinds=("biometric",))) is Reason.OK


def test_a_withdrawn_consent_counts_again_only_when_signed_anew() -> None:
    gone = signed("a", withdrawn_at=NOW - timedelta(days=2))
    assert reason(gone) is Reason.CONSENT_WITHDRAWN
    assert reason(gone, signed("b")) is Reason.CONSENT_WITHDRAWN
    assert reason(gone, signed("b", signed_at=NOW - timedelta(days=1))) is Reason.OK


def test_a_consent_given_to_another_brand_is_not_ours() -> None:
    assert reason(signed("a", given_to=("y",))) is Reason.CONSENT_MISSING
    assert reason(signed("a", given_to=("x", "y"))) is Reason.OK


def test_the_estate_may_consent_after_death() -> None:
    died = date(2026, 10, 2)
    assert reason(signed("a"), deceased_on=died) is Reason.SUBJECT_DECEASED
    assert reason(signed("a"), signed("b", by_estate=True), deceased_on=died) is Reason.OK


@pytest.mark.parametrize("law", ["SE", "FR", "NO"])
def test_a_member_state_falls_under_the_law_of_the_union(law: str) -> None:
    lacking = signed("a", governing_law=(law,), elements=ConsentElements(biometric_explicit=False))
    assert reason(lacking) is Reason.CONSENT_INCOMPLETE


AVA = TwinFacts(
    id="ava", version="v1", recognisable=True, standing_prohibited_content=(),
    birth_date=date(1998, 4, 2), capture_date=date(2026, 1, 15), deceased_known=True,
)  # fmt: skip
REQUEST = UseRequest(
    action="generate", actor="x", twins=("ava",), product="apparel", content_tags=(),
    media=("digital.owned",), territory=("GB",),
    window=Window(start=date(2026, 12, 1), end=date(2026, 12, 31)),
)  # fmt: skip


def allowed(*licences: Licence) -> bool:
    world = World(tables=load_tables(), twins={"ava": AVA})
    return decide(REQUEST, licences, [signed("a")], world, NOW).allowed


def test_a_newer_version_of_a_licence_stands_for_the_older() -> None:
    wider = LICENCE.model_copy(update={"version": 2})
    emptied = LICENCE.model_copy(update={"version": 3, "grants": ()})
    assert allowed(LICENCE, wider)
    assert not allowed(LICENCE, emptied, wider)


def test_licences_that_replace_each_other_in_a_ring_grant_nothing() -> None:
    ring = [
        LICENCE.model_copy(update={"id": one, "supersedes": (other,)})
        for one, other in (("A", "B"), ("B", "C"), ("C", "A"))
    ]
    assert allowed(ring[0])
    assert not allowed(*ring)


def test_two_licences_that_replace_each_other_both_stand() -> None:
    pair = [
        LICENCE.model_copy(update={"id": one, "supersedes": (other,)})
        for one, other in (("A", "B"), ("B", "A"))
    ]
    assert allowed(*pair)
