"""Places in a clause: what stands behind, and a place that the board need not know."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.exceptions import exception
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.message.shades import as_said, shaded_from
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words


def backdrop(page: Page, clause: Clause) -> Given | None:
    """Read "make the background in 3 white": a colour said of what stands behind."""
    for ground in page.spans(clause.start, clause.end, "s"):
        behind = page.span_at(ground.start, "f")
        if behind is None or behind.name != "set":
            continue
        for colour in page.spans(ground.end, clause.end, "col"):
            said = {p for m in clause.mentions for p in range(m.start, m.end)}
            named = page.first(colour.end, "g", "h", "b", "j", "p", "s")
            if colour.start not in said and named is None:
                shade = as_said(page, colour)
                return Given("set", f"{shade} background", ground.start, colour.end)
        ahead = next((c for c in page.spans(clause.start, ground.start, "col")
                      if c.end == ground.start), None)  # fmt: skip
        left = shaded_from(page, ahead.start) if ahead else 0
        if ahead and page.languages[0] != "en" and page.form(left - 1) in word_set("grounds.on"):
            return Given("set", f"{ahead.name} background", left, ground.end)
        if ahead and page.form(left - 1) in word_set("values.new_set"):
            return Given("set", page.words(left, ground.end).lower(), left, ground.end)
    return None


def plain_ground(page: Page, clause: Clause, target: Target) -> Given | None:
    """Read "Noor's shots all on white": a bare colour that shots stand on is what is behind."""
    if not target.shots or target.how not in _PLAINLY:
        return None
    for colour in page.spans(clause.start, clause.end, "col"):
        led = page.form(shaded_from(page, colour.start) - 1) in word_set("grounds.on")
        spared = exception(page, clause)
        behind = bool(spared) and spared.start >= colour.end
        rest = range(colour.end, spared.start if behind else clause.end)
        ends = all(_is_said_of_shots(page, target, p) for p in rest)
        if led and ends and not page.has(clause.start, colour.start, "g", "h", "b", "j", "p"):
            return Given("set", f"{as_said(page, colour)} background", colour.start, colour.end)
    return None


def _is_said_of_shots(page: Page, target: Target, place: int) -> bool:
    small = word_set("grounds.said_around") | word_set("naming.in") | word_set("naming.articles")
    named = place in target.places or page.first(place, "noun", "ref") is not None
    return named or page.form(place) in small or page.tokens[place].text.isdecimal()


def new_set(page: Page, clause: Clause, target: Target) -> Given | None:
    """Read a place that the board need not know: "in a greenhouse", "to grey seamless"."""
    left_out = exception(page, clause)
    known = (m for m in clause.mentions if "set" in m.fields and m.start in left_out)
    lit = (m for m in clause.mentions if m.fields == {"light"})  # "Studio strobe" is no studio.
    spared = {place for m in (*known, *lit) for place in range(m.start, m.end)}
    for place in range(clause.start, clause.end):
        span = page.first(place, "s", "set")
        if (
            span is None
            or place in spared
            or span.end > clause.end
            or set(range(span.start, span.end)) & target.places
        ):
            continue
        if _is_only_part(page, clause, span):
            continue
        while (more := page.span_at(span.end, "s")) is not None and more.end <= clause.end:
            span = Span(span.start, more.end, span.kind, f"{span.name} {more.name}")
        other = (
            page.first(place, "light", "pose", "framing", "g", "p") if span.kind == "s" else None
        )
        if other and (other.end > span.end or (other.kind == "light" and other.end == span.end)):
            continue
        left = span.start
        while (
            left > clause.start
            and page.tokens[left - 1].is_word
            and (
                not page.at[left - 1]
                or page.first(left - 1, "col", "m")
                or (page.form(left - 1) == "light" and span.kind == "set")
            )
            and page.form(left - 1) not in word_set("values.new_set.2")
            and page.form(left - 1) not in word_set("values.new_set.3")
        ):
            left -= 1
        listed = page.tokens[left - 1].text == ":" and left - 2 in target.places
        whole = _is_all(page, clause, target, left, span.end)
        if listed or whole or is_labelled(page, clause, left):  # "1 and 2: forest".
            return _named(page, span, left)
        lead = page.form(left - 1)
        if lead in word_set("values.new_set") and not _leads_to(page, lead):
            lead = page.form(left - 2)
        if (
            span.kind == "set" and target.how in ("number", "ordinal", "all", "description")
        ) or lead in word_set("values.new_set.3"):
            return _named(page, span, left)
    return None


def _leads_to(page: Page, word: str) -> bool:
    """Whether an article of one language is a preposition here: "an", "en"."""
    return (word == "an" and "de" in page.languages) or (
        word == "en" and "sv" not in page.languages
    )


def is_labelled(page: Page, clause: Clause, place: int) -> bool:
    """Whether "set", "location:" or "décor de la 3 :" stands in front and says what follows."""
    ahead = place - 1
    while ahead >= clause.start and page.tokens[ahead].text in (":", "=", "-", "–"):
        ahead -= 1
    if ahead < place - 1 and ahead >= clause.start and page.tokens[ahead].text.isdecimal():
        ahead -= 1
        while ahead > clause.start and page.form(ahead) in word_set("naming.articles") | word_set(
            "grounds.label_links"
        ):
            ahead -= 1
    label = page.span_at(ahead, "f") if ahead >= clause.start else None
    return label is not None and label.name == "set"


def _is_only_part(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a place is inside a longer word, or tells which thing: "a street lamp"."""
    ahead = range(max(clause.start, span.start - 3), span.start)
    verbs = (page.span_at(p, "act") for p in ahead)
    if any(verb is not None and verb.end > span.start for verb in verbs):
        return True
    if page.languages[0] != "en" or span.end >= clause.end:
        return False
    if page.at[span.end]:
        thing, more = page.span_at(span.end, "p"), page.span_at(span.end, "s")
        return thing is not None and (more is None or more.end < thing.end)
    token = page.tokens[span.end]
    small = token.form in function_words() or token.form in common_words()
    return token.is_word and not small and token.form not in word_set("grounds.said_around")


def _named(page: Page, span: Span, left: int) -> Given:
    behind = span.end + 1
    while page.form(behind) in word_set("values.new_set"):
        behind += 1
    owner = page.first(behind, "s", "set") if page.form(span.end) in word_set("people.of") else None
    if owner is not None and page.languages[0] == "en":  # "The terrace of a vineyard".
        span = Span(span.start, owner.end, span.kind, span.name)
    text = page.words(left, span.end).lower() if page.languages[0] == "en" else span.name
    return Given("set", text, left, span.end)


def goes_elsewhere(page: Page, place: int) -> bool:
    """Whether "colder" stands in "somewhere colder", which is said of the place."""
    return page.form(place - 1) in word_set("grounds.somewhere")


def _is_all(page: Page, clause: Clause, target: Target, left: int, end: int) -> bool:
    """Whether a place is all that a clause says of its shots: "3: a glacier", "a pier maybe"."""
    if page.languages[0] != "en" or not (target.shots and target.how in _PLAINLY):
        return False
    lit = {p for s in page.spans(clause.start, clause.end, "light") for p in range(s.start, s.end)}
    return all(
        left <= p < end
        or p in lit
        or p in target.places
        or page.form(p) in word_set("grounds.said_around")
        or page.form(p) in word_set("grounds.somewhere")
        or goes_elsewhere(page, p)
        or page.tokens[p].text.isdecimal()
        for p in range(clause.start, clause.end)
    )


_PLAINLY = ("number", "ordinal", "description", "before", "all")
