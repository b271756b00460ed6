"""Small words that are values only in their place: "should", "full", "still", "foto"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words


def is_order(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a word for a pose is the verb of the clause: "turn 2 into motion"."""
    act = page.span_at(span.start, "act")
    small = page.form(span.start) in word_set("naming.in") and span.end > span.start + 1
    orders = act is not None and not small  # "In piedi" orders nothing but to stand.
    return span.kind == "pose" and orders and span.start == clause.start


def means_it(page: Page, clause: Clause, span: Span) -> bool:
    """Leave out small words that are values only in their place ("should", "full", "still")."""
    form = page.form(span.start)
    if span.kind == "kind" and _is_counted(page, span):
        return False
    if span.end - span.start > 1:
        return True
    if span.kind == "angle" and _modifies(page, clause, span.end):
        return False
    if span.kind == "kind" and any(
        page.form(p) in word_set("values.manner") for p in range(clause.start, span.start)
    ):
        return False  # "In the spirit of a French film" is still a photograph.
    if span.kind == "priority" and page.languages[0] != "en" and form in _RANKS:
        return True  # "Must su tutto": only English says "must" of what somebody does.
    last = _ends(page, clause, span.end)
    if form in word_set("values.means_it"):
        verb = page.form(span.start - 1)
        return last or verb in word_set("values.means_it.3")
    if form in word_set("values.means_it.2"):
        lead = page.form(span.start - 1)
        return (
            last
            or lead in word_set("values.means_it.4")
            or (span.kind == "light" and _is_some(page, span.start))
            or lead.isdecimal()
            or page.form(span.end) in word_set("values.means_it.5")
            or span.start == clause.start
        )
    return True


def _is_some(page: Page, place: int) -> bool:
    """Whether some of a light is wished for: "a bit of sun", "un po' di sole", "etwas Sonne"."""
    lead = place - (page.form(place - 1) in word_set("people.of"))
    bits = (page.span_at(p, "mod") for p in range(max(0, lead - _FEW), lead))
    bit = any(one is not None and one.name == "bit" and one.end >= lead - 1 for one in bits)
    return bit or page.form(place - 1) in word_set("wished_there.some")


_FEW = 4
_RANKS = frozenset(("must", "should", "could"))


def is_old_film(page: Page, span: Span) -> bool:
    """Whether "grainy, like old film" tells of a look, and makes no video of a still.

    "Like a Hopper painting" poses nobody.
    """
    if span.kind == "pose" and page.form(span.start) in word_set("values.pictures"):
        return any(page.form(p) in word_set("giving.a") for p in range(span.start - 3, span.start))
    return span.kind == "kind" and page.form(span.start - 1) in word_set("values.old_film")


def _ends(page: Page, clause: Clause, place: int) -> bool:
    """Whether nothing but "please" or an exception stands behind a value."""
    while place < clause.end and page.form(place) in word_set("contents.polite") | {","}:
        place += 1
    leaves_out = page.span_at(place, "ref")
    excepted = leaves_out is not None and leaves_out.name in ("except", "without")
    return place >= clause.end or excepted


def _is_counted(page: Page, span: Span) -> bool:
    """Whether "foto" in "tutte le foto" is a word for a shot, and not what one shall be."""
    if page.form(span.start - 2) in word_set("naming.them"):
        return False  # "Make them all stills" says what they become.
    lead = page.form(span.start - 1)
    numbered = page.tokens[span.end].text.isdecimal() if span.end < len(page.tokens) else False
    number = page.first(span.start - 1, "n", "ord")
    counted = lead in word_set("values.counted") or (number is not None and number.name != "1")
    return span.name == "still" and (numbered or counted)


def _modifies(page: Page, clause: Clause, place: int) -> bool:
    """Whether "low" or "high" belongs to a thing behind it: "a low bun", "high heels"."""
    form = page.form(place)
    small = form in function_words() or form in word_set("values.means_it.5")
    if place >= clause.end or small or not page.tokens[place].is_word:
        return False
    return page.first(place, "noun", "f", "act", "mod", "rel", "n", "chat", "ref", "neg") is None
