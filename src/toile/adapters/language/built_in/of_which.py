"""Pictures set apart from those counted: "12 stills, one should be a close-up", "di cui 3 primi
piani".
"""

from dataclasses import replace

from toile.adapters.language.built_in.asks import Ask
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.ratios import count_at

_NEAR = 5


def set_apart(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, what is said of some of their pictures counted apart."""
    result: list[Ask] = []
    for ask in asks:
        whole = result[-1] if result else None
        if whole and _is_of(page, whole, ask):
            whole.count -= ask.count
            ask.aspects = ask.aspects or list(whole.aspects)
        result += [ask] if whole and ask.factor > 1 else _split(page, ask)
    return result


def _is_of(page: Page, whole: Ask, ask: Ask) -> bool:
    """Whether "of which" leads from a count to a smaller one of the same kind."""
    near = {page.form(p) for p in range(max(whole.end, ask.start - 3), ask.start)}
    led = bool(near & word_set("of_which.words"))
    alike = whole.kind == ask.kind and ask.aspects in ([], whole.aspects)
    return led and alike and ask.count < whole.count


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
