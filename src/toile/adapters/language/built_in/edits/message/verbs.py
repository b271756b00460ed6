"""The actions that a clause names, put right where a word only looks like one."""

import itertools
from collections.abc import Sequence

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.message.unwanted import is_refused
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_PARTED = word_set("acts.parted")
_SHAPES = ("aspect", "rel", "light", "framing", "angle")


def names_of(page: Page, clause: Clause) -> list[str]:
    """Return the actions named in a clause."""
    found = [
        s.name
        for s in page.spans(clause.start, clause.end, "act")
        if not (s.name == "delete" and page.form(s.start) == "out" and _leads_out(page, s.end))
        and not _inside_step(page, s)
        and not _the_copy(page, s)
        and not _is_second(page, s)
        and not _is_noun(page, s)
        and not _goes_on(page, s)
    ]
    meant = _meant(page, clause, found)
    if meant:
        return [meant]
    if is_refused(page, clause):
        return [*(name for name in found if name not in ("set", "delete")), "delete"]
    if _is_version(page, clause):
        return [
            *(name for name in found if name not in ("add", "delete", "duplicate")),
            "duplicate",
        ]
    if not found and _gives_way(page, clause):
        return ["swap"]
    whole = {p for s in page.spans(clause.start, clause.end, "light", "rel") for p in _of(s)}
    forms = [page.form(p) for p in range(clause.start, clause.end) if p not in whole]
    if _again(forms) and not set(found) - {"set", "duplicate", "replace", "add"}:
        return [*found, "duplicate"]
    person = any("talent" in m.fields and page.form(m.end) == "out" for m in clause.mentions)
    if "delete" not in found and (any(f in _PARTED for f in forms) or person) and "out" in forms:
        return [*found, "delete"]
    tail = [form for form in forms if form not in word_set("deleting.person")]
    if "delete" not in found and (_out_of(page, clause) or _off(page, clause)):
        return [*found, "delete"]
    ends = {*tail[-1:], *(f for f in forms if f == "away")}  # "Take the cup away in 6".
    parted = any(f in _PARTED for f in forms) and ends & word_set("acts.parted.ends")
    return [*found, "delete"] if parted and "delete" not in found else found


def _meant(page: Page, clause: Clause, found: list[str]) -> str:
    """Return what a verb means that only looks like another: "chuck an umbrella in 4" adds one."""
    if found == ["move"] and (_is_gone(page, clause) or _all_go(page, clause)):
        return "delete"
    if _puts_in(page, clause):
        return "add"
    if set(found) <= {"move", "set"} and _takes_from_several(page, clause):
        return "delete"
    if "delete" in found and _is_of_a_step(page, clause):
        return "undo"
    if found == ["add", "delete"] and _ends_in_going(page, clause):
        return "delete"
    return "replace" if found == ["delete"] and _gives_way(page, clause, verbs=1) else ""


def _takes_from_several(page: Page, clause: Clause) -> bool:
    """Whether "take the candle from 2 and 3" takes a thing out of them, and lends none."""
    verb = clause.start
    while verb < clause.end and page.form(verb) in word_set("joining.asking"):
        verb += 1
    thing = next((m for m in clause.mentions if m.fields & {"garments", "props"}), None)
    if thing is None or page.form(verb) not in word_set("verbs.takes"):
        return False
    behind = range(thing.end, clause.end)
    numbers = [p for p in behind if page.tokens[p].text.isdecimal()]
    led = len(numbers) > 1 and page.form(thing.end) in word_set("verbs.takes.from")
    small = word_set("naming.articles") | word_set("clauses.within") | word_set("contents.polite")
    return led and all(
        p in numbers
        or page.form(p) in small
        or not page.tokens[p].is_word
        or page.span_at(p, "noun") is not None
        for p in behind[1:]
    )


def _of(span: Span) -> range:
    return range(span.start, span.end)


def _is_gone(page: Page, clause: Clause) -> bool:
    """Whether "the radio goes" takes a thing out: nothing is said of where it goes."""
    things = [m for m in clause.mentions if m.fields & {"garments", "props"}]
    last = clause.end - 1
    goes = page.form(last) in word_set("verbs.goes") and last > clause.start
    return goes and len(things) == 1 and things[0].end == last


def _all_go(page: Page, clause: Clause) -> bool:
    """Whether "everything except 3 goes" takes shots out."""
    scope = page.spans(clause.start, clause.end, "ref")
    left = any(s.name == "except" for s in scope) or any(s.name == "rest" for s in scope)
    return left and page.form(clause.end - 1) in word_set("verbs.goes")


def _puts_in(page: Page, clause: Clause) -> bool:
    """Whether "chuck an umbrella in 4" brings a thing into a shot, and throws none away."""
    start = clause.start
    while start < clause.end and page.form(start) in word_set("joining.asking"):
        start += 1
    if page.form(start) not in word_set("verbs.puts_in"):
        return False
    thing = page.form(start + 1) in word_set("giving.a")
    inside = (p for p in range(start + 3, clause.end - 1) if page.form(p) in word_set("verbs.in"))
    return thing and any(
        is_named(page, p + 1) or page.tokens[p + 1].text.isdecimal() or page.span_at(p + 1, "noun")
        for p in inside
    )


def _ends_in_going(page: Page, clause: Clause) -> bool:
    """Whether "5 needs the plate removed" takes it out."""
    verb = page.spans(clause.start, clause.end, "act")[-1]
    return verb.name == "delete" and verb.end == clause.end


def _is_of_a_step(page: Page, clause: Clause) -> bool:
    """Whether "scrap that last change" speaks of what was done last, and of no shot."""
    last = next((s for s in page.spans(clause.start, clause.end, "ref") if s.name == "last"), None)
    place = last.end if last is not None else clause.end
    return place < clause.end and page.form(place) in word_set("history_words.steps")


def _is_version(page: Page, clause: Clause) -> bool:
    """Whether "a vertical cut of 4", "a closer version of 4" asks for one more, but different."""
    for place in range(clause.start + 2, clause.end - 1):
        named = page.form(place) in word_set("verbs.version") and page.form(place + 1) == "of"
        led = any(page.form(p) in ("a", "an") for p in range(max(0, place - 4), place - 1))
        shaped = any(s.end == place for s in page.spans(clause.start, place, *_SHAPES)) or any(
            r.end == place for r in clause.ratios
        )
        if named and led and shaped:
            return True
    return _is_shape_of(page, clause)


def _is_shape_of(page: Page, clause: Clause) -> bool:
    """Whether "noch ein Hochformat von der 3", "una vertical de la 3" asks for one more of it."""
    also = any(page.form(p) in word_set("verbs.also") for p in range(clause.start, clause.end))
    for span in page.spans(clause.start, clause.end, "aspect", *(("kind",) if also else ())):
        before = page.form(span.start - 1)
        one = before in word_set("giving.indefinite") | word_set("new_shots.strong") | {"more"}
        of = span.end if page.form(span.end) in word_set("people.of") | {"from"} else clause.end
        place = of + 1
        while place < clause.end and page.form(place) in word_set("naming.articles"):
            place += 1
        numbered = place < clause.end and (
            page.tokens[place].text.isdecimal() or page.span_at(place, "n") is not None
        )
        if one and numbered and not (span.start - 1 == clause.start and page.has(0, of, "pos")):
            return True
    return False


def _leads_out(page: Page, place: int) -> bool:
    """Whether "out" only leads on: "out of 2", "out to the garden", "out on the terrace"."""
    if page.form(place) in word_set("verbs.out_of"):
        return True
    begin = place + 1 + (page.form(place + 1) in word_set("values.new_set"))
    return page.form(place) in word_set("verbs.on") and page.first(begin, "s", "set") is not None


def _gives_way(page: Page, clause: Clause, verbs: int = 0) -> bool:
    """Whether "and the scarf for a snood" exchanges things, behind a verb or without one."""
    thing = next((m for m in clause.mentions if m.fields & {"garments", "props"}), None)
    if thing is None or thing.start - clause.start > 1 + verbs or page.form(thing.end) != "for":
        return False
    new = page.first(thing.end + 1, "g", "h", "b", "j", "p", "col", "m") is not None
    return new or page.form(thing.end + 1) in word_set("giving.a")


def _out_of(page: Page, clause: Clause) -> bool:
    """Whether "rag out of 2" takes a thing out of a shot."""
    things = page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
    ends = {s.end for s in things}
    ends |= {m.end for m in clause.mentions if m.fields & {"garments", "props", "talent"}}
    leads = any(page.form(end) == "out" and page.form(end + 1) == "of" for end in ends)
    scopes = {s.name for s in page.spans(clause.start, clause.end, "ref")}
    numbers = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    return leads and (numbers or bool(scopes & {"both", "all"}))


def _off(page: Page, clause: Clause) -> bool:
    """Whether "take the jacket off Ines" takes a thing off somebody."""
    whom = {m.start for m in clause.mentions if "talent" in m.fields}
    whom |= {p for p in range(clause.start, clause.end) if page.form(p) in word_set("giving.whom")}
    ends = {m.end for m in clause.mentions if m.fields & {"garments", "props"}}
    ends |= {s.end for s in page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")}
    off = [end + 1 for end in ends if page.form(end) in word_set("people.off")]
    return any(place in whom or _is_last(page, clause, place) for place in off)


def _is_last(page: Page, clause: Clause, place: int) -> bool:
    """Whether nothing but the shots follows: "hat off in 1"."""
    return place >= clause.end or page.form(place) in word_set("naming.in")


def _is_noun(page: Page, span: Span) -> bool:
    """Whether a verb is a thing here: "leaning against the bin", "room for copy"."""
    form, lead = page.form(span.start), page.form(span.start - 1)
    alone = span.end - span.start == 1
    written = form in word_set("acts.written") and lead in word_set("acts.written.led")
    return alone and (
        written or (form in word_set("acts.nouns") and lead in word_set("acts.nouns.led"))
    )


def _goes_on(page: Page, span: Span) -> bool:
    """Whether "can go" says what becomes of a shot, and not that it goes: "can go wider"."""
    if span.name != "delete" or page.form(span.end - 1) != "go":
        return False
    place = span.end
    while page.span_at(place, "mod") is not None or page.form(place) in word_set("acts.go_on"):
        place += 1
    becomes = page.first(place, "rel", "framing", "angle", "light", "aspect", "priority")
    return becomes is not None or page.form(place) in word_set("acts.go_to")


def _again(forms: list[str]) -> bool:
    """Whether "1 again but square" wants one more of a shot, a little different."""
    if any(
        one in word_set("duplicate.again") and two in word_set("duplicate.but")
        for one, two in itertools.pairwise(forms)
    ):
        return True
    end = next((i for i, form in enumerate(forms) if form in word_set("duplicate.differs")), 0)
    ahead = [form for form in forms[:end] if form.isalnum() and not form.isdecimal()]
    return says_again(ahead) and set(ahead) <= (
        word_set("duplicate.again") | word_set("duplicate.around") | word_set("seats.small")
    )


def says_again(forms: Sequence[str]) -> bool:
    """Whether words hold "again", "once more", "otra vez"."""
    pairs = {f"{one}_{two}" for one, two in itertools.pairwise(forms)}
    return bool(set(forms) & word_set("duplicate.again") or pairs & word_set("duplicate.again"))


def names_copy(page: Page, clause: Clause) -> bool:
    """Whether a clause speaks of "the copy", the shot that was just made."""
    return any(_the_copy(page, s) for s in page.spans(clause.start, clause.end, "act"))


def _the_copy(page: Page, span: Span) -> bool:
    """Whether "the copy" is the new shot and no wish for another."""
    noun = page.form(span.start) in word_set("acts.copy_noun")
    return noun and page.form(span.start - 1) in word_set("naming.articles")


def _is_second(page: Page, span: Span) -> bool:
    """Whether "a second boot" counts a thing, and asks for no copy of the shot."""
    counts = span.name == "duplicate" and page.form(span.end - 1) == "second"
    return counts and page.first(span.end, "g", "h", "b", "j", "p") is not None


def _inside_step(page: Page, span: Span) -> bool:
    """Whether a verb belongs to a longer word: "drop the camera", "holding hands"."""
    return any(
        (own := page.span_at(place, kind)) is not None
        and own.end >= span.end
        and own.end - own.start > span.end - span.start
        for place in range(max(0, span.start - 3), span.start + 1)
        for kind in ("rel", "pose")
    )
