"""Who comes into a shot, goes out of it or takes a place in it."""

from toile.adapters.language.built_in.edits import items
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.known_people import first_names
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.lexicon import common_words, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.brief import Flag
from toile.domain.commands import AddItems, ReplaceItem, SetField
from toile.domain.shots import ShotList


def people(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read who comes in, goes out or takes somebody's place."""
    known = items.names(base, out.context.twins)
    cleared = {n.casefold() for n in out.context.twins} if out.context.twins is not None else None
    described = {p for m in target.used for p in range(m.start, m.end)}
    named = [(p, known[page.form(p)]) for p in range(clause.start, clause.end)
             if page.form(p) in known and p not in described]  # fmt: skip
    strangers = _strangers(page, clause, known)
    if strangers and not named:
        out.flags.append(
            Flag(
                code="TWIN_RIGHTS",
                action="ask",
                why=f"{strangers[0]} is not among the twins cleared for this campaign.",
            )
        )
        out.asks.append(f"{strangers[0]} is not cleared for this campaign. Who else?")
        return True
    denied = len(named) == 2 and page.form(named[1][0] - 1) in word_set("musts.turned")
    if not named or not (
        {"add", "move", "set", "replace", "swap", "delete"} & set(acts)
        or page.has(clause.start, clause.end, "f")
        or denied
    ):
        return False
    if page.has(clause.start, clause.end, "framing", "light", "angle", "pose") and not {
        "add",
        "replace",
    } & set(acts):
        return False
    shots = target.shots
    if not shots or (target.how in ("spoken of",) and "replace" not in acts and not shots):
        shots = (
            tuple(s.id for s in base.shots if any(name in s.talent for _, name in named))
            if {"replace", "swap", "delete"} & set(acts)
            else ()
        )
    if not shots:
        out.asks.append("Which shot do you mean?")
        return True
    return _cast(page, clause, out, base, acts, named, shots, cleared)


def _strangers(page: Page, clause: Clause, known: dict[str, str]) -> list[str]:
    """Return single names that nobody on the board or among the twins carries."""
    found = []
    for place in range(clause.start, clause.end):
        token, lead = page.tokens[place], page.form(place - 1)
        if not token.is_word or token.form in known or page.first(place + 1, *_WORN):
            continue
        surname = page.tokens[place - 1].is_name and lead not in first_names() and place > 1
        named = (
            token.form in first_names()
            and (token.is_name or lead in word_set("things.strangers"))
            and not surname
        )
        led = lead in word_set("things.strangers.2") and page.languages[0] != "de"
        unknown = token.is_name and not page.at[place] and token.form not in common_words()
        plain = not page.at[place].keys() & set(_WORN)
        if place > clause.start and ((named and plain) or (led and unknown)):
            found.append(token.text)
    return found


_WORN = ("g", "h", "b", "j", "p", "s", "col", "light")


def _cast(
    page: Page,
    clause: Clause,
    out: Outcome, base: ShotList, acts: list[str],
    named: list[tuple[int, str]], shots: tuple[str, ...], cleared: set[str] | None,
) -> bool:  # fmt: skip
    people = [name for _, name in named]
    if "delete" in acts and not {"replace", "add"} & set(acts):
        for shot in shots:
            gone = tuple(n for n in people if n in base.shot(shot).talent)
            if gone:
                from toile.domain.commands import RemoveItems

                out.do(RemoveItems(shots=(shot,), field="talent", items=gone))
            else:
                out.cannot.append(f"{people[0]} is not in shot {base.shot(shot).no}.")
        return True
    fresh = [n for n in people if not all(n in base.shot(s).talent for s in shots)]
    if cleared is not None and any(n.casefold() not in cleared for n in fresh):
        name = next(n for n in fresh if n.casefold() not in cleared)
        out.flags.append(
            Flag(
                code="TWIN_RIGHTS",
                action="ask",
                why=f"{name} is not among the twins cleared for this campaign.",
            )
        )
        out.asks.append(f"{name} is not cleared for this campaign. Who else?")
        return True
    return _join_or_replace(page, clause, out, base, acts, people, fresh, shots)


def _join_or_replace(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], people: list[str],
    fresh: list[str], shots: tuple[str, ...],
) -> bool:  # fmt: skip
    old = [n for n in people if n not in fresh]
    denied = any(
        page.form(p) in ("not", "nicht", "pas", "non", "no", "inte")
        for p in range(clause.start, clause.end)
    )
    if len(people) == 2 and denied and len(old) == 1:
        affected = tuple(s for s in shots if old[0] in base.shot(s).talent)
        return bool(affected) and out.do(
            ReplaceItem(shots=affected, field="talent", old=old[0], new=fresh[0])
        )
    if {"replace", "swap"} & set(acts) and len(people) == 2:
        first = people[0] if people[0] in old else people[1]
        second = people[1] if first == people[0] else people[0]
        affected = tuple(s for s in shots if first in base.shot(s).talent)
        return bool(affected) and out.do(
            ReplaceItem(shots=affected, field="talent", old=first, new=second)
        )
    if not fresh:
        return False
    if "add" in acts or old:
        return out.do(AddItems(shots=shots, field="talent", items=tuple(fresh)))
    out.last = shots
    return out.do(SetField(shots=shots, field="talent", value=tuple(fresh)))
