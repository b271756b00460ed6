"""Deliverables: how many files of what kind and ratio, with the sums that people leave to others."""

from dataclasses import dataclass, field, replace

from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.ratios import Ratio, count_at, find_ratios, seconds_at
from toile.domain.brief import Deliverable

_UPRIGHT = {"reel": "9:16", "story": "9:16"}
_TIMES = frozenset(("x", "×", "*", "mal", "fois"))
_REST = frozenset("rest remainder remaining reste restants restante restantes resto ubrigen ovriga resten".split())
_HALF = frozenset("half halfte halften moitie meta mitad halva halb".split())
_ALL = frozenset("all everything alles alle tout toutes tous tutto tutti tutte todo todas todos allt alla "
                 "same throughout".split())


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


def read_deliverables(
    page: Page, scale: Scale, taken: set[int]
) -> list[tuple[Deliverable, int, int]]:
    """Return the deliverables of a page with the tokens they stand on."""
    asks: list[Ask] = []
    for segment in page.live():
        found = _asks(page, segment, scale, taken)
        asks += _resolved(page, segment, found)
    asks += _look_views(page, scale, asks)
    asks = _without_totals(asks)
    _spread_ratio(page, asks)
    return [(item, ask.start, ask.end) for ask in asks for item in _items(ask)]


def _asks(page: Page, segment: Segment, scale: Scale, taken: set[int]) -> list[Ask]:
    ratios = find_ratios(page, segment.start, segment.end)
    in_ratio = {p for ratio in ratios for p in range(ratio.start, ratio.end)
                if ratio.value[:1].isdigit() and page.tokens[ratio.start].text[:1].isdigit()}
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
        _fill(page, ask, segment, stop, ratios, scale, None if index and asks[index - 1].aspects else before)
    return asks


def _look_views(page: Page, scale: Scale, asks: list[Ask]) -> list[Ask]:
    """Read "14 looks, front and back each": the looks times their views, where no files are counted."""
    if not scale.looks or asks:
        return []
    for segment in page.live():
        looks = [s for s in page.spans(segment.start, segment.end, "media") if s.name == "look"]
        if not looks:
            continue
        roles = [s for s in page.spans(looks[0].end, segment.end, "role")]
        each = page.has(looks[0].end, segment.end, "each")
        first = [r.name for r in roles if not _single(page, r.start)]
        if first and each:
            found = [Ask(looks[0].start, segment.end, scale.looks * len(first), roles=first)]
            return found + _single_views(page, segment, roles)
    return []


def _single(page: Page, place: int) -> bool:
    return count_at(page, place - 1) is not None


def _single_views(page: Page, segment: Segment, roles: list) -> list[Ask]:  # type: ignore[type-arg]
    """Read "plus one detail for looks 1-5"."""
    found = []
    for span in roles:
        if _single(page, span.start):
            counted = count_at(page, span.start - 1)
            numbers = [count_at(page, p) for p in range(span.end, segment.end)]
            ends = [n[0] for n in numbers if n]
            many = ends[1] - ends[0] + 1 if len(ends) > 1 and ends[1] > ends[0] else 1
            found.append(Ask(span.start, segment.end, (counted[0] if counted else 1) * many, roles=[span.name]))
    return found


def _ask_at(
    page: Page, place: int, segment: Segment, ratios: list[Ratio], scale: Scale
) -> Ask | None:
    counted = count_at(page, place)
    if counted is None:
        return None
    count, after = counted
    count_max = None
    if page.form(after) in ("-", "–", "to", "bis", "a", "till") and after + 1 < segment.end:
        upper = count_at(page, after + 1)
        if upper and upper[0] > count and _media_near(page, upper[1], segment):
            count_max, after = upper
    if page.form(after) == "(" and page.form(after + 2) == ")":
        after += 3
    if page.form(after) in _TIMES:
        return _times(page, place, after, count, segment, ratios, scale)
    near = _media_near(page, after, segment)
    if near:
        name, end = near
        if name == "look":
            return None
        return Ask(place, end, count, "video" if name in ("video", "reel") else "still", name,
                   count_max=count_max)
    product = page.first(after, "g", "h", "b", "j", "c")
    if product and page.form(product.end) in _TIMES:
        inner = count_at(page, product.end + 1)
        if inner:
            return Ask(place, inner[1], count * inner[0])
    step = after + (page.form(after) in ("in", "im", "en", "i", "a", "at"))
    ratio = next((r for r in ratios if r.start == step), None)
    if ratio and count <= 400:
        return Ask(place, ratio.end, count, media="", said=False)
    role = page.span_at(after, "role")
    if role and _each_before(page, segment, place):
        return Ask(place, role.end, count, roles=[role.name], said=False)
    return None


def _media_near(page: Page, place: int, segment: Segment) -> tuple[str, int] | None:
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


_TAILS = {"bilder": "still", "bild": "still", "fotos": "still", "foton": "still", "motive": "still", "aufnahmen": "still",
          "filme": "video", "clips": "video", "videos": "video", "filmer": "video", "klipp": "video"}  # fmt: skip


def _compound(form: str) -> str | None:
    """Return the medium at the tail of a compound: "Gruppenbilder", "produktbilder"."""
    return next((kind for tail, kind in _TAILS.items() if form.endswith(tail) and len(form) > len(tail) + 2), None)


def _times(
    page: Page, start: int, sign: int, count: int, segment: Segment, ratios: list[Ratio],
    scale: Scale,
) -> Ask | None:
    """Read "6 x square", "3 x 4:5", "2 x 3 images"."""
    here = sign + 1
    if any(ratio.start == here for ratio in ratios):
        return Ask(start, here, count, said=False)
    near = _media_near(page, here, segment)
    inner = count_at(page, here) if here < segment.end else None
    if inner:
        return Ask(start, inner[1], count * inner[0])
    if near and near[0] != "look":
        return Ask(start, near[1], count, "video" if near[0] in ("video", "reel") else "still", near[0])
    return None


def _fill(
    page: Page, ask: Ask, segment: Segment, stop: int, ratios: list[Ratio], scale: Scale,
    before: int | None,
) -> None:
    """Give an ask the ratios, seconds, roles and multipliers of its own stretch."""
    own = [r for r in ratios if ask.start <= r.start < stop and r.value]
    if not own and before is not None:
        own = [r for r in ratios if before <= r.start < ask.start][-1:]
    ask.aspects = list(dict.fromkeys(r.value for r in own))
    ask.lengths = _lengths(page, own, stop)
    for place in range(ask.start, stop):
        length = seconds_at(page, place)
        if length:
            ask.seconds = ask.seconds or length
    if ask.seconds and ask.media in ("", "story"):
        ask.kind = "video"
    for span in page.spans(ask.start, stop, "role"):
        if span.name not in ask.roles:
            ask.roles.append(span.name)
    if not ask.aspects and ask.media in _UPRIGHT:
        ask.aspects = [_UPRIGHT[ask.media]]
    factor = _factor(page, ask, segment, stop, scale)
    if factor and factor > 1:
        ask.count *= factor
    ask.each = page.has(ask.start, stop, "each")


def _lengths(page: Page, ratios: list[Ratio], stop: int) -> dict[str, int]:
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


def _each_before(page: Page, segment: Segment, place: int) -> bool:
    return page.has(max(segment.start, place - 12), place, "each")


def _factor(page: Page, ask: Ask, segment: Segment, stop: int, scale: Scale) -> int | None:
    """Return how often "per look", "each" and the like repeat an ask."""
    behind = page.spans(ask.start, stop, "each")
    ahead = page.spans(segment.start, ask.start, "each")
    for span in (*behind, *reversed(ahead)):
        if any(s.name == "look" for s in page.spans(span.end, min(span.end + 3, segment.end), "media")):
            return scale.looks
        noun = page.first(span.end, "g", "h", "b", "j", "c", "people") or page.first(
            span.end + 1, "g", "h", "b", "j", "c", "people")
        if noun and noun.kind == "people":
            return scale.people
        if noun:
            return scale.by_noun.get(noun.name) or scale.products or None
        if span.end >= segment.end or page.form(span.end) in (":", ",", "piece", "item", "product", "teil",
                                                                "artikel", "style", "ref", "colour", "plagg"):
            return scale.products or None
    return None


def _resolved(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    """Turn totals, halves and rests of one segment into plain asks."""
    if not asks:
        return asks
    forms = [page.form(place) for place in range(segment.start, segment.end)]
    if len(asks) > 2 and _announces(page, asks):
        return asks[1:]
    if any(form in _REST for form in forms):
        return _with_rest(page, segment, asks)
    if sum(form in _HALF for form in forms) and len(asks[0].aspects) == 2 and not asks[0].each:
        first = asks[0]
        half = first.count // 2
        parts = [replace(first, count=half, aspects=[a]) for a in first.aspects]
        return [*parts, *asks[1:]]
    return asks


def _announces(page: Page, asks: list[Ask]) -> bool:
    """Whether the first ask is the sum that the others, behind a colon, spell out."""
    between = range(asks[0].end, asks[1].start)
    colon = any(page.form(p) == ":" for p in between)
    own = asks[0].said and not asks[0].aspects and not page.has(asks[0].start, asks[1].start, "each")
    return colon and own and not asks[0].roles and asks[0].count != asks[1].count


def wrong_sum(page: Page, scale: Scale, taken: set[int]) -> tuple[int, int, int] | None:
    """Return an announced total, the sum of its parts and a token, where they do not agree."""
    for segment in page.live():
        asks = _asks(page, segment, scale, taken)
        if len(asks) > 2 and _announces(page, asks) and all(a.kind == asks[0].kind or not a.said for a in asks[1:]):
            rest = any(page.form(p) in _REST for p in range(segment.start, segment.end))
            total = sum(a.count for a in asks[1:])
            if total != asks[0].count and not rest:
                return asks[0].count, total, asks[0].start
    return None


def _with_rest(page: Page, segment: Segment, asks: list[Ask]) -> list[Ask]:
    place = next(p for p in range(segment.start, segment.end) if page.form(p) in _REST)
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
    rest = replace(total, count=total.count - used, aspects=[ratio.value], start=place, end=ratio.end)
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
    everywhere = {r.value for s in page.live() for r in find_ratios(page, s.start, s.end) if r.value[:1].isdigit()}
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
    aspects = [a for a in ask.aspects if a[:1].isdigit()] or [None]
    if len(aspects) > 1 and not ask.each and ask.count < 2 * len(aspects):
        aspects = aspects[:1] if ask.count > 1 else aspects
    return [
        Deliverable(count=ask.count, count_max=ask.count_max, kind=kind, aspect=aspect, role=role,
                    seconds=ask.lengths.get(aspect or "", ask.seconds) if kind == "video" else None)
        for aspect in aspects
    ]
