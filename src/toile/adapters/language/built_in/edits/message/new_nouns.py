"""The words that ask for one shot more: "add a close-up of", "another packshot", "new opener"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_gifts import is_given
from toile.adapters.language.built_in.edits.message.new_heads import is_on_shot, likeness, view_of
from toile.adapters.language.built_in.edits.message.new_lists import new_list
from toile.adapters.language.built_in.edits.message.new_seats import seated, tells_behind_seat
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import find_ratios

_HEADS = ("framing", "kind")


def _framed(page: Page, clause: Clause) -> Span | None:
    """Return the framing of "add a close-up of ...", or what is one more, as what is new."""
    for act in page.spans(clause.start, clause.end, "act"):
        begin = _behind_particles(page, act.end)
        lead, place = page.form(begin), begin + 1
        adds = act.name == "add" or page.form(act.start) in word_set("new_shots.puts")
        if adds and lead in word_set("acts.framed"):
            span = next(
                (
                    f
                    for p in range(place, min(place + 4, clause.end))
                    if (f := page.first(p, *_HEADS) or view_of(page, p) or likeness(page, p))
                ),
                None,
            )
            counted = span and page.tokens[min(span.end, len(page.tokens) - 1)].text.isdecimal()
            if span and not counted and not is_on_shot(page, span.end, clause.end):
                return Span(begin, begin + 1, "noun", "shot")
    return _needed(page, clause) or _one_more(page, clause)


def _needed(page: Page, clause: Clause) -> Span | None:
    """Return what leads to the framing of "I need a close-up of the cup"."""
    for place in range(clause.start, clause.end - 2):
        near = range(place + 2, min(place + 6, clause.end))
        framing = next(
            (f for p in near if (f := page.span_at(p, "framing") or likeness(page, p))), None
        )
        if framing is None or _is_numbered(page, place, framing.start):
            continue  # "I want 2 as a detail", "i want to make 3 a close-up".
        if _is_needed(page, place, framing.start) or is_given(page, place, framing):
            return Span(place, framing.start, "noun", "shot")
    return None


def _one_more(page: Page, clause: Clause) -> Span | None:
    """Return "one more" of "one more:", "one" of "add one after 2"."""
    for place in range(clause.start, clause.end - 1):
        if page.form(place) not in word_set("new_shots.one") | word_set("new_shots.other"):
            continue
        if page.form(place + 1) == "more" and page.form(place + 2) in (":", ",", "shot"):
            return Span(place, place + 2, "noun", "shot")
        more = word_set("new_shots.split") | word_set("new_shots.strong")
        behind = place + 1 + (page.form(place + 1) in more)
        if _adds(page, place) and (page.first(behind, "pos") or page.form(behind) == ":"):
            return Span(place, behind, "noun", "shot")  # "Add one after 2", "füg noch eine an:".
    return None


def _is_numbered(page: Page, start: int, end: int) -> bool:
    return any(token.text.isdecimal() for token in page.tokens[start:end])


def _behind_particles(page: Page, place: int) -> int:
    """Return the first place behind "in", "us", "maybe" in "stick in a wide"."""
    while page.form(place) in word_set("new_shots.particles"):
        place += 1
    return place


def _is_needed(page: Page, place: int, end: int) -> bool:
    """Whether "I need a", "brauche noch ein" in front of a framing asks for one shot more."""
    if page.form(place) in word_set("new_shots.another"):
        return page.form(place + 1) in word_set("acts.framed") and end - place < 4
    return page.form(place) in word_set("new_shots.need") and any(
        page.form(p) in word_set("acts.framed")
        and not _is_swedish_only(page, p)
        and page.tokens[p - 1].text != ":"  # "Jag vill ha 5:an i helfigur."
        for p in range(place + 1, end)
    )


_NEW = word_set("acts.new")
_ARTICLES = word_set("acts.framed")


def _is_swedish_only(page: Page, place: int) -> bool:
    """Whether "en" is the French or Spanish "in" and no article."""
    return page.form(place) == "en" and "sv" not in page.languages


def new_noun(page: Page, clause: Clause) -> Span | None:
    """Return the "shot" of "add a shot", "another picture", "one more frame"."""
    told = _framed(page, clause) or seated(page, clause)
    if told:
        return told
    one = _wished_one(page, clause)
    if one:
        return one
    starts = [
        _behind_particles(page, act.end)
        for act in page.spans(clause.start, clause.end, "act")
        if act.name == "add"
    ]
    led = clause.start + (page.form(clause.start) in _ARTICLES)
    if page.form(led) in _NEW:
        starts.append(led + 1)
    starts += [
        p + 1
        for p in range(clause.start, clause.end - 2)
        if page.form(p) in word_set("new_shots.need")
        and page.form(p + 1) in _ARTICLES
        and not _is_swedish_only(page, p + 1)
    ]
    for start in starts:
        for place in range(start, min(clause.end, start + 4)):
            noun = page.span_at(place, "noun")
            if noun and page.form(place) not in word_set("acts.new_noun"):
                following = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
                lead = page.form(place - 1)
                if not following.isdecimal() and lead in word_set("acts.new_noun.2"):
                    return noun
    return _further(page, clause)


def _wished_one(page: Page, clause: Clause) -> Span | None:
    """Return the "one" of "can we get one with both of them", "I'd love one where she laughs"."""
    last = page.form(clause.end - 1) in word_set("new_shots.get")  # "Ein Bild mit beiden haben."
    for place in range(clause.start + 1, clause.end - 1):
        noun = page.span_at(place + 1, "noun")
        if page.form(place) not in word_set("new_shots.one") and noun is None:
            continue
        wished = last or page.form(place - 1) in word_set("new_shots.get") or _adds(page, place)
        article = page.form(place) in word_set("new_shots.one") | _ARTICLES
        end = noun.end if noun else place + 1
        end += noun is None and page.form(end) == "more"
        led = page.form(end) in word_set("new_shots.showing") or _is_at_place(page, end)
        if wished and article and led and _is_wished(page, clause, place):
            return Span(place, end, "noun", "shot")
    return None


def _is_at_place(page: Page, place: int) -> bool:
    """Whether "at the harbour" follows, which is where a new shot is."""
    behind = place + 1 + (page.form(place + 1) in word_set("naming.articles"))
    return page.form(place) in word_set("naming.in") and page.first(behind, "s", "set") is not None


def _adds(page: Page, place: int) -> bool:
    """Whether a verb of adding ends at a place: "añade una de Bruno", "füg am Ende eine an"."""
    seats = (page.span_at(p, "pos") for p in range(max(0, place - 4), place))
    place = next((s.start for s in seats if s is not None and s.end == place), place)
    verbs = (page.span_at(p, "act") for p in range(max(0, place - 3), place))
    return any(v is not None and v.name == "add" and v.end == place for v in verbs)


def _further(page: Page, clause: Clause) -> Span | None:
    """Return "another" of "another packshot at the end", "new" of "new closer: hands only"."""
    shapes = {ratio.start for ratio in find_ratios(page, clause.start, clause.end)}
    for place in range(clause.start, clause.end - 1):
        end = _fresh_until(page, place)
        if not end or not _is_wished(page, clause, place) or _is_copy(page, place):
            continue
        ground = page.span_at(end, "s")
        if ground is not None and page.span_at(ground.end, "noun") is not None:
            return Span(place, end, "noun", "shot")  # "Another kitchen one at night".
        if _shows(page, end):
            return Span(place, end, "noun", "shot")
        for head in range(end, min(end + 3, clause.end)):
            if _is_of_a_shot(page, clause, head):
                break
            if page.first(head, "g", "h", "b", "j", "p", "f"):
                break
            seat = page.form(head) in word_set("new_shots.seats")
            if seat or head in shapes or page.first(head, *_HEADS):
                return Span(place, head + seat, "noun", "shot")
            told = page.span_at(head, "noun")
            if head == end and told is not None and _shows(page, told.end):
                return Span(place, told.end, "noun", "shot")
    return _besides(page, clause)


def _shows(page: Page, place: int) -> bool:
    """Whether a colon or "of Kenji" tells what is new; "of 3" and "of the hat" may be there."""
    led = page.form(place) in word_set("new_shots.showing")
    behind = page.tokens[place + 1] if led and place + 1 < len(page.tokens) else None
    return page.form(place) == ":" or (behind is not None and behind.is_name)


def _is_of_a_shot(page: Page, clause: Clause, head: int) -> bool:
    """Whether "a vertical of 3" is a copy in another shape, and no new picture."""
    shape = page.span_at(head, "aspect")
    if shape is None or page.form(shape.end) not in word_set("people.of"):
        return False
    behind = (page.tokens[p].text for p in range(shape.end, min(shape.end + 3, clause.end)))
    return any(text.isdecimal() for text in behind)


def _besides(page: Page, clause: Clause) -> Span | None:
    """Return "un gros plan" of "un gros plan des sandales en plus", which is no shot's framing."""
    spans = page.spans(clause.start, clause.end, *_HEADS)
    head = next((s for s in spans if page.form(s.start - 1) in word_set("giving.indefinite")), None)
    if head is None or not _is_wished(page, clause, head.start - 1):
        return None
    marks = range(max(clause.start - 2, 0), clause.end)
    beside = any(page.form(p) in word_set("new_shots.besides") for p in marks) or any(
        f"{page.form(p)}_{page.form(p + 1)}" in word_set("new_shots.besides") for p in marks
    )
    thing = head.end + 1 + (page.form(head.end + 1) in word_set("naming.articles"))
    of_thing = page.form(head.end) in word_set("new_shots.showing") | word_set("naming.with")
    shown = page.first(thing, "p", "g", "h", "b", "j", "s") is not None
    if not (beside and of_thing and shown) or _is_numbered(page, head.end, clause.end):
        return None
    return Span(head.start - 1, head.start, "noun", "shot")


def _fresh_until(page: Page, place: int) -> int:
    """Return where "another", "one more", "a fifth" ends; 0 where nothing new is said."""
    one, two = page.form(place), page.form(place + 1)
    counted = page.span_at(place + 1, "ord")
    if one in _ARTICLES and counted and counted.name not in ("1", "2"):
        return counted.end
    if f"{one}_{two}" in word_set("new_shots.more"):
        return place + 2
    noun = page.span_at(place + 1, "noun") if one in word_set("giving.indefinite") else None
    if noun is not None:  # "En bild till:", "una foto in più:", "une photo de plus:".
        pair = f"{page.form(noun.end)}_{page.form(noun.end + 1)}"
        long = 2 * (pair in word_set("new_shots.more_behind"))
        behind = noun.end + (long or page.form(noun.end) in word_set("new_shots.more_behind"))
        if behind > noun.end and _shows(page, behind):
            return behind
    return place + 1 if one in word_set("new_shots.strong") else 0


def _is_wished(page: Page, clause: Clause, place: int) -> bool:
    """Whether words of asking alone stand before: "could we have", "maybe", "and"."""
    seats = page.spans(clause.start, place, "pos")
    ends = {p for s in seats if s.name in ("top", "end") for p in range(s.start, s.end)}
    beside = (s for s in seats if s.name in ("before", "after"))
    ends |= {p for s in beside if _is_number(page, s.end) for p in range(s.start, s.end + 1)}
    before = (p for p in range(clause.start, place) if p not in ends)
    asking = word_set("new_shots.asking") | word_set("new_shots.besides")
    return all(page.form(p) in asking or not page.tokens[p].text[:1].isalnum() for p in before)


def _is_number(page: Page, place: int) -> bool:
    return place < len(page.tokens) and page.tokens[place].text.isdecimal()


def _is_copy(page: Page, place: int) -> bool:
    """Whether "another one like 3" asks for a copy."""
    return any(
        (act := page.span_at(p, "act")) is not None
        and act.name in ("duplicate", "redraft", "vary")
        and act.end > place
        for p in range(max(0, place - 2), place + 1)
    )


def described_from(page: Page, segment: Segment) -> tuple[int, int]:
    """Return the stretch of a sentence that says what a new shot shows; empty where none is new.

    Words in it name things and places, and no shots of the board.
    """
    if new_list(page, segment) is not None:
        return (segment.start, segment.end)
    noun = new_noun(page, Clause(segment.start, segment.end))
    if noun is None:
        return (0, 0)
    for place in range(noun.end, segment.end):
        beside = page.span_at(place, "pos")
        seats = beside is not None and beside.name in ("before", "after", "between")
        if seats and not (place == noun.end and tells_behind_seat(page, segment, place)):
            return (noun.start, place)
        breaks = page.form(place) in word_set("new_shots.breaks")
        act = page.span_at(place + 1, "act") if breaks else None
        if act is not None and act.name not in ("set", "keep", "add"):
            return (noun.start, place)
    return (noun.start, segment.end)
