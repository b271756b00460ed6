"""How it looks: the light and the mood."""

from toile.adapters.language.built_in.scene.light_phrases import described_from, light_phrases
from toile.adapters.language.built_in.scene.mood_lists import mood_lists
from toile.adapters.language.built_in.text.labelled import labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    inside,
    say,
)

Idea = tuple[str, int, int]
Stretches = list[tuple[int, int]]
_GOODS = ("g", "h", "b", "j", "c")


def read_lighting(page: Page, negations: Stretches, names: set[int]) -> list[Idea]:
    """Return the light asked for."""
    found = labelled(page, "light", negations)
    for segment in page.live():
        if page.label(segment) in word_set("scene.unlit"):
            continue
        for span in page.spans(segment.start, segment.end, "light"):
            greeted = span.start == 0 and _is_greeting(page, span)
            if span.start in names or inside(span.start, negations) or greeted:
                continue
            if _not_light(page, span, segment):
                continue
            found.append(_described(page, span, segment))
        if page.label(segment) != "must":
            found += light_phrases(page, segment, negations)
    return distinct([one for one in found if not is_within(one, found)])


def is_within(idea: Idea, others: list[Idea]) -> bool:
    """Whether a longer idea holds the words of this one: "a lamp" in "one lamp from the side"."""
    _, start, end = idea
    return any(s <= start and end <= e and e - s > end - start for _, s, e in others)


def _is_greeting(page: Page, span: Span) -> bool:
    """Whether somebody is greeted: "Morning Tess, ..."."""
    behind = page.tokens[span.end] if span.end < len(page.tokens) else None
    called = behind is not None and (behind.is_name or behind.text in (",", "!"))
    return called and page.form(span.start) in word_set("scene.greets")


def _described(page: Page, span: Span, segment: Segment) -> Idea:
    """Return a light with the words that stand before it: "flat grey daylight"."""
    # What stands before "at night", "im Dunkeln" is a place or a thing, and describes no light.
    led = page.form(span.start) in word_set("scene.led")
    start = span.start if led else described_from(page, span.start, segment)
    english = page.tongue(start, span.end) == "en"
    if english or start == span.start:
        said = page.words(start, span.end) if english else span.name
    else:
        said = f"{say(page, start, span.start)} {span.name}".strip()
    return said.lower(), start, span.end


def _not_light(page: Page, span: Span, segment: Segment) -> bool:
    """Whether the words mean something else: a name, a product, a time of delivery."""
    token = page.tokens[span.start]
    named = token.is_name and span.start > segment.start and page.tokens[span.start - 1].is_name
    named |= _opens_a_name(page, span, segment)
    goods = page.spans(span.start - _CALLED, span.start, *_GOODS)
    called = bool(goods) and goods[-1].end == span.start and page.languages[0] != "de"
    named |= called and token.is_name  # "juego de café Alba"
    product = page.first(span.end, *_GOODS)
    shines = token.form in word_set(f"light.heads.{page.languages[0]}")
    dated = not shines and any(
        s.name in ("due", "live")
        for s in page.spans(max(segment.start, span.start - 3), span.start, "cue")
    )
    if _is_part_of_goods(page, span):
        return True  # "gafas de sol"
    if page.form(span.end) in word_set("light.collections"):
        return True  # "evening capsule"
    if page.form(span.start - 1) in word_set("light.not_before"):
        return True  # "40 minutes more each night", "la réunion de ce matin"
    if page.form(span.start) in word_set("scene.shade") and page.form(span.start - 1) in _OF_COLOUR:
        return True  # "three swatches per shade", "a shade lighter"
    if any(c.end > span.start for c in _colours_before(page, span)):
        return True
    if span.name == "neon" and page.span_at(span.end, "col"):
        return True  # "neon yellow"
    greeting = span.name == "morning light" and _greets(page, span, segment)
    german = page.languages[0] == "de" and not token.is_name and len(token.form) < 6
    return bool(named and page.languages[0] != "de") or bool(product) or dated or german or greeting


def _opens_a_name(page: Page, span: Span, segment: Segment) -> bool:
    """Whether capitals inside a sentence make "Night Milk" a name."""
    behind = page.tokens[span.end] if span.end < segment.end else None
    inner = span.start > segment.start and page.tokens[span.start - 1].is_word
    capitals = page.tokens[span.start].is_name and behind is not None and behind.is_name
    return inner and capitals and page.tokens[span.end].is_word


_CALLED = 4
_OF_COLOUR = frozenset(("per", "a", "one", "two", "three", "this", "that", "which", "same"))


def _is_part_of_goods(page: Page, span: Span) -> bool:
    goods = (page.first(p, *_GOODS) for p in range(max(0, span.start - 3), span.start))
    return any(thing and thing.end >= span.end for thing in goods)


def _colours_before(page: Page, span: Span) -> list[Span]:
    """Return the colours that begin right before: "blu notte" is no night."""
    places = range(max(0, span.start - 2), span.start)
    return [colour for p in places if (colour := page.span_at(p, "col"))]


def _greets(page: Page, span: Span, segment: Segment) -> bool:
    """Whether "Morning!", "morning all," only says hello."""
    after = page.form(span.end)
    alone = span.start == segment.start and span.end - span.start == 1
    return alone and (not after or after in word_set("scene.greeted"))


def read_mood(page: Page, negations: Stretches) -> list[Idea]:
    """Return the mood where it is named as such, or stands alone in a clause of adjectives."""
    found = labelled(page, "mood", negations, without=("light", "s", "col"))
    for segment in page.live():
        if page.label(segment):
            continue
        cued = any(s.name == "mood" for s in page.spans(segment.start, segment.end, "cue"))
        goods = page.has(segment.start, segment.end, "g", "h", "b", "j", "c")
        for start, end in clauses(page, segment):
            spans = [s for s in page.spans(start, end, "mood") if not inside(s.start, negations)]
            covered = sum(s.end - s.start for s in spans)
            if (
                spans
                and (cued or (_all_mood(page, start, end, covered) and not goods))
                and not page.has(start, end, "g", "hmu", "light")
            ):
                for span in spans:
                    found.append((page.said(span).lower(), span.start, span.end))
    return _widest([*found, *mood_lists(page, negations)])


def _widest(found: list[Idea]) -> list[Idea]:
    """Keep of moods that stand on the same words the one that says most: "a bit nosy"."""
    kept = [
        one
        for one in found
        if not any(
            two[1] <= one[1] and one[2] <= two[2] and two[2] - two[1] > one[2] - one[1]
            for two in found
        )
    ]
    return distinct(sorted(kept, key=lambda one: one[1]))


def _all_mood(page: Page, start: int, end: int, covered: int) -> bool:
    """Whether a clause says nothing but moods: "calm and a little sad", not "strong wind"."""
    small = everyday_words()
    others = [p for p in range(start, end) if not page.span_at(p, "mood")]
    plain = sum(page.form(p) in small or not page.tokens[p].is_word for p in others)
    return covered + plain >= end - start


def distinct(found: list[Idea]) -> list[Idea]:
    seen: dict[str, Idea] = {}
    for idea in found:
        seen.setdefault(idea[0].lower(), idea)
    return list(seen.values())
