"""Ages that are a bound: "two women over 40", "nobody under 30", "keine Models unter 25"."""

from toile.adapters.language.built_in.days.date_parts import integer
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_YOUNGEST, _OLDEST = 16, 99
_GAP, _REACH = 3, 6
_SAID = ("nobody", "people", "young")
Bound = tuple[str, int, int]


def bound_before(page: Page, place: int) -> str:
    """Return "over" or "under" where a bound leads to a number: "at least 40", "sotto i 30"."""
    here = place - 1
    if page.form(here) == "." and page.form(here - 1) in word_set("age_bounds.short"):
        here -= 1
    while page.form(here) in word_set("age_bounds.gap") and place - here <= _GAP:
        here -= 1
    form, before = page.form(here), page.form(here - 1)
    if (form in word_set("age_bounds.least") and before in word_set("age_bounds.at")) or (
        form in word_set("age_bounds.over")
    ):
        return "over"
    return "under" if form in word_set("age_bounds.under") else ""


def told_bounds(page: Page) -> list[Bound]:
    """Return the ages that nobody may be beyond, turned round: "nobody under 30" is over 30."""
    return [
        bound
        for segment in page.live()
        for place in range(segment.start, segment.end)
        if (bound := _denied(page, segment, place)) is not None
    ]


def bound_behind(page: Page, end: int) -> bool:
    """Whether an age follows that makes "nobody" mean nobody of that age: "nobody younger"."""
    if page.form(end) in word_set("age_bounds.compared"):
        return True
    segment = page.segment_of(end - 1)
    near = range(end, min(segment.end, end + _REACH))
    return any(bound[1] < end for p in near if (bound := _denied(page, segment, p)))


def _denied(page: Page, segment: Segment, place: int) -> Bound | None:
    age, end = _age(page, place)
    said = bound_before(page, place) if age else ""
    if not said or (page.first(end, "media", "unit") and not _is_year(page, end)):
        return None
    start = _nobody_before(page, segment, place)
    if start is None:
        return None
    turned = "under" if said == "over" else "over"
    return f"{turned} {age}", start, end


def _age(page: Page, place: int) -> tuple[int, int]:
    """Return an age of somebody grown, in figures or words, and where it ends; 0 for none."""
    figure = integer(page, place, _YOUNGEST, _OLDEST)
    if figure is not None:
        return figure, place + 1
    counted = count_at(page, place)
    if counted is None or not _YOUNGEST <= counted[0] <= _OLDEST:
        return 0, place
    return counted


def _is_year(page: Page, place: int) -> bool:
    return page.form(place) in word_set("people.age_at")


def _nobody_before(page: Page, segment: Segment, place: int) -> int | None:
    """Return where "nobody", "no people", "keine Models" begins right before a bound."""
    for start in range(max(segment.start, place - _REACH), place):
        if page.form(start) not in word_set("age_bounds.nobody"):
            continue
        small = word_set("age_bounds.gap") | word_set("age_bounds.small")
        bounds = {w for part in ("over", "under", "least", "at") for w in word_set(_named(part))}
        people = word_set("age_bounds.people")
        rest = [p for p in range(start + 1, place) if page.form(p) not in small | bounds | people]
        if all(page.first(p, *_SAID) for p in rest):
            return start
    return None


def _named(part: str) -> str:
    return f"age_bounds.{part}"
