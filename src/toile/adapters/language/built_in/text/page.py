"""Layer two and a half: a text with its tokens, known spans and segments.

A segment is a stretch between full stops, line ends or semicolons; ``depth`` counts the marks of
quoted mail. Masked segments are read by nobody but the flags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from toile.adapters.language.built_in.text.colour_compounds import compound_colour
from toile.adapters.language.built_in.text.colour_pairs import (
    free_surfaces,
    join_colours,
    natural_colours,
)
from toile.adapters.language.built_in.text.compounds import compound_noun
from toile.adapters.language.built_in.text.dictionary import exactly
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import (
    FOR_BRIEFS,
    LANGUAGES,
    Lexicon,
    Span,
    lexicon,
    read_table,
    word_set,
)
from toile.adapters.language.built_in.text.quoted_names import (
    free_called,
    free_names,
    free_small_senses,
)
from toile.adapters.language.built_in.text.shape_pairs import pair_shapes
from toile.adapters.language.built_in.text.slips import without_slips, without_sounds
from toile.adapters.language.built_in.text.spoken_in import spoken_in
from toile.adapters.language.built_in.text.tokens import Token, fold, tokenise

_STOPS = frozenset(".;!?•\n|")
_ABBREVIATED = word_set("page.abbreviated")
_FEW, _LONGEST = 5, 300  # Longer is nobody's sentence; readers look at all of one for each word.
_DAY_AND_MONTH = re.compile(r"[0-3]?\d\.[01]?\d")


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens ``start`` to ``end``; ``line`` counts lines of the text from 0."""

    start: int
    end: int
    depth: int
    line: int


@dataclass(frozen=True, slots=True)
class Label:
    """The field a segment is labelled with; ``start`` is the first token behind the label."""

    field: str
    start: int


@dataclass(eq=False)
class Page:
    """A text, cut and annotated; readers set words of it aside, so it is only like itself."""

    text: str
    languages: tuple[str, ...]
    tokens: tuple[Token, ...]
    segments: list[Segment]
    at: list[dict[str, Span]]
    masked: set[int] = field(default_factory=set)
    labels: dict[int, Label] = field(default_factory=dict)
    # The segments that the homes are of, and for each token the place of its segment.
    _homes: tuple[list[Segment], dict[int, int]] = field(default_factory=lambda: ([], {}))

    @cached_property
    def is_small(self) -> bool:
        """Whether a text of some length is typed without capitals."""
        words = [token for token in self.tokens if token.is_word]
        return len(words) > _FEW and not any(token.is_name for token in words)

    def form(self, place: int) -> str:
        """Return the folded word at a place, empty beyond the text."""
        return self.tokens[place].form if 0 <= place < len(self.tokens) else ""

    def span_at(self, place: int, kind: str) -> Span | None:
        """Return the longest span of a kind that starts at a place."""
        return self.at[place].get(kind) if 0 <= place < len(self.at) else None

    def first(self, place: int, *kinds: str) -> Span | None:
        """Return the longest span among kinds at a place."""
        here = self.at[place] if 0 <= place < len(self.at) else {}
        found = [here[kind] for kind in kinds if kind in here] if here else []
        return max(found, key=lambda span: span.end, default=None)

    def spans(self, start: int, end: int, *kinds: str) -> list[Span]:
        """Return the spans of some kinds inside a stretch, left to right, none overlapping."""
        return list(self._found(start, end, kinds))

    def has(self, start: int, end: int, *kinds: str) -> bool:
        """Whether a stretch holds any span of some kinds."""
        return next(self._found(start, end, kinds), None) is not None

    def _found(self, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Span]:
        """Yield spans from left to right; half the reading of a long sentence is spent here."""
        place, end = max(0, start), min(end, len(self.tokens))
        while place < end:
            here = self.at[place]
            if here and not here.keys().isdisjoint(kinds):
                span = self.first(place, *kinds)
                if span and span.end <= end:
                    yield span
                    place = span.end
                    continue
            place += 1

    def words(self, start: int, end: int) -> str:
        """Return the text from one token to another, as written but for typing errors."""
        if end <= start:
            return ""
        said = [self.tokens[start].text]
        for place in range(start + 1, end):
            before, token = self.tokens[place - 1], self.tokens[place]
            said += [self.text[before.end : token.start], token.text]
        return "".join(said)

    def tongue(self, start: int, end: int) -> str:
        """Return the language of a stretch: of the text, or in a mixed one of its own words."""
        main, *others = self.languages
        for other in others if main == "en" else ():
            forms = {self.form(p) for p in range(start, end) if self.tokens[p].is_word}
            strange = forms - lexicon(("en",), FOR_BRIEFS).known
            known = lexicon((other,), FOR_BRIEFS).known
            if any(form in known or exactly([form], other) for form in strange):
                return other
        return main

    def said(self, span: Span) -> str:
        """Return a concept as the text says it, where that is English, else by its name."""
        english = self.tongue(span.start, span.end) == "en"
        return self.words(span.start, span.end).lower() if english else span.name

    def live(self) -> Iterator[Segment]:
        """Yield the segments that are not masked."""
        for segment in self.segments:
            if segment.start not in self.masked:
                yield segment

    def labelled(self, *fields: str) -> Iterator[tuple[Segment, int]]:
        """Yield the live segments labelled with a field and the first token behind the label."""
        for segment in self.live():
            label = self.labels.get(segment.start)
            if label and label.field in fields and label.start < segment.end:
                yield segment, label.start

    def label(self, segment: Segment) -> str:
        """Return the field that a segment is labelled with, or nothing."""
        label = self.labels.get(segment.start)
        return label.field if label else ""

    def segment_of(self, place: int) -> Segment:
        """Return the segment that holds a token; the whole text where all have been taken out."""
        if not self.segments:
            return Segment(0, len(self.tokens), 0, 0)
        return self.segments[self.place_of(place)]

    def place_of(self, place: int) -> int:
        """Return where the segment that holds a token stands among the segments.

        A word that was taken out belongs to the stretch nearest to it.
        """
        kept, homes = self._homes
        if kept is not self.segments:
            homes = {
                p: at
                for at, segment in reversed(list(enumerate(self.segments)))
                for p in range(segment.start, segment.end)
            }
            self._homes = self.segments, homes
        if place not in homes:
            place = min(homes, key=lambda held: abs(held - place))
        return homes[place]


def read_page(
    text: str,
    tables: tuple[str, ...],
    languages: tuple[str, ...] | None = None,
    *,
    hummed: bool = False,
) -> Page:
    """Cut and annotate a text.

    With ``hummed`` a brief keeps what is only hummed, so that its places are a message's, too.
    """
    spoken = languages or spoken_in(text, tables)
    active = tuple(name for name in LANGUAGES if name in {"en", *spoken})
    known = lexicon(active, tables, tables == FOR_BRIEFS and "en" not in spoken)
    tokens = tokenise(text)
    if tables == FOR_BRIEFS and not hummed:
        tokens = without_sounds(tokens, spoken[0])
    if tables == FOR_BRIEFS and active == ("en",):
        tokens = without_slips(tokens, known)
    at = annotate(tokens, known)
    if tables == FOR_BRIEFS and spoken[0] in GERMANIC:
        _add_compounds(tokens, at, known, spoken[0])
    if tables == FOR_BRIEFS:
        free_names(text, tokens, at)
        free_called(tokens, at, capital_nouns=spoken[0] == "de")
        free_small_senses(text, tokens, at)
        pair_shapes(tokens, at)
        join_colours(text, tokens, at)
        natural_colours(tokens, at)
        free_surfaces(tokens, at)
    return Page(text, spoken, tokens, _segments(text, tokens), at)


def _add_compounds(
    tokens: tuple[Token, ...], at: list[dict[str, Span]], known: Lexicon, language: str
) -> None:
    """Let a word that nobody knows be the garment or the hue that it ends in."""
    for place, token in enumerate(tokens):
        if at[place] or not token.is_word:
            continue
        colour = compound_colour(token.form, language)
        if colour:
            at[place]["col"] = Span(place, place + 1, "col", colour)
        if colour or len(token.form) < 8:
            continue
        found = compound_noun(token.form, known, language)
        if found:
            at[place][found[0]] = Span(place, place + 1, *found)


def annotate(tokens: tuple[Token, ...], known: Lexicon) -> list[dict[str, Span]]:
    """Return, for every token, the longest span of each kind that starts there."""
    places: list[dict[str, Span]] = []
    for place in range(len(tokens)):
        here: dict[str, Span] = {}
        for span in known.at(tokens, place):
            if span.kind not in here:
                here[span.kind] = span
        places.append(here)
    return places


def _segments(text: str, tokens: tuple[Token, ...]) -> list[Segment]:
    segments: list[Segment] = []
    start = depth = _depth(tokens, 0)
    line = 0
    for place, token in enumerate(tokens):
        breaks = text.count("\n", tokens[place - 1].end, token.start) if place else 0
        end = token.text in _STOPS and not _inside(tokens, place)
        if breaks:
            segments.append(Segment(start, place, depth, line))
            line, depth = line + breaks, _depth(tokens, place)
            start = place + depth
        elif end or place - start >= _LONGEST:
            segments.append(Segment(start, place, depth, line))
            start = place + end
    segments.append(Segment(start, len(tokens), depth, line))
    return [segment for segment in segments if segment.end > segment.start]


@cache
def _dated() -> frozenset[str]:
    """Return the words that may follow an ordinal's full stop: "5. Februar", "3. Woche"."""
    kinds = ("month:", "weekday:", "unit:", "feast:", "week:")
    rows = [row for row in read_table("calendar") if row[0].startswith(kinds)]
    return frozenset(fold(w).split(" ")[0] for r in rows for c in r[1:] for w in c.split(",") if w)


def _depth(tokens: tuple[Token, ...], place: int) -> int:
    depth = 0
    while place < len(tokens) and tokens[place].text == ">":
        depth, place = depth + 1, place + 1
    return depth


def _inside(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a full stop belongs to a number or an abbreviation, not to a sentence."""
    if tokens[place].text != "." or place == 0:
        return False
    before = tokens[place - 1]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before.end < tokens[place].start or after is None:
        return False
    if before.form in _ABBREVIATED:
        return before.form != "no" or after.text.isdecimal()
    if _DAY_AND_MONTH.fullmatch(before.text):
        adjacent = after.start == tokens[place].end and after.text.isdecimal()
        return adjacent or after.form in word_set("page.to_a_day")
    if before.text.isdecimal() and len(before.text) <= 2:
        if place > 1 and tokens[place - 2].text == ":" and after.start > tokens[place].end:
            return False  # "in 9:16. 1:1 for all stills"
        follows = after.start == tokens[place].end or not after.is_name
        return after.text.isdecimal() or (after.is_word and (follows or after.form in _dated()))
    return after.start == tokens[place].end and after.is_word
