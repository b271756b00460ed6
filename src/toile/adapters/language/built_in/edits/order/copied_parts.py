"""Who is in a copy, and what it takes from a third shot: "copy 2 with Noor, in the light of 5"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.cast.taking_place import is_cleared, not_cleared
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entrances import is_person
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.shades import shaded_from
from toile.adapters.language.built_in.edits.picture import grounds
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import CopyFields, SetField
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


def place_copy(page: Page, rest: Clause, out: Outcome, copy: str) -> None:
    """Put a copy in another place than its source: "but on the blue", "pero en el muelle"."""
    own = out.shots.shot(copy).set
    where = next(_known_places(page, rest, out.shots), None) or _new_place(page, rest, copy)
    if where is not None and where != own:
        out.do(SetField(shots=(copy,), field="set", value=where))


def _known_places(page: Page, rest: Clause, base: ShotList) -> Iterator[str]:
    """Yield places of the board that are named, or stood on by their colour: "on the blue"."""
    for mention in rest.mentions:
        if mention.fields == {"set"} and page.form(mention.end) not in word_set("people.of"):
            yield mention.entries[0].value
    for colour in page.spans(rest.start, rest.end, "col"):
        if stands_on(page, colour):
            yield from {s.set for s in base.shots if s.set and colour.name in s.set.split()}


def _new_place(page: Page, rest: Clause, copy: str) -> str | None:
    target = Target(shots=(copy,), how="number")
    there = grounds.plain_ground(page, rest, target) or grounds.new_set(page, rest, target)
    return there.value if there else None


def stands_on(page: Page, colour: Span) -> bool:
    """Whether "on the blue" says on what ground a shot stands, and no thing's colour."""
    lead = shaded_from(page, colour.start) - 1
    lead -= page.form(lead) in word_set("naming.articles")
    thing = page.first(colour.end, "g", "h", "b", "j", "p", "noun")
    return page.form(lead) in word_set("grounds.on") and thing is None
