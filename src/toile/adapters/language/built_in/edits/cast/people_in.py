"""Who comes into a shot, goes out of it, takes a place in it or changes places."""

from toile.adapters.language.built_in.edits.cast.covering import cover
from toile.adapters.language.built_in.edits.cast.head_count import read_head_count
from toile.adapters.language.built_in.edits.cast.leaving import (
    Person,
    gone_for,
    is_gone,
    is_where,
    leaves,
    leaving_of,
    only_those,
)
from toile.adapters.language.built_in.edits.cast.only_somebody import is_only_somebody
from toile.adapters.language.built_in.edits.cast.taking_place import not_cleared, read_entrance
from toile.adapters.language.built_in.edits.cast.told_places import at_place, of_value
from toile.adapters.language.built_in.edits.cast.uncleared import strangers_in
from toile.adapters.language.built_in.edits.cast.who_holds import WHO_HOLDS, asks_who_holds
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import lens
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.picture.poses import is_posed
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, RemoveItems, ReplaceItem, SetField
from toile.domain.shots import ShotList

_TOLD = ("number", "description", "ordinal", "all", "rest", "before")
_PLAIN = ("framing", "light", "angle", "pose")
_WORN = ("g", "h", "b", "j", "p", "s", "col", "light")


def people(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read who comes in, goes out, takes somebody's place or changes places with somebody."""
    if read_head_count(page, clause, out, base, acts, target):
        return True
    known = items.names(base, out.context.twins)
    if read_entrance(page, clause, out, known):
        return True
    named = _named(page, clause, known, target)
    strangers = strangers_in(page, clause, known)
    if strangers and not named:
        return not_cleared(out, strangers[0])
    if not named or not _is_cast(page, clause, acts, named):
        return False
    if asks_who_holds(page, clause, base, named, target):
        out.asks.append(WHO_HOLDS)
        return True
    if "cover" in acts:
        return cover(page, clause, out, base, _successor(page, clause, named), target)
    if exchange(page, clause, out, base, target):
        return True
    leaving = leaving_of(page, clause, named)
    replaced = bool({"replace", "swap"} & set(acts))
    if strangers and (all(one.name in leaving for one in named) or (replaced and not leaving)):
        return not_cleared(out, strangers[0])
    return _cast(page, clause, out, base, acts, named, leaving, target)


def _named(page: Page, clause: Clause, known: dict[str, str], target: Target) -> list[Person]:
    described = {p for m in target.used for p in range(m.start, m.end)}
    # "Kofis hatt" is a hat, and nobody who comes or goes.
    owned = (m for m in clause.mentions if m.fields and m.fields <= {"garments", "props"})
    described |= {p for m in owned for p in range(m.start, m.end)}
    return [
        Person(p, known[_plain(page, p, known)])
        for p in range(clause.start, clause.end)
        if _plain(page, p, known) in known
        and p not in described
        and not is_named(page, p)
        and not is_posed(page, p)
    ]


def _plain(page: Page, place: int, known: dict[str, str]) -> str:
    """Return a name as it is known: without the "s" of "Noors Stelle"."""
    form = page.form(place)
    return form if form in known else form.removesuffix("s")


def _is_cast(page: Page, clause: Clause, acts: list[str], named: list[Person]) -> bool:
    """Whether a clause with names says who is in the picture, not what somebody does in it."""
    if "swap" in acts and page.has(clause.start, clause.end, "g", "h", "b", "j"):
        return False  # "Kofi and Jonas swap coats": the coats change places.
    if len(named) == 1 and _is_about_pose(page, clause, acts, named[0]):
        return False
    if {"add", "replace", "swap", "delete", "cover"} & set(acts) or len(named) > 1:
        return True
    if page.form(named[0].place + 1) in word_set("people.does") or is_gone(page, named[0]):
        return True
    if _comes_into(page, named[0].place) or leaves(page, clause, named[0]):
        return True
    if page.has(clause.start, clause.end, *_PLAIN, "rel") or clause.ratios:
        return False
    if lens(page, clause, _MOST):
        return False
    words = {page.form(p) for p in range(clause.start, clause.end)}
    things = any(m.fields & {"garments", "props"} for m in clause.mentions)
    placed = page.form(named[0].place - 1) in word_set("people.with") or (
        page.form(named[0].place + 1) in word_set("people.in")
    )
    told = {"move", "set"} & set(acts) or page.has(clause.start, clause.end, "f")
    seen = {p for m in clause.mentions if "set" in m.fields for p in range(m.start, m.end)}
    worn = any(s.start not in seen for s in page.spans(clause.start, clause.end, *_WORN))
    if things or worn:
        return False
    return bool(told or placed or words & (word_set("people.also") | word_set("people.only")))


def _is_brought(page: Page, clause: Clause, name: str, known: dict[str, str]) -> bool:
    """Whether "bring Ines into 2" lets somebody join who is in the picture."""
    places = (p for p in range(clause.start, clause.end) if known.get(page.form(p)) == name)
    return any(_comes_into(page, place) for place in places)


def _comes_into(page: Page, place: int) -> bool:
    led = page.form(place - 1) in word_set("people.brings")
    behind = place + 1
    if page.form(behind) in word_set("people.steps"):  # "Have Ines step into 3."
        led, behind = page.form(behind + 1) in word_set("uncleared.into"), behind + 1
    return led and page.form(behind) in word_set("people.in") | word_set("uncleared.into")


def _is_about_pose(page: Page, clause: Clause, acts: list[str], one: Person) -> bool:
    """Whether "Chiara smoking rather than just standing" exchanges what she does."""
    if set(acts) - {"set"} != {"replace"}:
        return False
    verb = next(s for s in page.spans(clause.start, clause.end, "act") if s.name == "replace")
    behind = next((s for s in page.spans(verb.end, clause.end, "pose", "do")), None)
    return one.place < verb.start and behind is not None and behind.start - verb.end < _NEAR


_NEAR = 3
_MOST = 12


def _successor(page: Page, clause: Clause, named: list[Person]) -> str:
    """Return who takes over: the last one named before the words for it."""
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "cover"]
    ahead = [one for one in named if verbs and one.place < verbs[0].start]
    return (ahead or named)[-1].name


def exchange(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Let two people change places: "malik ↔ zoe in 3", "they swap in 2 and 4"."""
    named = _named(page, clause, items.names(base, out.context.twins), target)
    names = list(dict.fromkeys(one.name for one in named))
    fields = [
        s for s in page.spans(clause.start, clause.end, "f")
        if page.form(s.end) not in word_set("people.of")
    ]  # fmt: skip
    worn = page.has(clause.start, clause.end, "g", "h", "b", "j")
    if len(names) != 2 or fields or worn:
        return False
    words = {page.form(p) for p in range(clause.start, clause.end)}
    arrow = any(
        page.text[page.tokens[p].start :].startswith(("↔", "<->", "<>", "⇄", "<=>"))
        for p in range(named[0].place, named[1].place)
    )
    said = words & word_set("people.exchange")
    given = words & {"mot", "gegen"} and said <= {"byt", "byter"}  # One comes for the other.
    if not arrow and (given or not said):
        return False
    within = target.shots if target.how in _TOLD else tuple(s.id for s in base.shots)
    pairs = ((names[0], names[1]), (names[1], names[0]))
    moves = [
        (old, new, tuple(s for s in within if _alone_there(base, s, old, new)))
        for old, new in pairs
    ]
    for old, new, shots in moves:
        if shots:
            out.do(ReplaceItem(shots=shots, field="talent", old=old, new=new))
            out.last = shots
    return any(shots for _, _, shots in moves)


def _alone_there(base: ShotList, shot: str, old: str, new: str) -> bool:
    there = base.shot(shot).talent
    return old in there and new not in there


def _cast(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str],
    named: list[Person], leaving: set[str], target: Target,
) -> bool:  # fmt: skip
    people = list(dict.fromkeys(one.name for one in named))
    shots = target.shots if target.how in _TOLD or not leaving else ()
    if not shots:
        gone = leaving or (set(people) if {"delete"} & set(acts) else set())
        if {"replace", "swap"} & set(acts) and not gone:
            gone = set(people)
        shots = of_value(page, clause, [s for s in base.shots if gone & set(s.talent)])
        shots = shots or at_place(clause)
    known = items.names(base, out.context.twins)
    told = leaving or _told_wherever(page, clause, target, known)
    if not shots or (not told and is_only_somebody(target)):
        out.asks.append("Which shot do you mean?")
        return True
    exchanged = bool(gone_for(page, clause, named))
    if "delete" in acts and not {"replace", "add"} & set(acts) and not exchanged:
        only = word_set("people.only")
        stays = {n.name for n in named if {page.form(n.place - 1), page.form(n.place + 1)} & only}
        if stays and stays == set(people):  # "Cut the film down to Chiara only."
            value, out.last = tuple(n for n in people if n in stays), shots
            return out.do(SetField(shots=shots, field="talent", value=value))
        return _take_out(out, base, [n for n in people if n not in stays] or people, shots)
    fresh = [n for n in people if n not in leaving]
    fresh = [n for n in fresh if not all(n in base.shot(s).talent for s in shots)]
    cleared = {n.casefold() for n in out.context.twins} if out.context.twins is not None else None
    barred = [n for n in fresh if cleared is not None and n.casefold() not in cleared]
    if barred:
        return not_cleared(out, barred[0])
    out.last = shots
    if leaving and not fresh and _has_successor(page, clause):
        out.asks.append(f"Who comes instead of {sorted(leaving)[0]}?")
        return True
    if leaving or (told and fresh):
        return _replace(out, base, sorted(told), fresh, shots)
    return _join_or_set(page, clause, out, base, acts, people, fresh, shots)


def _told_wherever(page: Page, clause: Clause, target: Target, known: dict[str, str]) -> list[str]:
    """Return who tells the shots in "wherever it's Tom, make it Saga": whoever else is in stays."""
    led = any(page.form(p) in word_set("naming.wherever") for p in range(clause.start, clause.end))
    places = sorted(target.places | {p for m in target.used for p in range(m.start, m.end)})
    led = led or any(is_where(page, p) for p in places)
    told = {known[page.form(p)] for p in places if page.form(p) in known}
    return sorted(told) if led and len(told) == 1 else []


def _has_successor(page: Page, clause: Clause) -> bool:
    """Whether a capital word that means nothing here comes: "Walker instead of Tom"."""
    instead = [
        p for p in range(clause.start, clause.end) if page.form(p) in word_set("people.instead")
    ]
    return bool(instead) and any(
        page.tokens[p].is_name and not page.at[p] and page.tokens[p].form not in common_words()
        for p in range(clause.start, instead[0])
    )


def _take_out(out: Outcome, base: ShotList, people: list[str], shots: tuple[str, ...]) -> bool:
    there = [(s, tuple(n for n in people if n in base.shot(s).talent)) for s in shots]
    if not any(gone for _, gone in there):
        numbers = ", ".join(str(base.shot(s).no) for s in shots)
        out.cannot.append(f"{people[0]} is not in shot {numbers}.")
    for shot, gone in there:
        if gone:
            out.do(RemoveItems(shots=(shot,), field="talent", items=gone))
    out.last = shots
    return True


def _replace(
    out: Outcome, base: ShotList, leaving: list[str], fresh: list[str], shots: tuple[str, ...]
) -> bool:
    old = leaving[0]
    affected = tuple(s for s in shots if old in base.shot(s).talent)
    if not affected:
        out.cannot.append(f"{old} is not in shot {', '.join(str(base.shot(s).no) for s in shots)}.")
        return True
    if not fresh:
        return out.do(RemoveItems(shots=affected, field="talent", items=(old,)))
    return out.do(ReplaceItem(shots=affected, field="talent", old=old, new=fresh[0]))


def _join_or_set(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], people: list[str],
    fresh: list[str], shots: tuple[str, ...],
) -> bool:  # fmt: skip
    words = {page.form(p) for p in range(clause.start, clause.end)}
    if words & word_set("people.only"):
        stays = only_those(page, clause, people) or people
        return out.do(SetField(shots=shots, field="talent", value=tuple(stays)))
    old = [n for n in people if n not in fresh]
    if {"replace", "swap"} & set(acts) and len(old) == 1 and len(fresh) == 1:
        return _replace(out, base, old, fresh, shots)
    if not fresh:
        return False
    along = page.form(clause.end - 1) in word_set("people.along")
    along = along or _is_brought(page, clause, fresh[0], items.names(base, out.context.twins))
    along = along or _takes_over(out, shots)
    if "add" in acts or old or along or words & word_set("people.also"):
        return out.do(AddItems(shots=shots, field="talent", items=tuple(fresh)))
    return out.do(SetField(shots=shots, field="talent", value=tuple(fresh)))


def _takes_over(out: Outcome, shots: tuple[str, ...]) -> bool:
    """Whether "put Ines in" follows "take Tom out of 5": who else is in the shot stays."""
    done = out.commands[-1] if out.commands else None
    if not isinstance(done, RemoveItems) or done.field != "talent":
        return False
    return set(shots) <= set(done.shots)
