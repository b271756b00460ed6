"""Values that a message names and does not want: "too wide", "less like a packshot"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def is_complaint(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "wide" stands in "too wide", which wants the contrary."""
    if _is_disliked(page, clause):
        return True
    return any(
        s.start < span.start and s.end >= span.end
        for s in page.spans(max(clause.start, span.start - 3), span.end, "rel")
    )


def _is_disliked(page: Page, clause: Clause) -> bool:
    """Whether a clause only says what does not please: "no me convence el neón de la 3"."""
    liked = any(
        page.form(p) in word_set("unwanted.liking") for p in range(clause.start, clause.end)
    )
    return liked and page.has(clause.start, clause.end, "neg")


def complains(page: Page, clause: Clause) -> bool:
    """Whether a clause only says what is wrong: "4 is too busy", "it feels flat"."""
    words = {page.form(p) for p in range(clause.start, clause.end)}
    wishes = page.has(clause.start, clause.end, "act") and not words & word_set("unwanted.is")
    return bool(words & word_set("unwanted.wrong")) and not wishes


def is_unlike(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a value is what the shot shall not be like: "less like a packshot"."""
    alike = list(page.spans(clause.start, span.start, "sim"))
    less = word_set("values.less")
    return any(s.name == "less" or page.form(s.start - 1) in less for s in alike)


def is_refused(page: Page, clause: Clause) -> bool:
    """Whether "I don't want Zoe in 6", "she doesn't need the coat" takes something out."""
    for no in page.spans(clause.start, clause.end, "neg"):
        if _is_not_to_be_seen(page, clause, no) or _is_not_in_sight(page, clause, no):
            return True
        place = no.end
        if no.name != "not" or page.form(place) not in word_set("unwanted.wanting"):
            continue
        place += 1
        while place < clause.end and page.form(place) in word_set("unwanted.small"):
            place += 1
        thing = next((m for m in clause.mentions if m.start == place), None)
        if thing and thing.fields & {"garments", "props", "talent"}:
            return _ends(page, clause, thing.end, "unwanted.behind")
        if thing and thing.fields == {"framing"}:
            return _ends(page, clause, thing.end, "unwanted.any_more")
    return False


def _is_not_to_be_seen(page: Page, clause: Clause, no: Span) -> bool:
    """Whether "que Tom no salga en la 5" wants somebody out of the picture."""
    who = any(m.fields == {"talent"} and m.end == no.start for m in clause.mentions)
    verb = no.end + (page.form(no.end) in word_set("unwanted.appearing.led"))
    end = page.form(verb + 1)
    last = verb + 1 >= clause.end or end in word_set("unwanted.behind") | word_set("naming.in")
    return who and last and page.form(verb) in word_set("unwanted.appearing")


def _is_not_in_sight(page: Page, clause: Clause, no: Span) -> bool:
    """Whether "the cup shouldn't be in frame", "die Tasse soll nicht im Bild sein" hides it."""
    ahead = range(max(clause.start, no.start - 2), no.start + 1)
    thing = any(m.end in ahead and m.fields & _SEEN for m in clause.mentions)
    words = [page.form(p) for p in range(no.end, min(no.end + _FEW, clause.end))]
    while words and words[0] in word_set("unwanted.being"):
        words = words[1:]
    pairs = ("_".join(words[:many]) for many in (1, 2, 3))
    return thing and any(pair in word_set("unwanted.in_sight") for pair in pairs)


_SEEN = frozenset(("garments", "props", "talent"))
_FEW = 5


def _ends(page: Page, clause: Clause, place: int, small: str) -> bool:
    """Whether nothing follows that says how the thing is unwanted: "the coat so long"."""
    return place >= clause.end or page.form(place) in word_set(small)


def goes_without(page: Page, clause: Clause) -> bool:
    """Whether "Kofi without headwear" says what is not there: the shot or Kofi stays."""
    return any(
        page.form(p) in word_set("naming.without") and page.tokens[p + 1].is_word
        for p in range(clause.start + 1, clause.end - 1)
    )
