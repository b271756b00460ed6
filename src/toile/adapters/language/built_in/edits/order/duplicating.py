"""Copies of shots, with what is different in them: "3 again but square", "dupe 2 in red"."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.shades import as_said
from toile.adapters.language.built_in.edits.order.copied_parts import (
    cast_of_copy,
    lend,
    other_source,
    place_copy,
    stands_on,
)
from toile.adapters.language.built_in.edits.picture import values
from toile.adapters.language.built_in.edits.picture.steps import orient, step
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.positions import position
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe.items import recoloured
from toile.adapters.language.built_in.edits.wardrobe.recolouring import wished_colours
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, CopyFields, DuplicateShot, FieldValue, ReplaceItem
from toile.domain.editing import free_id
from toile.domain.shots import Shot, ShotList

_WORN = ("g", "h", "b", "j", "p", "col")
WHICH = "Which shot do you mean?"


def read_copy(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read the copy of a shot or of its fields; return whether the clause was one."""
    if "duplicate" in acts and _of_two(page, clause, out, base):
        return True
    if "duplicate" in acts and _copy_fields(page, clause, out, base, target):
        return True
    wished = "duplicate" in acts or _same_but(page, clause, out, target)
    return wished and _duplicate(page, clause, out, base, target)


def _of_two(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read "copy 2 in the light of 5": the copy of one shot with a field of another."""
    pair = other_source(page, clause, base)
    if pair is None:
        return False
    source, lender = (next(s for s in base.shots if str(s.no) == page.tokens[p].text) for p in pair)
    new_id = free_id(out.shots, f"{source.id}-copy")
    people = cast_of_copy(page, clause, out, base, source)
    if people is None and out.flags:
        return True
    changes: dict[str, FieldValue] = {"talent": people} if people else {}
    out.do(DuplicateShot(shot=source.id, new_id=new_id, changes=changes))
    lend(page, clause, out, lender, new_id)
    out.last = (new_id,)
    return True


def _same_but(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Whether "same as 1 but ..." opens a message and speaks of no other shot."""
    similar = page.span_at(clause.start, "sim")
    if similar is None or similar.name != "like" or out.context.last_mentioned or out.commands:
        return False
    alone = target.how in ("number", "description", "ordinal") and len(target.shots) == 1
    told = any(
        page.span_at(s.start, "noun") is None for s in page.spans(clause.start, clause.end, "f")
    )
    differs = any(
        page.form(p) in word_set("duplicate.but_then")
        for p in range(similar.end, min(clause.end + 1, len(page.tokens)))
    )
    worn = any(  # "Same dress but in sage" is another colour of what is worn.
        m.start == similar.end and m.fields & {"garments", "props"} for m in clause.mentions
    )
    return alone and not told and differs and not worn


def _copy_fields(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "copy the light and set from 5 onto 4"."""
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    numbers = [p for p in sorted(target.places) if page.tokens[p].text.isdecimal()]
    if not fields or len(numbers) != 2:
        return False
    known = {shot.no: shot.id for shot in base.shots}
    ids = [known.get(int(page.tokens[p].text)) for p in numbers]
    onto_first = page.form(numbers[0] - 1) in word_set("duplicating.to")
    source, goal = (ids[1], ids[0]) if onto_first else (ids[0], ids[1])
    if source is None or goal is None:
        return False
    return out.do(CopyFields(source=source, shots=(goal,), fields=fields))


def _source(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> Target:
    """Return the shots that a clause names, however loosely, to be copied."""
    if target.how in ("number", "ordinal"):
        return target
    loose = places.resolve_loose(page, clause, base, out)
    return loose if loose.shots else target


def _duplicate(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    loose = _source(page, clause, out, base, target)
    if loose.missing and not loose.shots:
        out.cannot.append(places.missing(loose, base))
        return True
    if len(loose.shots) != 1:
        out.asks.append(places.which(base, loose.shots) if 1 < len(loose.shots) < 4 else WHICH)
        return True
    source = base.shot(loose.shots[0])
    changes: dict[str, FieldValue] = {
        g.field: orient(g.value, source) if g.field == "aspect" else g.value
        for g in values.given(page, clause, loose, len(base))
        if not set(range(g.start, g.end)) & loose.places
    }
    span = position(page, clause)
    at = {"top": 1, "end": len(base) + 1}.get(span.name) if span else None
    gone = [m for m in clause.mentions if _is_left_out(page, m)]
    changes |= _left_out(gone, source)
    refused = len(out.flags)
    people = cast_of_copy(page, clause, out, base, source)
    if len(out.flags) > refused:
        return True
    changes |= {"talent": people} if people else {}
    if not gone and _many_to_colour(page, clause, out, loose, source):
        return True
    for _ in range(_times(page, clause)):
        new_id = free_id(out.shots, f"{source.id}-copy")
        done = out.do(DuplicateShot(shot=source.id, new_id=new_id, at=at, changes=changes))
        out.last = (new_id,)
        if done:
            _step_copy(page, clause, out, loose, new_id)
            place_copy(page, _behind(page, clause, loose), out, new_id)
        if done and not gone and (people is None or _has_things(page, clause)):
            _dress_copy(page, clause, out, loose, new_id)
    return True


def _step_copy(page: Page, clause: Clause, out: Outcome, source: Target, copy: str) -> None:
    """Let the copy go a step on: "same as 4 but closer"."""
    steps = [
        s.name
        for s in page.spans(clause.start, clause.end, "rel")
        if s.name != "vague" and s.start not in source.places
    ]
    shot = out.shots.shot(copy)
    for command in (step(shot, name) for name in steps):
        if command is not None:
            out.do(command)


def _has_things(page: Page, clause: Clause) -> bool:
    """Whether a clause speaks of things, too; "Rosa" may be somebody and no colour."""
    people = {m.start for m in clause.mentions if m.fields == {"talent"}}
    return any(s.start not in people for s in page.spans(clause.start, clause.end, *_WORN))


def _left_out(gone: list[Mention], source: Shot) -> dict[str, FieldValue]:
    """Return the lists of a shot without what the copy leaves out."""
    return {
        field: tuple(v for v in getattr(source, field) if v not in mention.of(field).values)
        for mention in gone
        for field in ("garments", "props", "talent")
        if mention.of(field).values
    }


def _is_left_out(page: Page, mention: Mention) -> bool:
    """Whether "without the hat" leaves a thing out of the copy."""
    before = mention.start - 1
    before -= page.form(before) in word_set("naming.articles")
    without = any(s.name == "without" for s in page.spans(before, before + 1, "ref"))
    return without or page.has(before, before + 1, "neg") or _drops(page, before)


def _drops(page: Page, place: int) -> bool:
    return page.form(place) in word_set("acts.duplicate")


def _times(page: Page, clause: Clause) -> int:
    """Return how many copies are wished for: "three times", "x2"; else one."""
    if any(page.form(p) in word_set("variations.twice") for p in range(clause.start, clause.end)):
        return 2
    for place in range(clause.start, clause.end - 1):
        number = page.span_at(place, "n")
        text = number.name if number else page.tokens[place].text
        if text.isdecimal() and page.form(place + 1) in word_set("duplicate.times"):
            return max(1, min(int(text), _MOST))
    return 1


_MOST = 12


def _behind(page: Page, clause: Clause, source: Target) -> Clause:
    """Return the words behind the shot that is copied, up from what differs in the copy."""
    begin = max(source.places, default=clause.start) + 1
    while begin < clause.end and (end := _says_no_more(page, begin)):
        begin = end
    return Clause(begin, clause.end, mentions=[m for m in clause.mentions if m.start >= begin])


def _says_no_more(page: Page, place: int) -> int:
    """Return where "right after itself", "but" ends, which says nothing of what differs; or 0."""
    seat = page.span_at(place, "pos")
    if seat is not None:
        return seat.end
    small = word_set("duplicate.differs") | word_set("duplicate.itself")
    return place + 1 if page.form(place) in small or page.form(place) == "," else 0


def _bare_colours(page: Page, rest: Clause) -> list[Span]:
    """Return the colours that are said of the whole look: "in red"."""
    if rest.mentions or page.has(rest.start, rest.end, "g", "h", "b", "j", "p", "light", "s"):
        return []
    return [c for c in wished_colours(page, rest, []) if not stands_on(page, c)]


def _many_to_colour(page: Page, clause: Clause, out: Outcome, loose: Target, source: Shot) -> bool:
    """Ask which garment of several shall have another colour."""
    if len(source.garments) < 2 or not _bare_colours(page, _behind(page, clause, loose)):
        return False
    out.asks.append(f"Which shall have another colour: the {' or the '.join(source.garments)}?")
    return True


def _dress_copy(page: Page, clause: Clause, out: Outcome, source: Target, copy: str) -> None:
    """Change who and what is in the copy: "2 again with Amara instead of Yuki"."""
    from toile.adapters.language.built_in.edits.things import edit_things

    rest = _behind(page, clause, source)
    mentions = [m for m in rest.mentions if m not in source.used]
    rest.mentions = [of_copy(m, source.shots[0], copy) for m in mentions]
    acts = [s.name for s in page.spans(rest.start, rest.end, "act") if s.name in ("add", "replace")]
    target = Target(shots=(copy,), how="number", used=list(source.used))
    if rest.end <= rest.start:
        return
    colours = _bare_colours(page, rest)
    garments = out.shots.shot(copy).garments
    if colours and len(garments) == 1:
        new = recoloured(garments[0], as_said(page, colours[-1]))
        out.do(ReplaceItem(shots=(copy,), field="garments", old=garments[0], new=new))
        return
    edit_things(page, rest, out, out.shots, acts or ["set"], target)
    _show_instead(out, copy, garments, acts)


def of_copy(mention: Mention, source: str, copy: str) -> Mention:
    """Return a mention of what the source has as one of what its copy has."""
    own = tuple(replace(e, shot=copy) for e in mention.entries if e.shot == source)
    return Mention(mention.start, mention.end, own) if own else mention


def _show_instead(out: Outcome, copy: str, before: tuple[str, ...], acts: list[str]) -> None:
    """Let the copy of a packshot show the new thing instead of the one it showed."""
    added = out.commands[-1]
    alone = out.shots.shot(copy).framing == "packshot" and len(before) == 1 and "add" not in acts
    if alone and isinstance(added, AddItems) and added.shots == (copy,):
        out.commands.pop()
        out.shots = out.rebuilt()
        out.do(ReplaceItem(shots=(copy,), field="garments", old=before[0], new=added.items[0]))
