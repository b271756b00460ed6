"""New shots: added and copied."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits import items, places, values
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.steps import orient
from toile.adapters.language.built_in.edits.target_kinds import Target
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.commands import (
    AddShot,
    CopyFields,
    DuplicateShot,
    FieldValue,
)
from toile.domain.editing import free_id
from toile.domain.shots import Shot, ShotList

WHICH = "Which shot do you mean?"


def _framed(page: Page, clause: Clause) -> Span | None:
    """Return the framing of "add a close-up of ...", or "one more:", as what is new."""
    for act in page.spans(clause.start, clause.end, "act"):
        lead, place = page.form(act.end), act.end + 1
        if act.name == "add" and lead in word_set("acts.framed"):
            span = next(
                (
                    f
                    for p in range(place, min(place + 4, clause.end))
                    if (f := page.span_at(p, "framing"))
                ),
                None,
            )
            if span and not page.tokens[min(span.end, len(page.tokens) - 1)].text.isdecimal():
                return Span(act.end, act.end + 1, "noun", "shot")
    for place in range(clause.start, clause.end - 2):
        near = range(place + 2, min(place + 6, clause.end))
        framing = next((f for p in near if (f := page.span_at(p, "framing"))), None)
        if framing and _is_needed(page, place, framing.start):
            return Span(place, framing.start, "noun", "shot")
    for place in range(clause.start, clause.end - 1):
        if (
            page.form(place) == "one"
            and page.form(place + 1) == "more"
            and page.form(place + 2) in (":", ",", "shot")
        ):
            return Span(place, place + 2, "noun", "shot")
    return None


def _is_needed(page: Page, place: int, end: int) -> bool:
    """Whether "I need a", "brauche noch ein" in front of a framing asks for one shot more."""
    return page.form(place) in word_set("new_shots.need") and any(
        page.form(p) in word_set("acts.framed") and not _is_swedish_only(page, p)
        for p in range(place + 1, end)
    )


_NEW = word_set("acts.new")
_TOLD = ("framing", "angle", "light", "set", "pose", "f", "n")
_ARTICLES = word_set("acts.framed")


def _is_swedish_only(page: Page, place: int) -> bool:
    """Whether "en" is the French or Spanish "in" and no article."""
    return page.form(place) == "en" and "sv" not in page.languages


def new_noun(page: Page, clause: Clause) -> Span | None:
    """Return the "shot" of "add a shot", "another picture", "one more frame"."""
    framed = _framed(page, clause)
    if framed:
        return framed
    starts = [act.end for act in page.spans(clause.start, clause.end, "act") if act.name == "add"]
    if page.form(clause.start) in _NEW:
        starts.append(clause.start + 1)
    starts += [
        p + 1
        for p in range(clause.start, clause.end - 2)
        if page.form(p) in word_set("new_shots.need")
        and page.form(p + 1) in _ARTICLES
        and not _is_swedish_only(page, p + 1)
    ]
    for start in starts:
        for place in range(start, min(clause.end, start + 4)):
            noun = page.span_at(place, "noun")
            if noun and page.form(place) not in word_set("acts.new_noun"):
                following = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
                lead = page.form(place - 1)
                if not following.isdecimal() and lead in word_set("acts.new_noun.2"):
                    return noun
    return None


def new_shots(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    noun = new_noun(page, clause)
    if noun:
        return _insert(page, clause, out, base, noun)
    if "duplicate" in acts and _copy_fields(page, clause, out, base, target):
        return True
    return "duplicate" in acts and _duplicate(page, clause, out, base, target)


def _insert(page: Page, clause: Clause, out: Outcome, base: ShotList, noun: Span) -> bool:
    nobody = Target(how="new")
    body = Clause(
        noun.end,
        clause.end,
        mentions=[m for m in clause.mentions if m.start >= noun.end],
        ratios=clause.ratios,
    )
    shot = Shot(id=free_id(out.shots, "new"), **_facts(page, clause, body, nobody))
    if shot == Shot(id=shot.id):
        out.asks.append("What should the new shot show: framing, garment, place?")
        return True
    at = _insert_at(page, clause, base)
    done = out.do(AddShot(shot=shot, at=at))
    out.last = (shot.id,)
    return done


def _facts(page: Page, clause: Clause, body: Clause, nobody: Target) -> dict[str, FieldValue]:
    facts: dict[str, FieldValue] = {g.field: g.value for g in values.given(page, clause, nobody, 0)}
    if facts.get("aspect") in ("portrait", "landscape"):
        facts["aspect"] = "4:5" if facts["aspect"] == "portrait" else "16:9"
    place = values.new_set(page, body, nobody)
    known_set = [e.value for m in body.mentions for e in m.entries if e.field == "set"]
    if place or known_set:
        facts["set"] = known_set[0] if known_set else place.value if place else None
    for field in ("garments", "props", "talent"):
        found = [m.of(field).values[0] for m in body.mentions if field in m.fields]
        if found:
            facts[field] = tuple(dict.fromkeys(found))
    for field, item in _shown(page, body, nobody):
        there = facts.get(field, ())
        if isinstance(there, tuple) and not any(item in one for one in there):
            facts[field] = (*there, item)
    if "kind" in facts and facts["kind"] not in ("still", "video"):
        del facts["kind"]
    return facts


def _shown(page: Page, body: Clause, nobody: Target) -> Iterator[tuple[str, str]]:
    """Yield what stands behind "with" and the board does not know: "with confetti"."""
    inside = {p for m in body.mentions for p in range(m.start, m.end)}
    for place in range(body.start, body.end - 1):
        if page.form(place) not in word_set("new_shots.with"):
            continue
        end = min((r.start for r in body.ratios if r.start > place), default=body.end)
        found = items.new_item(page, Clause(body.start, end), place + 1, nobody)
        if found is None or set(range(found[1], found[2])) & inside:
            continue
        if not page.has(found[1], found[2], *_TOLD) and not page.tokens[found[1]].is_name:
            yield items.field_of(page, found[1], found[2], frozenset()), found[0]


def _insert_at(page: Page, clause: Clause, base: ShotList) -> int | None:
    span = places.position(page, clause)
    if span is None or span.name == "end":
        return len(base) + 1
    if span.name == "top":
        return 1
    for place in range(span.end, clause.end):
        if page.tokens[place].text.isdecimal():
            number = int(page.tokens[place].text)
            return number + 1 if span.name in ("after", "between") else number
    return None


def _copy_fields(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "copy the light and set from 5 onto 4"."""
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    numbers = [p for p in sorted(target.places) if page.tokens[p].text.isdecimal()]
    if not fields or len(numbers) != 2:
        return False
    known = {shot.no: shot.id for shot in base.shots}
    ids = [known.get(int(page.tokens[p].text)) for p in numbers]
    onto_first = page.form(numbers[0] - 1) in ("onto", "to", "auf", "sur")
    source, goal = (ids[1], ids[0]) if onto_first else (ids[0], ids[1])
    if source is None or goal is None:
        return False
    return out.do(CopyFields(source=source, shots=(goal,), fields=fields))


def _duplicate(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    loose = (
        target
        if target.how in ("number", "ordinal")
        else places.resolve_loose(page, clause, base, out)
    )
    loose = loose if loose.shots else target
    if loose.missing and not loose.shots:
        out.cannot.append(places.missing(loose, base))
        return True
    if len(loose.shots) != 1:
        out.asks.append(places.which(base, loose.shots) if 1 < len(loose.shots) < 4 else WHICH)
        return True
    source = base.shot(loose.shots[0])
    changes: dict[str, FieldValue] = {
        g.field: orient(g.value, source)
        for g in values.given(page, clause, loose, len(base))
        if not set(range(g.start, g.end)) & loose.places
    }
    span = places.position(page, clause)
    at = {"top": 1, "end": len(base) + 1}.get(span.name) if span else None
    new_id = free_id(out.shots, f"{source.id}-copy")
    gone = [
        m
        for m in clause.mentions
        if page.has(m.start - 1, m.start, "neg")
        or page.form(m.start - 1) in word_set("acts.duplicate")
    ]
    for mention in gone:
        for field in ("garments", "props", "talent"):
            out_values = mention.of(field).values
            if out_values:
                changes[field] = tuple(v for v in getattr(source, field) if v not in out_values)
    done = out.do(DuplicateShot(shot=source.id, new_id=new_id, at=at, changes=changes))
    out.last = (new_id,)
    if done and not gone:
        _dress_copy(page, clause, out, loose, new_id)
    return done


def _dress_copy(page: Page, clause: Clause, out: Outcome, source: Target, copy: str) -> None:
    """Change who and what is in the copy: "2 again with Amara instead of Yuki"."""
    from toile.adapters.language.built_in.edits.things import edit_things

    begin = max(source.places, default=clause.start) + 1
    rest = Clause(
        begin,
        clause.end,
        mentions=[m for m in clause.mentions if m.start >= begin],
    )
    acts = [s.name for s in page.spans(rest.start, rest.end, "act") if s.name in ("add", "replace")]
    target = Target(shots=(copy,), how="number", used=list(source.used))
    if rest.end > rest.start:
        edit_things(page, rest, out, out.shots, acts or ["set"], target)
