"""One request for files while it is read, and the small sums beside it."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.ratios import Ratio, count_at, seconds_at

UPRIGHT = {"reel": "9:16", "story": "9:16"}


TIMES = word_set("deliverables.times")


@dataclass
class Scale:
    """How many of each thing there are, for "per look" and "per bag"."""

    looks: int | None = None
    people: int | None = None
    products: int = 0
    by_noun: dict[str, int] = field(default_factory=dict)


@dataclass
class Ask:
    """One request for files while it is being read."""

    start: int
    end: int
    count: int
    kind: str = "still"
    media: str = ""
    aspects: list[str] = field(default_factory=list)
    seconds: int | None = None
    roles: list[str] = field(default_factory=list)
    count_max: int | None = None
    total: bool = False
    each: bool = False
    said: bool = True
    lengths: dict[str, int] = field(default_factory=dict)


def media_near(page: Page, place: int, segment: Segment) -> tuple[str, int] | None:
    """Return the medium named within a few words, before any bound or other count."""
    for here in range(place, min(segment.end, place + 5)):
        span = page.first(here, "media")
        if span:
            return span.name, span.end
        name = _compound(page.form(here))
        if name and page.languages[0] in ("de", "sv"):
            return name, here + 1
        token = page.tokens[here]
        if token.text in ",(:;" or (count_at(page, here) and here > place):
            return None
    return None


_TAILS = {
    "bilder": "still",
    "bild": "still",
    "fotos": "still",
    "foton": "still",
    "motive": "still",
    "aufnahmen": "still",
    "filme": "video",
    "clips": "video",
    "videos": "video",
    "filmer": "video",
    "klipp": "video",
}


def _compound(form: str) -> str | None:
    """Return the medium at the tail of a compound: "Gruppenbilder", "produktbilder"."""
    return next(
        (
            kind
            for tail, kind in _TAILS.items()
            if form.endswith(tail) and len(form) > len(tail) + 2
        ),
        None,
    )


def lengths(page: Page, ratios: list[Ratio], stop: int) -> dict[str, int]:
    """Return seconds by ratio where each ratio is followed by its own length."""
    found: dict[str, int] = {}
    for index, ratio in enumerate(ratios):
        limit = ratios[index + 1].start if index + 1 < len(ratios) else stop
        for place in range(ratio.end, limit):
            length = seconds_at(page, place)
            if length:
                found[ratio.value] = length
                break
    return found if len(found) > 1 else {}


def each_before(page: Page, segment: Segment, place: int) -> bool:
    return page.has(max(segment.start, place - 12), place, "each")


def repeats(page: Page, ask: Ask, segment: Segment, stop: int, scale: Scale) -> int | None:
    """Return how often "per look", "each" and the like repeat an ask."""
    behind = page.spans(ask.start, stop, "each")
    ahead = page.spans(segment.start, ask.start, "each")
    behind = [s for s in behind if not 0 <= stop - s.end <= 3 or stop == segment.end]
    for span in (*behind, *reversed(ahead)):
        if count_at(page, span.end) and span in ahead:
            return scale.products or None
        if any(
            s.name == "look" for s in page.spans(span.end, min(span.end + 3, segment.end), "media")
        ):
            return scale.looks
        noun = page.first(span.end, "g", "h", "b", "j", "c", "people") or page.first(
            span.end + 1, "g", "h", "b", "j", "c", "people"
        )
        if noun and noun.kind == "people":
            return scale.people
        if noun:
            return scale.by_noun.get(noun.name) or scale.products or None
        if span.end >= segment.end or page.form(span.end) in word_set("deliverables.factor"):
            return scale.products or None
    return None
