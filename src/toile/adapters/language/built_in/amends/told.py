"""What one correction tells: the facts it gives, the stretches it refuses, "only" and "also"."""

from collections.abc import Iterator
from dataclasses import dataclass

from toile.adapters.language.built_in.text.dropped import dropped, leaves_room
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import clauses, negated
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Brief

Stretch = tuple[int, int]
GOODS = ("g", "h", "b", "j", "c")


@dataclass(frozen=True, slots=True)
class Told:
    """One correction: its page, what it refuses, and the brief that the rest of it makes."""

    page: Page
    refused: tuple[Stretch, ...]
    given: Brief

    def says(self, words: str) -> bool:
        """Whether any word of a named list stands in the correction."""
        known = word_set(words)
        return any(token.form in known for token in self.page.tokens)

    def wanted(self, *kinds: str) -> list[Span]:
        """Return the spans of some kinds that are not refused."""
        return [s for s in self.page.spans(0, len(self.page.tokens), *kinds) if not self._out(s)]

    def unwanted(self, *kinds: str) -> list[Span]:
        """Return the spans of some kinds that are refused."""
        return [s for s in self.page.spans(0, len(self.page.tokens), *kinds) if self._out(s)]

    def _out(self, span: Span) -> bool:
        return any(start <= span.start < end for start, end in self.refused)


def refusals(page: Page) -> list[Stretch]:
    """Return the stretches refused: "not Norway", "drop the video", "... instead of 3"."""
    found = [(_word_before(page, start), end) for start, end in negated(page)]
    found += dropped(page)
    found += [stretch for stretch in _after_verbs(page) if not _within(stretch, found)]
    return sorted((start, _with_ratio(page, start, end)) for start, end in found)


def _with_ratio(page: Page, start: int, end: int) -> int:
    """Return the end of a stretch behind a ratio that its colon cut: "no 1:1"."""
    near = find_ratios(page, start, min(end + 2, len(page.tokens)))
    return max([end, *(ratio.end for ratio in near if ratio.start < end)])


def _word_before(page: Page, start: int) -> int:
    """Return where the refusing word in front of a refused stretch begins."""
    near = range(max(0, start - 4), start)
    return next((p for p in near if (s := page.span_at(p, "neg")) and s.end == start), start)


def _after_verbs(page: Page) -> Iterator[Stretch]:
    for segment in page.live():
        for start, end in clauses(page, segment):
            for place in range(start, end - 1):
                pair = f"{page.form(place)}_{page.form(place + 1)}"
                verbs = word_set("amends.refuses") | word_set("taken_back.verbs")
                if (page.form(place) in verbs or pair in verbs) and not leaves_room(page, place):
                    yield place, _first_thing(page, place, end) if place == start else end


def _first_thing(page: Page, start: int, end: int) -> int:
    """Return where what is refused ends: "instead of grey in black" refuses the grey alone."""
    for place in range(start, end):
        kinds = page.at[place].keys() - {"neg", "cue", "must"}
        for kind in kinds:
            span = page.at[place][kind]
            if page.has(span.end, end, kind):
                return span.end
    return end


def _within(stretch: Stretch, others: list[Stretch]) -> bool:
    return any(start <= stretch[0] < end for start, end in others)


def without_refusals(text: str, page: Page, refused: list[Stretch]) -> str:
    """Return the words of a correction with blanks where it refuses."""
    for start, end in refused:
        first, last = page.tokens[start].start, page.tokens[end - 1].end
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def same_thing(one: str, two: str) -> bool:
    """Whether a word of one phrase is a word of the other, its ending apart."""
    first, second = (
        {_stem(w) for w in fold(t).split() if w not in word_set("phrases.edges")}
        for t in (one, two)
    )
    return bool(first & second)


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


_STEM = 5
