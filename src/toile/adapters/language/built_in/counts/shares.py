"""A total told apart by shares: "a quarter of them 16:9, the rest 4:5", "for every square two in
4:5", "le double en 9:16", "three photos for every video".
"""

from dataclasses import replace
from fractions import Fraction

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.counts.totals import HALF, REST
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios

_PARTS = {"shares.third": 3, "shares.quarter": 4, "shares.fifth": 5}
_NEAR = 8
Part = tuple[int, Fraction | None, list[str], list[str]]


def told_apart(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, a total in the shares that its sentence or the next one gives it."""
    for segment in page.live():
        asks = _by_fractions(page, segment, asks)
        asks = _in_proportion(page, segment, asks)
        _doubled(page, segment, asks)
    return _for_every(page, asks)


def _by_fractions(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    """Read "12 stills, a quarter of them 16:9, the rest 4:5"; shares must come out whole."""
    parts = _parts(page, segment)
    whole = _before(asks, parts[0][0]) if parts else None
    if whole is None or (
        {fraction for _, fraction, _, _ in parts} <= {None, Fraction(1, 2)}
        and any(ratios or not roles for _, _, ratios, roles in parts)
    ):
        return asks  # Halves and bare rests in ratios are read before.
    told = sum((f for _, f, _, _ in parts if f is not None), Fraction())
    if told > 1 or (told < 1 and sum(f is None for _, f, _, _ in parts) != 1):
        return asks
    shared: list[Ask] = []
    for place, fraction, ratios, roles in parts:
        count = whole.count * (1 - told if fraction is None else fraction)
        if count.denominator != 1 or not count:
            return asks
        shared.append(
            replace(
                whole, start=place, count=int(count), aspects=ratios, roles=roles or whole.roles
            )
        )
    left = [a for a in asks if a is not whole and not parts[0][0] <= a.start < segment.end]
    return [*left, *shared]


def _parts(page: Page, segment: Segment) -> list[Part]:
    """Return the shares of a sentence: where, how much (none for the rest), ratios and roles."""
    heads = [
        (place, _share(page, place))
        for place in range(segment.start, segment.end)
        if _share(page, place) or page.form(place) in REST
    ]
    found: list[Part] = []
    for index, (place, share) in enumerate(heads):
        stop = min(_before_next(page, heads, index, segment), place + _NEAR)
        ratios = [r.value for r in find_ratios(page, place, stop)][:1]
        roles = [s.name for s in page.spans(place + 1, stop, "role")]
        if not ratios and not roles:
            return []
        found.append((place, share, ratios, roles))
    return found


def _before_next(
    page: Page, heads: list[tuple[int, Fraction | None]], index: int, segment: Segment
) -> int:
    """Return where a share's words end: before the next share and its "two" of "two thirds"."""
    if index + 1 == len(heads):
        return segment.end
    behind = heads[index + 1][0]
    return behind - (count_at(page, behind - 1) is not None)


def _share(page: Page, place: int) -> Fraction | None:
    """Return the share of "a quarter", "due terzi", "half"; "half length" is none."""
    form = page.form(place)
    role = page.span_at(place, "role")
    if role and role.end > place + 1:
        return None
    if form in HALF:
        return Fraction(1, 2)
    for name, whole in _PARTS.items():
        if form in word_set(name):
            counted = count_at(page, place - 1) if place else None
            return Fraction(counted[0] if counted else 1, whole)
    return None


def _before(asks: list[Ask], place: int) -> Ask | None:
    return next((a for a in reversed(asks) if a.start < place), None)


def _in_proportion(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    """Read "twelve stills, for every still in 1:1 two in 4:5": four and eight."""
    for each in page.spans(segment.start, segment.end, "each"):
        medium = page.first(each.end, "media")
        ratios = find_ratios(page, each.end, segment.end)[:2]
        whole = _before(asks, each.start)
        if (
            medium is None
            or medium.name == "look"
            or whole is None
            or len(ratios) < 2
            or whole.start < segment.start
        ):
            continue
        if ratios[0].start - medium.end > 1 or page.has(medium.end, ratios[1].start, "media"):
            continue
        times = _count_between(page, *ratios)
        if times and whole.count % (times + 1) == 0:
            one = whole.count // (times + 1)
            left = [a for a in asks if a is not whole and not each.start < a.start < segment.end]
            first = replace(whole, count=one, aspects=[ratios[0].value])
            return [*left, first, replace(first, count=one * times, aspects=[ratios[1].value])]
    return asks


def _count_between(page: Page, one: Ratio, two: Ratio) -> int | None:
    for place in range(one.end, two.start):
        counted = count_at(page, place)
        if counted:
            return counted[0]
    return None


def _doubled(page: Page, segment: Segment, asks: list[Ask]) -> None:
    """Read "4 carrés et le double en 9:16"."""
    for place in range(segment.start, segment.end):
        ratio = next(iter(find_ratios(page, place, min(place + _NEAR, segment.end))), None)
        first = _before(asks, place)
        if page.form(place) not in word_set("shares.double") or ratio is None or first is None:
            continue
        if first.start >= segment.start and ratio.value in first.aspects[1:]:
            first.aspects = [a for a in first.aspects if a != ratio.value]
            asks.append(replace(first, start=place, count=2 * first.count, aspects=[ratio.value]))
            return


def _for_every(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "por cada video 3 fotos": as many times as there are videos."""
    for ask in asks:
        for each in page.spans(max(0, ask.start - _NEAR), ask.start, "each"):
            medium = page.first(each.end, "media")
            kind = {"video": "video", "reel": "video", "still": "still"}.get(
                medium.name if medium else ""
            )
            others = [a for a in asks if a.kind == kind != ask.kind and a.said]
            if medium and medium.end == ask.start and others and ask.factor == 1:
                ask.factor = sum(a.count for a in others)
                ask.count *= ask.factor
    return asks
