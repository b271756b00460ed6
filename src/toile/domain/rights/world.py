"""The state of the world that a decision looks at, apart from licences and consents.

Belongs here: facts of the twins, other parties' claims, counts, payments, approvals, tables. Does
not know: how any of it is stored, or what follows from it.
"""

from datetime import date

from toile.domain.consent import ConsentLaws
from toile.domain.counts import Reservation
from toile.domain.days import Bound, Instant
from toile.domain.disclosure import DisclosureRule
from toile.domain.kept import kept
from toile.domain.media import MediaTree
from toile.domain.products import ProductTree
from toile.domain.territories import Territories
from toile.domain.twins import Twin
from toile.domain.values import Value


class ActionWords(Value):
    """Which action words mean AI training, and which actions a sublicence's purpose opens."""

    training: tuple[str, ...]
    purposes: dict[str, tuple[str, ...]]
    other_purpose: tuple[str, ...]

    def trains(self, action: str | None) -> bool:
        """Say whether the action trains a model; parts of words count."""
        return action is not None and any(word in action.casefold() for word in self.training)


class ToolFacts(Value):
    """What the law asks about the generator itself."""

    on_market: date | None = None


class RightsTables(Value):
    """The editable tables of one version: trees, dated law, consent elements."""

    version: str
    territories: Territories
    media: MediaTree
    products: ProductTree
    disclosure: tuple[DisclosureRule, ...]
    consent_laws: ConsentLaws
    actions: ActionWords
    # Of this tool; a scenario may ask about another.
    tool: ToolFacts = ToolFacts()

    @property
    def disclosure_markets(self) -> tuple[tuple[DisclosureRule, frozenset[str]], ...]:
        """Return each disclosure row with its markets as country codes."""
        known = kept(self).get("markets")
        if known is None:
            expand = self.territories.expand
            known = tuple((row, expand(row.markets)) for row in self.disclosure)
            kept(self)["markets"] = known
        return known


class TwinFacts(Value):
    """What a decision needs to know of a twin and its person."""

    id: str
    name: str = ""
    version: str | None = None
    recognisable: bool | None = None
    standing_prohibited_content: tuple[str, ...] | None = None
    birth_date: date | None = None
    capture_date: date | None = None
    deceased_on: date | None = None
    deceased_known: bool | None = None

    @classmethod
    def of(cls, twin: Twin) -> "TwinFacts":
        """Return the facts of a twin on file; the earliest capture counts for the age."""
        return cls(
            id=twin.id,
            name=twin.name.split()[0] if twin.name else "",
            version=twin.version,
            recognisable=twin.recognisable,
            standing_prohibited_content=twin.standing_prohibited_content,
            birth_date=twin.birth_date,
            capture_date=min((session.day for session in twin.captures), default=None),
            deceased_known=True,
        )


class Exclusivity(Value):
    """What another brand bought; an empty dimension is everything.

    With ``competitors`` the named brands (their groups too, by default) are barred for any product
    in the territory, media and days.
    """

    holder: str
    twin: str | None = None
    products: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    start: Bound | None = None
    end: Bound | None = None
    competitors: tuple[str, ...] = ()
    include_group: bool = True


class Hold(Value):
    """An option on a slot; ``rank`` 1 is a first option."""

    holder: str
    twin: str | None = None
    products: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    start: Bound | None = None
    end: Bound | None = None
    expires_at: Instant | None = None
    rank: int = 1


class Booking(Value):
    """A granted window of another brand, for the check in the selling direction."""

    holder: str
    twin: str | None = None
    products: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    start: Bound | None = None
    end: Bound | None = None


Claim = Exclusivity | Hold | Booking


class Approval(Value):
    """A question to the model or agent, and the answer; it binds to one picture's hash.

    ``answer`` ``None`` is silence so far. ``asset_hash`` ``None`` is for the campaign as a whole.
    """

    asset_hash: str | None = None
    asked_at: Instant | None = None
    answer: bool | None = None
    answered_at: Instant | None = None
    by: str = ""


class LicenceState(Value):
    """What has happened under a licence so far; ``None`` was never recorded."""

    used: int | None = 0
    reservations: tuple[Reservation, ...] = ()
    counted_keys: tuple[str, ...] = ()
    fee_paid: bool | None = None
    first_use: Bound | None = None
    approvals: tuple[Approval, ...] = ()


class World(Value):
    """Everything else a decision depends on."""

    tables: RightsTables
    twins: dict[str, TwinFacts] = {}
    affiliates: dict[str, tuple[str, ...]] = {}
    exclusivities: tuple[Exclusivity, ...] = ()
    holds: tuple[Hold, ...] = ()
    bookings: tuple[Booking, ...] = ()
    states: dict[str, LicenceState] = {}
    tool: ToolFacts = ToolFacts()
    names: dict[str, str] = {}

    def state(self, licence: str) -> LicenceState:
        """Return what has happened under a licence; nothing, where nothing is recorded."""
        return self.states.get(licence) or _NOTHING

    def group_of(self, party: str) -> frozenset[str]:
        """Return the party with its affiliates and, where it is one, its parent's group."""
        found = {party, *self.affiliates.get(party, ())}
        for parent, members in self.affiliates.items():
            if party in members:
                found |= {parent, *members}
        return frozenset(found)

    def name(self, key: str) -> str:
        """Return what people call a twin or a party."""
        facts = self.twins.get(key)
        return self.names.get(key) or (facts.name if facts else "") or key


_NOTHING = LicenceState()
