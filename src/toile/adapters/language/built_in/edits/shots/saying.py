"""Whether a sentence that names shots says something to do with them."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.adapters.language.built_in.text.ratios import find_ratios

_SAID = ("rel", "light", "framing", "angle", "priority", "pose", "kind", "aspect")
_GOES = ("act", "pos", "col", "set")


def says_more(page: Talk, segment: Segment, start: int, end: int, *, goes: bool = True) -> bool:
    """Whether the sentence says something to do outside tokens ``start`` to ``end``."""
    only = any(
        page.form(p) in word_set("reader.only_these") for p in range(segment.start, segment.end)
    )
    if goes and only and page.has(segment.start, segment.end, "act"):
        return True
    for one, two in ((segment.start, start), (end, segment.end)):
        if any(page.form(p) in word_set("people.does") for p in range(one, two) if p):
            return True
        if any(s.name == "only" for s in page.spans(one, two, "ref")) and goes:
            return True
        spans = [
            s for s in page.spans(one, two, *_SAID, *(_GOES if goes else ())) if not _is_weak(s)
        ]
        if spans or find_ratios(page, one, two) or (one == end and _borrows(page, one, two)):
            return True
        several = any(s.name in ("all", "both") for s in page.spans(start, start + 2, "ref"))
        if goes and several and one == end and _is_put(page, one, two):
            return True
        if lens(page, Clause(one, two), 12):
            return True
    return False


def _borrows(page: Talk, start: int, end: int) -> bool:
    """Whether a field of another shot follows: "mit dem Licht von 3", "lit like 3"."""
    field = next(iter(page.spans(start, end, "f")), None)
    if field is None:
        return False
    links = (p for p in range(start, end) if page.form(p) in word_set("copying.from"))
    link = next(links, end)
    return any(page.tokens[p].text.isdecimal() for p in range(link, end))


def _is_put(page: Talk, start: int, end: int) -> bool:
    """Whether a place or a thing is led in behind the words for shots: "at the harbour"."""
    place = start
    while place < end and page.form(place) in word_set("saying.between"):
        place += 1
    if page.form(place) not in word_set("naming.in") | word_set("people.with"):
        return False
    place += 1
    while place < end and (
        page.form(place) in word_set("naming.articles") | word_set("giving.indefinite")
        or page.first(place, "col", "m", "adj") is not None
    ):
        place += 1
    return place < end and page.first(place, "s", "g", "h", "b", "j", "p", "grade") is not None


def _is_weak(span: Span) -> bool:
    """Whether a verb alone says nothing: "make", "give", "is"."""
    return span.kind == "act" and span.name in ("set", "keep")


def says_which_thing(page: Talk, segment: Segment, start: int, end: int) -> bool:
    """Whether "the brown one" stands behind a thing and its shot: "a bag in 2, the brown one"."""
    while start > segment.start and (
        page.first(start - 1, "col", "m") or page.form(start - 1) in word_set("giving.the")
    ):
        start -= 1
    if start < segment.start + 2:
        return False
    bare = page.form(end - 1) in word_set("giving.one") and page.tokens[start - 1].text == ","
    numbered = page.tokens[start - 2].text.isdecimal() and end == segment.end
    handed = any(page.form(p) in word_set("giving.indefinite") for p in range(segment.start, start))
    thing = page.has(segment.start, start, "g", "h", "b", "j", "p")
    return bare and numbered and handed and thing


def loses_it(page: Talk, start: int, end: int) -> bool:
    """Whether "anything with a backpack: lose it" takes the backpack out, and no shot."""
    article = any(page.form(p) in word_set("giving.indefinite") for p in range(start + 1, end))
    place = end + (page.form(end) in (":", ",", "–", "—"))
    verb = page.span_at(place, "act")
    it = page.form(verb.end) if verb else ""
    gone = verb is not None and verb.name == "delete"
    return article and gone and (it in word_set("saying.it") or _ends_in_it(page, verb))


def _ends_in_it(page: Talk, verb: Span | None) -> bool:
    """Whether "toglilo", "quítala", "lose it" ends in the word for the thing."""
    return verb is not None and any(
        page.form(verb.end - 1).endswith(it) for it in word_set("saying.it_behind")
    )
