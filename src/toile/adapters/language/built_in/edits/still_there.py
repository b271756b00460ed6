"""What a message rules out and is there all the same: "without the pearls", "not the portrait"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_SIGNS = frozenset(",;:()–—")
_LISTS = frozenset(("garments", "props"))
_VALUES = ("framing", "kind", "set", "pose")
_MOST = 6


def still_there(page: Page, board: BoardWords, out: Outcome, changed: set[str]) -> list[str]:
    """Return the words that rule out a thing that stays, or a shot that is changed."""
    return [
        page.words(start, end)
        for segment in page.live()
        for start, end in _stretches(page, segment)
        if _keeps_thing(page, board, out, changed, start, end)
        or _changes_shot(page, out, changed, start, end)
    ]


def _stretches(page: Page, segment: Segment) -> Iterator[tuple[int, int]]:
    """Yield what stands from a "without" or a "not" to the next sign or "and"."""
    ends = _SIGNS | word_set("naming.and")
    for place in range(segment.start, segment.end):
        if page.form(place) in word_set("naming.without") | word_set("naming.not"):
            stop = (p for p in range(place, segment.end) if page.form(p) in ends)
            end = next(stop, segment.end)
            if 1 < end - place <= _MOST:
                yield place, end


def _keeps_thing(
    page: Page, board: BoardWords, out: Outcome, changed: set[str], start: int, end: int
) -> bool:
    """Whether a thing that a changed shot shall be without is there as it was."""
    if page.form(start) not in word_set("naming.without"):
        return False
    return any(
        mention.fields <= _LISTS
        and mention.start - start <= 1 + (page.form(start + 1) in word_set("naming.articles"))
        and {e.shot for e in mention.entries} & changed
        and all(
            e.value in getattr(out.shots.shot(e.shot), e.field)
            for e in mention.entries
            if e.shot in changed and any(s.id == e.shot for s in out.shots.shots)
        )
        for mention in board.mentions(page, start, end)
    )


def _changes_shot(page: Page, out: Outcome, changed: set[str], start: int, end: int) -> bool:
    """Whether "not the portrait" behind a sign names a shot that is changed all the same."""
    opens = page.tokens[start - 1].text in _SIGNS if start else False
    article = page.form(start + 1) in word_set("naming.articles")
    if not opens or not article or page.form(start) not in word_set("naming.not"):
        return False
    named = {shot for one in named_in(page, start, end) for shot in one.shots}
    for span in page.spans(start, end, *_VALUES):
        if span.start == start + 2:
            shots = out.context.shots.shots
            named |= {shot.id for shot in shots if getattr(shot, span.kind) == span.name}
    spared = {shot for shots, _ in out.spared for shot in shots}
    return bool(named & changed - spared)
