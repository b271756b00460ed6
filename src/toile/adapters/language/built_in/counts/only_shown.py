"""Counts of pictures that are no order: where a thing is to be seen, how often a view comes."""

from toile.adapters.language.built_in.text.eyewear import is_of_eyewear
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios


def is_no_order(page: Page, place: int) -> bool:
    """Whether a count orders no files: "hood up in two of them", "always one full length"."""
    seen = only_shown(page, place) or is_always(page, place) or _is_seen_there(page, place)
    return seen or _tells_of_some(page, place) or _counts_glasses(page, place)


def _tells_of_some(page: Page, place: int) -> bool:
    """Whether something is told of pictures counted before: "one of the portraits carries"."""
    counted = count_at(page, place)
    of = counted is not None and page.form(counted[1]) in word_set("only_shown.of")
    if counted is None or not of or place != page.segment_of(place).start:
        return False
    article = page.form(counted[1]) in word_set("only_shown.of_the")
    article |= page.form(counted[1] + 1) in word_set("only_shown.the")
    files = page.spans(counted[1] + 1, counted[1] + _NOUN, "media", "role")
    told = files and files[0].end < page.segment_of(place).end
    shaped = bool(files) and find_ratios(page, place, min(files[0].end + 2, len(page.tokens)))
    verb = bool(told) and page.form(files[0].end) not in (",", ":", "(", *word_set("asks.joins"))
    plain = article and verb and not shaped and not page.first(files[0].end, "role", "aspect")
    return plain or (article and _binds_a_ratio(page, counted[1]))


def _binds_a_ratio(page: Page, place: int) -> bool:
    """Whether "two of the 4:5 must show the pocket" says what some of those counted show."""
    ratios = find_ratios(page, place + 1, min(place + _NOUN + 2, len(page.tokens)))
    return bool(ratios) and page.form(ratios[0].end) in word_set("only_shown.modal")


_NOUN = 4


def _counts_glasses(page: Page, place: int) -> bool:
    """Whether "4 frames" are goods: the brief is of glasses."""
    counted = count_at(page, place)
    framed = counted is not None and page.form(counted[1]) in word_set("products.frames")
    return framed and is_of_eyewear(page)


def _is_seen_there(page: Page, place: int) -> bool:
    """Whether a thing has to be in so many: "the bottle must be in two pictures"."""
    counted = count_at(page, place)
    files = page.first(counted[1], "media") if counted else None
    segment = page.segment_of(place)
    if files is None or find_ratios(page, segment.start, segment.end):
        return False
    near = range(segment.start, segment.end)
    shown = any(page.form(p) in word_set("only_shown.verbs") for p in near)
    led = page.form(place - 1) in word_set("musts.on")
    bound = page.form(files.end) in word_set("only_shown.modal")
    return (led and shown) or (bound and shown)


def is_always(page: Page, place: int) -> bool:
    """Whether a single view is to come up throughout: "always one full length per look"."""
    counted = count_at(page, place)
    led = page.form(place - 1) in word_set("asks.always")
    return bool(led and counted and counted[0] == 1 and page.first(counted[1], "role", "framing"))


def only_shown(page: Page, place: int) -> bool:
    """Whether a count says where a thing is seen: "in at least two pictures", "on two of them"."""
    counted = count_at(page, place)
    led = page.form(place - 1) in word_set("musts.on")
    if counted and led and page.form(counted[1]) in word_set("asks.part_of"):
        return page.has(counted[1], counted[1] + 3, "media")  # "on two of the images"
    if counted and led and _at_least_behind(page, counted[1]):
        return True
    fewer = page.form(place - 2) in word_set("only_shown.fewer")
    than = page.form(place - 1) in word_set("only_shown.than")
    least = page.form(place - 1) in word_set("musts.least") or (fewer and than)
    lead = [page.form(p) for p in range(max(0, place - _LEAD), place)]
    return least and bool(set(lead) & word_set("musts.on"))


_LEAD = 5


def _at_least_behind(page: Page, place: int) -> bool:
    """Whether "at least" stands behind the pictures: "in due foto almeno"."""
    shown = page.first(place, "media")
    behind = range(shown.end, shown.end + 2) if shown else range(0)
    return any(page.form(p) in word_set("musts.least") for p in behind)
