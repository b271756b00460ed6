"""How it looks: light, mood, palette, hair and make-up, must and must not."""

from toile.adapters.language.built_in.scene.light_phrases import described_from, light_phrases
from toile.adapters.language.built_in.scene.mood_lists import mood_lists
from toile.adapters.language.built_in.text.dropped import dropped
from toile.adapters.language.built_in.text.labelled import labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    function_words,
    inside,
    say,
)
from toile.adapters.language.built_in.text.ratios import count_at

Idea = tuple[str, int, int]
Stretches = list[tuple[int, int]]
_GOODS = ("g", "h", "b", "j", "c")


def read_lighting(page: Page, negations: Stretches) -> list[Idea]:
    """Return the light asked for."""
    found = labelled(page, "light", negations)
    for segment in page.live():
        if page.label(segment) in word_set("scene.unlit"):
            continue
        for span in page.spans(segment.start, segment.end, "light"):
            greeted = span.start == 0 and _is_greeting(page, span)
            if inside(span.start, negations) or greeted or _not_light(page, span, segment):
                continue
            found.append(_described(page, span, segment))
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
    if page.form(span.start) in ("shade", "shades") and page.form(span.start - 1) in _OF_COLOUR:
        return True  # "three swatches per shade", "a shade lighter"
    if any(c.end > span.start for c in _colours_before(page, span)):
        return True
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


def read_channels(page: Page, negations: Stretches, skip: set[int]) -> list[Idea]:
    """Return the channels named, those left out that a sentence says are out."""
    found: list[Idea] = []
    gone = {s.name for start, end in dropped(page) for s in page.spans(start, end, "chan")}
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "chan"):
            if (
                not inside(span.start, negations)
                and span.start not in skip
                and span.name not in gone
                and _is_channel(page, span, segment)
            ):
                found.append((span.name, span.start, span.end))
    return distinct(found)


def _is_channel(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a word names a channel here, not a format, a day of going live or an app."""
    after, before = page.form(span.end), page.form(span.start - 1)
    cues = page.spans(segment.start, span.start, "cue")
    if span.name == "online":
        moving = before in word_set("channels.moving") or any(s.name == "due" for s in cues)
        return not (moving or _is_dated(page, span, segment))
    one = span.end - span.start == 1 or page.form(span.end - 1) == "window"
    if before in word_set("channels.articles") and one:
        return False  # "I bought it in a shop", "lined with a print": some thing, no channel.
    if span.start > segment.start and _is_a_pattern(page, span):
        return False
    if span.name in ("stories", "reels") and _is_format(page, span):
        return False
    if _is_a_tale(page, span) or _is_a_shop(page, span) or _shines(page, span):
        return False
    if _is_paper(page, span):
        return False
    if span.name == "press" and after in word_set("channels.told_by"):
        return False  # "Press release forwarded" heads what is pasted.
    if span.name == "app" and after in ("dell", "de"):
        return False
    return not (span.name == "print" and page.first(span.start - 1, "col"))


def _is_paper(page: Page, span: Span) -> bool:
    """Whether "papier chaud" is a backdrop: no channel is named beside it."""
    if page.words(span.start, span.end).casefold() not in word_set("channels.paper"):
        return False
    behind = page.form(span.end) in {*word_set("naming.and"), ",", "/", "&"}
    if behind and page.span_at(span.end + 1, "chan") is not None:
        return False
    ahead = page.spans(max(0, span.start - _NEAR_CHANNEL), span.start, "chan")
    return not any(span.start - other.end <= 1 for other in ahead)


_NEAR_CHANNEL = 4


def _is_a_pattern(page: Page, span: Span) -> bool:
    """Whether a print is on cloth: "the Bloom print", "trunks with the lobster print"."""
    if page.form(span.start) not in ("print", "prints"):
        return False
    before = page.tokens[span.start - 1]
    led = {page.form(p) for p in (span.start - 2, span.start - 3)}
    plain = before.is_word and not page.at[span.start - 1] and before.form not in function_words()
    return before.is_name or (plain and bool(led & word_set("channels.printed")))


def _is_dated(page: Page, span: Span, segment: Segment) -> bool:
    """Whether "online" says when pictures go live: "en ligne le 8 février", "ab 4.1. online"."""
    after = span.end
    while after < segment.end and page.form(after) in word_set("channels.before_day"):
        after += 1
    before = span.start - 1
    while before > 0 and page.tokens[before].text in ".)":
        before -= 1
    return any(
        0 <= place < segment.end
        and (
            page.tokens[place].text[:1].isdecimal()
            or page.first(place, "month", "n", "week", "cue", "feast", "weekday", "part")
        )
        for place in (after, before)
    )


def _is_a_tale(page: Page, span: Span) -> bool:
    """Whether "the linen story" is what the pictures tell."""
    before = page.tokens[span.start - 1] if span.start else None
    named = before is not None and before.is_word and before.form not in function_words()
    told = page.form(span.start) == "story" and span.end - span.start == 1
    return told and named and page.span_at(span.start - 1, "chan") is None


def _is_a_shop(page: Page, span: Span) -> bool:
    """Whether "a corner shop", "the Dublin shop" is one house in a street."""
    single = page.form(span.start) == "shop" and span.end - span.start == 1
    if single and page.form(span.end) in word_set("channels.of_a_house"):
        return True  # "light from the shop door"
    before = page.tokens[span.start - 1] if span.start else None
    own = word_set("people.self") | word_set("people.the") | word_set("asks.joins")
    own = own | word_set("channels.shops")
    return bool(single and before and before.is_word and before.form not in own)


def _shines(page: Page, span: Span) -> bool:
    """Whether light falls from it: "luce dalla vetrina"."""
    return page.form(span.start - 1) in word_set("not_places.through") and page.has(
        max(0, span.start - 3), span.start, "light"
    )


def _is_format(page: Page, span: Span) -> bool:
    """Whether "story" is a ratio or what is counted: "6 x story", "story and square"."""
    if page.form(span.start - 1) in word_set("brands.for"):
        return False
    counted = [count_at(page, p) for p in (span.start - 1, span.start - 2) if p >= 0]
    if any(c and c[1] in (span.start, span.start - 1) for c in counted):
        return True
    if page.form(span.end) in word_set("channels.format") or page.form(span.start - 1) in (
        "x",
        "×",
    ):
        return True
    near = [p for p in (span.start - 2, span.start - 1, span.end, span.end + 1) if p >= 0]
    return any(page.span_at(p, "aspect") for p in near)


def distinct(found: list[Idea]) -> list[Idea]:
    seen: dict[str, Idea] = {}
    for idea in found:
        seen.setdefault(idea[0].lower(), idea)
    return list(seen.values())
