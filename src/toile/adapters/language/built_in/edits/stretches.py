"""Sentences of a message that each stand alone, whatever leans on what inside one of them.

"Take the hat off Nora in 1 and give it to Ines in 6. Lose the cup in 2, the chair in 5": what
"it" is, the first says itself, and the second borrows its own verb.
"""

import itertools
from dataclasses import replace

from toile.adapters.language.built_in.edits.apart import is_of_others, names_shots
from toile.adapters.language.built_in.edits.asked import is_question
from toile.adapters.language.built_in.edits.borrowing import Part
from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.message.bare_new import opens_new
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.domain.commands import EditContext

_MOST = 6
_THINGS = frozenset(("garments", "props"))


def in_stretches(said: Talk, board: BoardWords, context: EditContext) -> list[Part]:
    """Return the sentences of a message; none where one leans on another."""
    cut = pieces(said, board)
    # "First 6 warmer, then 2 closer" counts steps and no six shots.
    if len(cut) < 2 or is_of_others(said) or said.form(cut[0].start) in word_set("stretches.first"):
        return []
    found = _sentences(said, cut)
    if not 1 < len(found) <= _MOST or any(_leans(said, own[0]) for own in found[1:]):
        return []
    page = replace(said, at=[*said.at], named=[])
    name_shots(page, board, context.shots, None)
    parts = [_part(page, own, context) for own in found]
    return [part for part in parts if part] if all(parts) else []


def says_which(page: Talk, board: BoardWords, context: EditContext) -> bool:
    """Whether a stretch of words says itself which shots it is about."""
    name_shots(page, board, context.shots, None)
    return any(names_shots(page, piece, context) for piece in pieces(page, board))


def _sentences(page: Talk, cut: list[Clause]) -> list[list[Clause]]:
    """Return the stretches of a message in groups that a stop parts."""
    found: list[list[Clause]] = [[cut[0]]]
    for before, piece in itertools.pairwise(cut):
        if _is_joint(page, before, piece):
            found.append([piece])
        else:
            found[-1].append(piece)
    return found


def _part(page: Talk, own: list[Clause], context: EditContext) -> Part | None:
    """Return a sentence as a part that needs no other; ``None`` where it names no shot."""
    targets = [names_shots(page, piece, context) for piece in own]
    named = [one for target in targets if target for one in target.shots]
    # "The bottle can go" speaks of the shots that have it, "one more of Nora" of a new one.
    held = [one for piece in own for m in piece.mentions if m.fields & _THINGS for one in m.shots]
    whole = Segment(own[0].start, own[-1].end, 0, 0)
    new = new_noun(page, own[0]) is not None or opens_new(page, whole)
    if not (named or held or new):
        return None
    later = any(piece.later for piece in own)
    shots = tuple(dict.fromkeys((*named, *held)))
    return Part(own[0].start, own[-1].end, own=bool(named) or new, shots=shots, later=later)


def _is_joint(page: Talk, before: Clause, piece: Clause) -> bool:
    """Whether a stop, or "oh and", "and also", stands between two stretches."""
    between = range(before.end, piece.start)
    signs = [page.tokens[place].text for place in between]
    if signs[:2] == [".", "."]:  # "2... no, 3" goes on.
        return False
    stopped = any(sign in ".;!?\n" for sign in signs)
    if stopped or page.segment_of(before.end - 1) != page.segment_of(piece.start):
        return True
    return any(page.form(p) in word_set("stretches.joints") for p in (*between, piece.start))


def _leans(page: Talk, first: Clause) -> bool:
    """Whether a sentence begins with something of the one before: "same for 3", "put it in 6"."""
    start = first.start
    while start < first.end and page.form(start) in word_set("apart.leads"):
        start += 1
    leaning = word_set("apart.leaning") - word_set("apart.beside_talk")
    words = {page.form(place) for place in range(start, first.end)}
    it = words & word_set("stretches.it") or object_pronoun(page, first) is not None
    if is_question(page, Segment(first.start, first.end, 0, 0)):  # "Is there a hat in 2?"
        return bool(it)
    return bool(words & leaning or it or page.has(start, min(start + 2, first.end), "fix"))
