"""One request for files while it is read, and the small sums beside it."""

from dataclasses import dataclass, field
from itertools import pairwise

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, seconds_at

UPRIGHT = {"reel": "9:16", "story": "9:16"}


STEM = 5
TIMES = word_set("deliverables.times")


@dataclass
class Scale:
    """How many of each thing there are, for "per look" and "per bag"."""

    looks: int | None = None
    people: int | None = None
    products: int = 0
    variants: int = 0
    by_noun: dict[str, int] = field(default_factory=dict)
    by_word: dict[str, int] = field(default_factory=dict)


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
    factor: int = 1
    part_of: int | None = None
    lengths: dict[str, int] = field(default_factory=dict)


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


def repeats(
    page: Page, ask: Ask, segment: Segment, stop: int, scale: Scale, first: int
) -> int | None:
    """Return how often "per look", "each" and the like repeat an ask.

    What stands before the ``first`` ask of a sentence holds for all; what stands between two
    belongs to the one it is next to.
    """
    if ask.count == 1 and _is_single(page, ask):
        return None
    behind = [
        s
        for s in page.spans(ask.start, stop, "each")
        if not _leads_on(page, s, stop, segment)
        and not _restates(page, ask.end, s)
        and not _of_a_length(page, s)
    ]
    ahead = [
        s
        for s in page.spans(segment.start, ask.start, "each")
        if (s.start < first or ask.start - s.end <= 2)
        and not (s.start > first and _spells_out(page, s, segment))
        and not (s.start > first and count_at(page, s.start - 1))
        and not _besides(page, s.end, ask)
        and not _is_for_a_house(page, s)
        and not _of_a_length(page, s)
    ]
    for span in (*behind, *reversed(ahead)):
        if count_at(page, span.end) and span in ahead:
            return scale.products or None
        factor = factor_of(page, span, segment, scale)
        if factor:
            return factor
    return None


def _leads_on(page: Page, span: Span, stop: int, segment: Segment) -> bool:
    """Whether an "each" belongs to the ask behind it: "per piece: 1 packshot", not "per bag, 1"."""
    if _spells_out(page, span, segment):
        return False
    parted = page.form(stop - 1) in word_set("colours.between") | word_set("shares.then") | {"plus"}
    return 0 <= stop - span.end <= _NEAR and stop != segment.end and not parted


def _spells_out(page: Page, span: Span, segment: Segment) -> bool:
    """Whether an "each" right behind files tells how many: "2 images per look: one full, one"."""
    near = range(span.end, min(span.end + 2, segment.end))
    colon = any(page.form(p) in (":", "(") for p in near)
    files = [m for m in page.spans(segment.start, span.start, "media") if m.end == span.start]
    return colon and any(count_at(page, p) for m in files for p in (m.start - 1, m.start - 2))


_NEAR = 3


def without_shares(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop what only shares out the ask before it: "9 photos, three per swimsuit"."""
    kept: list[Ask] = []
    for ask in asks:
        before = kept[-1] if kept else None
        bare = not ask.said and not ask.media and page.form(ask.start - 1) in (",", "(", "-", "–")
        shared = before is not None and bare and page.has(ask.end, ask.end + 1, "each")
        if not (shared and before and before.count in (ask.count, ask.count * ask.factor)):
            kept.append(ask)
    return kept


def share_repeats(page: Page, asks: list[Ask]) -> None:
    """Read "2 portraits and 1 full length per gown": the "per" behind holds for both."""
    for index in range(len(asks) - 1, 0, -1):
        one, two = asks[index - 1], asks[index]
        between = [page.form(p) for p in range(one.end, two.start)]
        joined = len(between) == 1 and between[0] in word_set("asks.joins")
        if joined and two.factor > 1 == one.factor and not one.aspects:
            one.count *= two.factor
            one.factor = two.factor


def _restates(page: Page, start: int, span: Span) -> bool:
    """Whether an "each" only says again what was counted: "3 squares - so one per frame"."""
    counted = span.start - 1 > start and count_at(page, span.start - 1) is not None
    # "24 pictures, per article six".
    behind = count_at(page, span.end + 1) is not None and page.form(span.end + 2) != ":"
    behind &= not any(page.form(p) in (":", "(") for p in range(span.end, span.end + 2))
    spelt = any(
        page.form(p) == ":" and not page.tokens[p + 1].text.isdecimal()
        for p in range(start, span.start)
    )
    return (
        counted
        or behind
        or spelt
        or any(page.form(p) in word_set("asks.restates") for p in range(start, span.start))
    )


def _of_a_length(page: Page, span: Span) -> bool:
    """Whether "each" is said of seconds: "8 reels, 15 sec each", not "a 15 sec reel per bag"."""
    if page.first(span.end, "g", "h", "b", "j", "c", "people", "media"):
        return False
    return any(seconds_at(page, place) for place in (span.start - 2, span.start - 3) if place >= 0)


def _besides(page: Page, start: int, ask: Ask) -> bool:
    """Whether an ask stands beside those that repeat: "je Look 3 Bilder, dazu 2 Filme"."""
    beside = word_set("asks.besides") | word_set("asks.restates")
    added = any(page.form(p) in beside for p in range(start, ask.start))
    # "One square per pair + a group picture": the sign ends what is counted for each.
    return added or (ask.start > start + 1 and page.form(ask.start - 1) == "+")


def _is_for_a_house(page: Page, span: Span) -> bool:
    """Whether an Italian "per" is "for": "per Rovati Gioielli ci servono cinque scatti"."""
    after = page.tokens[span.end] if span.end < len(page.tokens) else None
    if page.form(span.start) != "per" or after is None:
        return False
    plain = not page.at[span.end] and after.form not in word_set("asks.each_one")
    return after.is_name or (page.languages[0] == "it" and plain)


def _is_single(page: Page, ask: Ask) -> bool:
    """Whether "one single group picture" is one for all."""
    single = word_set("asks.single")
    return any(page.form(p) in single for p in (ask.start - 1, ask.start + 1))


def stem(form: str) -> str:
    """Return what two forms of a noun share: "sac" and "sacs"."""
    return form.removesuffix("s")[:STEM]


def _counted_before(page: Page, span: Span, segment: Segment) -> int | None:
    """Return the looks that "3 looks, each in 4 views" speaks of."""
    if page.form(span.start) not in word_set("asks.each_one"):
        return None
    for look in page.spans(max(segment.start, span.start - 6), span.start, "media"):
        counted = count_at(page, look.start - 1) if look.name == "look" else None
        if counted:
            return counted[0]
    return None


def _by_colour(page: Page, place: int) -> bool:
    """Whether "per frame and colour", "per colour" and "je Farbe" count every colour of each."""
    forms = [page.form(p) for p in range(place, place + _COLOUR_NEAR)]
    stop = next((i for i, form in enumerate(forms) if form in ",.;:("), len(forms))
    return any(form in word_set("asks.colours") for form in forms[:stop])


def _listed_colours(page: Page, segment: Segment) -> int:
    """Return how many colours a sentence lists: "por cada color dos fotos: azul, rojo, verde"."""
    hues = page.spans(segment.start, segment.end, "col")
    row = [
        one
        for one, two in pairwise(hues)
        if all(page.form(p) in word_set("colours.between") for p in range(one.end, two.start))
    ]
    opened = bool(hues) and page.form(hues[0].start - 1) in (":", "(")
    return len(row) + 1 if row and opened and len(row) == len(hues) - 1 else 0


_COLOUR_NEAR = 4
_LOOK_NEAR = 4  # "Each of the 4 looks".


def factor_of(page: Page, span: Span, segment: Segment, scale: Scale) -> int | None:
    """Return how many things an "each" repeats."""
    near = page.spans(span.start, min(span.end + _LOOK_NEAR, segment.end), "media")
    if any(s.name == "look" for s in near):
        return scale.looks
    before = _counted_before(page, span, segment)
    if before and not page.first(span.end, "g", "h", "b", "j", "c", "people"):
        return before
    noun = page.first(span.end, "g", "h", "b", "j", "c", "people") or page.first(
        span.end + 1, "g", "h", "b", "j", "c", "people"
    )
    styled = page.form(span.end) in word_set("deliverables.factor")
    if noun and noun.kind == "people" and not styled:
        return scale.people
    if _by_colour(page, span.end):
        known = scale.variants or scale.products or 0
        return max(known, _listed_colours(page, segment)) or None
    if noun and noun.kind != "people" and page.form(noun.end + 1) in word_set("asks.colours"):
        return scale.products or None
    if noun and not styled:
        own = scale.by_noun.get(noun.name) or scale.by_word.get(stem(page.form(noun.start)))
        return own or scale.products or None
    of_each = page.form(span.start) in word_set("asks.each_one")
    of_each &= page.form(span.start - 1) in word_set("people.of")  # "Two stills of each in 1:1".
    return scale.products or None if styled or of_each or span.end >= segment.end else None


def is_pronoun(page: Page, place: int) -> bool:
    """Whether "one" stands for a thing: "an old one with wooden panels", "this one"."""
    led = page.form(place - 1) in word_set("deliverables.one_of") or page.first(place - 1, "adj")
    return page.form(place) == "one" and bool(led)
