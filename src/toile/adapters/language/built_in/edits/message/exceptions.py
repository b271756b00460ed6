"""Where a clause leaves shots out: "all but 3", "everything except the close-up"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def exception_start(page: Page, clause: Clause) -> int | None:
    """Return where the words begin that leave shots out."""
    spans = list(page.spans(clause.start, clause.end, "ref"))
    said = (s.start for s in spans if s.name == "except" and not _is_less(page, clause, s))
    every = next((s for s in spans if s.name == "all"), None)
    return next(said, _left_place(page, clause, every) if every else None)


def mark_exceptions(page: Page, board: BoardWords) -> None:
    """Let "but" in "all in 4:5 but the beach" leave out the shots that end the sentence."""
    for segment in page.live():
        for place in range(segment.start + 1, segment.end - 1):
            scopes = page.spans(segment.start, place, "ref")
            every = any(s.name == "all" for s in scopes)
            aside = _is_denied_aside(page, segment, place)
            if aside or (not every and _is_denied_behind(page, board, segment, place)):
                page.at[place]["ref"] = Span(place, place + 1, "ref", "except")
            if page.form(place) in word_set("exceptions.but") and every:
                shown = board.mentions(page, place + 1, segment.end)
                named = {p for m in shown for p in range(m.start, m.end)}
                if all(p in named or _is_small(page, p) for p in range(place + 1, segment.end)):
                    page.at[place]["ref"] = Span(place, place + 1, "ref", "except")


def _is_denied_aside(page: Page, segment: Segment, place: int) -> bool:
    """Whether ", not 4," leaves out bare shots before the sentence says what the others become."""
    if page.form(place) not in word_set("naming.not") or page.form(place - 1) != ",":
        return False
    end = place + 1
    while end < segment.end and page.form(end) != "," and _is_small(page, end):
        end += 1
    numbered = any(page.tokens[p].text.isdecimal() for p in range(place + 1, end))
    ahead = any(page.tokens[p].is_word for p in range(segment.start, place - 1))
    told = page.has(end, segment.end, "rel", "light", "grade", "aspect")
    return numbered and ahead and told and page.form(end) == ","


def _is_denied_behind(page: Page, board: BoardWords, segment: Segment, place: int) -> bool:
    """Whether ", not the portrait" ends a sentence that has said what the others become."""
    if page.form(place) not in word_set("naming.not") or page.form(place - 1) != ",":
        return False
    if page.form(place + 1) not in word_set("naming.articles"):
        return False
    told = page.has(segment.start, place, "rel", "light", "grade", "aspect")
    shown = board.mentions(page, place + 1, segment.end)
    named = {p for m in shown if not m.fields & _THINGS for p in range(m.start, m.end)}
    spans = page.spans(place + 1, segment.end, "framing", "kind", "noun")
    named |= {p for span in spans for p in range(span.start, span.end)}
    behind = range(place + 1, segment.end)
    return told and bool(named) and all(p in named or _is_small(page, p) for p in behind)


_THINGS = frozenset(("garments", "props"))


def _is_small(page: Page, place: int) -> bool:
    """Whether a word behind "but" is an article, a number, a sign or a noun for a shot."""
    small = word_set("naming.articles") | word_set("naming.and") | word_set("restating.tails")
    number = page.tokens[place].text.isdecimal() or not page.tokens[place].is_word
    noun = page.first(place, "noun", "kind", "priority") is not None
    return number or noun or page.form(place) in small


def _left_place(page: Page, clause: Clause, every: Span) -> int | None:
    """Return where "all at dusk bar 3" leaves a number out, or "everything not on the beach"."""
    for place in range(every.end, clause.end - 1):
        bar = page.form(place) in word_set("exceptions.bar")
        if bar and page.tokens[place + 1].text.isdecimal():
            return place
    return _denied_place(page, clause, every)


def _denied_place(page: Page, clause: Clause, every: Span) -> int | None:
    """Return where "everything golden hour that isn't inside", "all not on the beach" denies.

    "Everything that isn't ..." in one piece is a phrase of its own.
    """
    for place in range(every.end, clause.end - 1):
        if page.form(place) not in word_set("naming.not"):
            continue
        led = page.form(place - 1) in word_set("exceptions.that") and place - 1 > every.end
        if led or (place == every.end and page.form(place + 1) in word_set("naming.in")):
            return place
    return None


def _is_less(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "meno candele" wants less of something, with nothing ahead to leave it out of."""
    if page.form(span.end - 1) not in word_set("exceptions.less") or span.end >= clause.end:
        return False
    return not any(s.name in ("all", "rest") for s in page.spans(clause.start, span.start, "ref"))


def exception(page: Page, clause: Clause) -> range:
    """Return the places of a clause that only tell which shots it leaves out."""
    cut = exception_start(page, clause)
    if cut is None:
        return range(0)
    span = page.span_at(cut, "ref")
    place = span.end if span else cut + 1
    if not page.tokens[min(place, clause.end - 1)].text.isdecimal():
        return range(cut, exception_end(page, clause, cut))
    # Numbers end where no number follows: "all but 2 and 3 in a garage".
    while place < clause.end and (
        page.tokens[place].text.isdecimal() or page.form(place) in word_set("colours.between")
    ):
        place += 1
    return range(cut, place)


def told_ahead(page: Page, clause: Clause) -> range:
    """Return the places of an exception that can only describe what is left out.

    "All 9:16 except the flatlay from above" has said before what becomes of the others.
    """
    left = exception(page, clause)
    said = page.has(clause.start, left.start, *_TOLD) if left else False
    ratio = any(r.end <= left.start for r in clause.ratios)
    return left if left and (said or ratio) else range(0)


_TOLD = ("rel", "light", "framing", "angle", "lens", "pose", "priority", "kind", "col")


def exception_end(page: Page, clause: Clause, cut: int) -> int:
    """Return where an exception ends: "except the close-up: late sun" says two things."""
    counted = _counted_until(page, clause, cut)
    if counted:
        return counted
    for place in range(cut + 2, clause.end):
        act = page.span_at(place, "act")
        given = act is not None and act.name == "set" and page.form(place) in _GIVEN
        if page.form(place) in (":", "→") or given:
            return place
    return clause.end


_GIVEN = word_set("targets.given")


def _counted_until(page: Page, clause: Clause, cut: int) -> int:
    """Return where the shots end in "all but the first two on white"; 0 where more names them.

    What they become stands behind them only where nothing of it was said ahead.
    """
    if page.has(clause.start, cut, *_TOLD, "set", "s", "act") or any(
        r.end <= cut for r in clause.ratios
    ):
        return 0
    span = page.span_at(cut, "ref")
    place = span.end if span else cut + 1
    counts = False
    while place < clause.end:
        last = page.span_at(place, "ref")
        count = page.first(place, "ord", "n") or (last if last and last.name == "last" else None)
        number = page.tokens[place].text.isdecimal()
        between = page.form(place) in word_set("naming.articles") | word_set("naming.and")
        noun = page.span_at(place, "noun") if counts else None
        if not (count or number or between or noun):
            break
        counts = counts or number or count is not None
        place = count.end if count else noun.end if noun else place + 1
    return place if counts else 0
