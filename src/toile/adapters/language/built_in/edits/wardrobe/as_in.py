"""A thing as another shot has it: "same trousers as in 1", "le même foulard que la 2"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.shades import as_said
from toile.adapters.language.built_in.edits.message.worn_places import is_of_kind
from toile.adapters.language.built_in.edits.picture.copying import Source, goals_of, source_behind
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.wearing import wear
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_THINGS = ("g", "h", "b", "j", "p")
_OTHER = frozenset(("delete", "duplicate", "swap", "keep", "undo", "restore"))


def read_as_in(page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]) -> bool:
    """Give shots the thing of another shot, in the place of what they have of its kind."""
    same = [p for p in range(clause.start, clause.end) if page.form(p) in word_set("as_in.same")]
    if not same or _OTHER & set(acts):
        return False
    place = same[0] + 1
    source = source_behind(page, Clause(place, clause.end), base, out, None)
    if source is None:
        return False
    value = _of_source(page, clause, base, source, place)
    goals = goals_of(page, clause, out, base, source, spoken=True)
    if not value or not goals:
        return False
    value = _differing(page, clause, source, value)
    for shot_id in goals:
        wear(out, base.shot(shot_id), value, page, (value, place, source.start))
    out.last = goals
    return True


def _differing(page: Page, clause: Clause, source: Source, value: str) -> str:
    """Return the thing in the colour of "same suit as 5 but in grey"."""
    but = word_set("duplicate.differs")
    led = next((p for p in range(source.start, clause.end) if page.form(p) in but), clause.end)
    colour = next(iter(page.spans(led, clause.end, "col")), None)
    return items.recoloured(value, as_said(page, colour)) if colour is not None else value


def _of_source(page: Page, clause: Clause, base: ShotList, source: Source, place: int) -> str:
    """Return what the source has of the thing that is named; "" where it has none, or several."""
    shot = base.shot(source.shot)
    has = (*shot.garments, *shot.props)
    said = [m for m in clause.mentions if place <= m.start < source.start]
    named = {e.value for m in said for e in m.entries if e.shot == shot.id and e.value in has}
    if not named:
        spans = page.spans(place, source.start, *_THINGS)
        named = {v for v in has for s in spans if is_of_kind(v, s.name)}
    return named.pop() if len(named) == 1 else ""
