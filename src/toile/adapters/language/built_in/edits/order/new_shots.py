"""New shots: what they show and where they stand."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.barred import is_barred
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_lists import new_list
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.new_seats import told_doing
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import refused_clauses
from toile.adapters.language.built_in.edits.order.duplicating import read_copy
from toile.adapters.language.built_in.edits.order.everybody import everybody
from toile.adapters.language.built_in.edits.order.new_places import place_of
from toile.adapters.language.built_in.edits.order.shown_things import is_another, shown_things
from toile.adapters.language.built_in.edits.picture import values
from toile.adapters.language.built_in.edits.picture.grooming import looks_of
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.positions import position
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.commands import AddShot, FieldValue
from toile.domain.editing import free_id
from toile.domain.shots import Shot, ShotList


def new_shots(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    noun = new_noun(page, clause)
    if noun:
        return _insert(page, clause, out, base, noun)
    return read_copy(page, clause, out, base, acts, target)


def read_new_lists(page: Page, board: BoardWords, out: Outcome) -> None:
    """Put the shots that a sentence lists on the board, and take the sentence out of the page."""
    for segment in [*page.live()]:
        listed = new_list(page, segment)
        if listed is None:
            continue
        whole = _stretch(page, board, segment.start, segment.end)
        shared = _shown_by(page, _stretch(page, board, segment.start, listed.head_end))
        at = _insert_at(page, whole, out, out.context.shots, None) or len(out.shots) + 1
        head = (segment.start, listed.head_end)
        told = [_stretch(page, board, *item) for item in (head, *listed.items)]
        refused = refused_clauses(page, told, out.context)
        # What all of them are to show bars each of them.
        items = told[1:] if not is_barred(page, told[0], out, refused.get(0)) else []
        for index, item in enumerate(items, start=1):
            if is_barred(page, item, out, refused.get(index)):
                continue
            facts = shared | _shown_by(page, item)
            out.do(AddShot(shot=Shot(id=free_id(out.shots, "new"), **facts), at=at))
            at += 1
        page.segments.remove(segment)


def _stretch(page: Page, board: BoardWords, start: int, end: int) -> Clause:
    mentions = board.mentions(page, start, end)
    return Clause(start, end, mentions=mentions, ratios=find_ratios(page, start, end))


def _shown_by(page: Page, told: Clause) -> dict[str, FieldValue]:
    """Return what a stretch says of a new shot, up to where the shot shall stand."""
    beside = next(
        (s for s in page.spans(told.start, told.end, "pos") if s.start > told.start), None
    )
    end = beside.start if beside else told.end
    body = Clause(
        told.start, end, mentions=[m for m in told.mentions if m.end <= end],
        ratios=[r for r in told.ratios if r.end <= end],
    )  # fmt: skip
    return _facts(page, body, body, Target(how="new"))


def _insert(page: Page, clause: Clause, out: Outcome, base: ShotList, noun: Span) -> bool:
    nobody = Target(how="new")
    body = Clause(
        noun.end,
        clause.end,
        mentions=[m for m in clause.mentions if m.start >= noun.end],
        ratios=clause.ratios,
    )
    at = _insert_at(page, clause, out, base, noun)
    told = _behind_seat(page, clause, noun)
    facts = looks_of(page, body) | _facts(page, told, body, nobody) | _as_in(page, clause, base)
    facts = everybody(page, body, base) | facts
    shot = Shot(id=free_id(out.shots, "new"), **_settled(facts))
    if shot == Shot(id=shot.id):
        out.asks.append("What should the new shot show: framing, garment, place?")
        return True
    done = out.do(AddShot(shot=shot, at=at))
    out.last = (shot.id,)
    return done


def _settled(facts: dict[str, FieldValue]) -> dict[str, FieldValue]:
    """Return facts that say nothing twice: "smiling" is a pose, loose hair is nothing held."""
    done_up = {facts.get("hair"), facts.get("make_up")}
    for field in ("garments", "props"):
        things = facts.get(field, ())
        if isinstance(things, tuple):
            facts[field] = tuple(one for one in things if one not in done_up)
    if facts.get("pose") == facts.get("expression"):
        facts.pop("expression", None)
    return {field: value for field, value in facts.items() if value != ()}


def _behind_seat(page: Page, clause: Clause, noun: Span) -> Clause:
    """Return a clause without "before the video", which is about another shot."""
    seat = position(page, clause)
    if seat is None:
        return clause
    sign = _colon(page, clause)
    start = noun.start if seat.end <= noun.start else clause.start
    bare = noun.end <= seat.start and not page.has(noun.end, seat.start, "framing", "kind")
    start = sign + 1 if bare and seat.start < sign < clause.end else start
    return replace(clause, start=start, mentions=[m for m in clause.mentions if m.start >= start])


def _colon(page: Page, clause: Clause) -> int:
    """Return the place of the colon in front of what a new shot shows, else the end."""
    signs = (p for p in range(clause.start, clause.end - 1) if page.form(p) == ":")
    # "4:5" and "3:an" are one word.
    told = (p for p in signs if page.tokens[p + 1].start > page.tokens[p].start + 1)
    return next(told, clause.end)


def _facts(page: Page, clause: Clause, body: Clause, nobody: Target) -> dict[str, FieldValue]:
    facts: dict[str, FieldValue] = {
        g.field: g.value
        for g in values.given(page, clause, nobody, 0)
        # "The stitching" is a thing and nothing that somebody does.
        if g.field != "pose" or page.form(g.start - 1) not in word_set("naming.articles")
    }
    done = told_doing(page, body)
    if done:
        facts.setdefault("pose", done)
    _shape(page, clause, facts)
    where = place_of(page, body)
    if where:
        facts["set"] = where
    for field in ("garments", "props", "talent"):
        told = (m for m in body.mentions if field in m.fields and not is_another(page, m))
        found = [m.of(field).values[0] for m in told]
        if found:
            facts[field] = tuple(dict.fromkeys(found))
    for field, item in shown_things(page, body, nobody):
        there = facts.get(field, ())
        if isinstance(there, tuple) and not any(item in one for one in there):
            facts[field] = (*there, item)
    if "kind" in facts and facts["kind"] not in ("still", "video"):
        del facts["kind"]
    return facts


def _shape(page: Page, clause: Clause, facts: dict[str, FieldValue]) -> None:
    """Let "portrait" be a framing where it is of somebody, and else a ratio."""
    if "framing" not in facts and _is_likeness(page, clause):
        facts["framing"] = "portrait"
        if facts.get("aspect") == "portrait":
            del facts["aspect"]
    if facts.get("aspect") in ("portrait", "landscape"):
        upright = "9:16" if facts.get("kind") == "video" else "4:5"
        facts["aspect"] = upright if facts["aspect"] == "portrait" else "16:9"


def _is_likeness(page: Page, clause: Clause) -> bool:
    """Whether "un portrait de Luca", "Luca, Porträt" is a picture of somebody, no upright one."""
    who = any(m.fields == {"talent"} for m in clause.mentions)
    return any(
        page.form(p) in word_set("new_shots.likeness")
        and (who or page.form(p + 1) in word_set("new_shots.of"))
        for p in range(clause.start, clause.end)
    )


def _as_in(page: Page, clause: Clause, base: ShotList) -> dict[str, FieldValue]:
    """Return the values that a new shot has from another: "same light as 1".

    Where none is named, "same light" is that of the shot beside which it shall stand.
    """
    ids = {str(shot.no): shot for shot in base.shots}
    seat = position(page, clause)
    behind = range(seat.end, min(clause.end, seat.end + 4)) if seat else range(0)
    beside = next((ids[page.tokens[p].text] for p in behind if page.tokens[p].text in ids), None)
    for span in page.spans(clause.start, clause.end, "sim"):
        near = range(span.start, min(clause.end, span.end + 5))
        fields = [f.name for p in near if (f := page.span_at(p, "f"))]
        named = (ids[page.tokens[p].text] for p in near if page.tokens[p].text in ids)
        source = next(named, beside)
        if source and fields:
            return {field: getattr(source, field) for field in fields}
    return {}


def _insert_at(
    page: Page, clause: Clause, out: Outcome, base: ShotList, noun: Span | None
) -> int | None:
    counted = page.tokens[noun.end - 1].text if noun else ""
    told = int(counted) if counted.isdecimal() else _told_place(page, clause)
    if told:
        return told
    span = position(page, clause)
    if span is None or span.name == "end":
        return len(base) + 1
    if span.name == "top":
        return 1
    for place in range(span.end, clause.end):
        if page.tokens[place].text.isdecimal():
            number = int(page.tokens[place].text)
            return number + 1 if span.name in ("after", "between") else number
    behind = Clause(
        span.end, clause.end, mentions=[m for m in clause.mentions if m.start >= span.end]
    )
    ends = page.spans(span.end, clause.end, "pos")
    if ends and ends[0].name in ("top", "end"):
        return (1 if ends[0].name == "top" else len(base)) + (span.name == "after")
    ahead = noun.start if noun is not None and noun.start >= span.end else clause.end
    beside = places.resolve_loose(page, behind.until(min(ahead, _colon(page, clause))), base, out)
    valued = _of_value(page, span.end, min(ahead, _colon(page, clause)), base)
    named = beside.shots if beside.how in ("ordinal", "description") else valued
    if len(named) != 1:
        return None
    return base.shot(named[0]).no + (span.name == "after")


def _of_value(page: Page, start: int, end: int, base: ShotList) -> tuple[str, ...]:
    """Return the shots of "the video", "the flatlay" that stand behind "before"."""
    told = page.spans(start, end, "kind", "framing")
    return tuple(s.id for span in told for s in base.shots if getattr(s, span.kind) == span.name)


def _told_place(page: Page, clause: Clause) -> int:
    """Return the number that a new shot shall have: "as the new 2", "as shot 3"; 0 for none."""
    for place in range(clause.start, clause.end - 1):
        number = place + 1
        while number < clause.end and (
            page.form(number) in word_set("new_shots.as_number") or page.span_at(number, "noun")
        ):
            number += 1
        text = page.tokens[number].text if number < clause.end else ""
        led = page.form(place) in word_set("new_shots.as") and number > place + 1
        if led and text.isdecimal():
            return int(text)
    return 0
