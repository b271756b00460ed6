"""Things inside a phrase that names shots: which of them go, and which only say which shot."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.phrase_sides import Phrase
from toile.adapters.language.built_in.edits.shots.saying import loses_it
from toile.adapters.language.built_in.edits.shots.value_heads import HEADS
from toile.adapters.language.built_in.text.lexicon import word_set

_THINGS = ("g", "h", "b", "j", "p")


def leave_thing(page: Talk, phrase: Phrase) -> None:
    """Take the umbrella out of "enlève le parapluie de la vidéo": it goes from the shot."""
    first = phrase.start
    while page.form(first) in word_set("naming.articles"):
        first += 1
    verbs = page.spans(max(0, phrase.start - 3), first, "act")
    gone = any(s.name == "delete" and s.end >= phrase.start for s in verbs)
    if not gone or page.first(first, "noun", *HEADS) or not page.first(first, *_THINGS):
        return
    marks = (p for p in range(first + 1, phrase.end) if page.form(p) in word_set("naming.out_of"))
    phrase.start = next(marks, phrase.start - 1) + 1


def goes_from(page: Talk, board: BoardWords, phrase: Phrase) -> bool:
    """Whether "Marco de la vidéo" behind a verb of taking out is somebody who goes."""
    verbs = page.spans(max(0, phrase.start - 3), phrase.start, "act")
    gone = any(s.name == "delete" and s.end == phrase.start for s in verbs)
    return gone and page.form(phrase.start) in board.names


def lost_with(page: Talk, board: BoardWords, phrase: Phrase) -> tuple[tuple[str, str], ...]:
    """Return field and value of the thing that "lose it" behind the phrase speaks of."""
    if not loses_it(page, phrase.start, phrase.end):
        return ()
    things = (m.of("garments", "props") for m in board.mentions(page, phrase.start, phrase.end))
    return tuple(dict.fromkeys((e.field, e.value) for m in things for e in m.entries))
