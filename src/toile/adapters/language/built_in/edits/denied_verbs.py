"""Verbs that are denied: "please don't remove 2", "no borres la 2", "lösche 2 nicht".

Such a clause changes nothing. Where it turns round ("not 2 but 3") others read it.
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 2
_LAST = 2
# Spanish denies with other forms than it orders: "no borres", "no borrar", but "no, borra".
_SPANISH = ("s", "r", "en", "an")


def is_verb_denied(page: Page, clause: Clause, verb: Span) -> bool:
    """Whether the first verb of a clause is denied, before or behind it: "we shouldn't drop 3"."""
    start = _behind_politeness(page, clause)
    neg = page.span_at(start, "neg")
    if neg is not None and neg.start < verb.start < neg.end:
        return True  # "No need to ..."
    if neg is not None and neg.name == "not" and 0 <= verb.start - neg.end <= _NEAR:
        if start > clause.start and page.form(verb.start) in word_set("denied.having"):
            return False  # "We don't have the permit, so both go" says why.
        thing = page.form(start) in word_set("reader.kept")
        return not thing or _is_spanish(page, verb, neg)
    return not _turns(page, clause, verb) and (
        _is_denied_behind(page, clause, verb, start)
        or _is_split(page, verb, start)
        or _closes_denied(page, clause, verb)
    )


def _behind_politeness(page: Page, clause: Clause) -> int:
    place = clause.start
    while place < clause.end and page.form(place) in word_set("denied.polite"):
        place += 1
    start, ours = place, word_set("denied.polite") | word_set("denied.we")
    while place < clause.end and page.form(place) in ours:
        place += 1
    # "We don't have the permit" tells of something, "don't" alone bars it.
    return start if page.form(place) in word_set("denied.tells") else place


def _is_spanish(page: Page, verb: Span, neg: Span) -> bool:
    told = verb.start == neg.end and page.languages[0] == "es"
    return told and page.form(verb.start).endswith(_SPANISH)


def _turns(page: Page, clause: Clause, verb: Span) -> bool:
    return any(page.form(p) in word_set("denied.turns") for p in range(verb.end, clause.end))


def _is_denied_behind(page: Page, clause: Clause, verb: Span, start: int) -> bool:
    """Whether "ajoute pas", "flytta inte" or a German "nicht" at the end denies what leads."""
    if verb.start != start or page.languages[0] not in word_set("denied.behind"):
        return False
    told = [neg.start for neg in page.spans(verb.end, clause.end, "neg") if neg.name == "not"]
    negs = [neg for neg in told if page.form(neg) not in word_set("naming.without")]
    german = page.languages[0] == "de" and any(neg >= clause.end - _LAST for neg in negs)
    moves = verb.name in word_set("denied.moves")
    # "Mach 2 nicht wärmer" leaves it, "nicht so warm" cools it.
    steps = (page.span_at(neg + 1, "rel") for neg in negs)
    stays = any(s is not None and page.form(s.end - 1).endswith("er") for s in steps)
    none = page.languages[0] == "de" and verb.name == "add" and _adds_none(page, clause, verb)
    return verb.end in negs or (german and moves) or none or stays


def _closes_denied(page: Page, clause: Clause, verb: Span) -> bool:
    """Whether a German "nicht" stands right before the verb at the end: "die 3 nicht streichen"."""
    neg = page.span_at(verb.start - 1, "neg") if verb.start > clause.start else None
    denied = neg is not None and neg.name == "not" and neg.end == verb.start
    return page.languages[0] == "de" and denied and verb.end == clause.end


def _adds_none(page: Page, clause: Clause, verb: Span) -> bool:
    return any(page.form(p) in word_set("reader.kept") for p in range(verb.end, clause.end))


def _is_split(page: Page, verb: Span, start: int) -> bool:
    """Whether a Swedish "inte" parts a verb from its particle: "ta inte bort cykeln"."""
    neg = page.span_at(start + 1, "neg")
    return page.languages[0] == "sv" and neg is not None and neg.end == verb.start
