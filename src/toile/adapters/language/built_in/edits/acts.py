"""One clause at a time: what it asks for, as commands on the shots it means."""

from toile.adapters.language.built_in.edits import items, places, values
from toile.adapters.language.built_in.edits.board_words import Entry, Mention
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.targets import Target, resolve
from toile.adapters.language.built_in.lexicon import Span, common_words
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.phrases import function_words
from toile.domain.brief import Flag
from toile.domain.commands import (
    AddShot,
    CopyFields,
    DeleteShots,
    DuplicateShot,
    FieldValue,
    RemoveItems,
    SetField,
)
from toile.domain.editing import free_id
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

_WHICH = "Which shot do you mean?"


def names_of(page: Page, clause: Clause) -> list[str]:
    """Return the actions named in a clause."""
    found = [s.name for s in page.spans(clause.start, clause.end, "act")
             if not (s.name == "delete" and page.form(s.start) == "out" and page.form(s.end) == "of")
             and not _inside_step(page, s)]
    forms = [page.form(p) for p in range(clause.start, clause.end)]
    person = any("talent" in m.fields and page.form(m.end) == "out" for m in clause.mentions)
    if "delete" not in found and (any(f in _PARTED for f in forms) or person) and "out" in forms:
        return [*found, "delete"]
    parted = forms and any(f in _PARTED for f in forms) and forms[-1] in ("off", "out", "away")
    return [*found, "delete"] if parted and "delete" not in found else found


def _inside_step(page: Page, span: Span) -> bool:
    """Whether a verb belongs to a longer relative word: "drop the camera"."""
    own = page.span_at(span.start, "rel")
    return own is not None and own.end > span.end


_PARTED = frozenset("take get pull throw kick leave chuck cut".split())


def handle(page: Page, clause: Clause, out: Outcome, base: ShotList) -> None:
    """Read one clause into commands or remarks."""
    acts = names_of(page, clause)
    target = resolve(page, clause, base, out.context)
    if target.how in ("spoken of", "none", "both", "other") and out.last:
        target = Target(shots=out.last, how="before", plural=len(out.last) > 1)
        if any(i not in {s.id for s in base.shots} for i in out.last):
            base = out.shots
    for reader in (_order, _new_shots, _whole_shots, _things, _fields):
        if reader(page, clause, out, base, acts, target):
            return


def _order(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    if "reverse" in acts:
        return places.reverse(out)
    if "swap" in acts and not _has_for(page, clause) and places.swap(page, clause, out, base):
        return True
    span = places.position(page, clause)
    if "delete" in acts or "duplicate" in acts:
        return False
    added = "add" in acts and page.has(clause.start, clause.end, "noun") and _new_noun(page, clause)
    if span and not added and _is_move(page, clause, acts, span, target):
        return places.move(page, clause, out, base)
    return "move" in acts and not clause.ratios and not values.given(page, clause, target, len(base)) and (
        not items.objects(clause, target)) and places.move(page, clause, out, base)


def _is_move(page: Page, clause: Clause, acts: list[str], span: Span, target: Target) -> bool:
    given = [g for g in values.given(page, clause, target, 0) if not span.start <= g.start < span.end]
    if given and "move" not in acts:
        return False
    if span.name in ("before", "after") and span.start == clause.start:
        return "move" in acts
    return "move" in acts or not given


def _has_for(page: Page, clause: Clause) -> bool:
    """Whether "swap X for Y" exchanges things and not shots."""
    return any(page.form(p) in ("for", "with", "contre", "por", "gegen", "mot", "con") and not page.tokens[p + 1].text.isdigit()
               for p in range(clause.start, clause.end - 1)) and any(m.fields & items.LISTS for m in clause.mentions)


def _framed(page: Page, clause: Clause) -> Span | None:
    """Return the framing of "add a close-up of ...", or "one more:", as what is new."""
    for act in page.spans(clause.start, clause.end, "act"):
        lead, place = page.form(act.end), act.end + 1
        if act.name == "add" and lead in ("a", "an", "another", "un", "une", "una", "ein", "eine", "en", "ett", "einen"):
            span = page.span_at(place, "framing")
            if span and not page.tokens[min(span.end, len(page.tokens) - 1)].text.isdigit():
                return Span(act.end, act.end + 1, "noun", "shot")
    for place in range(clause.start, clause.end - 1):
        if page.form(place) == "one" and page.form(place + 1) == "more" and page.form(place + 2) in (":", ",", "shot"):
            return Span(place, place + 2, "noun", "shot")
    return None


_NEW = frozenset("new another extra nuovo nuova nouveau nouvelle neues neue nuevo nueva ny nytt weiteres".split())


def _new_noun(page: Page, clause: Clause) -> Span | None:
    """Return the "shot" of "add a shot", "another picture", "one more frame"."""
    framed = _framed(page, clause)
    if framed:
        return framed
    starts = [act.end for act in page.spans(clause.start, clause.end, "act") if act.name == "add"]
    if page.form(clause.start) in _NEW:
        starts.append(clause.start + 1)
    for start in starts:
        for place in range(start, min(clause.end, start + 4)):
            noun = page.span_at(place, "noun")
            if noun and page.form(place) not in ("number", "no", "card", "one", "nr", "num"):
                following = page.tokens[place + 1].text if place + 1 < len(page.tokens) else ""
                lead = page.form(place - 1)
                if not following.isdigit() and lead in ("a", "another", "new", "un", "une", "una", "ein", "eine", "en", "ett", "nuovo", "nueva",
                                                        "neues", "ny", "more", "extra", "otra", "altro", "autre", "weiteres", "noch", "otro", "uno", "altra", "nouveau", "nouvelle", "nuova", "einen", "eines", "nytt"):
                    return noun
    return None


def _new_shots(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    noun = _new_noun(page, clause)
    if noun:
        return _insert(page, clause, out, base, noun)
    return "duplicate" in acts and _duplicate(page, clause, out, base, target)


def _insert(page: Page, clause: Clause, out: Outcome, base: ShotList, noun: Span) -> bool:
    nobody = Target(how="new")
    body = Clause(noun.end, clause.end, mentions=[m for m in clause.mentions if m.start >= noun.end],
                  ratios=clause.ratios)  # fmt: skip
    shot = Shot(id=free_id(out.shots, "new"), **_facts(page, clause, body, nobody))  # type: ignore[arg-type]
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
    if "kind" in facts and facts["kind"] not in ("still", "video"):
        del facts["kind"]
    return facts


def _insert_at(page: Page, clause: Clause, base: ShotList) -> int | None:
    span = places.position(page, clause)
    if span is None or span.name == "end":
        return len(base) + 1
    if span.name == "top":
        return 1
    for place in range(span.end, clause.end):
        if page.tokens[place].text.isdigit():
            number = int(page.tokens[place].text)
            return number + 1 if span.name in ("after", "between") else number
    return None


def _duplicate(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> bool:
    loose = target if target.how in ("number", "ordinal") else places.resolve_loose(page, clause, base, out)
    loose = loose if loose.shots else target
    if loose.missing and not loose.shots:
        out.cannot.append(places.missing(loose, base))
        return True
    if len(loose.shots) != 1:
        out.asks.append(places.which(base, loose.shots) if 1 < len(loose.shots) < 4 else _WHICH)
        return True
    source = base.shot(loose.shots[0])
    changes: dict[str, FieldValue] = {
        g.field: values.orient(g.value, source) for g in values.given(page, clause, loose, len(base))
        if not set(range(g.start, g.end)) & loose.places}  # fmt: skip
    span = places.position(page, clause)
    at = {"top": 1, "end": len(base) + 1}.get(span.name) if span else None
    new_id = free_id(out.shots, f"{source.id}-copy")
    gone = [m for m in clause.mentions if page.has(m.start - 1, m.start, "neg") or page.form(m.start - 1) in ("sin", "sans", "senza", "ohne",
                                                                                                     "utan", "without")]
    for mention in gone:
        for field in ("garments", "props", "talent"):
            out_values = mention.of(field).values
            if out_values:
                changes[field] = tuple(v for v in getattr(source, field) if v not in out_values)
    done = out.do(DuplicateShot(shot=source.id, new_id=new_id, at=at, changes=changes))
    out.last = (new_id,)
    return done


def _whole_shots(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read the deletion of shots."""
    if "delete" not in acts or {"replace"} & set(acts):
        return False
    things = items.objects(clause, target)
    if things and target.how not in ("all",):
        return False
    if {g.field for g in values.given(page, clause, target, len(base))} & {"priority", "aspect", "lens"}:
        return False
    if target.shots and _from(page, clause, target):
        return _take_from(out, target)
    strange = _strange(page, clause, target)
    if strange and target.how in ("number", "ordinal", "before", "spoken of", "none", "only"):
        out.cannot.append(f"I find no {strange} there.")
        return True
    if _colourless_object(page, clause, target):
        return False
    if target.missing:
        out.cannot.append(places.missing(target, base))
    if not target.shots or target.how in ("before",) or (target.how in ("spoken of", "only") and not _pronoun(page, clause)):
        if not target.missing:
            out.asks.append(_WHICH if not target.shots or target.how != "before" else "What should go?")
        return True
    if target.how == "description" and len(target.shots) > 1 and not target.plural:
        out.asks.append(places.which(base, target.shots))
        return True
    if len(target.shots) == len(base) and target.how == "all":
        out.asks.append("Delete every shot of the board?")
        return True
    return out.do(DeleteShots(shots=target.shots))


def _colourless_object(page: Page, clause: Clause, target: Target) -> bool:
    """Whether the clause names a thing that no shot has."""
    nouns = [s for s in page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
             if not set(range(s.start, s.end)) & target.places and not page.first(s.start, "act", "noun", "f")]
    return bool(nouns) and target.how != "description"


def _strange(page: Page, clause: Clause, target: Target) -> str:
    """Return a word that nobody knows and that may name a thing."""
    known = {*function_words(), *common_words()}
    for place in range(clause.start, clause.end):
        token = page.tokens[place]
        if token.is_word and len(token.form) > 3 and not page.at[place] and token.form not in known:
            covered = any(s.start <= place < s.end for b in range(max(0, place - 4), place) for s in page.at[b].values())
            if not covered and place not in target.places:
                return token.text
    return ""


_FROM = frozenset("from aus von de du dalla dal della fran ur off".split())


def _from(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "remove it from 4" speaks of a thing in a shot and not of the shot."""
    first = min(target.places, default=clause.start)
    return target.how == "number" and any(page.form(p) in _FROM for p in range(max(clause.start, first - 2), first))


def _take_from(out: Outcome, target: Target) -> bool:
    if out.last_item is None:
        out.asks.append("What should be taken out?")
        return True
    field, item = out.last_item
    return out.do(RemoveItems(shots=target.shots, field=field, items=(item,))) or True


def _pronoun(page: Page, clause: Clause) -> bool:
    return any(s.name == "this" for s in page.spans(clause.start, clause.end, "ref")) or page.has(
        clause.start, clause.end, "noun")


def _things(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    from toile.adapters.language.built_in.edits.things import edit_things

    return edit_things(page, clause, out, base, acts, target)


def _fields(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read values and relative words for the fields of the shots meant."""
    given = values.given(page, clause, target, len(base))
    relative = [_turned(page, clause, s) for s in page.spans(clause.start, clause.end, "rel") if s.name != "vague"]
    if any(g.field == "light" for g in given):
        relative = [r for r in relative if r not in _LIGHTS]
    if any(g.field == "framing" for g in given):
        relative = [r for r in relative if r not in ("tighter", "wider")]
    if any(g.field == "angle" for g in given):
        relative = [r for r in relative if r not in ("lower", "higher")]
    place = values.new_set(page, clause, target) if not any(g.field == "set" for g in given) else None
    if place and (target.how in ("number", "ordinal", "all", "description", "spoken of", "only") or "set" in acts or "move" in acts):
        given = [*given, place]
    copied = _copied(page, clause, out, base, target)
    if copied is not None:
        return copied
    if not given and not relative:
        return False
    if target.missing:
        out.cannot.append(places.missing(target, base))
    shots = _meant(page, clause, out, base, target, given)
    if not shots:
        return True
    for value in given:
        _set(out, shots, value)
    for name in relative:
        for shot_id in (i for i in shots if i in {s.id for s in out.shots.shots}):
            command = values.step(out.shots.shot(shot_id), name)
            if command is None:
                out.cannot.append(f"Shot {base.shot(shot_id).no} is already at the end of that scale.")
            else:
                out.do(command)
    out.last, out.last_fields = shots, tuple(v.field for v in given)
    return True


_LIGHTS = frozenset(("warmer", "cooler", "darker", "brighter", "softer", "harder"))
_OPPOSITE = {"tighter": "wider", "wider": "tighter", "lower": "higher", "higher": "lower", "warmer": "cooler", "cooler": "warmer",
             "darker": "brighter", "brighter": "darker", "softer": "harder", "harder": "softer", "longer": "shorter", "shorter": "longer"}  # fmt: skip


def _turned(page: Page, clause: Clause, span: Span) -> str:
    """Return a relative word, turned round behind "not so", "too" or "less"."""
    before = [page.form(p) for p in range(max(clause.start, span.start - 2), span.start)]
    turned = {"not", "too", "less", "nicht", "zu", "pas", "trop", "non", "troppo", "no", "demasiado", "inte", "for", "weniger", "meno", "moins",
              "menos", "mindre"} & set(before)  # fmt: skip
    return _OPPOSITE[span.name] if turned - {"for", "zu", "no"} or before[-1:] in (["zu"], ["too"]) else span.name


def _meant(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, given: list[values.Given]
) -> tuple[str, ...]:
    if target.shots and not (target.how == "description" and len(target.shots) > 1 and not target.plural):
        return target.shots
    if target.missing and not target.shots:
        return ()
    if len(target.shots) > 1:
        if _narrowed(out, target):
            return _narrowed(out, target)
        out.asks.append(places.which(base, target.shots))
        return ()
    what = f" ({given[0].field}: {given[0].value})" if given else ""
    out.asks.append(f"{_WHICH[:-1]}{what}?")
    return ()


def _narrowed(out: Outcome, target: Target) -> tuple[str, ...]:
    last = out.context.last_mentioned
    return (last,) if last and last in target.shots else ()


def _set(out: Outcome, shots: tuple[str, ...], value: values.Given) -> None:
    wanted: dict[str, list[str]] = {}
    there = {shot.id for shot in out.shots.shots}
    for shot_id in shots:
        if shot_id not in there:
            continue
        shot = out.shots.shot(shot_id)
        if value.field == "pose" and out.last == shots and "pose" in out.last_fields and shot.pose:
            wanted.setdefault(f"{shot.pose}, {value.value}", []).append(shot_id)
            continue
        to = values.orient(value.value, shot) if value.field == "aspect" else value.value
        if getattr(shot, value.field) == to:
            out.already.append(f"Shot {shot.no} has {to} already.")
        else:
            wanted.setdefault(to, []).append(shot_id)
    for to, ids in wanted.items():
        out.do(SetField(shots=tuple(ids), field=value.field, value=to))


def _copied(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> bool | None:
    """Read "same light as 3", "make 2 match 6": one field is copied, an unnamed one is asked."""
    similar = page.spans(clause.start, clause.end, "sim")
    if not similar or target.how != "number" or len(target.shots) < 2:
        return None
    fields = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    marks = [p for p in range(similar[0].start, clause.end) if page.form(p) in ("as", "wie", "que", "come", "som", "comme", "like", "match")]
    after = marks[-1] if marks else similar[0].end
    behind = [p for p in sorted(target.places) if p >= after]
    numbers = {shot.no: shot.id for shot in base.shots}
    first = next((p for p in behind if page.tokens[p].text.isdigit()), None)
    source = numbers.get(int(page.tokens[first].text)) if first is not None else target.shots[-1]
    if source is None:
        return None
    rest = tuple(i for i in target.shots if i != source)
    if not fields:
        out.asks.append(f"In which respect should it be like shot {base.shot(source).no}: light, framing, pose?")
        return True
    return out.do(CopyFields(source=source, shots=rest, fields=fields))


def twin_flag(name: str) -> Flag:
    """Return the flag for somebody who is not cleared for this campaign."""
    return Flag(code="TWIN_RIGHTS", action="ask", why=f"{name} is not among the twins cleared for this campaign.")


def entries_in(mention: Mention, shots: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the entries of a mention in some shots."""
    return tuple(e for e in mention.entries if e.shot in shots)


def shot_id(text: str) -> ShotId:
    """Return a text as the id of a shot."""
    return ShotId(text)
