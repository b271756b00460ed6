"""The channels named: where pictures are shown, and words that only look like one."""

from toile.adapters.language.built_in.scene.scene import Idea, Stretches, distinct
from toile.adapters.language.built_in.text.dropped import dropped
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.adapters.language.built_in.text.ratios import count_at


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
    told = _is_owned(page, span) or _was_made(page, span, segment)
    if told or _is_a_tale(page, span) or _is_a_shop(page, span) or _is_of_a_house(page, span):
        return False
    if _shines(page, span) or _is_paper(page, span) or _describes(page, span):
        return False
    if span.name == "press" and after in word_set("channels.told_by"):
        return False  # "Press release forwarded" heads what is pasted.
    if span.name == "app" and after in ("dell", "de"):
        return False
    if span.name == "print" and after in word_set("channels.pressed"):
        return False  # "Print goes on the 9th": when it is printed.
    return not (span.name == "print" and page.first(span.start - 1, "col"))


def _is_owned(page: Page, span: Span) -> bool:
    """Whether a house only tells how many shops it has: "we have 2 shops"."""
    counted = count_at(page, span.start - 1)
    owns = page.form(span.start - 2) in word_set("people.we_have") - word_set("people.with")
    return counted is not None and owns


def _was_made(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a sentence tells what became of it: "the website was redone in May"."""
    opens = span.start - segment.start <= 1
    return opens and page.form(span.end) in word_set("channels.became")


def _describes(page: Page, span: Span) -> bool:
    """Whether "trade" only tells which website: the next word is the channel."""
    told = page.form(span.start) in word_set("channels.tells")
    return (told and page.span_at(span.end, "chan") is not None) or _are_nets(page, span)


def _are_nets(page: Page, span: Span) -> bool:
    """Whether "redes mojadas" are nets: a word that tells how they are stands behind."""
    nets = page.form(span.start) in word_set("channels.also_nets") and span.end - span.start == 1
    behind = page.tokens[span.end] if span.end < len(page.tokens) else None
    told = behind is not None and behind.is_word and behind.form not in function_words()
    return nets and told and page.span_at(span.end, "chan") is None


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
    if page.form(span.start) not in word_set("channels.print"):
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


def _is_of_a_house(page: Page, span: Span) -> bool:
    """Whether "big north windows" let light into a room."""
    before = page.tokens[span.start - 1] if span.start else None
    told = before is not None and before.is_word and before.form not in function_words()
    bare = page.form(span.start) == "windows" and span.end - span.start == 1
    own = before is not None and page.first(span.start - 1, "chan", "must", "media") is not None
    article = before is not None and before.form == "the"
    lies = article and page.form(span.start - 2) in word_set("channels.where")
    return bare and ((told and not own) or lies)


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
