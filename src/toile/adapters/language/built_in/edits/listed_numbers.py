"""Numbers of shots in one list: "all but 2, 3 and 5" is said in one breath."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_HIGHEST = 60
_SIGNS = (".", "!", "?", ";", ":")


def lists_numbers(page: Page, place: int) -> bool:
    """Whether a sign or an "and" stands between two numbers inside a sentence.

    A list that opens or ends a sentence is joined to what is said of it.
    """
    if not (page.tokens[place].text == "," or page.form(place) in word_set("clauses.within")):
        return False
    before, after = _end_of_number(page, place), _next(page, place + 1)
    if before is None or not _is_number(page, after) or _is_measured(page, after):
        return False
    first = before
    while (ahead := _earlier(page, first)) is not None:
        first = ahead
    praised = page.form(first - 1) in word_set("remarks.loves")
    if praised and page.text[page.tokens[place].start] == ",":
        return False  # "Love 1, 3 closer" praises the first alone.
    segment = page.segment_of(place)
    counted = page.form(after + 2) in word_set("listed_numbers.endings")  # "5:an"
    follows = page.form(after + 1 + 2 * counted)
    start, behind = segment.start, follows not in ("", *_SIGNS)
    led = range(start, first)
    verbs = {s.name for s in page.spans(start, first, "act")} - {"set", "keep"}
    told = page.has(start, first, "pos", "f", "sim", "rel") or (
        bool(verbs)
        and not (
            verbs <= _TAKING and _leads_from(page, start, first) and _only_out(page, after + 1)
        )
    )
    if "replace" in verbs and follows in word_set("people.for"):
        told = False  # "Ersetze den Mantel in 1 und 2 durch einen Trench".
    inside = behind and any(page.tokens[p].is_word for p in led)
    return inside and not told and not any(page.tokens[p].text[:1].isdigit() for p in led)


_TAKING = {"delete", "move"}


def _leads_from(page: Page, start: int, place: int) -> bool:
    """Whether "out of", "aus den Bildern" stands before a number."""
    while place > start and (
        page.form(place - 1) in word_set("naming.articles")
        or page.span_at(place - 1, "noun") is not None
    ):
        place -= 1
    form = page.form(place - 1)
    out_of = form == "of" and page.form(place - 2) == "out"
    return place - 1 > start and (out_of or form in word_set("naming.out_of"))


def _only_out(page: Page, place: int) -> bool:
    """Whether nothing but "raus", "please" ends the sentence."""
    small = word_set("listed_numbers.out") | word_set("contents.polite")
    behind = range(place, page.segment_of(place - 1).end)
    return all(not page.tokens[p].is_word or page.form(p) in small for p in behind)


def _end_of_number(page: Page, place: int) -> int | None:
    """Return the number that ends before a place: "2", "2:an"."""
    if place > 2 and page.form(place - 1) in word_set("listed_numbers.endings"):
        place -= 1 + (page.tokens[place - 2].text == ":")
    return place - 1 if place and _is_number(page, place - 1) else None


def _next(page: Page, place: int) -> int:
    """Return the place behind a further "and", and behind an article."""
    while page.form(place) in word_set("naming.articles") | word_set("clauses.within"):
        place += 1
    return place


def _earlier(page: Page, first: int) -> int | None:
    """Return the number before another in a list, or ``None`` where the list begins."""
    place = first - 1
    while place > 0 and page.form(place) in word_set("naming.articles"):
        place -= 1
    while place > 0 and (
        page.tokens[place].text == "," or page.form(place) in word_set("clauses.within")
    ):
        place -= 1
    return _end_of_number(page, place + 1) if place + 1 < first else None


def _is_number(page: Page, place: int) -> bool:
    token = page.tokens[place] if 0 <= place < len(page.tokens) else None
    return token is not None and token.text.isdecimal() and int(token.text) <= _HIGHEST


def _is_measured(page: Page, place: int) -> bool:
    """Whether "16:9", "50 mm", "3 seconds" is no shot."""
    sign = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
    figure = page.tokens[place + 2].text[:1] if place + 2 < len(page.tokens) else ""
    ratio = sign in (":", "/", "x") and figure.isdigit()
    return ratio or page.form(place + 1) in word_set("listed_numbers.measures")
