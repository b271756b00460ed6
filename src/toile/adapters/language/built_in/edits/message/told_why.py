"""Stretches that only say why: "2 warmer, neon is killing his skin", "1 closer, we need to see
the hem".

They stand behind a wish and name no shot of their own; what they say is not read as a wish.
"""

from collections.abc import Callable, Iterator

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WISHED = ("rel", "framing", "angle", "lens", "light", "pose", "set", "s", "col", "whole",
           "priority", "kind", "aspect", "aperture", "g", "h", "b", "j", "p", "m")  # fmt: skip
_THINGS = ("g", "h", "b", "j", "p", "s", "set")
_PAUSES = frozenset(",–—-:()")
_NEAR = 6


def set_reasons_aside(page: Page, is_refused: Callable[[int, int], bool]) -> list[str]:
    """Take out what only says why; return the words of what is complained of there.

    What the studio refuses is no mere reason: "brighter, so she looks slimmer".
    """
    complained: list[str] = []
    wished = False
    found = list(_stretches(page))
    for start, end in found:
        if wished and says_why(page, start, end) and not is_refused(start, end):
            if _judges(page, start, end) and page.has(start, end, *_THINGS):
                complained.append(page.words(start, end).strip())
            without(page, start, end)
        elif (
            not wished
            and _leads_to_wish(page, start, end, found[-1][1])
            and not is_refused(start, end)
        ):
            without(page, start, end)
            continue
        wished = wished or _wishes(page, start, end)
    return complained


def _leads_to_wish(page: Page, start: int, end: int, last: int) -> bool:
    """Whether "rain all week" stands before "so 1 moves inside", which needs nothing of it."""
    so = end + (not page.tokens[min(end, last - 1)].is_word)
    if end >= last or not (_concludes(page, so) or _opens_with_reason(page, start, end)):
        return False
    rest = range(so + _concludes(page, so), last)
    whole = any(_counts(page, p) for p in rest) or (
        page.has(rest.start, last, "act", *_WISHED) and not page.has(start, end, *_THINGS, "light")
    )
    leans = any(_leans(page, p) for p in rest)
    numbered = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    if _orders_first(page, start, end):
        return False
    steps = any(step.name != "vague" for step in page.spans(start, end, "rel"))
    return whole and not leans and not numbered and not steps and not page.has(start, end, "fix")


def _orders_first(page: Page, start: int, end: int) -> bool:
    """Whether "swap the jumper and the blazer" stands in front, which is done itself."""
    verb = page.span_at(start, "act")
    return verb is not None and verb.name in ("swap", "delete", "duplicate") and verb.end < end


def _leans(page: Page, place: int) -> bool:
    """Whether a word stands for what was said before; "la 2" and "das Kleid" do not."""
    if page.form(place) not in _words(page, "leaning"):
        return False
    article = page.form(place) in word_set("naming.articles") and page.languages[0] != "en"
    heads = place + 1 < len(page.tokens) and page.tokens[place + 1].text[:1].isalnum()
    return not article or not heads or page.span_at(place + 1, "act") is not None


def _opens_with_reason(page: Page, start: int, end: int) -> bool:
    """Whether "since the client asked, ..." stands in front, up to a pause."""
    pause = page.tokens[end].text in _PAUSES or page.tokens[end - 1].text in _PAUSES
    return pause and (_is_led(page, start) or _begins(page, start, "opening"))


def _counts(page: Page, place: int) -> bool:
    """Whether a figure may be a shot's number: no half of "9:16", no "35mm"."""
    parts = {page.form(place - 1), page.form(place + 1)} & {":", "mm", "/", "x"}
    return page.tokens[place].text.isdecimal() and not parts


def _stretches(page: Page) -> Iterator[tuple[int, int]]:
    """Yield what stands between two pauses of the voice, "because" being one."""
    for segment in page.live():
        begin = segment.start
        for place in range(segment.start, segment.end):
            pause = page.tokens[place].text in _PAUSES and not _in_figures(page, segment, place)
            if pause or (place > begin and _leads(page, place)):
                if place > begin:
                    yield begin, place
                begin = place + pause
        if segment.end > begin:
            yield begin, segment.end


def _in_figures(page: Page, segment: Segment, place: int) -> bool:
    """Whether a sign stands between two figures or in a word: "4:5", "full-length"."""
    token, ahead = page.tokens[place], page.tokens[place - 1] if place > segment.start else None
    joined = ahead is not None and ahead.end == token.start and token.text in "-:"
    return joined and page.text[token.end : token.end + 1].isalnum()


def _wishes(page: Page, start: int, end: int) -> bool:
    """Whether a stretch says what shall be: a value, a step, or an order about a thing."""
    digits = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    return digits or page.has(start, end, "act", *_WISHED)


def _leads(page: Page, place: int) -> bool:
    because = page.form(place) in _words(page, "because")
    return because or _is_led(page, place) or _concludes(page, place)


def _is_led(page: Page, place: int) -> bool:
    """Whether "because", "so that it", "pour que" begins at a place."""
    because = page.form(place) in _words(page, "because") - _words(page, "also_there")
    return because or _begins(page, place, "led") or _has_purpose(page, place)


def _has_purpose(page: Page, place: int) -> bool:
    """Whether "so it stands out", "so she feels closer" says what a wish is good for."""
    if page.form(place) not in _words(page, "so"):
        return False
    then = place + 1 + (page.form(place + 1) in word_set("told_why.that"))
    subject = page.form(then) in _words(page, "leaning")
    return subject and page.form(then + 1) in _words(page, "purpose")


def _concludes(page: Page, place: int) -> bool:
    """Whether "so" leads on to what shall be: "so 4 moves inside", and not "so tight"."""
    if page.form(place) not in _words(page, "so") or place + 1 >= len(page.tokens):
        return False
    if _has_purpose(page, place):
        return False
    then = page.tokens[place + 1]
    small = word_set("naming.articles") | _words(page, "leaning") | word_set("places.we_are")
    scope, act = page.span_at(place + 1, "ref"), page.span_at(place + 1, "act")
    subject = then.text.isdecimal() or then.form in small or act is not None
    subject = subject or then.form == "que"  # "Así que".
    subject = subject or (scope is not None and scope.name in ("all", "both", "those", "this"))
    return subject or not page.tokens[place - 1].is_word


def _words(page: Page, name: str) -> frozenset[str]:
    return word_set(f"told_why.{name}.{page.languages[0]}")


def says_why(page: Page, start: int, end: int) -> bool:
    """Whether a stretch behind a wish only says why."""
    while start < end and (not page.tokens[start].is_word or _joins(page, start)):
        start += 1
    if end - start < 2:
        return False
    if _lacks(page, start, end):
        return True
    if _is_led(page, start):
        numbered = any(page.tokens[p].text.isdecimal() for p in range(start, end))
        fixed = any("neg" not in page.at[f.start] for f in page.spans(start, end, "fix"))
        return not (numbered or fixed or _names_new(page, start, end))
    if _is_wish(page, start, end):
        return False
    if _begins(page, start, "owned"):  # "I have one in the car."
        return True
    if _begins(page, start, "seeing") or _begins(page, start, "for_it"):
        return not _names_new(page, start, end)
    return _judges(page, start, end) or _tells(page, start, end)


def _joins(page: Page, place: int) -> bool:
    joins = word_set("naming.and") | word_set("clauses.dressed") | word_set("clauses.then")
    return page.form(place) in joins and not page.tokens[place].text.isdecimal()


def _lacks(page: Page, start: int, end: int) -> bool:
    """Whether a stretch says what there is none of: "no budget for motion", "kein Platz"."""
    lacking = (p for p in range(start, end) if page.form(p) in _words(page, "lacking"))
    what = next(lacking, start)
    counted = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    # "The client has no budget for film" begins with who lacks it.
    ahead = range(start, start + 1 if counted else what)
    denied = (page.span_at(p, "neg") or page.form(p) in word_set("reader.kept") for p in ahead)
    return what > start and any(denied)


def _is_wish(page: Page, start: int, end: int) -> bool:
    """Whether a stretch orders something, or names a shot of its own."""
    scope = page.span_at(start, "ref")
    ordered = page.has(start, start + 1, "act", "rel", "neg") or (scope and scope.name != "this")
    told = any(page.form(p) in _words(page, "wishing") for p in range(start, end))
    numbered = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    judged = _judges(page, start, end)
    named = page.has(start, end, "fix", "noun", "priority", *(() if judged else ("pos",)))
    return bool(ordered) or told or numbered or named


def _begins(page: Page, start: int, name: str) -> bool:
    """Whether a stretch begins with one of the phrases of a list: "we need to see"."""
    for phrase in _words(page, name):
        if not phrase.startswith(page.form(start)):
            continue
        words = phrase.split("_")
        if [page.form(p) for p in range(start, start + len(words))] == words:
            return True
    return False


def _names_new(page: Page, start: int, end: int) -> bool:
    """Whether a thing with an article of its own is wished for: "I want to see a red dress"."""
    articles = word_set("giving.a")
    return any(
        page.form(p) in articles and page.has(p + 1, min(p + 4, end), "g", "h", "b", "j", "p")
        for p in range(start, end)
    )


def _judges(page: Page, start: int, end: int) -> bool:
    """Whether a stretch finds fault with something: "the sun is so harsh"."""
    verb = next((p for p in range(start, end) if _is(page, p)), None)
    if verb is None or verb - start > _NEAR:
        return False
    return any(page.form(p) in _words(page, "judged") for p in range(verb, end))


def _is(page: Page, place: int) -> bool:
    """Whether "is" stands at a place, or ends the word there: "neon's so cold"."""
    form = page.form(place)
    short = page.text[page.tokens[place].end :][:2] in ("'s", "’s") and page.languages[0] == "en"
    return form in word_set("complaints.is") or short


def _tells(page: Page, start: int, end: int) -> bool:
    """Whether somebody or something does what is no wish: "it hides her face", "sales asked"."""
    verb = next((p for p in range(start + 1, end) if page.form(p) in _words(page, "does")), None)
    return (verb is not None and verb - start <= _NEAR) or _tells_of_before(page, start, end)


def _tells_of_before(page: Page, start: int, end: int) -> bool:
    """Whether "the sun was in his eyes" tells what was: not "as it was", "the hat was nicer"."""
    places = range(start + 1, min(start + 1 + _NEAR, end - 1))
    was = any(page.form(p) in word_set("told_why.past") for p in places)
    missed = word_set("why_the_new.better") | word_set("reasons.liked") | word_set("told_why.back")
    return was and not any(page.form(p) in missed for p in range(start, end))
