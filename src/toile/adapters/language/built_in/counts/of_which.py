"""Pictures set apart from those counted: "12 stills, one should be a close-up", "di cui 3 primi
piani".
"""

from dataclasses import replace

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.counts.media_named import media_near
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at

_LEAD, _NEAR, _BEYOND = 3, 5, 12
_OPENING = (":", "(", "-", "–", "—")


def shares_out(
    page: Page, place: int, count: int, segment: Segment, ratios: list[Ratio]
) -> int | None:
    """Return where the pictures are counted that a count shares out: "6 stills: 2 half length"."""
    in_ratio = {p for ratio in ratios for p in range(ratio.start, ratio.end)}
    opened = (p for p in range(segment.start, place) if page.form(p) in _OPENING)
    sign = next((p for p in opened if p not in in_ratio), segment.start)
    for whole in range(segment.start, sign):
        counted = count_at(page, whole)
        if counted and counted[0] > count and media_near(page, counted[1], segment):
            return whole
    return _added_up(page, place, count, segment)


def _added_up(page: Page, place: int, count: int, segment: Segment) -> int | None:
    """Return the count that those of roles behind a comma add up to: "4 photos, 2 close-ups and
    2 half length".
    """
    whole: tuple[int, int] | None = None
    parts: dict[int, int] = {}
    for here in range(segment.start, segment.end):
        counted = count_at(page, here)
        if counted is None:
            continue
        role = page.span_at(counted[1] + (page.form(counted[1]) in word_set("people.of")), "role")
        viewed = page.span_at(counted[1], "role")  # "6 portraits, 4 wides and 2 details" are 12.
        if whole is None and media_near(page, counted[1], segment) and not viewed:
            whole = here, counted[0]
        elif whole is not None and role:
            parts[here] = counted[0]
    shared = whole is not None and place in parts and len(parts) > 1 and count < whole[1]
    return whole[0] if whole and shared and sum(parts.values()) == whole[1] else None


def set_apart(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, what is said of some of their pictures counted apart."""
    result: list[Ask] = []
    shared: Ask | None = None
    for ask in asks:
        whole = _whole_of(page, result, ask) or _goes_on(page, result, ask, shared)
        if whole and whole is result[-1] and _is_beside(page, whole, ask):
            whole = shared if shared and shared.count >= ask.count else None
        shared = whole
        if whole:
            whole.count -= ask.count
            ask.aspects = ask.aspects or list(whole.aspects)
        result += [ask] if whole and ask.factor > 1 else _split(page, ask)
    return [ask for ask in result if ask.count]


def _is_beside(page: Page, last: Ask, ask: Ask) -> bool:
    """Whether two shares are of one whole: "10 stills, 6 of them 4:5, 4 of them 16:9"."""
    shaped = bool(last.aspects and ask.aspects) and last.aspects != ask.aspects
    return shaped and _is_led(page, last.start - _LEAD, last)


def _is_led(page: Page, first: int, ask: Ask) -> bool:
    """Whether "of which", "of them" makes a count a share."""
    near = {page.form(p) for p in range(first, ask.start)}
    behind = [page.form(p) for p in range(ask.start + 1, ask.start + 3)]
    of_them = behind[0] in word_set("people.of") and behind[1] in word_set("of_which.words")
    return bool(near & word_set("of_which.words")) or of_them


def _goes_on(page: Page, before: list[Ask], ask: Ask, shared: Ask | None) -> Ask | None:
    """Return what is shared out further: "24 stills, of which 16 wide and 8 upright"."""
    if shared is None or shared.kind != ask.kind or ask.count > shared.count:
        return None
    between = {page.form(p) for p in range(before[-1].end, ask.start)}
    joined = page.form(ask.start - 1) in word_set("asks.joins") | {","}
    other = between & word_set("taken_back.more") | between & {".", ";"}
    return shared if joined and not other and shared.aspects in ([], ask.aspects) else None


def _whole_of(page: Page, before: list[Ask], ask: Ask) -> Ask | None:
    """Return the ask whose pictures another one says more of."""
    if ask.part_of is not None:
        return next((a for a in before if a.start == ask.part_of and a.count > ask.count), None)
    if before and _is_of(page, before[-1], ask):
        return before[-1]
    return next((a for a in reversed(before) if _holds(page, a, ask)), None)


def _holds(page: Page, whole: Ask, ask: Ask) -> bool:
    """Whether words behind say that a count is within another: "two among the twelve"."""
    alike = whole.kind == ask.kind and ask.aspects in ([], whole.aspects)
    if not alike or ask.count >= whole.count:
        return False
    segment = page.segment_of(ask.start)
    for place in range(ask.end, min(segment.end, ask.end + _NEAR)):
        if page.form(place) in word_set("of_which.within"):
            return True
        if page.form(place) in word_set("of_which.among"):
            told = (count_at(page, p) for p in range(place + 1, place + 3))
            return any(counted and counted[0] == whole.count for counted in told)
        if page.tokens[place].text in ",;:(":
            return False
    return False


def _is_of(page: Page, whole: Ask, ask: Ask) -> bool:
    """Whether "of which" leads from a count to a smaller one of the same kind."""
    led = _is_led(page, max(whole.end, ask.start - _LEAD), ask)
    return (
        led and whole.kind == ask.kind and ask.count < whole.count and not _adds(page, whole, ask)
    )


def _adds(page: Page, whole: Ask, ask: Ask) -> bool:
    """Whether "(en plus des 10)", "also in 9:16" say that what is counted comes on top."""
    beyond = {page.form(p) for p in range(ask.end, ask.end + _BEYOND)}
    more = word_set("amends.also") | word_set("asks.besides")
    again = {page.form(p) for p in range(ask.start, ask.end + 2)} & more
    other = bool(again) and ask.aspects not in ([], whole.aspects)
    return other or (bool(beyond & word_set("asks.besides")) and str(whole.count) in beyond)


def _split(page: Page, ask: Ask) -> list[Ask]:
    segment = page.segment_of(ask.start)
    for role in page.spans(ask.end, segment.end, "role"):
        counted = _counted_before(page, role, ask.end)
        if role.name not in ask.roles or counted is None or counted[0] >= ask.count:
            continue
        rest = [name for name in ask.roles if name != role.name]
        some = replace(ask, start=counted[1], end=role.end, count=counted[0], roles=[role.name])
        return [replace(ask, count=ask.count - counted[0], roles=rest), some]
    return [ask]


def _counted_before(page: Page, role: Span, start: int) -> tuple[int, int] | None:
    """Return the count of "one should be a close-up" and its place."""
    for place in range(role.start - 1, max(start, role.start - _NEAR) - 1, -1):
        counted = count_at(page, place)
        if counted and counted[1] <= role.start and not page.first(counted[1], "media"):
            between = {page.form(p) for p in range(counted[1], role.start)}
            if between & word_set("of_which.be"):
                return counted[0], place
            return None
    return None
