"""Sums: looks times views, and totals that do not agree with their parts."""

from toile.adapters.language.built_in.counts.asks import Ask, Scale, factor_of
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios


def look_views(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "14 looks, front and back each": the looks times their views.

    Only sentences that count no files of their own are read; single views among ``asks`` are read
    again here, with the looks they belong to.
    """
    found: list[Ask] = []
    for segment in page.live():
        inside = [ask for ask in asks if segment.start <= ask.start < segment.end]
        if any(ask.said or not ask.roles for ask in inside):
            continue
        views = _views(page, segment) or ([] if inside else _numbered(page, segment))
        if views:
            asks[:] = [ask for ask in asks if ask not in inside]
        found += views
    return found


def _views(page: Page, segment: Segment) -> list[Ask]:
    unit = _counted_unit(page, segment)
    if unit is None:
        return []
    count, place = unit
    roles = list(page.spans(place, segment.end, "role"))
    first = [r.name for r in roles if not _single(page, r.start)]
    looks = page.span_at(place - 1, "media") is not None and len(first) > 1
    if not first or not (looks or page.has(place, segment.end, "each")):
        return []
    views = Ask(place, segment.end, count * _bodies(page, place, segment) * len(first), roles=first)
    views.aspects = _ratio(page, place, segment)
    return [views, *_single_views(page, segment, roles, count)]


def views_of_each(page: Page, scale: Scale) -> list[Ask]:
    """Read "for each colour front, back and detail, 4:5" in a brief that counts no files."""
    for segment in page.live():
        for each in page.spans(segment.start, segment.end, "each"):
            roles = list(page.spans(each.end, segment.end, "role"))
            many = factor_of(page, each, segment, scale)
            if not many or not roles or any(_single(page, r.start) for r in roles):
                continue
            if roles[0].start - each.end > _LED or _has_exceptions(page, segment):
                return []
            return _in_their_ratios(page, segment, roles, many)
    return []


_LED = 4


def _has_exceptions(page: Page, segment: Segment) -> bool:
    """Whether a sentence or those beside it leave something out, or add: "except in ivory"."""
    at = page.place_of(segment.start)
    near = page.segments[max(0, at - 1) : at + 2]
    words = word_set("brief_markets.turns") | word_set("people.is_not") | word_set("amends.also")
    told = (one for one in near if not page.has(one.start, one.end, "nobody"))
    forms = (page.form(p) for one in told for p in range(one.start, one.end))
    return any(form in words for form in forms)


def _in_their_ratios(page: Page, segment: Segment, roles: list[Span], many: int) -> list[Ask]:
    """Return each view in the ratio behind it, all in the one ratio where there is one."""
    ratios = [r for r in find_ratios(page, roles[0].start, segment.end) if r.value[:1].isdecimal()]
    own = len(ratios) == len(roles) > 1
    return [
        Ask(
            role.start,
            role.end,
            many,
            roles=[role.name],
            aspects=[(ratios[index] if own else ratios[0]).value] if ratios else [],
        )
        for index, role in enumerate(roles)
    ]


def _counted_unit(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return how many looks, sets or garments a sentence counts, and the place behind them."""
    for place in range(segment.start, segment.end):
        counted = count_at(page, place)
        if counted is None:
            continue
        media = page.span_at(counted[1], "media")
        goods = page.first(counted[1], "g", "h", "b", "j", "c")
        if media and media.name == "look":
            return counted[0], media.end
        if goods or page.form(counted[1]) in word_set("asks.pieces"):
            return counted[0], goods.end if goods else counted[1] + 1
    return None


def _bodies(page: Page, place: int, segment: Segment) -> int:
    """Return how many people each piece is shown on: "each on 3 bodies"."""
    for here in range(place, segment.end - 2):
        counted = count_at(page, here + 1) if page.form(here) in word_set("sums.on") else None
        worn = counted and (page.form(counted[1]) == "bodies" or page.span_at(counted[1], "people"))
        if counted and worn:
            return counted[0]
    return 1


def _ratio(page: Page, start: int, segment: Segment) -> list[str]:
    """Return the first ratio of a stretch, which is that of the views."""
    return [r.value for r in find_ratios(page, start, segment.end)[:1] if r.value[:1].isdecimal()]


def _numbered(page: Page, segment: Segment) -> list[Ask]:
    """Read "looks 1, 4, 9 + 17 get one extra label detail, 1:1"."""
    for look in page.spans(segment.start, segment.end, "media"):
        numbers = _numbers(page, look.end, segment) if look.name == "look" else 0
        roles = page.spans(look.end, segment.end, "role")
        if numbers and roles:
            ask = Ask(look.start, segment.end, numbers, roles=[roles[0].name])
            ask.aspects = _ratio(page, look.end, segment)
            return [ask]
    return []


def _numbers(page: Page, place: int, segment: Segment) -> int:
    """Return how many numbers a list names: "1, 4, 9 + 17" are four, "1-5" are five."""
    found: list[int] = []
    while place < segment.end:
        text = page.tokens[place].text
        if text.isdecimal():
            spread = page.tokens[place - 1].text in "-–" and found
            found += range(found[-1] + 1, int(text) + 1) if spread else [int(text)]
        elif page.form(place) not in word_set("colours.between") and text not in "-–":
            break
        place += 1
    return len(found)


def _single(page: Page, place: int) -> bool:
    return any(count_at(page, place - step) is not None for step in (1, 2))


def _single_views(page: Page, segment: Segment, roles: list[Span], count: int) -> list[Ask]:
    """Read "plus one detail for looks 1-5", "plus 1 macro per set"."""
    found = []
    for span in roles:
        if not _single(page, span.start):
            continue
        looks = [s for s in page.spans(span.end, segment.end, "media") if s.name == "look"]
        many = _numbers(page, looks[0].end, segment) if looks else 0
        each = page.has(span.end, min(segment.end, span.end + 6), "each")
        ask = Ask(span.start, segment.end, many or (count if each else 1), roles=[span.name])
        ask.aspects = _ratio(page, span.end, segment)
        found.append(ask)
    return found


def announces(page: Page, asks: list[Ask]) -> bool:
    """Whether the first ask is the sum that the others, behind a colon, spell out."""
    between = range(asks[0].end, asks[1].start)
    colon = any(page.form(p) == ":" for p in between)
    own = (
        asks[0].said and not asks[0].aspects and not page.has(asks[0].start, asks[1].start, "each")
    )
    return colon and own and not asks[0].roles and asks[0].count != asks[1].count


def without_sums(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop what adds up the asks before it: "2 hats x 3 images, so 6 photos", "= 9 Fotos"."""
    kept: list[Ask] = []
    for ask in asks:
        led = {page.form(ask.start - 1), page.form(ask.start - 2)}
        added = sum(one.count for one in kept if one.kind == ask.kind)
        sums_up = added == ask.count or (added and ask.count % added == 0 and len(kept) == 1)
        if kept and led & (word_set("asks.restates") | {"="}) and sums_up:
            kept[-1].count = max(kept[-1].count, ask.count if len(kept) == 1 else 0)
            for one in kept:
                one.aspects = one.aspects or (ask.aspects if one.kind == ask.kind else [])
            continue
        kept.append(ask)
    return kept
