"""Two things that change places: "swap Noor's hat for Lotte's", "switch the jumper and the cap"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry, things_of_kind
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stems
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import ReplaceItem
from toile.domain.shots import ShotList

_LISTS = ("garments", "props")


def exchange_things(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Let two things of different shots change places; return whether the clause asks for it."""
    things = [m for m in items.objects(clause, target) if m.fields & set(_LISTS)]
    if "swap" not in acts or not things:
        return False
    one, owner = _one(things[0], target), _owner_behind(page, clause, things[0])
    if len(things) == 1 and owner is None:
        return False
    other = _hers(base, things[0], owner) if owner else _one(things[1], target)
    if owner is not None and (not one or not other or one[0].value == other[0].value):
        out.asks.append(f"What of {owner.values[0]}'s shall it change places with?")
        return True
    joined = owner is not None or _is_joined(page, things) or _are_owned(page, things)
    apart = not {e.shot for e in one} & {e.shot for e in other}
    if not (one and other and joined and apart) or one[0].value == other[0].value:
        return False
    for entries, new in ((one, other[0].value), (other, one[0].value)):
        shots = tuple(e.shot for e in entries)
        out.do(ReplaceItem(shots=shots, field=entries[0].field, old=entries[0].value, new=new))
    out.last = tuple(dict.fromkeys(e.shot for e in (*one, *other)))
    return True


def _one(mention: Mention, target: Target) -> tuple[Entry, ...]:
    """Return the entries of the one thing that a mention means; empty where it may be several."""
    entries = mention.of(*_LISTS).entries
    if target.how == "number":
        entries = tuple(e for e in entries if e.shot in target.shots)
    return entries if len({(e.field, e.value) for e in entries}) == 1 else ()


def _owner_behind(page: Page, clause: Clause, thing: Mention) -> Mention | None:
    """Return whose thing is meant by the name alone: "Noor's hat for Lotte's"."""
    people = (m for m in clause.mentions if m.start > thing.end and m.fields == {"talent"})
    owner = next(people, None)
    bare = owner is not None and _owns(page, owner.end) and _owned(page, thing)
    return owner if bare else None


def _hers(base: ShotList, thing: Mention, owner: Mention) -> tuple[Entry, ...]:
    """Return the one thing of the same kind that a person has."""
    kind = {stems(value)[-1] for value in thing.values}
    found = things_of_kind((shot for shot in base.shots if shot.id in owner.shots), kind)
    return found if len({e.value for e in found}) == 1 else ()


def _is_joined(page: Page, things: list[Mention]) -> bool:
    """Whether only "and the" stands between two things: they change places, and neither goes."""
    between = {page.form(p) for p in range(things[0].end, things[1].start)}
    articles = word_set("naming.articles")
    return bool(between & word_set("naming.and")) and between <= articles | word_set("naming.and")


def _are_owned(page: Page, things: list[Mention]) -> bool:
    return all(_owned(page, thing) for thing in things)


def _owned(page: Page, thing: Mention) -> bool:
    """Whether a thing is somebody's: "Noor's hat"."""
    return _owns(page, thing.start + 1)


def _owns(page: Page, end: int) -> bool:
    place = page.tokens[end - 1].end
    return page.text[place : place + 2] in ("'s", "’s")
