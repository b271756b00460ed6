"""What the director asked for, each fact beside the words it came from.

Absent is ``None`` or ``()``: a filled value that is not in the text is an error.
"""

from datetime import date as Day  # noqa: N812 - fields are called "date"
from typing import Literal

from toile.domain.values import Value

# What an open question is about while nobody has said whose board it is.
LICENCES = "licences"
FlagAction = Literal["refuse", "flag", "ask", "ignore_and_tell"]


class Evidence(Value):
    """The words behind one fact: ``path`` is the field, ``start`` and ``end`` count characters."""

    path: str
    quote: str
    start: int
    end: int


class Product(Value):
    """A hero product; the item in the director's words, colours and material beside it."""

    item: str
    material: str | None = None
    colour: str | None = None
    count: int | None = None


class Deliverable(Value):
    """So many files of one kind; ``count_max`` where the text gives a range."""

    count: int | None = None
    count_max: int | None = None
    kind: Literal["still", "video"] = "still"
    aspect: str | None = None
    role: str | None = None
    channel: str | None = None
    seconds: int | None = None


class Window(Value):
    """First and last day live, both included."""

    start: Day | None = None
    end: Day | None = None
    note: str | None = None


class ConditionalMarket(Value):
    """A market that joins only if something happens."""

    code: str
    condition: str


class Talent(Value):
    """How many people, and what the text says of them."""

    people: int | None = None
    description: tuple[str, ...] = ()


class TwinWish(Value):
    """Twins the text asks for; ``unclear`` when it may mean real people."""

    kind: Literal["digital", "real", "unclear"] | None = None
    count: int | None = None
    names: tuple[str, ...] = ()
    clearance: str | None = None


class Deadline(Value):
    """A day by which something is due."""

    date: Day | None = None
    what: str | None = None


class ShootDate(Value):
    """The day or days of the shoot."""

    start: Day
    end: Day


class Budget(Value):
    """Money in whole currency units as the text gives it; ``min``/``max`` for a range."""

    amount: float | None = None
    currency: str | None = None
    min: float | None = None
    max: float | None = None
    note: str | None = None


class Flag(Value):
    """Something a person must know, and what the studio does about it."""

    code: str
    action: FlagAction
    why: str
    quote: str = ""


class OpenQuestion(Value):
    """One thing the text leaves open; ``about`` is the field, ``options`` are ready answers."""

    about: str
    ask: str
    options: tuple[str, ...] = ()


class Brief(Value):
    """A campaign brief as understood; ``text`` is the director's own words, whole."""

    text: str = ""
    language: tuple[str, ...] = ()
    brand: str | None = None
    season: str | None = None
    collection: str | None = None
    products: tuple[Product, ...] = ()
    looks: int | None = None
    mood: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    location: tuple[str, ...] = ()
    lighting: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    markets: tuple[str, ...] = ()
    markets_excluded: tuple[str, ...] = ()
    markets_conditional: tuple[ConditionalMarket, ...] = ()
    window: Window | None = None
    deliverables: tuple[Deliverable, ...] = ()
    talent: Talent | None = None
    twins: TwinWish | None = None
    hmu: tuple[str, ...] | None = None
    must_have: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    deadline: Deadline | None = None
    shoot_date: ShootDate | None = None
    budget: Budget | None = None
    other: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Usage(Value):
    """Where, in what media and when the pictures are to be used.

    ``media`` are dot paths of the media tree, ``territories`` ISO 3166-1 alpha-2 or ``WORLD``.
    ``None`` is unknown, and unknown is never taken for permission.
    """

    media: tuple[str, ...] | None = None
    territories: tuple[str, ...] | None = None
    start: Day | None = None
    end: Day | None = None
    product: str | None = None
    online_reach: Literal["targeted", "geo_restricted", "open"] = "targeted"
    content_tags: tuple[str, ...] | None = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Name the facts that are still missing, worst first."""
        facts = {"territories": self.territories, "media": self.media, "dates": self.end}
        return tuple(name for name, value in facts.items() if not value)
