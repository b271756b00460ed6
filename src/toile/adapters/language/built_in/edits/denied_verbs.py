"""Verbs that are denied: "please don't remove 2", "no borres la 2", "lösche 2 nicht".

Such a clause changes nothing. Where it turns round ("not 2 but 3") others read it.
"""

from toile.adapters.language.built_in.edits.denied_ahead import SPANISH
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 2


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
    told = verb.start == neg.end and "es" in page.languages
    return told and page.form(verb.start).endswith(SPANISH)


def _turns(page: Page, clause: Clause, verb: Span) -> bool:
    return any(page.form(p) in word_set("denied.turns") for p in range(verb.end, clause.end))


def _is_denied_behind(page: Page, clause: Clause, verb: Span, start: int) -> bool:
    """Whether "ajoute pas", "flytta inte" or a German "nicht" at the end denies what leads."""
    if verb.start != start or page.languages[0] not in word_set("denied.behind"):
        return False
    told = [neg.start for neg in page.spans(verb.end, clause.end, "neg") if neg.name == "not"]
    negs = [neg for neg in told if page.form(neg) not in word_set("naming.without")]
    spans = (page.span_at(neg, "neg") for neg in negs)
    whole = any(neg is not None and not _is_less(page, neg) for neg in spans)
    german = page.languages[0] == "de" and whole and _is_of_the_verb(page, clause, negs)
    acts = (act.name for act in page.spans(verb.start, clause.end, "act"))
    moves = any(name in word_set("denied.moves") for name in acts)
    # "Mach 2 nicht wärmer" leaves it, "nicht so warm" cools it.
    steps = (page.span_at(neg + 1, "rel") for neg in negs)
    stays = any(s is not None and page.form(s.end - 1).endswith("er") for s in steps)
    none = page.languages[0] == "de" and verb.name == "add" and _adds_none(page, clause, verb)
    return verb.end in negs or (german and moves) or none or stays


def _is_of_the_verb(page: Page, clause: Clause, negs: list[int]) -> bool:
    """Whether a German "nicht" is no correction: "setz die 6 nicht vor die 2", not ", nicht 3"."""
    return any(not page.tokens[min(neg + 1, clause.end - 1)].text.isdecimal() for neg in negs)


def _closes_denied(page: Page, clause: Clause, verb: Span) -> bool:
    """Whether a German sentence denies the verb at its end: "die 6 nicht an den Anfang setzen"."""
    if page.languages[0] != "de":
        return False
    last = page.spans(verb.start, clause.end, "act")[-1]
    ends = last.end == clause.end and last.name in word_set("denied.moves") | {"set"}
    return ends and any(
        not _is_less(page, neg)
        and not any(page.form(p) in word_set("denied.turns") for p in range(neg.end, last.start))
        for neg in page.spans(clause.start, last.start, "neg")
        if neg.name == "not" and page.form(neg.start) not in word_set("reader.kept")
    )


def _is_less(page: Page, neg: Span) -> bool:
    """Whether "nicht so warm", "nicht nur", ", nicht die 2" denies something else."""
    less = page.form(neg.end) in word_set("denied.less")
    return less or page.form(neg.start - 1) == ","


def _adds_none(page: Page, clause: Clause, verb: Span) -> bool:
    return any(page.form(p) in word_set("reader.kept") for p in range(verb.end, clause.end))


def _is_split(page: Page, verb: Span, start: int) -> bool:
    """Whether a Swedish "inte" parts a verb from its particle: "ta inte bort cykeln"."""
    neg = page.span_at(start + 1, "neg")
    return page.languages[0] == "sv" and neg is not None and neg.end == verb.start
