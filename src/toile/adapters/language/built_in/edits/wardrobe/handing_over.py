"""A thing that goes from one person to another: "Lotte to hold the bouquet instead of Noor",
"give Lotte Noor's scarf". The people stay where they are.
"""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.shots import ShotList

_THINGS = frozenset(("garments", "props"))


def read_handed_over(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Give a thing of the board to somebody; return whether the clause asks for that."""
    readers = (_held_instead, _given_of, _worn_of)
    return any(reader(page, clause, out, base) for reader in readers)


def _held_instead(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "Lotte to hold the bouquet in 3 instead of Noor in 1"."""
    instead = next(
        (s for s in page.spans(clause.start + 1, clause.end, "act") if s.name == "replace"), None
    )
    if instead is None:
        return False
    who = [m for m in clause.mentions if m.fields == {"talent"} and len(m.values) == 1]
    things = [m for m in clause.mentions if m.fields <= _THINGS and m.end <= instead.start]
    takes = [m for m in who if m.end <= instead.start]
    loses = [m for m in who if m.start >= instead.end]
    if not (len(takes) == len(loses) == len(things) == 1) or not takes[0].end <= things[0].start:
        return False
    between = range(takes[0].end, things[0].start)
    if not any(page.form(p) in word_set("handing.holds") for p in between):
        return False
    new, old = takes[0].values[0], loses[0].values[0]
    told_from = _numbered(page, loses[0].end, clause.end, base)
    told_to = _numbered(page, things[0].end, instead.start, base)
    gone = tuple(e for e in things[0].entries if _is_hers(e, base, old, told_from))
    to = tuple(i for i in told_to if new in base.shot(i).talent)
    if not gone or not to or set(to) & {e.shot for e in gone}:
        out.asks.append(f"In which shot does {new} get the {things[0].values[0]}?")
        return True
    for command in items.remove(gone):
        out.do(command)
    _put(out, base, to, gone[0])
    return True


def _given_of(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "give Lotte Noor's scarf in 3": it stays with Noor in the shots she has it in."""
    verb = next((p for p in range(clause.start, clause.end) if _gives(page, p)), None)
    if verb is None:
        return False
    who = next((m for m in clause.mentions if m.start == verb + 1), None)
    if who is None or who.fields != {"talent"} or len(who.values) != 1:
        return False
    thing = next((m for m in clause.mentions if m.start == who.end), None)
    owned = thing is not None and thing.fields <= _THINGS and _is_owned(page, thing, base)
    if thing is None or not owned:
        return False
    told = _numbered(page, thing.end, clause.end, base)
    hers = tuple(shot.id for shot in base.shots if who.values[0] in shot.talent)
    to = tuple(i for i in told if i in hers) or (hers if len(hers) == 1 else ())
    if len(thing.values) != 1 or not to:
        out.asks.append(f"In which shot does {who.values[0]} get the {thing.values[0]}?")
        return True
    _put(out, base, to, thing.entries[0])
    return True


def _worn_of(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "Tom wears Ines's blazer in 6", "Tom porte le blazer d'Ines": she keeps hers."""
    who = [m for m in clause.mentions if m.fields == {"talent"} and len(m.values) == 1]
    things = [m for m in clause.mentions if m.fields <= _THINGS and _is_owned(page, m, base)]
    if len(who) != 1 or len(things) != 1 or len(things[0].values) != 1:
        return False
    worn = any(
        page.form(p) in word_set("handing.holds") for p in range(who[0].end, things[0].start)
    )
    if not worn:
        return False
    outside = (*range(clause.start, things[0].start), *range(things[0].end, clause.end))
    told = tuple(i for p in outside for i in _numbered(page, p, p + 1, base))
    hers = tuple(shot.id for shot in base.shots if who[0].values[0] in shot.talent)
    to = tuple(i for i in told if i in hers) or (hers if len(hers) == 1 and not told else ())
    if not to:
        out.asks.append(f"In which shot does {who[0].values[0]} get the {things[0].values[0]}?")
        return True
    _put(out, base, to, things[0].entries[0])
    return True


def _gives(page: Page, place: int) -> bool:
    return page.form(place) in word_set("things.gives") | word_set("handing.gives")


def _is_owned(page: Page, thing: Mention, base: ShotList) -> bool:
    """Whether a mention has its owner in it: "Noor's scarf", "la sciarpa di Noor"."""
    people = {fold(name.split()[0]) for shot in base.shots for name in shot.talent}
    ends = {page.form(thing.start).removesuffix("s"), page.form(thing.start)}
    ends.add(page.form(thing.end - 1))
    return bool(ends & people) and thing.end - thing.start > 1


def _numbered(page: Page, start: int, end: int, base: ShotList) -> tuple[str, ...]:
    known = {str(shot.no): shot.id for shot in base.shots}
    words = [(page.tokens[p].text, page.span_at(p, "n")) for p in range(start, end)]
    texts = [many.name if many is not None and many.name != "1" else text for text, many in words]
    return tuple(known[text] for text in texts if text in known)


def _is_hers(entry: Entry, base: ShotList, name: str, told: tuple[str, ...]) -> bool:
    return name in base.shot(entry.shot).talent and (not told or entry.shot in told)


def _put(out: Outcome, base: ShotList, shots: tuple[str, ...], entry: Entry) -> None:
    fresh = tuple(i for i in shots if entry.value not in getattr(base.shot(i), entry.field))
    if fresh:
        out.do(items.add(fresh, entry.field, entry.value))
    out.last = shots
