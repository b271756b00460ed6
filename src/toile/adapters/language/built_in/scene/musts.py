"""What must be in the pictures."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.counts.only_shown import is_always
from toile.adapters.language.built_in.scene.copy_room import copy_rooms
from toile.adapters.language.built_in.scene.named_views import tells_of_goods
from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct, is_within
from toile.adapters.language.built_in.scene.states import is_part, is_state, without_frames
from toile.adapters.language.built_in.scene.wishes import (
    as_seen,
    asks_to_see,
    is_condition,
    is_due,
    is_mood,
    is_of_files,
    only_seen,
    only_wishes,
    sees_a_thing,
    shown_in_one,
    without_reason,
    without_wish,
)
from toile.adapters.language.built_in.text.labelled import labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    function_words,
    inside,
    say,
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
        last, wished = segment.start, ""
        found += _shown(page, _untold(page, segment, told), negations)
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
            cued = hoped == "wish" or (bool(spans) and _is_wish(page, start, end, spans[0]))
            cued = cued or (bool(hoped) and asks_to_see(page, start, end))
            if cued or (is_state(page, start, end) and not _in_a_place(page, segment, start, end)):
                left, right = _core(page, *without_wish(page, start, end))
                if spans and spans[0].start <= left and spans[0].end >= right:
                    left = before
                text = as_seen(page, start, end, _plain(page, say(page, left, right)))
                kept = page.form(start) in word_set("musts.keep") or is_part(page, left, right)
                kept = kept or (cued and asks_to_see(page, start, end) and len(text) > _SHORT)
                whole = right - left > 1 or kept or page.at[left].keys() - {"must", "cue"}
                files = is_of_files(page, left, right) and not is_always(page, left)
                files = files or is_due(page, start, end)
                if len(text) > 3 and whole and not files and not only_seen(text):
                    found.append((text, left, right))
    return distinct([one for one in found if not is_within(one, found)])


_SHORT, _FRAME = 5, 6


def _shown(page: Page, parts: Stretches, negations: Stretches) -> list[Idea]:
    """Return what one picture at least is to show."""
    ends = [(shown_in_one(page, start, end), end) for start, end in parts]
    return [
        (say(page, p, e), p, e) for p, e in ends if p and not _is_elsewhere(page, p, e, negations)
    ]


def _untold(page: Page, segment: Segment, told: set[int]) -> Stretches:
    """Return the clauses, without their reasons, that hold none of the tokens told already."""
    parts = [without_reason(page, *clause) for clause in clauses(page, segment)]
    return [one for one in parts if told.isdisjoint(range(*one))]


def _in_a_place(page: Page, segment: Segment, start: int, end: int) -> bool:
    """Whether a clause only tells what stands in a place: "drying room with wet clothes"."""
    placed = page.has(segment.start, end, "s", "set")
    return placed and not is_part(page, start, end)


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
        and not (s.kind == "claim" and asks_to_see(page, start, end) and '"' not in page.text)
    ]
    framed = without_frames(page, start, end)
    kinds = [s for s in kinds if not (s.kind == "media" and _in_frame(page, s, wished, framed))]
    dated = any(s.name in ("due", "live", "shoot", "budget") for s in page.spans(start, end, "cue"))
    dated = dated and not (wished and asks_to_see(page, start, end))
    framed_end = without_frames(page, start, end)
    whole = framed_end if wished and end - framed_end <= _FRAME else end
    return whole - start > 14 or end - start < 2 or dated or bool(kinds)


def _is_somebody(page: Page, span: Span) -> bool:
    """Whether a word of somebody's skin is only a pronoun: "he must have his hood up"."""
    return span.kind == "skin" and page.form(span.start) in function_words()


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
    if span.name == "lead":
        return asks_to_see(page, start, end)
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
