"""What must not be in the pictures."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.scene.moved_places import denies_a_name
from toile.adapters.language.built_in.scene.not_ruled_out import rules_out_nothing
from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct
from toile.adapters.language.built_in.scene.turned_round import THINGS, is_region, turned_round
from toile.adapters.language.built_in.scene.wishes import (
    is_not_yet,
    takes_back,
)
from toile.adapters.language.built_in.text.denied_lists import (
    is_asked_only,
    is_of_others,
    longest_part,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import (
    everyday_words,
    ideas,
    without_tail,
)
from toile.adapters.language.built_in.text.ratios import count_at


def read_must_not(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return what must not be in the pictures."""
    found: list[Idea] = []
    for start, end in negations:
        long = longest_part(page, start, end) > 9 and page.label(page.segment_of(start)) != "not"
        if long or any(place in skip for place in range(start, end)):
            continue
        if _covered(page, start - 1) or denies_a_name(page, start, end):
            continue
        turned = turned_round(page, start, end)
        if turned:
            found.append(turned)
            continue
        if _not_a_picture(page, start, end):
            continue
        stop = without_tail(page, start, end)
        if _only_pronoun(page, start, stop):
            continue  # "don't clean them", "don't retouch it" tells how, not what.
        if page.form(stop) in word_set("musts.no_longer") and stop < end:
            continue  # "Not Fuerteventura any more" takes back and forbids nothing.
        if is_region(page, start, end) or _rules_nothing_out(page, start, end):
            continue
        while start < stop - 1 and page.form(start) in word_set("musts.shows"):
            start += 1
        found += ideas(page, start, stop)
    return distinct([idea for idea in found if _is_idea(page, idea)])


def _rules_nothing_out(page: Page, start: int, end: int) -> bool:
    """Whether a denial holds but a verb, or only takes back what was asked for."""
    asked = is_asked_only(page, start, end) or takes_back(page, start, end)
    return asked or rules_out_nothing(page, start, end)


def _only_pronoun(page: Page, start: int, end: int) -> bool:
    """Whether a verb and a pronoun are all that is ruled out."""
    last = page.form(end - 1)
    return end - start == _VERB_AND_IT and last in word_set("musts.it") and not page.at[start]


_VERB_AND_IT = 2


def _covered(page: Page, place: int) -> bool:
    """Whether a "no" is part of a known phrase: "no make-up", "keine Profis"."""
    return any(
        span.start <= place < span.end and span.end - span.start > 1
        for before in range(max(0, place - 2), place + 1)
        for kind in ("hmu", "look", "nobody", "light")
        if (span := page.span_at(before, kind))
    )


def _is_idea(page: Page, idea: Idea) -> bool:
    """Whether an idea holds a word with a meaning of its own."""
    known = everyday_words()
    said = word_set("musts.nothing")
    of = page.form(idea[1] - 1) in word_set("times.of") | {"di"}
    if page.form(idea[1] - 1 - of) in said and not page.has(idea[1], idea[2], *THINGS):
        return False  # "rien de trop lisse" tells how it feels.
    words = [page.tokens[p] for p in range(idea[1], idea[2]) if page.tokens[p].is_word]
    if (
        page.languages[0] == "de"
        and not page.is_small
        and not any(w.is_name for w in words)
        and not page.has(idea[1], idea[2], *THINGS)
    ):
        return False
    return any(
        w.form not in known
        or (page.at[p] and not page.at[p].keys() <= {"cue", "must", "neg", "part", "when"})
        for p, w in zip(range(idea[1], idea[2]), words, strict=False)
    )


_NOT_PICTURES = word_set("scene.not_pictures")


def _not_a_picture(page: Page, start: int, end: int) -> bool:
    if is_of_others(page, start, end):
        return False
    before = page.spans(page.segment_of(start).start, start, "cue")
    if any(s.name == "budget" for s in before):
        return True
    if any(s.name == "mood" for s in before) and page.has(start, end, "mood"):
        return True
    if page.form(start) in _NOT_PICTURES or count_at(page, start) or count_at(page, start + 1):
        return True
    ordinal = any(page.form(s.end) != "party" for s in page.spans(start, end, "ord"))
    ordinal |= any(page.form(s.start) != "may" for s in page.spans(start, end, "month"))
    if ordinal or page.has(start, end, "group", "twin") or countries(page, start, end):
        return True
    turned = [s for s in page.spans(start, end, "cue") if s.name in ("drop", "correct")]
    if any(s.name == "correct" or s.start == start or s.end == end for s in turned):
        return True
    if page.form(start - 2) == "(" and page.form(start) in word_set("people.the"):
        return True  # "(not the lamp people)" tells two houses apart.
    if is_not_yet(page, start, end) or any(
        page.form(p) in word_set("musts.idle") for p in range(start, end)
    ):
        return True
    if end - start <= 2 and (
        _only_media(page, start, end) or page.form(start) in word_set("musts.we")
    ):
        return True
    first = page.spans(start, end, "people")
    return bool(
        first and first[0].start <= start + 1 and first[0].name == "model" and end - start <= 2
    )


def _only_media(page: Page, start: int, end: int) -> bool:
    """Whether files are meant: "no video", "skip the film", not "no slow motion"."""
    while start < end - 1 and page.form(start) in word_set("taken_back.articles") | {"any"}:
        start += 1
    moves = page.form(start) == "motion" and end - start == 1
    return moves or page.first(start, "media") is not None
