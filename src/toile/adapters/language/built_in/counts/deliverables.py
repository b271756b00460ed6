"""Deliverables: how many files of what kind and ratio, with the sums left to others."""

from dataclasses import replace

from toile.adapters.language.built_in.counts.asks import (
    TIMES,
    UPRIGHT,
    Ask,
    Scale,
    is_pronoun,
    lengths,
    repeats,
    share_repeats,
    without_shares,
)
from toile.adapters.language.built_in.counts.bare_counts import bare, of_a_role
from toile.adapters.language.built_in.counts.broken_down import broken_down
from toile.adapters.language.built_in.counts.corrected_counts import corrected_counts
from toile.adapters.language.built_in.counts.counted_anew import counted_anew
from toile.adapters.language.built_in.counts.counts_behind import counted_behind, in_a_cell
from toile.adapters.language.built_in.counts.cutdowns import cutdown_at, cutdowns
from toile.adapters.language.built_in.counts.each_again import each_again
from toile.adapters.language.built_in.counts.from_to import moved_on
from toile.adapters.language.built_in.counts.look_counts import numbers_looks
from toile.adapters.language.built_in.counts.media_named import media_near
from toile.adapters.language.built_in.counts.multiplied import multiplied
from toile.adapters.language.built_in.counts.now_counted import now_counted
from toile.adapters.language.built_in.counts.of_which import set_apart
from toile.adapters.language.built_in.counts.only_shown import is_no_order
from toile.adapters.language.built_in.counts.parts_of_sums import (
    is_of_all,
    of_a_product,
    of_several,
)
from toile.adapters.language.built_in.counts.second_halves import second_half
from toile.adapters.language.built_in.counts.shares import told_apart
from toile.adapters.language.built_in.counts.single_files import is_denied, single_at
from toile.adapters.language.built_in.counts.spread_ratios import spread_each, spread_ratio
from toile.adapters.language.built_in.counts.sums import announces, without_sums
from toile.adapters.language.built_in.counts.taken_back import put_right, without_skipped
from toile.adapters.language.built_in.counts.told_ratios import told_ratios
from toile.adapters.language.built_in.counts.totals import (
    HALF,
    REST,
    corrected_ratio,
    summed,
    with_rest,
)
from toile.adapters.language.built_in.counts.turned import turned
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.of_each import is_of_each
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios, seconds_at
from toile.adapters.language.built_in.text.tables import rows
from toile.domain.brief import Deliverable


def read_deliverables(
    page: Page, scale: Scale, taken: set[int]
) -> list[tuple[Deliverable, int, int]]:
    """Return the deliverables of a page with the tokens they stand on."""
    found = [(segment, asks_in(page, segment, scale, taken)) for segment in page.live()]
    parts = broken_down(page, [ask for _, some in found for ask in some])
    asks = parts or [ask for segment, some in found for ask in _resolved(page, segment, some)]
    asks = now_counted(page, counted_anew(page, corrected_counts(page, asks)))
    asks = moved_on(page, put_right(page, without_skipped(page, asks)))
    table = rows(page)
    asks = [a for a in asks if not any(r.start <= a.start < r.end for r in table)]
    asks += [Ask(r.start, r.end, r.files, roles=[r.name]) for r in table]
    if not parts:
        asks = summed(page, told_apart(page, asks), scale)
    for give in (told_ratios, spread_ratio, corrected_ratio):
        give(page, asks)
    told = asks if parts else set_apart(page, asks)
    return [(item, a.start, a.end) for a in told for item in _items(a)]


def asks_in(page: Page, segment: Segment, scale: Scale, taken: set[int]) -> list[Ask]:
    ratios = find_ratios(page, segment.start, segment.end)
    figured = [r for r in ratios if r.value[:1].isdecimal()]
    in_ratio = {
        p
        for r in figured
        for p in range(r.start, r.end)
        if page.tokens[r.start].text[:1].isdecimal() or r.end - r.start > 1
    }
    asks: list[Ask] = []
    place = segment.start + _list_number(page, segment)
    while place < segment.end:
        ask = None
        if place not in in_ratio and place not in taken and seconds_at(page, place) is None:
            ask = (
                in_a_cell(page, place, segment)
                or single_at(page, place, ratios)
                or _ask_at(page, place, segment, ratios)
                or of_a_product(page, place, segment, ratios)
                or counted_behind(page, place, segment, ratios)
            )
        if ask:
            asks.append(ask)
            place = ask.end
        else:
            place += 1
    shorter = cutdown_at(page, segment)
    if shorter and any(ask.start <= shorter.start < ask.end for ask in asks):
        shorter = None  # "3 x 6s cutdowns" are counted already.
    again: list[Ask] = []
    for index, ask in enumerate(asks):
        stop = asks[index + 1].start if index + 1 < len(asks) else segment.end
        more = each_again(page, ask, segment, stop, ratios, scale)
        if more:
            again.append(more)
            stop = more.start
        if shorter and ask.start < shorter.start < stop and ask.kind == "video":
            stop = shorter.start
        before = asks[index - 1].end if index else segment.start
        _fill(
            page,
            ask,
            segment,
            stop,
            ratios,
            scale,
            None if index and asks[index - 1].aspects else before,
            asks[0].start,
        )
    asks = sorted([*asks, *again], key=lambda ask: ask.start)
    asks = [ask for i, ask in enumerate(asks) if not is_denied(page, ask, asks[:i])]
    asks = without_sums(page, without_shares(page, asks))
    share_repeats(page, asks)
    films = [a for a in asks if shorter and a.kind == "video" and a.start < shorter.start]
    if shorter and films:
        asks += cutdowns(page, segment, shorter, films[-1])
    return asks or spread_each(page, segment, ratios)


def _list_number(page: Page, segment: Segment) -> int:
    """Return how many tokens number a line: "2) Shot at the station" orders no two shots."""
    first = segment.start
    numbered = page.tokens[first].text.isdecimal() and page.form(first + 1) == ")"
    opens = first == 0 or "\n" in page.text[page.tokens[first - 1].end : page.tokens[first].start]
    return 2 if numbered and opens else 0


def _ask_at(page: Page, place: int, segment: Segment, ratios: list[Ratio]) -> Ask | None:
    counted = _count_or_range(page, place, segment)
    if counted is None or is_of_each(page, place) or is_of_all(page, place):
        return None
    count, count_max, after = counted
    part = page.form(after) in word_set("deliverables.fractions")
    share = part and page.form(after + 1) in word_set("people.of")
    if share or numbers_looks(page, place) or is_no_order(page, place):
        return None
    if page.form(after) in TIMES:
        return multiplied(page, place, after, count, segment, ratios)
    if several := of_several(page, place, after, count):
        return several
    near = media_near(page, after, segment)
    if near is None and is_pronoun(page, place):
        return None
    pieces = near is None and page.form(after) in word_set("deliverables.pieces")
    spoken = near is None and not page.tokens[place].text.isdecimal()
    after += pieces  # "una pieza de 45 segundos"
    spoken |= pieces
    after += spoken and page.form(after) in word_set("people.of")  # "uno da 20 secondi"
    if near is None and seconds_at(page, after) and page.form(after - 1) not in ("-", ":"):
        return Ask(place, after + 1, count, "video", said=False)  # "one 20 second thing"
    if near:
        name, end = near
        kind = "video" if name in ("video", "reel") else "still"
        return None if name == "look" else Ask(place, end, count, kind, name, count_max=count_max)
    product = page.first(after, "g", "h", "b", "j", "c")
    inner = count_at(page, product.end + 1) if product and page.form(product.end) in TIMES else None
    if inner:
        return Ask(place, inner[1], count * inner[0])
    return (
        bare(page, place, after, count, ratios)
        or of_a_role(page, place, after, count, segment, ratios)
        or second_half(page, place, after, count, segment)
    )


def _count_or_range(page: Page, place: int, segment: Segment) -> tuple[int, int | None, int] | None:
    """Return a count, the upper end of its range and the next place."""
    counted = count_at(page, place)
    if counted is None:
        return None
    count, after = counted
    ranged = page.form(after) in word_set("deliverables.ask_at")
    between = page.form(place - 1) in word_set("deliverables.between")
    ranged |= between and page.form(after) in word_set("asks.joins")
    if ranged and after + 1 < segment.end:
        upper = count_at(page, after + 1)
        if upper and upper[0] > count and media_near(page, upper[1], segment):
            return count, upper[0], upper[1]
    return count, None, after + 3 * (page.form(after) == "(" and page.form(after + 2) == ")")


def _fill(
    page: Page,
    ask: Ask,
    segment: Segment,
    stop: int,
    ratios: list[Ratio],
    scale: Scale,
    before: int | None,
    first: int,
) -> None:
    """Give an ask the ratios, seconds, roles and multipliers of its own stretch."""
    own = [r for r in ratios if ask.start <= r.start < stop and r.value]
    if not own and before is not None:
        own = [r for r in ratios if before <= r.start < ask.start][-1:]
    ask.aspects = list(dict.fromkeys(r.value for r in own)) or ask.aspects
    ask.lengths = lengths(page, own, stop)
    for place in range(ask.start, stop):
        length = seconds_at(page, place)
        if length:
            ask.seconds = ask.seconds or length
    timed = any(seconds_at(page, p) for p in range(ask.end, ask.end + 2))
    if ask.seconds and (timed or ask.media in ("", "story")):
        ask.kind = "video"
    for span in page.spans(ask.start, stop, "role"):
        # "Dos banners" are two, "half of them in motion" is a share.
        other = count_at(page, span.start) or (
            span.name == "half" and page.form(span.end) in word_set("people.of")
        )
        if span.name not in ask.roles and not other:
            ask.roles.append(span.name)
    if not ask.aspects and ask.media in UPRIGHT:
        ask.aspects = [UPRIGHT[ask.media]]
    if ask.kind == "video" and not any(a[:1].isdecimal() for a in ask.aspects):
        ask.aspects = turned(page, ask.start, stop) or ask.aspects
    factor = repeats(page, ask, segment, stop, scale, first)
    if factor and factor > 1:
        ask.count *= factor
        ask.factor = factor
    again = any(page.form(p) in word_set("asks.same") for p in range(ask.end, stop))
    ask.each = page.has(ask.start, stop, "each") or again


def _resolved(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    """Turn totals, halves and rests of one segment into plain asks."""
    if not asks:
        return asks
    forms = [page.form(place) for place in range(segment.start, segment.end)]
    if len(asks) > 2 and announces(page, asks):
        return asks[1:]
    if any(form in REST for form in forms):
        return with_rest(page, segment, asks)
    if len(asks) == 2 and announces(page, asks) and asks[1].count < asks[0].count:
        return [replace(asks[0], aspects=asks[1].aspects[:1])]
    if sum(form in HALF for form in forms) and len(asks[0].aspects) == 2 and not asks[0].each:
        first = asks[0]
        half = first.count // 2
        parts = [replace(first, count=half, aspects=[a]) for a in first.aspects]
        return [*parts, *asks[1:]]
    return asks


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
