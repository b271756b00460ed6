"""Licences leave and come back as ODRL without loss; what is not understood refuses."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toile.adapters.odrl.codec import Form, OdrlCodec
from toile.adapters.odrl.suite import run_suite
from toile.adapters.rights_data.tables import load_tables
from toile.adapters.sample_world.licences import demo_rights
from toile.domain.consent import Consent, ConsentElements
from toile.domain.errors import BadInput
from toile.domain.licences import (
    ApprovalTerms,
    Clause,
    CountLimit,
    ExclusivityTerms,
    FeeTerms,
    Grant,
    Licence,
    Prohibition,
    RenewalOption,
    Revocation,
    Sublicensee,
    Term,
    TerritoryGrant,
)  # fmt: skip
from toile.domain.rights import LicenceState, Outcome, TwinFacts, UseRequest, Window, World, decide

SUITE = Path(__file__).parents[2] / "golden" / "odrl-test-suite" / "data"
CODEC = OdrlCodec()
word = st.text("abcdefghij-", min_size=1, max_size=8)
text = st.text(min_size=0, max_size=20).filter(lambda t: "\x00" not in t)
days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
verdict = st.sampled_from(["allowed", "forbidden", "needs_approval", None])


def some(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=3, unique=True).map(tuple)


def maybe(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | of


grants = st.builds(
    Grant,
    actions=maybe(some(st.sampled_from(["generate", "edit", "publish", "resell", "train"]))),
    territory=st.builds(
        TerritoryGrant,
        include=maybe(some(st.sampled_from(["EU27", "SE", "NO", "WORLD"]))),
        exclude=some(st.sampled_from(["US", "CN"])),
        online_rule=st.sampled_from(["targeted", "geo_restricted", None]),
        dependent_codes=st.sampled_from(["silent", "included", "excluded", None]),
    ),
    media=maybe(some(st.sampled_from(["digital.owned", "print", "ALL"]))),
    products=maybe(some(st.sampled_from(["apparel", "accessories"]))),
    products_need_approval=some(st.just("beauty.fragrance")),
    twin_versions=some(st.sampled_from(["v1", "v2"])),
    count=maybe(st.builds(CountLimit, limit=maybe(st.integers(0, 99)), unit=word)),
    modifications=st.dictionaries(st.sampled_from(["hair", "skin", "age"]), verdict),
    unlisted_modification=verdict,
    unknown=st.just(()),
)
licences = st.builds(
    Licence,
    id=word, version=st.integers(1, 9), kind=st.sampled_from(["agreement", "offer", "draft", None]),
    twin=word, licensor=maybe(word), agent=maybe(word), licensee=word,
    affiliates_allowed=maybe(st.booleans()),
    sublicensees=st.lists(
        st.builds(Sublicensee, party=word, purpose=maybe(word), until=maybe(days)), max_size=2
    ).map(tuple),
    supersedes=some(word),
    term=maybe(st.builds(Term, start=maybe(days), end=maybe(days), tz=st.just("Europe/Paris"))),
    first_use_months=maybe(st.integers(1, 24)), pre_production=maybe(st.booleans()),
    post_term_keep_live=some(st.just("digital.social.organic")),
    grants=st.lists(grants, min_size=1, max_size=3).map(tuple),
    prohibitions=st.lists(
        st.builds(
            Prohibition, actions=some(st.just("publish")), products=some(st.just("pharma")),
            content=some(word), media=some(st.just("tv")), territory=some(st.just("US")),
            clause=maybe(word), unknown=st.just(()),
        ), max_size=2,
    ).map(tuple),
    approval=st.builds(
        ApprovalTerms, mode=st.sampled_from(["none", "per_asset", None]),
        response_hours=maybe(st.integers(1, 99)), on_silence=st.sampled_from(["denied", None]),
    ),
    fee=st.builds(
        FeeTerms,
        precondition=maybe(st.booleans()),
        amount_minor=maybe(st.integers(0, 2**53 - 1)),
    ),
    revocation=maybe(st.builds(
        Revocation, effective=st.just(datetime(2026, 11, 20, tzinfo=UTC)), reason=text)),
    takedown_hours=maybe(st.integers(0, 99)), training=verdict, visible_label=maybe(st.booleans()),
    renewal=maybe(st.builds(RenewalOption, until=days, exercise_by=maybe(days))),
    exclusivity=maybe(st.builds(ExclusivityTerms, products=some(word), competitors=some(word))),
    clauses=st.lists(st.builds(Clause, number=word, about=word, text=text), max_size=2).map(tuple),
    unknown_terms=st.just(()),
)  # fmt: skip


@pytest.mark.parametrize("form", ["json-ld", "turtle"])
def test_the_demo_licences_leave_and_come_back_the_same(form: Form) -> None:
    for licence in demo_rights().licences:
        assert CODEC.read(CODEC.write(licence, form), form) == (licence,)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(licences)
def test_any_licence_leaves_and_comes_back_the_same(licence: Licence) -> None:
    written = CODEC.write(licence)
    assert json.loads(written)["odrl:conflict"] == {"@id": "odrl:prohibit"}
    assert CODEC.read(written) == (licence,)
    assert CODEC.read(CODEC.write(licence, "turtle"), "turtle") == (licence,)


FOREIGN = {
    "@context": "http://www.w3.org/ns/odrl.jsonld",
    "@type": "Agreement",
    "uid": "urn:toile:odrl:1:licence:F1",
    "target": "urn:toile:odrl:1:twin:ava",
    "assigner": "urn:toile:odrl:1:party:ava",
    "assignee": "urn:toile:odrl:1:party:brand_x",
    "permission": [{
        "action": "distribute",
        "constraint": [
            {"leftOperand": "spatial", "operator": "isAnyOf",
             "rightOperand": {"@list": [{"@id": "urn:toile:odrl:1:area:SE"}]}},
            {"leftOperand": "media", "operator": "isAnyOf",
             "rightOperand": {"@list": [{"@id": "urn:toile:odrl:1:media:digital"}]}},
            {"leftOperand": "product", "operator": "isAnyOf",
             "rightOperand": {"@list": [{"@id": "urn:toile:odrl:1:product:apparel"}]}},
            {"leftOperand": "dateTime", "operator": "gteq",
             "rightOperand": {"@value": "2026-01-01", "@type": "xsd:date"}},
            {"leftOperand": "dateTime", "operator": "lteq",
             "rightOperand": {"@value": "2027-12-31", "@type": "xsd:date"}},
        ],
    }],
}  # fmt: skip


def _answer(document: dict[str, Any]) -> Outcome:
    (licence,) = CODEC.read(json.dumps(document))
    signed = licence.model_copy(update={"visible_label": False, "affiliates_allowed": False})
    grant = signed.grants[0]
    area = grant.territory.model_copy(update={"online_rule": "targeted"})
    signed = signed.model_copy(update={"grants": (grant.model_copy(update={"territory": area}),)})
    facts = TwinFacts(
        id="ava", version="v1", recognisable=True, standing_prohibited_content=(),
        birth_date=date(1998, 4, 2), capture_date=date(2026, 1, 15), deceased_known=True,
    )  # fmt: skip
    consent = Consent(
        id="c", twin="ava", separate_document=True, covers_versions=("v1",), governing_law=("EU",),
        elements=ConsentElements(biometric_explicit=True),
    )  # fmt: skip
    request = UseRequest(
        action="publish", actor="brand_x", twins=("ava",), product="apparel", content_tags=(),
        media=("digital.owned",), territory=("SE",),
        window=Window(start=date(2026, 12, 1), end=date(2026, 12, 31)),
    )  # fmt: skip
    world = World(
        tables=load_tables(), twins={"ava": facts}, states={"F1": LicenceState()},
        tool={"on_market": "2026-09-15"},
    )  # fmt: skip
    return decide(
        request, [signed], [consent], world, datetime(2026, 12, 1, 12, tzinfo=UTC)
    ).outcome


def test_a_plain_odrl_agreement_is_read() -> None:
    assert _answer(FOREIGN) is Outcome.PERMITTED_WITH_DUTIES


def test_a_condition_that_is_not_understood_is_kept_and_refuses() -> None:
    document = json.loads(json.dumps(FOREIGN))
    purpose = {"leftOperand": "purpose", "operator": "eq", "rightOperand": "charity"}
    document["permission"][0]["constraint"].append(purpose)
    (licence,) = CODEC.read(json.dumps(document))
    assert "purpose" in licence.grants[0].unknown[0]
    assert CODEC.read(CODEC.write(licence)) == (licence,)
    assert _answer(document) is Outcome.NOT_ENOUGH_INFORMATION


def test_a_prohibition_that_is_not_understood_is_not_narrowed_by_it() -> None:
    document = json.loads(json.dumps(FOREIGN))
    industry = {"leftOperand": "industry", "operator": "eq", "rightOperand": "arms"}
    document["prohibition"] = [{"action": "use", "constraint": [industry]}]
    assert _answer(document) is Outcome.DENIED


def test_a_policy_that_inherits_refuses() -> None:
    assert _answer({**FOREIGN, "inheritFrom": "urn:other"}) is Outcome.NOT_ENOUGH_INFORMATION


@pytest.mark.parametrize(
    "wrong",
    ["", "[]", "{", '{"@context": "http://example.com/c.jsonld", "@type": "Agreement"}',
     '{"@context": {"@import": "http://example.com/c.jsonld"}}'],
)  # fmt: skip
def test_what_is_no_policy_is_refused_in_words_and_nothing_is_fetched(wrong: str) -> None:
    with pytest.raises(BadInput):
        CODEC.read(wrong)


def test_the_public_suite_is_right_in_all_68_cases() -> None:
    found = run_suite(SUITE, "active")
    assert (found.right, len(found.cases)) == (68, 68)


def test_our_own_reading_of_an_unset_duty_differs_in_two_cases() -> None:
    wrong = [case.name for case in run_suite(SUITE, "inactive").cases if not case.right]
    assert wrong == ["testcase-059-nonset", "testcase-065-alice"]
