"""Licences: what the owner of a twin grants to a brand, forbids, and asks in return.

Belongs here: the contract as frozen values, with the clauses it came from. Does not know: uses,
decisions, the state of the world. A licence is immutable once signed; a change is a new version.
``None`` is "not recorded" and never counts as a yes.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from toile.domain.days import Bound, Instant, is_zone
from toile.domain.ids import LicenceId, TwinId
from toile.domain.values import Value

LicenceKind = Literal["agreement", "offer", "draft"]
Verdict = Literal["allowed", "forbidden", "needs_approval"]
OnlineRule = Literal["targeted", "geo_restricted"]
# Money in the smallest unit; JSON numbers are exact to 2^53 (RFC 8259, section 6).
Minor = Annotated[int, Field(ge=0, lt=2**53)]
# Longer than any notice or term that a contract gives; a figure beyond it is a slip.
LONGEST_HOURS = 24 * 366 * 10
LONGEST_MONTHS = 12 * 100


class Clause(Value):
    """A numbered clause: what it is about, and its words."""

    number: str
    about: str
    text: str


class Term(Value):
    """From the first to the last day, both included, in the named zone."""

    start: Bound | None = None
    end: Bound | None = None
    tz: str | None = None

    @field_validator("tz")
    @classmethod
    def _known_zone(cls, name: str | None) -> str | None:
        if name is not None and not is_zone(name):
            raise ValueError(f"{name!r} is not a time zone such as Europe/Paris")
        return name


class TerritoryGrant(Value):
    """Codes and groups granted and carved out, and what counts as reaching a place online."""

    include: tuple[str, ...] | None
    exclude: tuple[str, ...] = ()
    online_rule: OnlineRule | None = "targeted"
    dependent_codes: Literal["silent", "included", "excluded"] | None = "silent"


class CountLimit(Value):
    """Units granted and the action that uses one; ``limit`` ``None`` was never recorded."""

    unit: str = "published asset"
    limit: int | None
    counts_on: tuple[str, ...] = ("publish",)


class Grant(Value):
    """One permission: every dimension must contain what is asked."""

    actions: tuple[str, ...] | None
    territory: TerritoryGrant
    media: tuple[str, ...] | None
    products: tuple[str, ...] | None
    products_need_approval: tuple[str, ...] = ()
    twin_versions: tuple[str, ...] = ()
    count: CountLimit | None = None
    modifications: dict[str, Verdict | None] = {}
    unlisted_modification: Verdict | None = "needs_approval"
    # Conditions of an imported document, kept as JSON and not understood: they refuse.
    unknown: tuple[str, ...] = ()


class Prohibition(Value):
    """What is forbidden wherever it overlaps; an empty dimension is everything."""

    actions: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    clause: str | None = None
    # Conditions of an imported document, kept as JSON and not understood: they do not narrow it.
    unknown: tuple[str, ...] = ()


class Sublicensee(Value):
    """A party that may act under the licence, for what and until which day."""

    party: str
    purpose: str | None = None
    actions: tuple[str, ...] = ()
    until: Bound | None = None


class ApprovalTerms(Value):
    """Whose yes is needed, how long an answer may take, and what silence means."""

    mode: Literal["none", "per_asset", "campaign"] | None = "none"
    response_hours: int | None = Field(default=48, ge=0, le=LONGEST_HOURS)
    on_silence: Literal["denied", "approved"] | None = "denied"


class FeeTerms(Value):
    """Whether payment comes first; ``amount_minor`` in the smallest unit of the currency."""

    precondition: bool | None = False
    amount_minor: Minor | None = None
    currency: str | None = None


class Revocation(Value):
    """From when the licence is revoked or suspended; a suspension may end."""

    effective: Instant
    kind: Literal["revoked", "suspended"] = "revoked"
    until: Instant | None = None
    reason: str = ""


class RenewalOption(Value):
    """A longer term at a price fixed at signing."""

    until: Bound
    exercise_by: Bound | None = None
    price_minor: Minor | None = None
    currency: str | None = None


class ExclusivityTerms(Value):
    """What the licensee bought against others; recorded in the world when in force."""

    products: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()


class Licence(Value):
    """An agreement (or an offer, which grants nothing) for one twin and one licensee."""

    id: LicenceId
    version: int = 1
    kind: LicenceKind | None = "agreement"
    twin: TwinId
    licensor: str | None = None
    agent: str | None = None
    licensee: str
    affiliates_allowed: bool | None = False
    sublicensees: tuple[Sublicensee, ...] = ()
    supersedes: tuple[LicenceId, ...] = ()
    term: Term | None
    first_use_months: int | None = Field(default=None, ge=0, le=LONGEST_MONTHS)
    pre_production: bool | None = False
    post_term_keep_live: tuple[str, ...] = ()
    grants: tuple[Grant, ...]
    prohibitions: tuple[Prohibition, ...] = ()
    approval: ApprovalTerms = ApprovalTerms()
    fee: FeeTerms = FeeTerms()
    revocation: Revocation | None = None
    takedown_hours: int | None = Field(default=72, ge=0, le=LONGEST_HOURS)
    training: Verdict | None = "forbidden"
    visible_label: bool | None = False
    renewal: RenewalOption | None = None
    exclusivity: ExclusivityTerms | None = None
    clauses: tuple[Clause, ...] = ()
    document_hash: str = ""
    unknown_terms: tuple[str, ...] = ()
    demo: bool = False

    def clause(self, about: str) -> Clause | None:
        """Return the clause about a matter, or ``None`` where none is recorded."""
        return next((clause for clause in self.clauses if clause.about == about), None)
