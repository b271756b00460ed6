"""Groups of phrases that are looked for in a page; ``*`` ends a word for all that begin so."""

from collections import defaultdict

from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import tokenise

_MOST_WORDS = 20_000

Phrase = tuple[str, ...]
Stretch = tuple[int, int]


class WordGroup:
    """Phrases by their first word; the longest that fits wins."""

    def __init__(self, phrases: frozenset[Phrase]) -> None:
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._begun: list[Phrase] = []
        self._known: dict[str, tuple[Phrase, ...]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            if phrase[0].endswith("*"):
                self._begun.append(phrase)
            else:
                self._whole[phrase[0]].append(phrase)

    def at(self, page: Page, place: int, end: int) -> int:
        """Return where the longest phrase that starts at a token ends; the token itself if none."""
        starting = self.starting(page.form(place))
        return self._longest(page, place, end, starting) if starting else place

    def _longest(self, page: Page, place: int, end: int, starting: tuple[Phrase, ...]) -> int:
        ends = [
            place + len(phrase)
            for phrase in starting
            if place + len(phrase) <= end
            and all(_is(page.form(place + step), word) for step, word in enumerate(phrase))
        ]
        return max(ends, default=place)

    def starting(self, first: str) -> tuple[Phrase, ...]:
        """Return the phrases that may start with a word; each group is asked for every word."""
        known = self._known.get(first)
        if known is None:
            begun = (phrase for phrase in self._begun if first.startswith(phrase[0][:-1]))
            known = (*self._whole.get(first, ()), *begun)
            if len(self._known) < _MOST_WORDS:
                self._known[first] = known
        return known

    def begins(self, page: Page, start: int, end: int) -> bool:
        """Say whether a phrase may start at any of the words: else no closer look is due."""
        return any(self.starting(page.form(place)) for place in range(start, end))

    def within(self, page: Page, start: int, end: int) -> list[Stretch]:
        """Return every stretch that these words cover."""
        known, found = self._known, []
        # Asked of every word of every message by every group.
        for place, token in enumerate(page.tokens[start:end], start):
            first = token.form
            starting = known[first] if first in known else self.starting(first)
            stop = self._longest(page, place, end, starting) if starting else place
            if stop > place:
                found.append((place, stop))
        return found


def phrase(text: str) -> Phrase:
    """Return the tokens of "get-rid-of" or "love handles"; a star stays with its word."""
    plain = text.replace("-", " ")
    return tuple(
        token.form + ("*" if plain[token.end :].startswith("*") else "")
        for token in tokenise(plain)
        if token.text != "*"
    )


def _is(form: str, word: str) -> bool:
    return form.startswith(word[:-1]) if word.endswith("*") else form == word
