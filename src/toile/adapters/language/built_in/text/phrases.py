"""Phrases: clauses, what is negated, and the director's words put into English where known."""

from functools import cache

from toile.adapters.language.built_in.text.beside_things import is_of_thing, shape_of
from toile.adapters.language.built_in.text.compounds import in_whole
from toile.adapters.language.built_in.text.denied_lists import denies_nothing, listed_end
from toile.adapters.language.built_in.text.lexicon import common_words, read_table, word_set
from toile.adapters.language.built_in.text.looked_up import exactly, looked_up
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.same_kind import names_such
from toile.adapters.language.built_in.text.seen_in import in_pictures
from toile.adapters.language.built_in.text.tokens import fold

TRANSLATED = tuple("g h b j c m p s col light pose people look hmu framing set mood".split())
_THINGS = ("g", "h", "b", "j", "p")
_JOINS = word_set("phrases.joins")
_BOUNDS = frozenset(',;:()[]–—"“”«»!?…•|+')
_TURNS = word_set("phrases.turns")


@cache
def function_words() -> frozenset[str]:
    """Return the small words of all languages."""
    return frozenset(
        fold(word) for row in read_table("function_words") for word in row[1].split(",")
    )


@cache
def everyday_words() -> frozenset[str]:
    """Return the small and the frequent words: none of them tells of a thing."""
    return function_words() | common_words()


def clauses(page: Page, segment: Segment) -> list[tuple[int, int]]:
    """Return the stretches of a segment between commas, brackets and dashes."""
    found: list[tuple[int, int]] = []
    start = segment.start
    for place in range(segment.start, segment.end + 1):
        token = page.tokens[place].text if place < segment.end else ","
        spaced = token in "-/" and place < segment.end and _spaced(page, place)
        if token in _BOUNDS or spaced or token == "*":
            if place > start:
                found.append((start, place))
            start = place + 1
    return found


def _spaced(page: Page, place: int) -> bool:
    before = place == 0 or page.tokens[place - 1].end < page.tokens[place].start
    after = place + 1 < len(page.tokens) and page.tokens[place].end < page.tokens[place + 1].start
    return (before and after) or place == 0


def negated(page: Page) -> list[tuple[int, int]]:
    """Return the stretches that stand under a "no", "not", "without" ..., the word itself left
    out.
    """
    found: list[tuple[int, int]] = []
    for segment in page.live():
        reached = segment.start
        for span in page.spans(segment.start, segment.end, "neg"):
            stop = _negation_end(page, span.end, segment.end)
            if _is_only(page, span.start, segment.end) or is_norway(page, span.start):
                continue
            if puts_right(page, span.start) or _only_in(page, span.start):
                continue
            if _in_a_label(page, segment, span.start) or denies_nothing(page, segment, span):
                continue
            if any(page.form(p) in word_set("negated.lists") for p in range(span.start, span.end)):
                stop = max(stop, listed_end(page, span.end, segment.end))
            if stop > span.end and span.start >= reached:
                found.append((span.end, stop))
                reached = stop
            elif stop == span.end and page.form(span.start) == "no":
                found += _denied(page, segment, span.start)
    return found + _labelled_not(page, found)


def _in_a_label(page: Page, segment: Segment, place: int) -> bool:
    """Whether a "not" only heads what is not wanted: "Not to be seen: carpets"."""
    label = page.labels.get(segment.start)
    return label is not None and label.field == "not" and place < label.start <= segment.end


def _only_in(page: Page, place: int) -> bool:
    """Whether an Italian "ne" is "in the": only "né" with its accent denies."""
    return page.languages[0] == "it" and page.tokens[place].text.casefold() == "ne"


def puts_right(page: Page, place: int) -> bool:
    """Whether a "no" rules nothing out but puts right what was said: "no sorry, five"."""
    here = place + 1 + (page.form(place + 1) == ",")
    return page.form(place) in _PLAIN_NO and page.form(here) in word_set("run_on.corrects")


_PLAIN_NO = frozenset(("no", "non", "nein", "nej"))


def is_norway(page: Page, place: int) -> bool:
    """Whether "NO" stands among codes of countries: "GB, IE, NO, DK"."""
    near = [page.tokens[p].text for p in (place - 2, place + 2) if 0 <= p < len(page.tokens)]
    signs = {page.form(place - 1), page.form(place + 1)} & {",", "/", "+", "&"}
    codes = [text for text in near if len(text) == 2 and text.isalpha() and text.isupper()]
    return page.tokens[place].text == "NO" and bool(signs) and bool(codes)


def _is_only(page: Page, place: int, limit: int) -> bool:
    """Whether "ne ... que", "nicht nur", "fuera de" leave nothing out."""
    form, after = page.form(place), page.form(place + 1)
    if form in ("fuera", "fuori"):
        return after in word_set("phrases.out_of") or (
            place > 0 and page.tokens[place - 1].is_word and page.form(place - 1) not in _JOINS
        )
    if form == "ne":
        words = [page.form(p) for p in range(place + 1, min(place + 5, limit))]
        stop = next((i for i, w in enumerate(words) if w in ("pas", "plus", "jamais")), len(words))
        return any(w in ("que", "qu") for w in words[:stop])
    return form in ("nicht", "not", "non", "no", "inte") and after in word_set("phrases.merely")


def _denied(page: Page, segment: Segment, place: int) -> list[tuple[int, int]]:
    """Read "Marbella no": the word of denial stands behind what it denies."""
    for start, end in clauses(page, segment):
        if start < place < end and place - start <= 4:
            return [(start, place)]
    return []


def _labelled_not(page: Page, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of stretches labelled with what is not wanted."""
    return [
        (max(start, first), end)
        for segment, first in page.labelled("not")
        for start, end in clauses(page, segment)
        if end > max(start, first) and not any(s <= max(start, first) < e for s, e in found)
    ]


def _negation_end(page: Page, start: int, limit: int) -> int:
    place = start + (start < limit and page.tokens[start].text == ":")
    listed = place > start
    while place < limit:
        token = page.tokens[place]
        if listed and token.text == ",":
            place += 1
            continue
        if place > start and page.span_at(place, "neg"):
            return place - (page.form(place - 1) in _JOINS)
        if token.text in _BOUNDS and not _list_goes_on(page, place, limit):
            return place
        if token.form in _TURNS and place > start:
            return place
        if token.text in "-–" and _spaced(page, place):
            return place
        place += 1
    return limit


def _list_goes_on(page: Page, place: int, limit: int) -> bool:
    """Whether "no cars, crowds or logos" goes on behind a comma."""
    if page.tokens[place].text != ",":
        return False
    for here in range(place + 1, min(limit, place + 5)):
        if page.form(here) in word_set("phrases.list_goes_on"):
            return True
        if page.tokens[here].text in _BOUNDS or page.span_at(here, "neg"):
            return False
    return False


def ideas(page: Page, start: int, end: int) -> list[tuple[str, int, int]]:
    """Return the separate ideas of a stretch with their tokens, in English where known."""
    found: list[tuple[str, int, int]] = []
    begin = start
    for place in range(start, end + 1):
        if place == end or (
            page.form(place) in word_set("phrases.ideas") and _parts(page, begin, place, end)
        ):
            text = say(page, begin, place)
            if text:
                found.append((text, begin, place))
            begin = place + 1
    return found


def _parts(page: Page, begin: int, place: int, end: int) -> bool:
    """Whether a joining word parts two ideas: not in "bigger or smaller", "pink-or-blue"."""
    if page.tokens[place].text == ",":
        return True
    hyphened = page.text[page.tokens[place].start - 1 : page.tokens[place].start] == "-"
    stop = next((p for p in range(place + 1, end) if page.tokens[p].text in ","), end)
    pair = place - begin >= 3 and stop - place == 2 and not page.has(place + 1, stop, *TRANSLATED)
    return not hyphened and not pair


def say(page: Page, start: int, end: int) -> str:
    """Return a stretch as the director said it; other languages word by word where known."""
    start, end = trim(page, start, end)
    if end <= start:
        return ""
    if page.tongue(start, end) == "en":
        return page.words(start, end)
    return in_english(page, start, end)


def in_english(page: Page, start: int, end: int) -> str:
    """Put known words into English and leave the others."""
    words: list[str] = []
    place, behind = start, 0
    small, tongue = function_words(), page.tongue(start, end)
    while place < end:
        seen = in_pictures(page, place, end)
        if seen:
            words.append(seen[0])
            place = seen[1]
            continue
        span = page.first(place, *TRANSLATED) or shape_of(page, place, start)
        thing = page.span_at(place, "p")
        if span and thing and span.kind == "m" and thing.end == span.end and place == start:
            span = thing
        if span and span.kind in _PLAIN:
            said = exactly(page.tokens[place : span.end], tongue)
            meant = said and said not in span.name and names_such(said, span.kind)
            if said and meant and span.end <= end:
                words.append(said)
                place = span.end
                continue
        longer = looked_up(page.tokens[place:end], tongue)
        if span and longer and longer[1] > span.end - place:
            words.append(longer[0])
            place += longer[1]
            continue
        if span and span.end <= end:
            before = (
                words
                and span.kind in ("col", "m", "adj")
                and place > start
                and is_of_thing(page, place, start)
            )
            # "Manteau en laine crème" is a cream wool coat: the colour leads, the cloth follows.
            at = len(words) - 1 - behind * (span.kind == "col") if before else len(words)
            one = span.end == place + 1 and span.kind in _THINGS
            said = in_whole(page.form(place), span.name, tongue) if one else span.name
            words.insert(at, said)
            behind = behind + 1 if before else 0
            place = span.end
            continue
        token = page.tokens[place]
        if longer and longer[1] > 1 and place + longer[1] <= end:
            words.append(longer[0])
            place += longer[1]
            continue
        if token.form not in small or token.is_name:
            plain = longer
            words.append(plain[0] if plain else token.text)
            place += plain[1] - 1 if plain else 0
        place += 1
    return " ".join(words).strip(" .")


_PLAIN = frozenset(("s", "p", "g", "h", "b", "j", "c", "people"))
_EDGES = word_set("phrases.edges")


def trim(page: Page, start: int, end: int) -> tuple[int, int]:
    """Drop articles and small words at both edges."""
    while start < end and page.form(start) in _EDGES:
        start += 1
    while end > start and (page.form(end - 1) in _EDGES or page.tokens[end - 1].text in _BOUNDS):
        end -= 1
    return start, end


def without_tail(page: Page, start: int, end: int) -> int:
    """Return the end of a stretch without "in the picture", "this time", "bitte" and the like."""
    for length in (4, 3, 2, 1):
        said = "_".join(page.form(p) for p in range(end - length, end))
        if end - length > start and said in word_set("phrases.tails"):
            return without_tail(page, start, end - length)
    return end


def inside(place: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a token lies in any stretch."""
    for start, end in stretches:  # noqa: SIM110 - asked of every word, at half the time
        if start <= place < end:
            return True
    return False
