"""Values used as nouns: whether "the close-up", "the squares", "flatlay:" names a shot."""

from toile.adapters.language.built_in.edits.message.joined_words import is_many
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.atoms import Atom
from toile.adapters.language.built_in.edits.shots.phrase_sides import Phrase
from toile.adapters.language.built_in.edits.shots.saying import says_more
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.adapters.language.built_in.text.ratios import find_ratios

HEADS = ("framing", "kind", "priority", "aspect", "role", "side", "lengths")


def leads(page: Talk, segment: Segment, head: Atom, phrase: Phrase) -> bool:
    """Whether a value used as a noun is led by an article, or is a plural that opens a stretch."""
    before = page.form(phrase.start - 1)
    if head.kind in ("role", "side"):
        return True
    opens = phrase.start == segment.start or before in word_set("naming.opens")
    bare = phrase.end - phrase.start == 1 and phrase.plural
    told = bare or _is_placed(page, segment, phrase) or _is_the_one(page, segment, head)
    return phrase.led or (opens and told)


def _is_the_one(page: Talk, segment: Segment, head: Atom) -> bool:
    """Whether "video in 16:9" gives the only video a shape."""
    place = head.end + (page.form(head.end) in word_set("naming.in"))
    shape = page.span_at(place, "aspect") is not None or any(
        r.start == place for r in find_ratios(page, place, min(place + 3, segment.end))
    )
    return head.kind == "kind" and len(head.shots) == 1 and shape


def is_label(page: Talk, segment: Segment, head: Atom, phrase: Phrase) -> bool:
    """Whether "flatlay: bowl out, burner in" names its shot in front of a colon."""
    colon = phrase.end < segment.end and page.tokens[phrase.end].text == ":"
    behind = page.tokens[phrase.end + 1 : phrase.end + 2]
    numbers = any(token.text.isdecimal() for token in behind)
    kinds = ("framing", "kind", "role")
    return colon and not numbers and phrase.start == segment.start and head.kind in kinds


def is_value_noun(page: Talk, segment: Segment, head: Atom, phrase: Phrase) -> bool:
    """Whether "the close-up" names a shot: something else must be said of it."""
    if head.kind in ("role", "side"):
        return True
    counted = phrase.plural if head.kind == "priority" else _is_counted(page, segment, head, phrase)
    if phrase.led and _is_spared(page, segment, phrase):
        return True
    if head.kind in ("priority", "aspect") and not counted:
        return False
    placed = _is_placed(page, segment, phrase)
    return placed or says_more(page, segment, phrase.start, head.end)


def _is_placed(page: Talk, segment: Segment, phrase: Phrase) -> bool:
    """Whether "film first", "flat lay last" says no more of a value than where it goes."""
    where = page.span_at(phrase.end, "pos") or page.span_at(phrase.end, "ord")
    if where is None or where.end > segment.end:
        return False
    if where.name in ("before", "after"):
        return page.form(where.end) in word_set("naming.articles")
    alone = where.end == segment.end or page.form(where.end) in word_set("naming.opens")
    asked = page.form(where.end) in word_set("joining.asking")
    counted = where.kind == "ord" and where.name.isdecimal()
    return (alone or asked) and (counted or where.name in ("top", "end"))


def _is_counted(page: Talk, segment: Segment, head: Atom, phrase: Phrase) -> bool:
    """Whether "the squares", "alla stående till 1:1" speaks of some that have the shape now."""
    other = page.has(head.end, segment.end, "aspect") or find_ratios(page, head.end, segment.end)
    return names_many(page, head.end - 1) or (phrase.plural and bool(other))


def _is_spared(page: Talk, segment: Segment, phrase: Phrase) -> bool:
    """Whether a phrase ends what is kept or left out: "leave the video and the square"."""
    place = phrase.start
    while place > segment.start and _is_listed(page, place - 1):
        place -= 1
    ahead = range(max(segment.start, place - 4), place)
    return any(
        span is not None and span.end == place and span.name in ("keep", "except")
        for p in ahead
        for span in (page.span_at(p, "act"), page.span_at(p, "ref"))
    )


def _is_listed(page: Talk, place: int) -> bool:
    """Whether a word may stand between what is kept and the next: "the landscapes and"."""
    small = word_set("naming.articles") | word_set("naming.and") | {",", "for", "number"}
    named = page.first(place, *HEADS, "noun") is not None
    return page.form(place) in small or named or page.tokens[place].text.isdecimal()


def names_many(page: Talk, place: int) -> bool:
    shapes = page.form(place) in word_set("naming.shapes")
    return shapes or ends_in_s(page, place) or is_many(page, place)


def ends_in_s(page: Talk, place: int) -> bool:
    return page.form(place).endswith("s") and page.form(place) not in word_set("value_heads.less")


def is_said_of(page: Talk, head: Atom) -> bool:
    """Whether "la 3 de cuerpo entero" says how a numbered shot is; "the 2 close-ups" counts."""
    ahead = (s for p in range(max(0, head.start - 3), head.start) for s in page.at[p].values())
    start = min((s.start for s in ahead if s.end > head.start), default=head.start)
    numbered = start > 0 and page.tokens[start - 1].text.isdecimal()
    return numbered and not names_many(page, head.end - 1)


def is_figured(page: Talk, head: Atom) -> bool:
    """Whether "vertical" in "all vertical 9:16" says what they become, and the figures, too."""
    shape = page.span_at(head.start, "aspect")
    if shape is None or shape.name not in ("portrait", "landscape") or head.end != shape.end:
        return False
    wide, _, high = next(
        (
            r.value
            for r in find_ratios(page, head.end, min(head.end + 3, len(page.tokens)))
            if r.start == head.end
        ),
        "",
    ).partition(":")
    upright = wide.isdecimal() and high.isdecimal() and int(high) > int(wide)
    same = upright == (shape.name == "portrait") and wide.isdecimal() and wide != high
    return same and not names_many(page, head.end - 1)
