"""Deliverables: how many files of what kind and ratio, with the sums that people leave to others."""

from dataclasses import replace
from itertools import pairwise

from toile.adapters.language.built_in.asks import (
    TIMES,
    UPRIGHT,
    Ask,
    Scale,
    each_before,
    lengths,
    media_near,
    repeats,
)
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.ratios import Ratio, count_at, find_ratios, seconds_at
from toile.adapters.language.built_in.sums import announces, look_views
from toile.adapters.language.built_in.tables import rows
from toile.domain.brief import Deliverable

REST = word_set("deliverables.rest")
_HALF = word_set("deliverables.half")
_ALL = word_set("deliverables.all")


def read_deliverables(
    page: Page, scale: Scale, taken: set[int]
) -> list[tuple[Deliverable, int, int]]:
    """Return the deliverables of a page with the tokens they stand on."""
    asks: list[Ask] = []
    for segment in page.live():
        found = asks_in(page, segment, scale, taken)
        asks += _resolved(page, segment, found)
    table = rows(page)
    asks = [a for a in asks if not any(r.start <= a.start < r.end for r in table)]
    asks += [Ask(r.start, r.end, r.files, roles=[r.name]) for r in table]
    _halve(page, asks)
    asks = _replaced(page, asks)
    asks += look_views(page, scale, asks)
    asks = _without_totals(asks)
    _spread_ratio(page, asks)
    _corrected_ratio(page, asks)
    return [(item, ask.start, ask.end) for ask in asks for item in _items(ask)]


def asks_in(page: Page, segment: Segment, scale: Scale, taken: set[int]) -> list[Ask]:
    ratios = find_ratios(page, segment.start, segment.end)
    in_ratio = {
        p
        for ratio in ratios
        for p in range(ratio.start, ratio.end)
        if ratio.value[:1].isdecimal() and page.tokens[ratio.start].text[:1].isdecimal()
    }
    asks: list[Ask] = []
    place = segment.start
    while place < segment.end:
        ask = None
        if place not in in_ratio and place not in taken and seconds_at(page, place) is None:
            ask = _ask_at(page, place, segment, ratios, scale)
        if ask:
            asks.append(ask)
            place = ask.end
        else:
            place += 1
    for index, ask in enumerate(asks):
        stop = asks[index + 1].start if index + 1 < len(asks) else segment.end
        before = asks[index - 1].end if index else segment.start
        _fill(
            page,
            ask,
            segment,
            stop,
            ratios,
            scale,
            None if index and asks[index - 1].aspects else before,
        )
    return asks


def _ask_at(
    page: Page, place: int, segment: Segment, ratios: list[Ratio], scale: Scale
) -> Ask | None:
    counted = count_at(page, place)
    if counted is None:
        return None
    count, after = counted
    count_max = None
    if page.form(after) in word_set("deliverables.ask_at") and after + 1 < segment.end:
        upper = count_at(page, after + 1)
        if upper and upper[0] > count and media_near(page, upper[1], segment):
            count_max, after = upper
    if page.form(after) == "(" and page.form(after + 2) == ")":
        after += 3
    if page.form(after) in TIMES:
        return _times(page, place, after, count, segment, ratios, scale)
    near = media_near(page, after, segment)
    if near:
        name, end = near
        if name == "look":
            return None
        return Ask(
            place,
            end,
            count,
            "video" if name in ("video", "reel") else "still",
            name,
            count_max=count_max,
        )
    product = page.first(after, "g", "h", "b", "j", "c")
    if product and page.form(product.end) in TIMES:
        inner = count_at(page, product.end + 1)
        if inner:
            return Ask(place, inner[1], count * inner[0])
    step = after
    while (
        page.form(step) in word_set("asks.fillers")
        and step - after < 4
        and not any(r.start == step for r in ratios)
    ):
        step += 1
    ratio = next((r for r in ratios if r.start == step), None)
    if ratio and count <= 400:
        return Ask(place, ratio.end, count, media="", said=False)
    role = page.span_at(after, "role")
    if role and any(role.end <= r.start <= role.end + 2 for r in ratios) and count <= 60:
        return Ask(place, role.end, count, roles=[role.name], said=False)
    if role and each_before(page, segment, place):
        return Ask(place, role.end, count, roles=[role.name], said=False)
    return None


def _halve(page: Page, asks: list[Ask]) -> None:
    """Read "half upright 3:4 and half landscape 4:3" for the ask before it."""
    for segment in page.live():
        halves = [p for p in range(segment.start, segment.end) if page.form(p) in _HALF]
        ratios = [
            r.value
            for r in find_ratios(page, segment.start, segment.end)
            if r.value[:1].isdecimal()
        ]
        before = [a for a in asks if a.start < (halves[0] if halves else 0) and not a.aspects]
        if len(halves) == 2 and len(ratios) >= 2 and before:
            first = before[-1]
            asks += [replace(first, count=first.count // 2, aspects=[r]) for r in ratios[:2]]
            asks.remove(first)


def _replaced(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "from 8 to 6 visuals" and "eight photos, no, ten": the later count takes the place."""
    for ask in list(asks):
        sign = page.form(ask.start - 1)
        old = count_at(page, ask.start - 2) if ask.start >= 2 else None
        if (
            old
            and sign in word_set("numbers.to") | {"a", "to"}
            and page.form(ask.start - 3) in ("de", "from", "von", "da", "fran")
        ):
            asks = [a for a in asks if a is ask or a.count != old[0]]
        for place in range(ask.end, min(ask.end + 9, len(page.tokens) - 1)):
            fixed = count_at(page, place + 1) if page.form(place) in word_set("asks.fix") else None
            if (
                fixed
                and not any(a.start == place + 1 for a in asks)
                and not page.first(fixed[1], "unit", "people")
            ):
                ask.count = fixed[0]
    return asks


def _corrected_ratio(page: Page, asks: list[Ask]) -> None:
    """Read "3:2 instead of 16:9": the ratio that no longer holds goes everywhere."""
    for segment in page.live():
        ratios = find_ratios(page, segment.start, segment.end)
        for first, second in pairwise(ratios):
            between = {page.form(p) for p in range(first.end, second.start)}
            if (
                between
                & {
                    "statt",
                    "instead",
                    "not",
                    "anstatt",
                    "istallet",
                    "invece",
                    "anziche",
                    "lugar",
                    "lieu",
                    "nicht",
                }
                and len(between) <= 4
            ):
                for ask in asks:
                    ask.aspects = [first.value if a == second.value else a for a in ask.aspects]


def _times(
    page: Page,
    start: int,
    sign: int,
    count: int,
    segment: Segment,
    ratios: list[Ratio],
    scale: Scale,
) -> Ask | None:
    """Read "6 x square", "3 x 4:5", "2 x 3 images"."""
    here = sign + 1
    if any(ratio.start == here for ratio in ratios):
        return Ask(start, here, count, said=False)
    near = media_near(page, here, segment)
    inner = count_at(page, here) if here < segment.end else None
    if inner:
        return Ask(start, inner[1], count * inner[0])
    if near and near[0] != "look":
        return Ask(
            start, near[1], count, "video" if near[0] in ("video", "reel") else "still", near[0]
        )
    return None


def _fill(
    page: Page,
    ask: Ask,
    segment: Segment,
    stop: int,
    ratios: list[Ratio],
    scale: Scale,
    before: int | None,
) -> None:
    """Give an ask the ratios, seconds, roles and multipliers of its own stretch."""
    own = [r for r in ratios if ask.start <= r.start < stop and r.value]
    if not own and before is not None:
        own = [r for r in ratios if before <= r.start < ask.start][-1:]
    ask.aspects = list(dict.fromkeys(r.value for r in own))
    ask.lengths = lengths(page, own, stop)
    for place in range(ask.start, stop):
        length = seconds_at(page, place)
        if length:
            ask.seconds = ask.seconds or length
    if ask.seconds and ask.media in ("", "story"):
        ask.kind = "video"
    for span in page.spans(ask.start, stop, "role"):
        if span.name not in ask.roles:
            ask.roles.append(span.name)
    if not ask.aspects and ask.media in UPRIGHT:
        ask.aspects = [UPRIGHT[ask.media]]
    factor = repeats(page, ask, segment, stop, scale)
    if factor and factor > 1:
        ask.count *= factor
    ask.each = page.has(ask.start, stop, "each")


def _resolved(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    """Turn totals, halves and rests of one segment into plain asks."""
    if not asks:
        return asks
    forms = [page.form(place) for place in range(segment.start, segment.end)]
    if len(asks) > 2 and announces(page, asks):
        return asks[1:]
    if any(form in REST for form in forms):
        return _with_rest(page, segment, asks)
    if sum(form in _HALF for form in forms) and len(asks[0].aspects) == 2 and not asks[0].each:
        first = asks[0]
        half = first.count // 2
        parts = [replace(first, count=half, aspects=[a]) for a in first.aspects]
        return [*parts, *asks[1:]]
    return asks


def _with_rest(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    place = next(p for p in range(segment.start, segment.end) if page.form(p) in REST)
    ratio = next(iter(find_ratios(page, place, segment.end)), None)
    parts = [ask for ask in asks[1:] if ask.start < place] or []
    used = sum(part.count for part in parts)
    total = asks[0]
    if not parts or used >= total.count or ratio is None:
        return asks
    for part in parts:
        part.kind = total.kind
        part.aspects = [a for a in part.aspects if a != ratio.value] or part.aspects
        part.aspects = part.aspects[:1]
    rest = replace(
        total, count=total.count - used, aspects=[ratio.value], start=place, end=ratio.end
    )
    return [*parts, rest, *(ask for ask in asks[1:] if ask.start > place)]


def _without_totals(asks: list[Ask]) -> list[Ask]:
    """Drop an ask that is the sum of those behind or before it, and repeat none."""
    for index, ask in enumerate(asks):
        for others in (asks[index + 1 :], asks[:index]):
            for length in range(2, len(others) + 1):
                part = others[:length] if others is not asks[:index] else others[-length:]
                same = all(p.kind == ask.kind or not p.said for p in part)
                if same and sum(p.count for p in part) == ask.count:
                    for p in part:
                        p.kind = ask.kind
                        p.aspects = p.aspects or ask.aspects
                    return asks[:index] + asks[index + 1 :]
    return asks


def _spread_ratio(page: Page, asks: list[Ask]) -> None:
    """Give asks without a ratio the one that the text sets for everything."""
    everywhere = {
        r.value
        for s in page.live()
        for r in find_ratios(page, s.start, s.end)
        if r.value[:1].isdecimal()
    }
    for ask in asks:
        if not ask.aspects and len(everywhere) == 1 and ask.kind == "still":
            ask.aspects = list(everywhere)
    for segment in page.live():
        inside = [a for a in asks if segment.start <= a.start < segment.end]
        ratios = find_ratios(page, segment.start, segment.end)
        general = any(page.form(p) in _ALL for p in range(segment.start, segment.end))
        alone = not inside and len({r.value for r in ratios}) == 1
        if ratios and (general or alone):
            for ask in asks:
                if not ask.aspects:
                    ask.aspects = [ratios[-1].value]


def _items(ask: Ask) -> list[Deliverable]:
    role = " and ".join(ask.roles) if ask.roles else ("story" if ask.media == "story" else None)
    kind = "video" if ask.kind == "video" else "still"
    aspects: list[str | None] = [a for a in ask.aspects if a[:1].isdecimal()]
    aspects = aspects or [None]
    if len(aspects) > 1 and not ask.each and ask.count < 2 * len(aspects):
        aspects = aspects[:1] if ask.count > 1 else aspects
    return [
        Deliverable(
            count=ask.count,
            count_max=ask.count_max,
            kind=kind,
            aspect=aspect,
            role=role,
            seconds=ask.lengths.get(aspect or "", ask.seconds) if kind == "video" else None,
        )
        for aspect in aspects
    ]
