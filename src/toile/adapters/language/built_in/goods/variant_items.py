"""The items of a counted list: as many as its head counts, or none of them.

An item is a name with what describes it ("the Otto (penny, oxblood)"), a thing, or a colour.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.goods.variant_heads import Head
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words

_BETWEEN = (",", ";", "/", "+", "&")
_DASHES = ("-", "–", "—")
_BRACKETS = {"(": 1, ")": -1}
_LONGEST_NAME = 3
_LONGEST_COLOUR = 4
ELSEWHERE = ("media", "people", "chan", "month", "season", "group", "must", "neg", "weekday")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its tokens, and those of its name, none where it has no name."""

    start: int
    end: int
    name: tuple[int, int]


def list_items(page: Page, head: Head, segment: Segment, skip: set[int]) -> list[Item]:
    """Return as many items as the head counts, or none."""
    start = head.opens
    while start < segment.end and page.form(start) in word_set("variants.leads"):
        start += 1
    limit = _limit(page, head, segment)
    if start >= limit or page.text[page.tokens[start].start - 1] in '"“„«':
        return []
    joined = head.opens == head.end
    if head.kind == "colour":
        return _colours(page, head, start, limit, joined)
    parts = chunks(page, start, limit)
    grouped = _grouped(page, parts, head.count, skip)
    good = len(grouped) == head.count and _is_list(page, head, grouped)
    return grouped if good and not (joined and _is_loose(page, grouped)) else []


def _is_loose(page: Page, items: list[Item]) -> bool:
    """Whether items that no sign parts from their head are of plain words."""
    return any(item.name[0] == item.name[1] for item in items) and not all_colours(page, items)


def _limit(page: Page, head: Head, segment: Segment) -> int:
    """Return where the list must end: at its own bracket, else with the sentence."""
    if page.form(head.opens - 1) != "(":
        return _sentence_end(page, segment)
    depth = 1
    for place in range(head.opens, segment.end):
        depth += _BRACKETS.get(page.tokens[place].text, 0)
        if depth == 0:
            return place
    return segment.end


def _sentence_end(page: Page, segment: Segment) -> int:
    """Return the end of a sentence whose parts semicolons divide: "Gaston, round; Lucie, pink"."""
    end = segment.end
    while page.form(end) == ";" and end + 1 < len(page.tokens):
        end = page.segment_of(end + 1).end
    return end


def chunks(page: Page, start: int, limit: int) -> list[tuple[int, int]]:
    """Cut a stretch at commas and "and" outside brackets."""
    found: list[tuple[int, int]] = []
    begin, depth = start, 0
    for place in range(start, limit + 1):
        form = page.form(place) if place < limit else ","
        depth += _BRACKETS.get(form, 0)
        if depth < 0:
            limit = place
            form = ","
        cuts = form in _BETWEEN or form in word_set("asks.joins") - {"+", "mit"}
        spaced = form in _DASHES and depth <= 0
        limit = place if spaced else limit
        if place == limit or (cuts and depth <= 0):
            if place > begin:
                found.append((begin, place))
            begin = place + 1
        if place >= limit:
            break
    return found


def _grouped(page: Page, parts: list[tuple[int, int]], count: int, skip: set[int]) -> list[Item]:
    """Let parts that only describe belong to the item before them."""
    items: list[Item] = []
    named = bool(parts) and _name(page, *parts[0], skip) is not None
    bare = bool(parts) and not named and _only_describes(page, *parts[0])
    for place, (start, end) in enumerate(parts):
        first, name = _without_lead(page, start, end), _name(page, start, end, skip)
        for_all = bool(items) and page.form(start) in word_set("colourways.all")
        if for_all or page.has(name[1] if name else first, end, *ELSEWHERE) or first >= end:
            break
        tells = not bare and (name is None if named else _only_describes(page, first, end))
        if items and tells:
            if len(items) == count and not _goes_on(page, parts[place : place + 2]):
                break
            items[-1] = Item(items[-1].start, end, items[-1].name)
        elif len(items) == count:
            break
        else:
            items.append(Item(first, end, name or (first, first)))
    return items


def _goes_on(page: Page, parts: list[tuple[int, int]]) -> bool:
    """Whether the last item is still being told: ", black", ", the low one, burgundy"."""
    first, *more = [_only_describes(page, *chunk) for chunk in parts]
    short = parts[0][1] - parts[0][0] <= _LONGEST_COLOUR
    return first or (short and any(more) and not page.has(*parts[0], *KINDS))


def _only_describes(page: Page, start: int, end: int) -> bool:
    """Whether a chunk holds nothing but colours, cloth and small words."""
    spans = page.spans(start, end, "col", "m", "adj")
    if any(page.first(s.start, *KINDS) for s in spans):
        return False
    covered = {p for s in spans for p in range(s.start, s.end)}
    rest = [p for p in range(start, end) if p not in covered]
    return bool(spans) and all(page.form(p) in function_words() for p in rest)


def _without_lead(page: Page, start: int, end: int) -> int:
    while start < end and page.form(start) in word_set("variants.leads"):
        start += 1
    return start


def _name(page: Page, start: int, end: int, skip: set[int]) -> tuple[int, int] | None:
    """Return the name that opens a chunk: "the Otto (penny)", "orecchini Spiga", "Cala blanco"."""
    led = start
    start = _without_lead(page, start, end)
    noun = page.first(start, *KINDS)
    german = page.languages[0] == "de"
    behind = noun is not None and noun.end < end and (german or not page.tokens[start].is_name)
    place = first = noun.end if noun and behind else start
    while place < end and place - first < _LONGEST_NAME and _is_named(page, place, first):
        place += 1
    if place == first or first in skip or place - 1 in skip:
        return None
    plain_noun = german and bool(page.at[first]) and led == start
    return None if plain_noun else (first, place)


def _is_named(page: Page, place: int, first: int) -> bool:
    token = page.tokens[place]
    if place > first and token.text.isdecimal():
        return True
    capital = token.is_name and token.is_word
    known = page.first(place, "col", *KINDS, "month", "group", "people") if place > first else None
    return capital and known is None


def all_colours(page: Page, items: list[Item]) -> bool:
    """Whether all items are colours, those of no list among known ones: "sludgy green"."""
    if any(item.name[0] < item.name[1] for item in items):
        return False
    known = [s for item in items if (s := _colour_at_end(page, item))]
    whole = [s for s in known if any(s.start == item.start for item in items)]
    return len(known) == len(items) and 2 * len(whole) >= len(items)


def _colour_at_end(page: Page, item: Item) -> Span | None:
    """Return the colour that an item ends in, plain words before it."""
    if item.end - item.start > _LONGEST_COLOUR:
        return None
    spans = [s for s in page.spans(item.start, item.end, "col") if s.end == item.end]
    plain = not page.has(item.start, spans[0].start, *KINDS, "m") if spans else False
    return spans[0] if plain else None


def _is_list(page: Page, head: Head, items: list[Item]) -> bool:
    """Whether the items are of one sort: all named, all colours, or things among them."""
    named = [item.name[0] < item.name[1] for item in items]
    if all(named):
        return True
    if any(named):
        return False
    if all_colours(page, items):
        return True
    goods = [page.has(item.start, item.end, *KINDS) for item in items]
    short = all(item.end - item.start <= 2 * _LONGEST_COLOUR for item in items)
    ones = [is_one(page, i) and page.has(i.start, i.end, "col") for i in items]
    return short and (all(ones) if head.noun else any(goods))


def is_one(page: Page, item: Item) -> bool:
    """Whether an item stands for the noun of its head: "a long one in pistachio", "una lunga"."""
    told = any(page.form(place) in word_set("shared.one") for place in range(item.start, item.end))
    return told or page.has(item.start, item.end, "adj")


def _colours(page: Page, head: Head, start: int, limit: int, joined: bool) -> list[Item]:
    """Return the colours of a list, those that nobody knows with it; or of a run of colours."""
    run = _run(page, start, limit)
    if len(run) == head.count or joined:
        return run if len(run) == head.count else []
    items: list[Item] = []
    for begin, end in chunks(page, start, limit)[: head.count]:
        first = _without_lead(page, begin, end)
        span = page.span_at(first, "col")
        if span and end - first > _LONGEST_COLOUR:
            end = span.end
        plain = all(page.tokens[p].is_word for p in range(first, end))
        if not 0 < end - first <= _LONGEST_COLOUR or not plain or page.has(first, end, *ELSEWHERE):
            return []
        items.append(Item(first, end, (first, first)))
    return items if len(items) == head.count else []


def _run(page: Page, start: int, limit: int) -> list[Item]:
    """Return the colours that stand side by side, as a phone writes them down."""
    items: list[Item] = []
    place = start
    while place < limit:
        span = page.span_at(place, "col") or page.span_at(place, "m")
        if span:
            items.append(Item(place, span.end, (place, place)))
            place = span.end
        elif items and page.form(place) in (*_BETWEEN, *word_set("asks.joins")):
            place += 1
        else:
            break
    return items
