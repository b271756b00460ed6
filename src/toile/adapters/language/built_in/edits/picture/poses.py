"""Poses in a person's own words: "have her look over her shoulder", "sit him on the crate",
"one hand on the rail".
"""

from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.message.ways_of_wearing import orders_way
from toile.adapters.language.built_in.edits.picture.pose_ends import leads_away
from toile.adapters.language.built_in.text.lexicon import Span, read_table, vocabulary, word_set
from toile.adapters.language.built_in.text.page import Page

_WORN = ("g", "h", "b", "j")
# What a flag may be of is still seen in a pose: "sitting with a child".
_FLAGGED = ("young", "copy", "face", "who", "photo", "third")


def find_poses(page: Page, board: BoardWords) -> None:
    """Mark the poses that an English message tells in its own words; they say nothing else.

    One that the vocabulary knows whole is left to it; "something to do" is not yet any.
    """
    if page.languages[0] != "en":
        return
    for segment in page.live():
        mentions = board.mentions(page, segment.start, segment.end)
        stretch = Clause(segment.start, segment.end, mentions=mentions)
        _hold(page, stretch)
        for span in list(_spans(page, stretch)):
            known = page.span_at(span.start, "pose")
            told = page.form(span.start) not in word_set("poses.something")
            if (
                told
                and not orders_way(page, stretch, span)
                and (known is None or known.end < span.end)
            ):
                for place in range(span.start, span.end):
                    here = page.at[place]
                    page.at[place] = {kind: here[kind] for kind in _FLAGGED if kind in here}
                page.at[span.start]["pose"] = span


def _hold(page: Page, clause: Clause) -> None:
    """Let "he should hold the umbrella" put it into his hand: nothing is told to stay."""
    for place in range(clause.start, clause.end):
        act = page.span_at(place, "act")
        held = page.form(place) in word_set("poses.keeps")
        if not (act and act.name == "keep" and held):
            continue
        if _who(page, clause, place):
            page.at[place]["act"] = Span(place, place + 1, "act", "add")
        elif page.form(place - 1) == "to" and page.form(place - 2) in word_set("things.something"):
            del page.at[place]["act"]


def is_posed(page: Page, place: int) -> bool:
    """Whether a token belongs to a pose in a person's own words."""
    return any(
        (span := page.span_at(start, "pose")) is not None
        and span.end > place
        and len(page.at[start]) == 1
        and in_own_words(span)
        for start in range(max(0, place - _LONGEST), place + 1)
    )


_LONGEST = 12


def in_own_words(pose: Span) -> bool:
    """Whether a pose is told in a person's own words and not by a term of the vocabulary."""
    return pose.name not in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(term.id for term in vocabulary().terms["pose"])


def _spans(page: Page, clause: Clause) -> Iterator[Span]:
    """Yield the poses of a sentence one by one: "chin up", "eyes closed"."""
    behind = clause.start
    for start, first, rest in _openings(page, clause):
        if start < behind:
            continue
        behind = _until(page, clause, rest)
        if behind <= start:
            continue
        words = " ".join(filter(None, (first, page.words(rest, behind))))
        named = any(page.tokens[p].is_name for p in range(rest, behind))
        yield Span(start, behind, "pose", words if named else words.lower())


def _openings(page: Page, clause: Clause) -> Iterator[tuple[int, str, int]]:
    """Yield where a pose begins, the word it opens with and where the words behind begin."""
    things = {p for m in clause.mentions if "pose" not in m.fields for p in range(m.start, m.end)}
    for place in range(clause.start, clause.end):
        if place in things or is_named(page, place) or _is_denied(page, clause, place):
            continue
        doing = _doing(page, clause, place)
        if doing:
            yield place, *doing
        elif _is_state(page, clause, place):
            begin = place - (page.form(place - 1) in word_set("poses.counted"))
            yield begin, "", begin


def _doing(page: Page, clause: Clause, place: int) -> tuple[str, int] | None:
    """Return the word of a pose and where the words behind it begin, if a body does something."""
    form = page.form(place)
    if _is_compound(page, place) or not _is_bodily(page, place):
        return None
    if form in _participles():
        blows = _is_weather(page, place)
        return (form, place + 1) if not (blows or _is_attribute(page, place)) else None
    if form.endswith("ing") and len(form) > 5 and not page.at[place]:
        return (form, place + 1) if _who(page, clause, place) else None
    verb = _finite().get(form) or (_past().get(form) if _is_let(page, clause, place) else None)
    if verb is None and page.form(place + 1) in word_set("poses.whose"):
        verb = _bare().get(form)  # "Have him check his watch"; a check alone is a pattern.
    if verb is None:
        return None
    if page.form(place + 1) in word_set("giving.whom") and _opens(page, clause, place):
        return verb, place + 2
    return (verb, place + 1) if _who(page, clause, place) else None


def _is_bodily(page: Page, place: int) -> bool:
    """Whether "looking" goes somewhere, and "holding" holds a hand and no thing."""
    form, after = page.form(place), page.form(place + 1)
    if form in word_set("poses.looks"):
        return after in word_set("poses.looks_where")
    return form not in word_set("poses.keeps") or after in word_set("poses.kept")


def _is_compound(page: Page, place: int) -> bool:
    """Whether "running shoes" and "walking stick" are things."""
    own = page.first(place, *_WORN, "p", "s", "set", "light", "act", "rel")
    longer = own is not None and own.end > place + 1
    return longer or page.first(place + 1, *_WORN, "noun") is not None


def _is_attribute(page: Page, place: int) -> bool:
    """Whether "a driving rain" only says what kind of thing it is."""
    return page.form(place - 1) in word_set("poses.articles")


def _is_weather(page: Page, place: int) -> bool:
    """Whether "fog rolling in" is said of the weather, and of nobody."""
    air = page.first(place - 1, "light")
    blows = page.form(place) in word_set("poses.weather_does")
    return blows and air is not None and air.end == place


def _is_let(page: Page, clause: Clause, place: int) -> bool:
    """Whether "have them sat" wishes it: alone, "sat" tells of what was."""
    before = {page.form(p) for p in range(clause.start, place)}
    return bool(before & word_set("poses.lets"))


def _opens(page: Page, clause: Clause, place: int) -> bool:
    """Whether a verb is the order itself: "sit her", "can we stand him", "3: turn them"."""
    before = page.form(place - 1)
    return (
        place == clause.start
        or not page.tokens[place - 1].is_word
        or before in word_set("poses.orders")
    )


def _who(page: Page, clause: Clause, place: int) -> bool:
    """Whether somebody who does it stands before a verb: "have her", "she should", "Noor"."""
    here = place - 1
    while here >= clause.start and page.form(here) in word_set("poses.between"):
        here -= 1
    if here < clause.start:
        return False
    named = any(m.fields == {"talent"} and m.end == here + 1 for m in clause.mentions)
    return named or page.form(here) in word_set("poses.who")


def _is_denied(page: Page, clause: Clause, place: int) -> bool:
    """Whether "stop" or "never" stands right before a word, or the writer speaks of himself."""
    before = {page.form(p) for p in range(max(clause.start, place - 3), place)}
    return bool(before & (word_set("poses.stop") | word_set("poses.self")))


def _is_state(page: Page, clause: Clause, place: int) -> bool:
    """Whether "hands behind her back", "chin up" tells how the body is held."""
    if page.form(place + 2) in word_set("poses.no_body"):
        return False
    return (
        page.form(place) in word_set("poses.parts")
        and page.form(place + 1) in word_set("poses.states")
        and place + 1 < clause.end
        and not page.first(place + 1, "ref", "noun")
        and not page.tokens[min(place + 2, len(page.tokens) - 1)].text.isdecimal()
    )


def _until(page: Page, clause: Clause, start: int) -> int:
    """Return where the words of a pose end."""
    end = start
    while end < clause.end and not _ends(page, clause, end):
        end += 1
    return end


def _ends(page: Page, clause: Clause, place: int) -> bool:
    token = page.tokens[place]
    odd = not (token.is_word or token.text in "-'’")
    other = page.first(place, "framing", "angle", "aspect", "priority", "neg")
    step = page.span_at(place, "rel")
    return (
        odd
        or is_named(page, place)
        or token.form in word_set("poses.ends")
        or other is not None
        or (step is not None and step.name != "vague" and token.form.endswith("er"))
        or (token.form in word_set("poses.to") and page.form(place + 1) in _participles())
        or leads_away(page, clause, place)
    )


@cache
def _participles() -> frozenset[str]:
    return frozenset(row[1] for row in read_table("body_verbs"))


@cache
def _finite() -> dict[str, str]:
    """Return the word of a pose by the forms of its verb: "sit", "sits"."""
    return {
        form: row[1]
        for row in read_table("body_verbs")
        for form in (row[0], *row[2].split(","))
        if row[2] and (form == row[0] or form.endswith("s"))
    }


@cache
def _bare() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("body_verbs")}


@cache
def _past() -> dict[str, str]:
    return {
        form: row[1]
        for row in read_table("body_verbs")
        for form in filter(None, row[2].split(","))
        if not form.endswith("s")
    }
