"""Who or what goes from one shot to others: "move the cup from 2 to 4", "ta Tom ur 5 till 3".

"Use the hat from 1 in 3" leaves it where it is, too. Who is in the other shot stays there.
"""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import Shot, ShotList

_LISTS = (frozenset(("garments", "props")), frozenset(("talent",)))


def read_carried_across(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]
) -> bool:
    """Take a thing from one shot to others; return whether the clause asks for that."""
    thing = next((m for m in clause.mentions if any(m.fields <= own for own in _LISTS)), None)
    ends = _ends(page, clause, thing, base) if thing is not None else None
    if thing is None or ends is None or "duplicate" in acts:
        return False
    source, goals = ends
    told = [
        m for m in clause.mentions if m.fields == thing.fields and m.end <= _number(page, thing)
    ]
    held = [tuple(e for e in m.entries if e.shot == source.id) for m in told]
    moves = _moves(page, clause) and not (_is_there_too(page, clause) and not out.commands)
    if any(len({entry.value for entry in one}) != 1 for one in held):
        return False
    if not moves and held[0][0].field == "talent":
        return False
    for one in held:
        _carry(out, one, goals, moves=moves)
    out.last = tuple(shot.id for shot in goals)
    return True


def _carry(out: Outcome, held: tuple[Entry, ...], goals: list[Shot], *, moves: bool) -> None:
    """Take one thing or person out of a shot, if it leaves, and put it into others."""
    if moves:
        for command in items.remove(held):
            out.do(command)
    value, field = held[0].value, held[0].field
    fresh = tuple(shot.id for shot in goals if value not in getattr(shot, field))
    if fresh:
        out.do(items.add(fresh, field, value))


def _number(page: Page, thing: Mention) -> int:
    """Return the place of the number behind a thing: what stands before goes along with it."""
    return next(p for p in range(thing.end, len(page.tokens)) if page.tokens[p].text.isdecimal())


def _ends(
    page: Page, clause: Clause, thing: Mention, base: ShotList
) -> tuple[Shot, list[Shot]] | None:
    """Return the shot that a thing comes from and those that it goes to."""
    known = {str(shot.no): shot for shot in base.shots}
    numbers = [p for p in range(thing.end, clause.end) if page.tokens[p].text in known]
    if len(numbers) < _BOTH:
        return None
    leads = word_set("carried_across.from"), word_set("carried_across.to")
    told = zip(numbers, leads, strict=False)
    if not all(_lead(page, place) in lead for place, lead in told):
        return None
    shots = [known[page.tokens[p].text] for p in numbers]
    return (shots[0], shots[1:]) if shots[0] not in shots[1:] else None


_BOTH = 2


def _lead(page: Page, number: int) -> str:
    """Return the word before a number, its article and "shot"."""
    place = number - 1
    while page.form(place) in word_set("carried_across.articles") or page.span_at(place, "noun"):
        place -= 1
    return page.form(place)


def _moves(page: Page, clause: Clause) -> bool:
    """Whether the verb takes the thing away from where it was."""
    said = (page.form(p) for p in range(clause.start, clause.end))
    return any(form in word_set("carried_across.moves") for form in said)


def _is_there_too(page: Page, clause: Clause) -> bool:
    """Whether "bring the basket from 1 into 2 as well" leaves it in 1."""
    return any(
        page.form(p) in word_set("version_too.beside") for p in range(clause.start, clause.end)
    )
