"""Verbs that could delete a shot, and do not: lettering in quotes, a shorter film, a sound of it.

And of two shots around such a verb, the one that is only judged: "la 2 está bien, borra la 3".
"""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.shots import ShotList

_QUOTES = frozenset("\"'“”„«»‘’")


def deletes_nothing(page: Page, clause: Clause, target: Target) -> bool:
    """Whether a clause only sounds as if a shot should go."""
    return (
        any(_is_quoted(page, verb) for verb in _verbs(page, clause))
        or _cuts_short(page, clause, target)
        or _has_something(page, clause, target)
        or _is_inside(page, clause, target)
    )


def without_judged(page: Page, clause: Clause, target: Target, base: ShotList) -> Target:
    """Leave out the shots in front of the verb that are only said to be fine."""
    verb = next(iter(_verbs(page, clause)), None)
    if verb is None or target.how != "number":
        return target
    ahead = [p for p in sorted(target.places) if p < verb.start]
    behind = {p for p in target.places if p >= verb.end}
    judged = ahead and any(
        page.form(p) in word_set("conditions.judged") for p in range(ahead[0], verb.start)
    )
    numbers = {int(page.tokens[p].text) for p in behind if page.tokens[p].text.isdecimal()}
    meant = tuple(s.id for s in base.shots if s.no in numbers)
    return replace(target, shots=meant, places=behind) if judged and meant else target


def _verbs(page: Page, clause: Clause) -> list[Span]:
    return [s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"]


def _is_quoted(page: Page, verb: Span) -> bool:
    """Whether quotation marks stand right around what could be an order: “remove 3”."""
    ahead = verb.start > 0 and page.tokens[verb.start - 1].text in _QUOTES
    behind = range(verb.end, min(verb.end + 3, len(page.tokens)))
    return ahead and any(page.tokens[p].text in _QUOTES for p in behind)


def _cuts_short(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "cut the video shorter", "cut across to 3" speaks of a film and not of its end."""
    cuts = any(page.form(v.start) in word_set("deleting.cut") for v in _verbs(page, clause))
    numbers = [p for p in target.places if page.tokens[p].text.isdecimal()]
    leads = (_lead(page, clause, number) for number in numbers)
    to = any(p is not None and page.form(p) in word_set("exchanging.to") for p in leads)
    return cuts and (to or page.has(clause.start, clause.end, "rel"))


def _has_something(page: Page, clause: Clause, target: Target) -> bool:
    """Whether a word follows that a described shot has: "remove the video sound"."""
    place = max(target.places, default=clause.end) + 1
    if target.how != "description" or place + 1 != clause.end:
        return False
    token = page.tokens[place]
    known = token.form in function_words() or token.form in word_set("deleting.no_thing")
    unknown = token.is_word and not page.at[place] and not known
    return unknown and token.form not in word_set("contents.polite")


def _is_inside(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "enlève un peu de lumière dans la 5" takes something out of a numbered shot."""
    numbers = [p for p in target.places if page.tokens[p].text.isdecimal()]
    leads = word_set("naming.in") | word_set("of_values.inside")
    if target.how != "number" or not numbers:
        return False
    led = {_lead(page, clause, number) for number in numbers}
    if not all(place is not None and page.form(place) in leads for place in led):
        return False
    verbs = {p for verb in _verbs(page, clause) for p in range(verb.start, verb.end)}
    small = function_words() | word_set("contents.polite") | word_set("deleting.no_thing")
    return any(
        page.tokens[p].is_word and page.form(p) not in small
        for p in range(clause.start, clause.end)
        if p not in verbs | target.places | led
    )


def _lead(page: Page, clause: Clause, number: int) -> int | None:
    """Return the word before a number, its article and "shot"."""
    place = number - 1
    while place > clause.start and (
        page.form(place) in word_set("naming.articles") or page.span_at(place, "noun") is not None
    ):
        place -= 1
    return place if place >= clause.start else None


def is_some_thing(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "lose the thing in the video" does not say what goes."""
    first = min(target.places, default=clause.start)
    named = word_set("deleting.thing")
    return any(page.form(p) in named for p in range(clause.start, first))


def is_what_goes(page: Page, clause: Clause, thing: Mention) -> bool:
    """Whether "remove all cups", "cups out everywhere" takes a thing out, and no shot with one."""
    lead = thing.start - 1
    small = word_set("naming.articles") | word_set("deleting.every")
    while lead > clause.start and page.form(lead) in small:
        lead -= 1
    verbs = [s for s in page.spans(clause.start, thing.start, "act") if s.name == "delete"]
    led = bool(verbs) and verbs[-1].end == lead + 1
    worn = thing.fields <= {"garments", "props"}
    return worn and led and page.first(thing.end, "noun", "kind", "framing") is None
