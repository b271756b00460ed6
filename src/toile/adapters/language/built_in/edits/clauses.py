"""Cutting a message into the single things it asks for, corrections taken into account."""

from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.edits.joining import joined
from toile.adapters.language.built_in.edits.listed_numbers import lists_numbers
from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.senses import stem
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.picture.poses import is_posed
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import KNOWN, Ratio, find_ratios

_SIGNS = frozenset(",;.!?\n&+/→:↔–—")
_JOINS = {
    "en": "and then also but plus", "de": "und dann sowie aber", "fr": "et puis mais",
    "it": "e ed poi ma pero", "es": "y e luego pero", "sv": "och sen men fast",
}  # fmt: skip


@cache
def _separators(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the signs and the joining words of the languages of a message."""
    words = " ".join(_JOINS[name] for name in {"en", *languages})
    return _SIGNS | frozenset(words.split())


def cut(page: Page, board: BoardWords) -> list[Clause]:
    """Return the clauses of a message in order."""
    found = list(_by_segment(page, board))
    opens = frozenset(own[0].start for own in found if own)
    return joined(page, [piece for own in found for piece in own], opens)


def pieces(page: Page, board: BoardWords) -> list[Clause]:
    """Return what stands between the signs and joining words of a message."""
    return [piece for own in _by_segment(page, board) for piece in own]


def _by_segment(page: Page, board: BoardWords) -> Iterator[list[Clause]]:
    for segment in page.live():
        found = _pieces(page, segment.start, segment.end, board.names)
        yield [_dressed(page, board, *piece) for piece in found if not _is_aside(page, *piece)]


def _is_aside(page: Page, start: int, end: int) -> bool:
    """Whether a stretch only says what is so: "3 already has it"."""
    told = any(
        page.form(p) in word_set("clauses.already")
        and page.span_at(p, "act") is None
        and page.form(p + 1) not in word_set("naming.not")
        for p in range(start, end)
    )
    return told and end - start < 9 and not page.has(start, end, "rel", "pos")


def _pieces(page: Page, start: int, end: int, names: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    separators = _separators(page.languages)
    for place in range(start, end):
        token = page.tokens[place]
        if place > begin and (
            _drops_rest(page, start, place)
            or _has_thing_too(page, begin, place, end, names)
            or _poses_without(page, begin, place)
        ):
            found.append((begin, place))
            begin = place
        is_verb = token.text.casefold() == "è"  # "Il grigio è fuori" is one stretch.
        parted = token.form in separators and not is_verb and not _within(page, place, names)
        if parted or _is_dash(page, begin, place, end):
            if place > begin:
                found.append((begin, place))
            begin = place + 1
    if end > begin:
        found.append((begin, end))
    return found


def _is_dash(page: Page, begin: int, place: int, end: int) -> bool:
    """Whether a dash stands between two shots: "a hat in 3 - love the coat in 2"."""
    if page.tokens[place].text != "-" or place - begin < _FEWEST or place + 1 >= end:
        return False
    here = page.tokens[place]
    spaced = page.tokens[place - 1].end < here.start and here.end < page.tokens[place + 1].start
    sides = (range(begin, place), range(place + 1, end))
    return spaced and all(any(page.tokens[p].text.isdecimal() for p in side) for side in sides)


_FEWEST = 3


def _drops_rest(page: Page, start: int, place: int) -> bool:
    """Whether "lose the rest" begins in "keep 3 lose the rest", with no sign before it."""
    verb = page.span_at(place, "act")
    if verb is None or verb.name != "delete":
        return False
    rest = page.span_at(verb.end, "ref")
    kept = any(s.name == "keep" for s in page.spans(start, place, "act"))
    return kept and rest is not None and rest.name == "rest"


def _has_thing_too(page: Page, begin: int, place: int, end: int, names: frozenset[str]) -> bool:
    """Whether "without the coat" begins in "2 at dusk without the coat": a thing beside a value."""
    without = page.form(place) in word_set("naming.without")
    led = page.form(place) in word_set("people.with") and not without
    if not (without or led) or is_named(page, place):
        return False
    acts = {s.name for s in page.spans(begin, place, "act")}
    if not page.has(begin, place, *_VALUES) or acts - {"set", "move"}:
        return False
    thing = place + 1
    definite = page.form(thing) in word_set("naming.articles")
    if without and page.form(thing) in names:
        return True
    while thing < end and (
        page.form(thing) in word_set("naming.articles") | word_set("giving.indefinite")
        or page.first(thing, "col", "m", "adj") is not None
    ):
        thing += 1
    here = thing < end and page.first(thing, "g", "h", "b", "j", "p") is not None
    # "3 at dusk with the blue suit" has said which shot: the suit names none.
    definite = definite and not page.tokens[begin].text.isdecimal()
    return here and page.span_at(thing, "light") is None and (without or not definite)


def _poses_without(page: Page, begin: int, place: int) -> bool:
    """Whether "standing" begins in "7 without the backpack standing": it is not denied."""
    if page.span_at(place, "pose") is None:
        return False
    things = page.spans(begin, place, "g", "h", "b", "j", "p")
    ends = any(thing.end == place for thing in things)
    return ends and any(page.form(p) in word_set("naming.without") for p in range(begin, place))


_VALUES = ("light", "rel", "framing", "angle", "lens", "aspect", "set", "s")


def _both_names(page: Page, place: int, names: frozenset[str]) -> bool:
    return page.form(place - 1) in names and page.form(place + 1) in names


def _within(page: Page, place: int, names: frozenset[str]) -> bool:
    """Whether a separator is part of a ratio or a known phrase."""
    token = page.tokens[place]
    if is_named(page, place) or lists_numbers(page, place):
        return True
    if token.text == "→" and page.has(max(0, place - 3), place, "light", "set", "s", "pose"):
        return True
    if token.text == "→" and _is_between_things(page, place):
        return True
    if token.text in "/+:↔" and place and page.tokens[place - 1].text.isdecimal():
        return True
    scope = page.span_at(place, "ref")
    if scope is not None and scope.name == "except":
        return True
    if any(span.end > place + 1 for span in page.at[place].values()):
        return True
    if token.text == ":" and _is_groomed(page, place - 1):
        return True
    if token.text == ":" and (page.has(max(0, place - 8), place, "f", "act") or place == 0):
        return True
    if token.form in word_set("clauses.within") and (
        _both_names(page, place, names) or _is_between(page, place) or _two_colours(page, place)
    ):
        return True
    return any(
        span.start < place < span.end
        for before in range(max(0, place - 5), place)
        for span in page.at[before].values()
    )


def _is_groomed(page: Page, place: int) -> bool:
    """Whether "nails:", "hair:" stands before what they shall be."""
    form = page.form(place)
    return form in word_set("grooming.hair") or form in word_set("grooming.make_up")


def _two_colours(page: Page, place: int) -> bool:
    """Whether "and" stands in "a black and white shirt"."""
    first, second = page.span_at(place - 1, "col"), page.span_at(place + 1, "col")
    if first is None or second is None or first.end != place:
        return False
    if {first.name, second.name} == {"black", "white"}:
        return True  # "4 in black and white" is one wish, though it names no thing.
    return page.first(second.end, "g", "h", "b", "j", "p", "m", "col") is not None


def _is_between_things(page: Page, place: int) -> bool:
    """Whether an arrow leads from one thing to another: "le pantalon gris → un jean brut"."""
    things = ("g", "h", "b", "j", "p")
    return page.has(max(0, place - 5), place, *things) and page.has(place, place + 4, *things)


def _is_between(page: Page, place: int) -> bool:
    """Whether "and" stands in "between 2 and 3"."""
    lead = page.span_at(place - 2, "pos")
    return lead is not None and lead.name == "between"


def _dressed(page: Page, board: BoardWords, start: int, end: int) -> Clause:
    follows = start > 0 and page.form(start - 1) in word_set("clauses.dressed")
    later = follows or page.form(start) in word_set("clauses.then")
    later = later or _has_number_behind(page, start, end, "clauses.new")
    later = later or _counts_after(page, start, end)
    if _has_number_behind(page, start, end, "clauses.old"):
        later = False
    mentions = [
        m
        for m in board.mentions(page, start, end)
        if not is_posed(page, m.start) and not _is_verb(page, start, m) and not _is_another(page, m)
    ]
    return Clause(start, end, later, mentions, _ratios(page, start, end))


def _has_number_behind(page: Page, start: int, end: int, words: str) -> bool:
    """Whether a number stands behind one of the words: "the new 2", "la que queda de 4"."""
    for place in range(start, end - 1):
        if page.form(place) not in word_set(words):
            continue
        behind = place + 1 + (page.form(place + 1) in word_set("clauses.number"))
        told = behind < end and page.tokens[behind].text.isdecimal()
        many = page.span_at(behind, "n")
        counts = many is not None and many.name != "1"  # "the new one" is no number
        if told or counts or page.span_at(behind, "ord") is not None:
            return True
    return False


def _counts_after(page: Page, start: int, end: int) -> bool:
    """Whether "whatever comes second after that", "was danach die 6 ist" counts anew."""
    counted = any(page.tokens[p].text.isdecimal() for p in range(start, end))
    told = (counted or page.has(start, end, "ord")) and start > 0
    words = word_set("clauses.after_that")
    pairs = (f"{page.form(p)}_{page.form(p + 1)}" for p in range(start, end))
    which = any(page.form(p) in word_set("clauses.which") for p in range(start, end))
    after = any(page.form(p) in words for p in range(start, end)) or bool(set(pairs) & words)
    return told and which and after


def _is_verb(page: Page, start: int, mention: Mention) -> bool:
    """Whether "drop" opens "drop the coulds", though the board has drop earrings."""
    led = mention.start == start or page.form(mention.start - 1) in word_set("joining.asking")
    verb = page.span_at(mention.start, "act")
    if not led or verb is None or mention.end != mention.start + 1:
        return False
    every = page.span_at(verb.end, "ref")
    return page.form(verb.end) in word_set("naming.articles") or (
        every is not None and every.name == "all"
    )


def _is_another(page: Page, mention: Mention) -> bool:
    """Whether "a black leather jacket" is a new thing, and not the parka that is a jacket, too."""
    own = stem(page.form(mention.end - 1))
    if mention.fields != {"garments"} or any(
        own in e.stems or own in e.joined for e in mention.entries
    ):
        return False
    place = mention.start
    while page.first(place - 1, "col", "m", "adj") is not None:
        place -= 1
    led = word_set("giving.a") | word_set("clauses.another")
    return place < mention.start and page.form(place - 1) in led


def _ratios(page: Page, start: int, end: int) -> list[Ratio]:
    """Return the ratios of a stretch; "shot 3: 20 mm" is none."""
    return [
        r for r in find_ratios(page, start, end)
        if (r.value in KNOWN or page.form(r.end) not in word_set("numbers.millimetres"))
        and not _is_part(page, r)
    ]  # fmt: skip


def _is_part(page: Page, ratio: Ratio) -> bool:
    """Whether figures are part of a pose or a framing: "3/4 to the camera", "3/4 length"."""
    longer = (page.span_at(ratio.start, kind) for kind in ("pose", "framing"))
    return any(span is not None and span.end > ratio.end for span in longer)
