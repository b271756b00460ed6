"""Time the rights check beside Cedar and casbin on equivalent rules, and the roster question.

Run: python benchmarks/rights.py   (needs `pip install cedarpy casbin`; they are used here alone)

Rates are of processor time on one core, so that a busy machine does not matter.

The common question, which all three can answer: may the brand do the action with the twin, in one
of the licensed countries and media, between two instants. Toile answers much more than that.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from table import Row

from toile.adapters.rights_data.tables import load_tables
from toile.domain.consent import Consent, ConsentElements
from toile.domain.licences import FeeTerms, Grant, Licence, Prohibition, Term, TerritoryGrant
from toile.domain.rights import (
    LicenceState,
    Roster,
    ToolFacts,
    TwinFacts,
    UseRequest,
    Window,
    World,
    decide,
    who_may,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PLACES = ["SE", "DE", "FR", "IT", "EU27", "EEA", "GB", "US", "DACH", "NORDICS", "WORLD"]
MEDIA = ["digital", "digital.owned", "digital.social.organic", "digital.social.paid", "print"]
PRODUCTS = ["apparel", "apparel.denim", "apparel.outerwear", "accessories"]


def licence(number: int, twin: str, brand: str, chance: random.Random) -> Licence:
    """Return one random licence."""
    start = date(2026, 1, 1) + timedelta(days=chance.randrange(300))
    return Licence(
        id=f"L{number}", twin=twin, licensee=brand,
        term=Term(start=start, end=start + timedelta(days=chance.randrange(200, 900)),
                  tz=chance.choice(["Europe/Paris", "Europe/Stockholm", "America/New_York"])),
        fee=FeeTerms(precondition=True),
        prohibitions=(Prohibition(content=("fur", "nudity")),) if number % 3 == 0 else (),
        grants=(
            Grant(
                actions=("generate", "edit", "export", "publish", "keep_live"),
                territory=TerritoryGrant(include=tuple(chance.sample(PLACES, 2))),
                media=tuple(chance.sample(MEDIA, 2)), products=tuple(chance.sample(PRODUCTS, 2)),
                modifications={"hair": "allowed"},
            ),
        ),
    )  # fmt: skip


def roster(twins: int, licences: int, brands: int) -> tuple[list[Licence], list[Consent], World]:
    """Return a random roster; every licence is in force for some brand."""
    chance = random.Random(7)
    names = [f"t{n}" for n in range(twins)]
    made = [
        licence(n, names[n % twins], f"brand{chance.randrange(brands)}", chance)
        for n in range(licences)
    ]
    consents = [
        Consent(
            id=f"c-{name}", twin=name, separate_document=True, covers_versions=("v1",),
            governing_law=("EU",), elements=ConsentElements(biometric_explicit=True),
        )
        for name in names
    ]  # fmt: skip
    world = World(
        tables=load_tables(),
        twins={
            name: TwinFacts(
                id=name, version="v1", recognisable=True, standing_prohibited_content=(),
                birth_date=date(1998, 4, 2), capture_date=date(2026, 1, 15), deceased_known=True,
            )
            for name in names
        },
        states={lic.id: LicenceState(fee_paid=True) for lic in made},
        tool=ToolFacts(on_market=date(2026, 9, 15)),
    )  # fmt: skip
    return made, consents, world


def ask(twin: str, place: str = "SE") -> UseRequest:
    """Return the campaign that everybody is asked for."""
    return UseRequest(
        action="publish", actor="brand0", twins=(twin,), product="apparel.denim", content_tags=(),
        media=("digital.owned.ecommerce", "digital.social.organic"), territory=(place, "DE"),
        window=Window(start=date(2026, 12, 1), end=date(2027, 1, 31)),
    )  # fmt: skip


def rate(question: Callable[[int], object], seconds: float = 2.0) -> float:
    """Return how often a second the question is answered."""
    for number in range(50):
        question(number)
    began, done = time.process_time(), 0
    while time.process_time() - began < seconds:
        for number in range(50):
            question(done + number)
        done += 50
    return done / (time.process_time() - began)


def full(licences: list[Licence], consents: list[Consent], world: World) -> float:
    """Return full decisions a second: reasons, duties, remedies, clauses, each request another."""
    by_twin: dict[str, list[Licence]] = {}
    for lic in licences:
        by_twin.setdefault(lic.twin, []).append(lic)
    signed = {consent.twin: [consent] for consent in consents}
    names = list(by_twin)[:500]
    asks = [ask(name) for name in names]

    def one(number: int) -> object:
        place = number % len(names)
        name = names[place]
        return decide(asks[place], by_twin[name], signed[name], world, NOW)

    return rate(one)


def cedar() -> float:
    """Return decisions a second of Cedar with the same facts in three permits."""
    import cedarpy

    policies = "\n".join(
        f'permit(principal == Brand::"brand0", action == Action::"publish", '
        f'resource == Twin::"t{n}") when {{ ["SE","DE","FR"].contains(context.territory) && '
        f'["ecommerce","organic"].contains(context.medium) && context.now >= {n} && '
        "context.now < 99999 };"
        for n in range(3)
    )
    asked = {
        "principal": 'Brand::"brand0"', "action": 'Action::"publish"', "resource": 'Twin::"t1"',
        "context": {"territory": "SE", "medium": "ecommerce", "now": 500},
    }  # fmt: skip
    return rate(lambda _number: cedarpy.is_authorized(asked, policies, []))


def casbin_rate() -> float:
    """Return decisions a second of casbin with the same facts in three rules."""
    import casbin

    model = casbin.Model()
    model.load_model_from_text(
        "[request_definition]\nr = sub, obj, act, terr, med, now\n"
        "[policy_definition]\np = sub, obj, act, terr, med, start, end\n"
        "[policy_effect]\ne = some(where (p.eft == allow))\n[matchers]\n"
        "m = r.sub == p.sub && r.obj == p.obj && r.act == p.act && r.terr == p.terr && "
        "r.med == p.med && r.now >= p.start && r.now < p.end\n"
    )
    enforcer = casbin.Enforcer(model)
    for n in range(3):
        enforcer.add_policy("brand0", f"t{n}", "publish", "SE", "ecommerce", "0", "99999")
    return rate(lambda _number: enforcer.enforce("brand0", "t1", "publish", "SE", "ecommerce", "5"))


ENGINES: tuple[tuple[str, Callable[[], float]], ...] = (
    ("Cedar (cedarpy), yes or no", cedar),
    ("casbin, yes or no", casbin_rate),
)


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield decisions and the search among a roster for the common table."""
    twins, held = (1_000, 3_000) if quick else (10_000, 30_000)
    licences, consents, world = roster(twins, held, 1)
    ours = full(licences, consents, world)
    what = "full decisions with reasons, of processor time"
    for name, engine in ENGINES:
        try:
            yield Row(what, ours, "/s", name, engine())
        except ImportError:
            yield Row(what, ours, "/s", f"{name}: not installed")
    best, _ = among(Roster(licences, consents, world))
    yield Row(f"who of {twins:,} twins with {held:,} licences may", best * 1000, "ms")


def among(made: Roster) -> tuple[float, int]:
    """Return the best time of seven to ask for everybody, in seconds, and how many may."""
    best, passed = 9e9, 0
    for _ in range(7):
        began = time.process_time()
        passed = len(who_may(ask("anyone"), made, NOW))
        best = min(best, time.process_time() - began)
    return best, passed


def main() -> None:
    """Print the table."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--twins", type=int, default=10_000)
    given.add_argument("--licences", type=int, default=30_000)
    sizes = given.parse_args()
    licences, consents, world = roster(sizes.twins, sizes.licences, 1)
    print(f"{'Toile, full decision with reasons':44} {full(licences, consents, world):>10,.0f} /s")
    for name, engine in ENGINES:
        try:
            print(f"{name:44} {engine():>10,.0f} /s")
        except ImportError:
            print(f"{name:44} not installed")
    for brands in (1, 100):
        licences, consents, world = roster(sizes.twins, sizes.licences, brands)
        began = time.process_time()
        made = Roster(licences, consents, world)
        ready = time.process_time() - began
        best, passed = among(made)
        print(
            f"Who of {sizes.twins:,} twins, {sizes.licences:,} licences of {brands} brands: "
            f"{best * 1000:,.0f} ms ({sizes.twins / best:,.0f} decisions/s), {passed:,} may; "
            f"made ready once in {ready:.2f} s"
        )


if __name__ == "__main__":
    main()
