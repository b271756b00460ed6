"""Only one thing that stays in a shot: "3 is too busy, just the teddy", "in 5 only the hoodie".

The other things of its kind go; nothing is taken out where no shot is named.
"""

from collections.abc import Sequence

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems

_FIELDS = ("props", "garments")
_NAMED = ("number", "ordinal", "description")


def read_only_this(page: Page, clause: Clause, out: Outcome) -> bool:
    """Take out all but the thing that alone shall stay; return whether a clause says so."""
    only = next((p for p in _words(clause) if _says_only(page, p)), None)
    if only is None or page.form(clause.end) == "?" or _goes_on(page, clause):
        return False
    things = _things(clause, only)
    if not things or not all(_is_plain(page, clause, things, only, p) for p in _words(clause)):
        return False
    there = [i for i in out.context.shots.ids if all(i in m.shots for m in things)]
    field = next((f for f in _FIELDS if all(f in m.of(*_FIELDS).fields for m in things)), None)
    shots = _shots(page, clause, out, things, there)
    if not shots or field is None:
        return False
    if field == "garments" and any(out.shots.shot(i).talent for i in shots):
        return _asks(out, things, shots)
    kept = {e.value for m in things for e in m.of(field).entries}
    for one in shots:
        held = getattr(out.shots.shot(one), field)
        lost = tuple(item for item in held if item not in kept)
        if lost:
            out.do(RemoveItems(shots=(one,), field=field, items=lost))
        else:
            no = out.shots.shot(one).no
            out.already.append(f"Shot {no} has nothing but {', '.join(held)} already.")
    out.last = shots
    return True


def _asks(out: Outcome, things: list[Mention], shots: tuple[str, ...]) -> bool:
    """Ask before somebody stands in one garment alone."""
    numbers = ", ".join(str(out.shots.shot(i).no) for i in shots)
    out.asks.append(f"Shall all but the {things[0].values[0]} go from shot {numbers}?")
    out.last = shots
    return True


def _words(clause: Clause) -> range:
    return range(clause.start, clause.end)


def _goes_on(page: Page, clause: Clause) -> bool:
    """Whether "and the boots" follows: the list is not at its end."""
    return page.form(clause.end) in word_set("naming.and")


def _says_only(page: Page, place: int) -> bool:
    return page.form(place) in word_set("only_that_stays.only") and not is_named(page, place)


def _things(clause: Clause, only: int) -> list[Mention]:
    """Return the things told behind "only"; none where one is told in front of it as well."""
    told = [m for m in clause.mentions if m.fields & set(_FIELDS)]
    return told if all(m.start > only for m in told) else []


def _is_plain(page: Page, clause: Clause, things: list[Mention], only: int, place: int) -> bool:
    """Whether a word names the thing or its shot, or says no more than that it stays."""
    named = {p for m in clause.mentions if m in things or "set" in m.fields
             for p in range(m.start, m.end)}  # fmt: skip
    form = page.form(place)
    if place in named or place == only or is_named(page, place) or not page.tokens[place].is_word:
        return True
    if page.tokens[place].text.isdecimal() or form in _small():
        return True
    act, kind = page.span_at(place, "act"), page.span_at(place, "f")
    stays = act is not None and act.name in ("keep", "set")
    of_things = kind is not None and kind.name in _FIELDS
    complains = place < only and form in _complaining()
    return stays or of_things or complains or page.span_at(place, "noun") is not None


def _small() -> frozenset[str]:
    return (
        word_set("naming.articles")
        | word_set("naming.in")
        | word_set("naming.and")
        | word_set("contents.polite")
        | word_set("only_this.small")
    )


def _complaining() -> frozenset[str]:
    return word_set("complaints.is") | word_set("complaints.wrong") | word_set("only_this.much")


def _shots(
    page: Page, clause: Clause, out: Outcome, things: list[Mention], there: Sequence[str]
) -> tuple[str, ...]:
    """Return the shots named that have the things, else the one spoken of, or complained of."""
    rest = [m for m in clause.mentions if m not in things]
    named = resolve(page, Clause(clause.start, clause.end, mentions=rest), out.shots, out.context)
    if named.how in _NAMED and named.shots:
        return tuple(i for i in named.shots if i in there)
    spoken = [i for i in out.last if i in there]
    if spoken:
        return tuple(spoken)
    ahead = range(clause.end)
    busy = any(page.form(p) in word_set("only_this.busy") for p in ahead)
    return tuple(there) if busy and len(there) == 1 else ()
