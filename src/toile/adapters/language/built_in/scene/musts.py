"""What must and must not be in the pictures."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.counts.only_shown import is_always
from toile.adapters.language.built_in.scene.copy_room import copy_rooms
from toile.adapters.language.built_in.scene.moved_places import denies_a_name
from toile.adapters.language.built_in.scene.named_views import tells_of_goods
from toile.adapters.language.built_in.scene.not_ruled_out import rules_out_nothing
from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct, is_within
from toile.adapters.language.built_in.scene.states import is_part, is_state, without_frames
from toile.adapters.language.built_in.scene.turned_round import THINGS, is_region, turned_round
from toile.adapters.language.built_in.scene.wishes import (
    is_condition,
    is_due,
    is_mood,
    is_not_yet,
    is_of_files,
    only_seen,
    only_wishes,
    sees_a_thing,
    takes_back,
    without_reason,
    without_wish,
)
from toile.adapters.language.built_in.text.denied_lists import (
    is_asked_only,
    is_of_others,
    longest_part,
)
from toile.adapters.language.built_in.text.labelled import labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    function_words,
    ideas,
    inside,
    say,
    without_tail,
)
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios
from toile.adapters.language.built_in.text.tokens import fold


def read_must(page: Page, negations: Stretches) -> list[Idea]:
    """Return what must be in the pictures: labelled, cued, or said as a state of a thing."""
    rooms = copy_rooms(page, negations)
    told = {place for _, start, end in rooms for place in range(start, end)}
    found = [*rooms, *(one for one in labelled(page, "must", negations) if one[1] not in told)]
    for segment in page.live():
        if page.label(segment) not in ("", "other", "must"):
            continue
        last, wished = segment.start, False
        for start, end in _untold(page, segment, told):
            before, last = last, start
            hoped, wished = wished, only_wishes(page, start, end)
            if wished or (page.label(segment) != "must" and is_mood(page, start, end)):
                continue
            if _is_elsewhere(page, start, end, negations):
                continue
            if not hoped and (
                is_condition(page, start) or tells_of_goods(page, segment, start, end)
            ):
                continue
            spans = [s for s in page.spans(start, end, "must") if not inside(s.start, negations)]
            cued = hoped or (bool(spans) and _is_wish(page, start, end, spans[0]))
            if cued or (is_state(page, start, end) and not _in_a_place(page, segment, start, end)):
                left, right = _core(page, *without_wish(page, start, end))
                if spans and spans[0].start <= left and spans[0].end >= right:
                    left = before
                text = _seen(page, start, end, _plain(page, say(page, left, right)))
                kept = page.form(start) in word_set("musts.keep") or is_part(page, left, right)
                kept = kept or (cued and _asks_to_see(page, start, end) and len(text) > _SHORT)
                whole = right - left > 1 or kept or page.at[left].keys() - {"must", "cue"}
                files = is_of_files(page, left, right) and not is_always(page, left)
                files = files or is_due(page, start, end)
                if len(text) > 3 and whole and not files and not only_seen(text):
                    found.append((text, left, right))
    return distinct([one for one in found if not is_within(one, found)])


_SHORT = 5


def _untold(page: Page, segment: Segment, told: set[int]) -> Stretches:
    """Return the clauses, without their reasons, that hold none of the tokens told already."""
    parts = [without_reason(page, *clause) for clause in clauses(page, segment)]
    return [one for one in parts if told.isdisjoint(range(*one))]


def _in_a_place(page: Page, segment: Segment, start: int, end: int) -> bool:
    """Whether a clause only tells what stands in a place: "drying room with wet clothes"."""
    placed = page.has(segment.start, end, "s", "set")
    return placed and not is_part(page, start, end)


def _seen(page: Page, start: int, end: int, text: str) -> str:
    """Say of a thing that is to be seen that it is: "que se vea la etiqueta"."""
    asked = _asks_to_see(page, start, end)
    told = set(text.split()) & word_set("musts.told")
    if told or not asked or page.languages[0] == "en":
        return text
    thing, sign, often = text.partition(" at least ")  # "label visible at least once"
    return f"{thing} visible{sign}{often}"


_ELSEWHERE = ("media", "chan", "month", "weekday", "feast", "unit", "twin", "claim", "aspect",
              "body", "skin", "inj", "copy", "photo", "group", "due")  # fmt: skip


def _is_elsewhere(page: Page, start: int, end: int, negations: Stretches) -> bool:
    """Whether a clause is of files, dates, markets, rights or of what must not be."""
    if inside(start, negations) or page.has(start, end, "neg") or countries(page, start, end):
        return True
    if any(r.start < end for r in find_ratios(page, start, min(end + 2, len(page.tokens)))):
        return True  # "the close-up should be 1:1"
    wished = page.spans(start, end, "must")
    kinds = [
        s
        for s in page.spans(start, end, *_ELSEWHERE)
        if not any(w.start <= s.start < w.end for w in wished)
        and not _is_somebody(page, s)
        and not (s.kind == "claim" and _asks_to_see(page, start, end) and '"' not in page.text)
    ]
    framed = without_frames(page, start, end)
    kinds = [s for s in kinds if not (s.kind == "media" and _in_frame(page, s, wished, framed))]
    dated = any(s.name in ("due", "live", "shoot", "budget") for s in page.spans(start, end, "cue"))
    dated = dated and not (wished and _asks_to_see(page, start, end))
    return end - start > 14 or end - start < 2 or dated or bool(kinds)


def _is_somebody(page: Page, span: Span) -> bool:
    """Whether a word of somebody's skin is only a pronoun: "he must have his hood up"."""
    return span.kind == "skin" and page.form(span.start) in function_words()


def _asks_to_see(page: Page, start: int, end: int) -> bool:
    return any(page.form(place) in word_set("musts.see") for place in range(start, end))


def _in_frame(page: Page, span: Span, wished: list[Span], framed: int) -> bool:
    """Whether a word for files says where a thing is to be seen: "hood up in three pictures"."""
    return span.start >= framed or (bool(wished) and _is_any(page, span.start))


def _is_any(page: Page, place: int) -> bool:
    """Whether a word for files counts none to make: "in every picture", "a third of the image"."""
    counted = count_at(page, place - 1)
    return counted is None or page.form(place - 2) in word_set("musts.least")


def _is_wish(page: Page, start: int, end: int, span: Span) -> bool:
    """Whether a cue asks for something in the picture, not something of the reader."""
    after = page.form(span.end)
    if page.form(span.start) in word_set("musts.on"):
        return True
    if after in word_set("musts.skip_after") and page.form(span.start) in word_set("musts.keep.2"):
        return False
    formal = page.form(span.start) == "shall" and page.has(start, start + 12, "people")
    speaker = formal or any(page.form(p) in word_set("musts.we") for p in range(start, span.start))
    return not speaker or after in word_set("musts.see") or sees_a_thing(page, span, end)


def _plain(page: Page, text: str) -> str:
    """Drop the verbs of wishing that stand inside, in languages that are put word by word."""
    if page.languages[0] == "en":
        return text
    drop = word_set("musts.drop")
    return " ".join(word for word in text.split() if fold(word) not in drop)


def _core(page: Page, start: int, end: int) -> tuple[int, int]:
    """Drop the words that only ask, at both edges."""
    spoken = "musts.drop" if page.languages[0] == "en" else "musts.one"  # "man" is somebody.
    drop = word_set("musts.drop") | word_set(spoken)
    while start < end and (page.form(start) in drop or not page.tokens[start].is_word):
        start += 1
    while end > start and (page.form(end - 1) in drop or page.tokens[end - 1].text in ",;:"):
        end -= 1
    return start, end


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
