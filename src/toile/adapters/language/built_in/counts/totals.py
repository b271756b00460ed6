"""Rests, halves, totals and corrections among the asks of a brief."""

from dataclasses import replace
from itertools import pairwise

from toile.adapters.language.built_in.counts.asks import (
    Ask,
    Scale,
)
from toile.adapters.language.built_in.counts.sums import look_views, views_of_each
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import puts_right
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios

REST = word_set("deliverables.rest")


HALF = word_set("deliverables.half")


def summed(page: Page, asks: list[Ask], scale: Scale) -> list[Ask]:
    """Return the asks without those that are the sum, the correction or the half of others."""
    halve(page, asks)
    asks = replaced(page, asks)
    asks += look_views(page, asks) or ([] if asks else views_of_each(page, scale))
    return in_total(page, without_scenes(without_totals(page, asks)))


def halve(page: Page, asks: list[Ask]) -> None:
    """Read "half upright 3:4 and half landscape 4:3" for the ask before it."""
    for segment in page.live():
        halves = [p for p in range(segment.start, segment.end) if page.form(p) in HALF]
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


def _put_right(page: Page, ask: Ask) -> None:
    """Read "no son 10 fotos, son 7", "it's not 10 pictures, it's 7": the later count holds."""
    lead = {page.form(p) for p in range(max(0, ask.start - _LEAD), ask.start)}
    if not lead & word_set("musts.turned"):
        return
    for place in range(ask.end, min(ask.end + _LEAD + 1, len(page.tokens))):
        counted = count_at(page, place)
        told = page.form(place - 1) in word_set("totals.is")
        if counted and told and not page.first(counted[1], "unit", "people", "month"):
            ask.count = counted[0]
            return


_LEAD = 3


def replaced(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "from 8 to 6 visuals" and "eight photos, no, ten": the later count takes the place."""
    for ask in list(asks):
        _put_right(page, ask)
        sign = page.form(ask.start - 1)
        old = count_at(page, ask.start - 2) if ask.start >= 2 else None
        if (
            old
            and sign in word_set("numbers.to") | {"a", "to"}
            and page.form(ask.start - 3) in word_set("totals.out_of")
        ):
            asks = [a for a in asks if a is ask or a.count != old[0]]
        instead = sign in word_set("totals.instead") | {"of", "de", "di", "for"}
        lead = ask.start - 1 - (sign not in word_set("totals.instead"))
        while instead and page.form(lead) in word_set("totals.instead") | {"au", "en", "i", "vez"}:
            lead -= 1
        kept = count_at(page, lead) if instead and lead < ask.start - 1 else None
        if kept and kept[1] == lead + 1 and page.tokens[lead].text.isdecimal():
            ask.count = kept[0]  # "7 statt 9 Fotos"
        for place in range(ask.end, min(ask.end + 9, len(page.tokens) - 1)):
            denies = f"{page.languages[0]}:{page.form(place)}" in word_set("asks.denies")
            fixes = page.form(place) in word_set("asks.fix") and not denies  # "7 fotos, no 9"
            fixed = count_at(page, place + 1) if fixes else None
            if (
                fixed
                and not any(a.start == place + 1 for a in asks)
                and not page.first(fixed[1], "unit", "people")
            ):
                ask.count = fixed[0]
    return asks


def corrected_ratio(page: Page, asks: list[Ask]) -> None:
    """Read "3:2 instead of 16:9", "square no sorry 4:5": what no longer holds goes everywhere."""
    for segment in page.live():
        ratios = find_ratios(page, segment.start, segment.end)
        for first, second in pairwise(ratios):
            between = {page.form(p) for p in range(first.end, second.start)}
            counted = any(count_at(page, p) for p in range(first.end, second.start))
            if len(between) > _FARTHEST or counted:
                continue
            if between & word_set("run_on.corrects"):
                _put(asks, first.value, second.value)
            elif between & word_set("totals.instead"):
                _put(asks, second.value, first.value)
        before = [ask for ask in asks if ask.end <= segment.start]
        if len(ratios) == 1 and before and puts_right(page, segment.start):
            before[-1].aspects = [ratios[0].value]  # "Eight squares. No, make that 4:5."


_FARTHEST = 4


def _put(asks: list[Ask], old: str, new: str) -> None:
    for ask in asks:
        ask.aspects = list(dict.fromkeys(new if a == old else a for a in ask.aspects))


def with_rest(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
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


_MOST_SUMMED = 60


def without_totals(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop an ask that is the sum of those behind or before it, and repeat none.

    No brief sums up more asks than ``_MOST_SUMMED``; a text that repeats itself is read in time.
    """
    if len(asks) > _MOST_SUMMED:
        return asks
    for index, ask in enumerate(asks):
        for others in (asks[index + 1 :], asks[:index]):
            for length in range(1, len(others) + 1):
                part = others[:length] if others is not asks[:index] else others[-length:]
                bare = not (ask.said or ask.media) and page.form(ask.end) in ("(", ":")
                same = bare or all(p.kind == ask.kind or not p.said for p in part)
                if same and _is_sum(page, ask, part) and not _of_another_shape(ask, part):
                    for p in part:
                        p.kind = p.kind if bare else ask.kind
                        p.aspects = p.aspects or ask.aspects
                        p.count *= ask.factor if p.factor == 1 < ask.factor else 1
                        p.factor = max(p.factor, ask.factor)
                    return without_totals(page, asks[:index] + asks[index + 1 :])
    return asks


def _of_another_shape(ask: Ask, part: list[Ask]) -> bool:
    """Whether an ask has a ratio that none of the others has: "4 of 4:5, 3 of 1:1, one 16:9"."""
    shapes = {aspect for p in part for aspect in p.aspects}
    shaped = len(part) > 1 and all(p.aspects for p in part)
    return shaped and bool(ask.aspects) and not shapes & set(ask.aspects)


def _is_beside(page: Page, ask: Ask, part: list[Ask]) -> bool:
    """Whether views of its own stand in one list with others: "6 portraits, 4 wides, 2 details"."""
    if not ask.roles or not all(p.roles and p.roles != ask.roles for p in part):
        return False
    between = {page.form(p) for p in range(ask.end, part[0].start)}
    return part[0].start > ask.start and not between & {":", "(", "-", "–", "—", "="}


def _is_sum(page: Page, ask: Ask, part: list[Ask]) -> bool:
    """Whether parts make up an ask: together, or each time that it is repeated."""
    if len(part) == 1:
        again = ask.factor == 1 < part[0].factor and not ask.aspects
        return again and part[0].count == ask.count and part[0].start > ask.start
    if _is_beside(page, ask, part):
        return False
    whole = sum(p.count for p in part)
    unit = all(p.factor == 1 for p in part) and ask.factor > 1 and part[0].start > ask.start
    return whole == ask.count or (unit and whole * ask.factor == ask.count)


def without_scenes(asks: list[Ask]) -> list[Ask]:
    """Drop "one photo in front of the gate": a wish for one of the pictures, not one more."""
    real = [a for a in asks if a.aspects or a.count > 1 or a.roles or a.seconds or a.each]
    return real if any(a.count > 1 for a in real) else asks


def _so_many(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "pro Outfit ein Detail, also 14 Bilder": the sum stands for its parts."""
    for ask in asks:
        segment = page.segment_of(ask.start)
        if f"{page.languages[0]}:{page.form(ask.start - 1)}" not in word_set("totals.so"):
            continue
        if page.has(segment.start, ask.start, "each"):
            return [a for a in asks if not segment.start <= a.start < ask.start]
    return asks


def in_total(page: Page, asks: list[Ask]) -> list[Ask]:
    """Read "6 total, 4:5": the sum that the client names is the sum."""
    asks = _so_many(page, asks)
    for place in range(len(page.tokens) - 2):
        counted = count_at(page, place)
        if counted is None or page.form(counted[1]) not in word_set("asks.total"):
            continue
        stills = [a for a in asks if a.kind == "still"]
        aspects = {r for a in stills for r in a.aspects}
        ratio = next(
            iter(find_ratios(page, counted[1], min(counted[1] + 6, len(page.tokens)))), None
        )
        if len(aspects) <= 1 and sum(a.count for a in stills) < counted[0] and ratio:
            kept = [a for a in asks if a.kind != "still"]
            return [*kept, Ask(place, ratio.end, counted[0], aspects=[ratio.value])]
    return asks
