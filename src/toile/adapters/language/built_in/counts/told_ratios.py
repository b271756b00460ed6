"""Ratios told of files that were counted before: "format 1:1, the portraits also in 9:16"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios

_CUTS = frozenset(",;–—+")
_FILMS = frozenset(("video", "reel"))
_LEADS = frozenset(("in", "en", "i", ":"))
_PLAIN = frozenset(("still", *_FILMS))


def told_ratios(page: Page, asks: list[Ask]) -> None:
    """Give files the ratios that a clause without a count of its own tells of them."""
    told = [one for segment in page.live() for one in _told(page, segment, asks)]
    for part, ratios in sorted(told, key=lambda one: _is_more(page, one[0])):
        own = _meant(page, part, asks)
        more = _is_more(page, part)
        for ask in own:
            if more or not ask.aspects:
                ask.aspects = list(dict.fromkeys([*ask.aspects, *(r.value for r in ratios)]))
                ask.each = ask.each or len(ask.aspects) > 1


def _told(
    page: Page, segment: Segment, asks: list[Ask]
) -> list[tuple[tuple[int, int], list[Ratio]]]:
    ratios = find_ratios(page, segment.start, segment.end)
    figured = [
        r for r in ratios if r.value[:1].isdecimal() and not page.first(r.start, "media", "chan")
    ]
    within = {p for r in ratios for p in range(r.start, r.end)}
    found: list[tuple[tuple[int, int], list[Ratio]]] = []
    start = segment.start
    for place in range(segment.start, segment.end + 1):
        joined = page.form(place) in word_set("asks.joins") and _is_same_again(page, place)
        cut = place == segment.end or joined or (page.form(place) in _CUTS and place not in within)
        if not cut:
            continue
        own = [r for r in figured if start <= r.start < place]
        counted = any(count_at(page, p) for p in range(start, place) if p not in within)
        held = any(ask.start < place and start < ask.end for ask in asks)
        if own and not counted and not held:
            if found and found[-1][0][1] == start - 1 and own[0].start == start:
                (start, _), before = found.pop()  # "Ratios: 4:5, 9:16"
                own = [*before, *own]
            found.append(((start, place), own))
        start = place + 1
    return found


def _is_same_again(page: Page, place: int) -> bool:
    """Whether "and the same eight in 3:2" begins here: what is told before it is complete."""
    near = {page.form(p) for p in range(place + 1, place + 3)}
    return bool(near & word_set("echoes.same"))


def _meant(page: Page, part: tuple[int, int], asks: list[Ask]) -> list[Ask]:
    """Return the files that a clause names by their role or kind."""
    roles = {span.name for span in page.spans(*part, "role")}
    if roles:
        return [a for a in asks if roles & set(a.roles)]
    media = {span.name for span in page.spans(*part, "media")}
    if media:
        kinds = {"video" if name in _FILMS else "still" for name in media}
        return [a for a in asks if a.kind in kinds] if media <= _PLAIN else []
    return _near(page, part, asks) if _of_everything(page, part) else []


def _of_everything(page: Page, part: tuple[int, int]) -> bool:
    """Whether a clause names nothing but the format: "format 1:1", "all 4:5", "4:5"."""
    first = find_ratios(page, *part)[0].start
    before = range(part[0], first)
    leads = word_set("deliverables.all") | word_set("told_ratios.leads") | _LEADS
    return all(page.first(p, "head", "each") or page.form(p) in leads for p in before)


def _near(page: Page, part: tuple[int, int], asks: list[Ask]) -> list[Ask]:
    """Return the files of the clause's own sentence, or all where it counts none."""
    segment = page.segment_of(part[0])
    own = [a for a in asks if segment.start <= a.start < segment.end]
    before = [a for a in asks if a.start < segment.start and a.kind == "still"]
    open_before = [a for a in before if not a.aspects]
    told = own and all(a.aspects and a.start > part[0] for a in own) and not _is_more(page, part)
    return open_before if told and len(open_before) == 1 else own or asks


def _is_more(page: Page, part: tuple[int, int]) -> bool:
    return any(page.form(p) in word_set("amends.also") for p in range(*part))
