"""What a brief tells of its places one by one: how many pictures there, and in which light.

"Six on the beach, four in the studio", "two on the stairs", "a wet street at night".
"""

from functools import lru_cache

from toile.adapters.language.built_in.counts.totals import HALF
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.phrases import clauses
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Brief

# How far a place may stand behind its preposition: "in una vecchia officina".
_NEAR = 4
_COUNTED = 3


def shares_of_places(brief: Brief, shots: int) -> tuple[int, ...]:
    """Return how many shots each place gets: as told, the rest in equal shares.

    One share more than there are places is of shots whose place is left open: "two of the six on
    a beach".
    """
    places = len(brief.location)
    if not places or not brief.text:
        return _even(shots, max(places, 1))
    page = page_of(brief.text)
    told = [_count(page, token_of(page, brief, f"location.{i}"), shots) for i in range(places)]
    left, open_places = shots - sum(n or 0 for n in told), told.count(None)
    if left < open_places:
        return _even(shots, places)
    if left and not open_places:
        return (*(n or 0 for n in told), left)
    rest = iter(_even(left, open_places) if open_places else ())
    return tuple(next(rest) if n is None else n for n in told)


def lights_of_places(brief: Brief) -> dict[int, int]:
    """Return, by the place of a light in the brief, the place that it is told of alone."""
    if len(brief.location) < 2 or not brief.text:
        return {}
    page = page_of(brief.text)
    lights = [token_of(page, brief, f"lighting.{i}") for i in range(len(brief.lighting))]
    places = [token_of(page, brief, f"location.{i}") for i in range(len(brief.location))]
    told: dict[int, int] = {}
    for index, light in enumerate(lights):
        own = [i for i, place in enumerate(places) if _are_together(page, place, light)]
        if len(own) == 1 and not any(_goes_on(page, place, light) for place in places):
            told[index] = own[0]
    return told


@lru_cache(maxsize=8)
def page_of(text: str) -> Page:
    """Return the text, cut once for all questions."""
    return read_page(text, FOR_BRIEFS)


def _even(shots: int, places: int) -> tuple[int, ...]:
    return tuple(shots // places + (i < shots % places) for i in range(places))


def token_of(page: Page, brief: Brief, path: str) -> int | None:
    """Return the token that a fact was read from; none where the text was corrected since."""
    for said in brief.evidence:
        if said.path == path and brief.text[said.start : said.end] == said.quote:
            return next((p for p, t in enumerate(page.tokens) if t.end > said.start), None)
    return None


def _are_together(page: Page, place: int | None, light: int | None) -> bool:
    """Whether a place and a light stand in one clause: "a kitchen with window light"."""
    if place is None or light is None or page.segment_of(place) != page.segment_of(light):
        return False
    parts = clauses(page, page.segment_of(place))
    return any(start <= place < end and start <= light < end for start, end in parts)


def _goes_on(page: Page, place: int | None, light: int | None) -> bool:
    """Whether a bare word behind a light only tells more of its scene: "track at dawn, lanes"."""
    if place is None or light is None or place < light:
        return False
    segment = page.segment_of(place)
    starts = (start for start, _ in clauses(page, segment))
    return page.segment_of(light) == segment and place in starts


def _count(page: Page, place: int | None, shots: int) -> int | None:
    """Return the count before a place: "six pictures on the", "two on the", "half in the"."""
    if place is None:
        return None
    segment = page.segment_of(place)
    for led in range(place, max(segment.start, place - _NEAR) - 1, -1):
        # "A" is a preposition in Italian alone: "two on a beach".
        told = page.form(led) in word_set("scene.prepositions")
        if told and (count := _before(page, led, segment.start, shots)) is not None:
            return count
    return None


def _before(page: Page, led: int, start: int, shots: int) -> int | None:
    if led > start and page.form(led - 1) in HALF and shots % 2 == 0:
        return shots // 2
    for place in range(led - 1, max(start, led - _COUNTED) - 1, -1):
        counted = count_at(page, place)
        if counted is None:
            continue
        media = page.first(counted[1], "media")
        between = {page.form(p) for p in range(counted[1], led)}
        close = between <= word_set("told_places.of_them")  # "Two of them on a beach".
        close = close or (media is not None and media.end == led)
        return counted[0] if close and counted[0] <= shots else None
    return None
