"""What a stretch of a message has: something to do, or shots that it names."""

from toile.adapters.language.built_in.edits.message import apertures
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.message.refusals import is_wish_about_a_person
from toile.adapters.language.built_in.edits.message.seats import counted_seat
from toile.adapters.language.built_in.edits.message.taking_it_off import off_whom
from toile.adapters.language.built_in.edits.message.talk import is_named, named_in
from toile.adapters.language.built_in.edits.message.unwanted import goes_without
from toile.adapters.language.built_in.text.lexicon import Span, common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words

VALUES = ("framing", "angle", "lens", "light", "set", "pose", "priority", "kind")


def has_content(page: Page, clause: Clause) -> bool:
    """Whether a stretch says something to do, beyond naming shots."""
    told = [s for s in page.spans(clause.start, clause.end, "act", "rel") if not is_weak(page, s)]
    if (
        told
        or _says_place(page, clause)
        or _says_beside(page, clause)
        or clause.ratios
        or page.has(clause.start, clause.end, "g", "h", "j", "b", "p")
        or goes_without(page, clause)
    ):
        return True
    if len([m for m in clause.mentions if "talent" in m.fields]) > 1:
        return True
    if _is_bare_place(page, clause):
        return False
    if any(
        page.span_at(s.end, "noun") is None for s in page.spans(clause.start, clause.end, *VALUES)
    ):
        return True
    if lens(page, clause, 12) or page.has(clause.start, clause.end, "s"):
        return True
    similar = [
        s
        for s in page.spans(clause.start, clause.end, "sim")
        if page.form(s.start - 1) not in word_set("joining.liking")
    ]
    if similar and page.has(clause.start, clause.end, "f"):
        return True
    if is_wish_about_a_person(page, clause) or apertures.places(page, clause):
        return True
    if page.has(
        clause.start, clause.end, "way_of_film", "aperture", "grade", "texture"
    ) or says_unknown(page, clause):
        return True
    said = (_is_alone, _takes_field, _is_groomed, _is_cast, off_whom)
    if any(told(page, clause) for told in said):
        return True
    return any(m.fields & {"garments", "props"} for m in clause.mentions)


def _is_alone(page: Page, clause: Clause) -> bool:
    """Whether "Elif alone in 5" says who is in a shot."""
    who = any(m.fields == {"talent"} for m in clause.mentions)
    numbered = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    if not numbered and clause.end - clause.start > _BRIEF:
        return False
    return who and any(s.name == "only" for s in page.spans(clause.start, clause.end, "ref"))


def _is_groomed(page: Page, clause: Clause) -> bool:
    """Whether "2: hair tied back" says how somebody is done up in a shot."""
    words = word_set("grooming.hair") | word_set("grooming.make_up")
    numbered = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    return numbered and any(page.form(p) in words for p in range(clause.start, clause.end))


def _is_cast(page: Page, clause: Clause) -> bool:
    """Whether "3 with Ines", "without Tom", "both of them in 4" says who is in one shot."""
    who = any(m.fields == {"talent"} for m in clause.mentions)
    if who and page.form(clause.start) in word_set("naming.without"):
        return True
    numbers = [p for p in range(clause.start, clause.end) if page.tokens[p].text.isdecimal()]
    if len(numbers) != 1 or in_ratio(clause, numbers[0]):
        return False
    joins = any(
        m.fields == {"talent"} and page.form(m.start - 1) in word_set("naming.wish")
        for m in clause.mentions
        if m.start > numbers[0]
    )
    first = page.span_at(clause.start, "ref")
    return joins or (first is not None and first.name == "both" and first.end < numbers[0])


def _takes_field(page: Page, clause: Clause) -> bool:
    """Whether "give 7 the angle from 4" takes one thing over from another shot."""
    for field in page.spans(clause.start, clause.end, "f"):
        place = field.end
        led = page.form(place) in word_set("acts.from") | word_set("people.of")
        while page.form(place) in word_set("acts.from") | word_set("naming.articles"):
            place += 1
        if led and place < clause.end and page.tokens[place].text.isdecimal():
            return has_target(page, Clause(clause.start, field.start))
    return False


def says_unknown(page: Page, clause: Clause) -> bool:
    """Whether "9 shorter", "3 in black and white" ends on what nobody knows to do with a shot."""
    place = clause.start
    while place < clause.end and page.form(place) in word_set("naming.articles"):
        place += 1
    named = place < clause.end and (page.tokens[place].text.isdecimal() or is_named(page, place))
    if not named or place >= clause.end - 1 or is_named(page, clause.end - 1):
        return False
    last = clause.end - 1
    token, form = page.tokens[last], page.form(last)
    if page.span_at(last, "col") and page.span_at(last - 2, "col"):
        return True
    wrong = word_set("complaints.wrong") | word_set("unwanted.wrong")
    if any(page.form(p) in wrong for p in range(place, clause.end)):
        return False  # "6 is too stiff" tells why something follows.
    small = (
        form in function_words() or form in common_words() or form in word_set("contents.polite")
    )
    covered = any(
        s.start <= last < s.end
        for before in range(max(clause.start, last - 4), last + 1)
        for s in page.at[before].values()
    )
    return token.is_word and len(form) >= _LONG and not (small or covered or token.is_name)


_LONG = 4
_BRIEF = 2


def _is_bare_place(page: Page, clause: Clause) -> bool:
    """Whether a stretch is no more than a place of the board: "Keller" in "Keller und Treppe"."""
    start = clause.start + (page.form(clause.start) in word_set("naming.articles"))
    return any(
        m.start == start and m.end == clause.end and "set" in m.fields for m in clause.mentions
    )


def _says_place(page: Page, clause: Clause) -> bool:
    """Whether a stretch says which shot opens or closes: "end on 1"."""
    start = clause.start
    while start < clause.end and page.form(start) in word_set("joining.asking"):
        start += 1
    place = page.span_at(start, "pos")
    told = place is not None and place.name in ("top", "end")
    told = told or _becomes_end(page, clause)
    return (told and has_target(page, clause)) or _goes_to_end(page, clause)


def _says_beside(page: Page, clause: Clause) -> bool:
    """Whether "5 before 2" says beside which shot another goes."""
    seats = [
        s
        for s in page.spans(clause.start + 1, clause.end - 1, "pos")
        if s.name in ("before", "after", "between")
    ]
    return any(
        _ends_on_number(page, clause.start, s.start)
        and not in_ratio(clause, s.start - 1)  # "In 4:5 after 2" moves no shot 5.
        and _ends_on_number(page, s.end, clause.end)
        for s in seats
    )


def _ends_on_number(page: Page, start: int, end: int) -> bool:
    return end > start and page.tokens[end - 1].text.isdecimal()


def _goes_to_end(page: Page, clause: Clause) -> bool:
    """Whether a stretch ends with where a shot goes; "starting with the first" counts shots."""
    counted = any(s.name == "second" for s in page.spans(clause.start, clause.end, "ref"))
    return says_where(page, clause) and not counted


def _becomes_end(page: Page, clause: Clause) -> bool:
    """Whether a stretch makes a shot the first or the last one: "make 2 the opener"."""
    return any(
        s.name in ("top", "end")
        and page.form(s.end - 1) in word_set("targets.ends")
        and page.form(s.start - 1) not in word_set("targets.ends.led")
        for s in page.spans(clause.start + 1, clause.end, "pos")
    )


def says_where(page: Page, clause: Clause) -> bool:
    """Whether a stretch ends with the place a shot goes to: "2 last", "die 4 an zweite Stelle"."""
    last = clause.end
    while last > clause.start and page.form(last - 1) in word_set("contents.polite"):
        last -= 1
    ends = [
        s for s in page.spans(clause.start, clause.end, "pos")
        if s.name in ("top", "end", "after") and s.end == last and s.start > clause.start
    ]  # fmt: skip
    seat = counted_seat(page, clause)
    start = ends[0].start if ends else seat.start if seat else clause.start
    ahead = Clause(clause.start, start, mentions=[m for m in clause.mentions if m.end <= start])
    return start > clause.start and has_target(page, ahead)


def is_weak(page: Page, span: Span) -> bool:
    """Whether a small word only leads to a value: "in", "as", "make"."""
    leads = page.form(span.start) in word_set("clauses.weak") or _makes(page, span)
    return span.end - span.start == 1 and leads


def _makes(page: Page, span: Span) -> bool:
    """Whether a verb only says that something becomes so: "make 5" alone asks for nothing."""
    return span.name == "set" and page.form(span.start) in word_set("clauses.makes")


def has_target(page: Page, clause: Clause) -> bool:
    """Whether a stretch names shots by number or by scope."""
    numbers = any(
        page.tokens[p].text.isdecimal() and not in_ratio(clause, p) and not is_named(page, p)
        for p in range(clause.start, clause.end)
    )
    scope = [
        s
        for s in page.spans(clause.start, clause.end, "ref")
        if s.name in word_set("clauses.has_target")
    ]
    return (
        numbers
        or bool(scope)
        or bool(named_in(page, clause.start, clause.end))
        or any(
            not in_ratio(clause, s.start) for s in page.spans(clause.start, clause.end, "n", "ord")
        )
        or any(m.fields & {"set", "pose", "talent"} for m in clause.mentions)
    )


def in_ratio(clause: Clause, place: int) -> bool:
    """Whether a token belongs to a ratio of a stretch."""
    return any(r.start <= place < r.end for r in clause.ratios)


def only_names(page: Page, piece: Clause) -> bool:
    """Whether a stretch names shots and says nothing of them."""
    return has_target(page, piece) and not has_content(page, piece)
