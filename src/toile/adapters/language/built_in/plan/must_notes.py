"""Which shots show what a brief must see: every one, so many of them, or those of its garment."""

from collections.abc import Sequence

from toile.adapters.language.built_in.plan.must_views import must_view, words_of
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import read_page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.shots import Shot

_CLOSE = frozenset(("detail", "close-up", "extreme close-up"))


def must_notes(
    wishes: Sequence[str], shots: Sequence[Shot], throughout: frozenset[int] = frozenset()
) -> list[list[int]]:
    """Return for every shot the places of the wishes that it shows.

    A wish goes to shots of the garment that it names, one of a part ("clasp visible") to close
    views; what nothing points to goes round, so that no shot carries them all. ``throughout`` are
    those that every shot must keep.
    """
    shown: list[list[int]] = [[] for _ in shots]
    for turn, wish in enumerate(wishes if shots else ()):
        packed = bool(words_of(wish) & word_set("planner.packs"))
        once = bool({word.strip(".,;") for word in fold(wish).split()} & word_set("musts.once"))
        every = bool(words_of(wish) & word_set("musts.every"))
        always = turn in throughout or (every and not once)
        able = sorted(
            _able(wish, shots, always),
            # A bottle is seen best where nobody is.
            key=lambda place: (packed and shots[place].pose is not None, len(shown[place])),
        )
        planned = every and once and must_view(wish) is not None
        for place in able if always or planned else able[: _count(wish)]:
            shown[place].append(turn)
    return shown


def _able(wish: str, shots: Sequence[Shot], always: bool) -> list[int]:
    """Return the places of the shots that can show a wish, all where none stands out."""
    view = None if always else must_view(wish)
    planned = [p for p, shot in enumerate(shots) if view and shot.title == view.title]
    if planned:
        return planned
    words = words_of(wish)
    everywhere = range(len(shots))
    own = [p for p in everywhere if words & words_of(" ".join(shots[p].garments))]
    part = words & word_set("states.parts") and not always
    close = [p for p in own or everywhere if part and shots[p].framing in _CLOSE]
    return close or own or list(everywhere)


def _count(wish: str) -> int:
    """Return the number of pictures that a wish names, one where it names none."""
    page = read_page(wish, FOR_BRIEFS, ("en",))
    for place in range(len(page.tokens)):
        counted = count_at(page, place)
        if counted and page.first(counted[1], "media"):
            return counted[0]
    return 1
