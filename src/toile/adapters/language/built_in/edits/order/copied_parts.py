"""Who is in a copy, and what it takes from a third shot: "copy 2 with Noor, in the light of 5"."""

from toile.adapters.language.built_in.edits.cast.taking_place import is_cleared, not_cleared
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entrances import is_person
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import CopyFields
from toile.domain.shots import Shot, ShotList


def cast_of_copy(
    page: Page, clause: Clause, out: Outcome, base: ShotList, source: Shot
) -> tuple[str, ...] | None:
    """Return who is in the copy where a clause says with whom; refuse who is not cleared."""
    known = items.names(base, out.context.twins)
    places = [p for p in range(clause.start, clause.end) if _is_with(page, clause, p)]
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    people = tuple(known.get(page.form(p), page.tokens[p].text) for p in places)
    others = {m.values[0] for m in clause.mentions if m.fields == {"talent"}} - set(people)
    if not places or (acts & {"replace", "swap"} and not others & set(source.talent)):
        return None
    barred = [n for n in people if n not in source.talent and not is_cleared(out, known, n)]
    if barred:
        not_cleared(out, barred[0])
        return None
    if acts & {"replace", "swap"}:
        return tuple(dict.fromkeys((*(n for n in source.talent if n not in others), *people)))
    words = {page.form(p) for p in range(clause.start, clause.end)}
    also = words & word_set("people.also") and not words & word_set("people.only")
    return tuple(dict.fromkeys((*source.talent, *people))) if also else people


def _is_with(page: Page, clause: Clause, place: int) -> bool:
    """Whether "with Noor", "with Noor and Ada" names somebody at a token."""
    lead = page.form(place - 1)
    listed = lead in word_set("naming.and") and place - 2 > clause.start
    led = lead in word_set("people.with") or (listed and _is_with(page, clause, place - 2))
    return led and place > clause.start and is_person(page, clause, place)


def other_source(page: Page, clause: Clause, base: ShotList) -> tuple[int, int] | None:
    """Return where the shot copied and the one that lends a field stand: "2 in the light of 5"."""
    numbers = [p for p in range(clause.start, clause.end) if _is_shot(page, p, base)]
    fields = page.spans(clause.start, clause.end, "f")
    if len(numbers) != 2 or not fields:
        return None
    between = numbers[0] + 2 < fields[0].start and fields[-1].end <= numbers[1]
    return (numbers[0], numbers[1]) if between else None


def _is_shot(page: Page, place: int, base: ShotList) -> bool:
    text = page.tokens[place].text
    return text.isdecimal() and any(str(shot.no) == text for shot in base.shots)


def lend(page: Page, clause: Clause, out: Outcome, lender: Shot, copy: str) -> None:
    """Give a copy the fields that a clause names of another shot."""
    spans = page.spans(clause.start, clause.end, "f")
    fields = tuple(dict.fromkeys(span.name for span in spans))
    out.do(CopyFields(source=lender.id, shots=(copy,), fields=fields))
