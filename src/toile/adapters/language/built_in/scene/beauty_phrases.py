"""Hair and make-up, known or in words of one's own: "hair slicked back", "ongles courts nus".

Where people stand in the same sentence before it, hair is a trait of theirs and not read here.
"""

from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct
from toile.adapters.language.built_in.text.labelled import labelled
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, function_words, inside, say, trim

_LONGEST = 7
_OTHERS = ("people", "g", "h", "b", "j", "media", "neg", "must", "chan", "month", "twin", "light",
           "each", "copy", "who", "claim", "due", "young", "cue")  # fmt: skip


def read_hmu(page: Page, negations: Stretches) -> list[Idea]:
    """Return the wishes for hair and make-up."""
    found = [_with_noun(page, *idea) for idea in labelled(page, "hmu", negations)]
    for segment in page.live():
        if page.label(segment) in word_set("scene.unkempt"):
            continue
        for span in page.spans(segment.start, segment.end, "hmu"):
            worn = page.first(span.start - 2, "g") or page.first(span.start - 1, "g")
            worn = worn or page.span_at(span.start, "g")  # Spanish "mono" is no "moño".
            if page.tokens[span.start].text.casefold() == "unas":
                continue  # "unas" is no "uñas".
            if page.form(span.end) in word_set("beauty.sold"):
                continue  # "lip tint", "hair mask": what is sold, not how somebody looks.
            if not inside(span.start, negations) and not worn:
                found.append((_said(page, span), span.start, span.end))
        if page.label(segment) != "talent":
            found += _made_up(page, segment, negations)
            found += beauty_phrases(page, segment, negations)
    return _longest(found)


def _said(page: Page, span: Span) -> str:
    """Return a look as the text has it, in English; lips with their own colour."""
    colours = page.spans(span.start, span.end, "col")
    foreign = page.tongue(span.start, span.end) != "en"
    if foreign and colours and span.name == "dark lips":
        return f"{colours[0].name} lips"
    return page.said(span).lower()


def beauty_phrases(page: Page, segment: Segment, negations: Stretches) -> list[Idea]:
    """Return the clauses about hair, skin and make-up with their tokens."""
    found: list[Idea] = []
    for start, end in clauses(page, segment):
        if page.has(segment.start, start, "people"):
            break
        heads = [p for p in range(start, end) if _is_head(page, p)]
        left, right = trim(page, start, end)
        if not heads or inside(start, negations) or not 1 < right - left <= _LONGEST:
            continue
        if not _is_other(page, segment, left, right, heads):
            found.append((say(page, left, right).lower(), left, right))
    return found


def _is_head(page: Page, place: int) -> bool:
    """Whether hair, lips, nails ... are spoken of, not something on them: "salt on the skin"."""
    if page.form(place) not in word_set("beauty.heads") or _only_sounds(page, place):
        return False
    if page.form(place + 1) in word_set("beauty.sold"):
        return False
    placed = {page.form(place - 1), page.form(place - 2)} & word_set("scene.prepositions")
    return not placed


def _only_sounds(page: Page, place: int) -> bool:
    """Whether a folded "har" is no hair: Swedish "har" has, "här" is here."""
    return page.form(place) == "har" and page.tokens[place].text.casefold() != "hår"


def _is_other(page: Page, segment: Segment, start: int, end: int, heads: list[int]) -> bool:
    """Whether a clause is of goods, of files, or says more than how somebody looks."""
    spans = [
        s for s in page.spans(start, end, *_OTHERS) if not (s.kind == "cue" and s.name == "hmu")
    ]
    hide = all(page.form(p) in word_set("beauty.hides") for p in heads)
    goods = hide and page.has(segment.start, segment.end, "g", "h", "b", "j", "c")
    talks = any(page.form(p) in word_set("traits.talk") for p in range(start, end))
    weight = any(page.form(p) not in function_words() for p in range(start, end) if p not in heads)
    return bool(spans) or bool(goods) or talks or not weight


def _longest(found: list[Idea]) -> list[Idea]:
    """Keep what no longer idea covers."""
    kept = [
        one
        for one in found
        if not any(
            o is not one and o[1] <= one[1] and one[2] <= o[2] and o[2] - o[1] > one[2] - one[1]
            for o in found
        )
    ]
    return distinct(kept)


def _made_up(page: Page, segment: Segment, negations: Stretches) -> list[Idea]:
    """Return the looks that stand among hair and make-up: "wet hair, freckles, no make-up"."""
    if page.has(segment.start, segment.end, "people") or not page.has(
        segment.start, segment.end, "hmu"
    ):
        return []
    spans = page.spans(segment.start, segment.end, "look")
    english = page.languages[0] == "en"
    return [
        (page.words(s.start, s.end).lower() if english else s.name, s.start, s.end)
        for s in spans
        if not inside(s.start, negations) and not page.span_at(s.start, "hmu")
    ]


def _with_noun(page: Page, text: str, start: int, end: int) -> Idea:
    """Say what a single word is of: "hair: wet" is wet hair."""
    label = page.labels[page.segment_of(start).start]
    noun = page.words(page.segment_of(start).start, label.start - 1).lower().lstrip("-*• ")
    return (f"{text} {noun}" if " " not in text and len(noun.split()) == 1 else text), start, end
