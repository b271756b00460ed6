"""Hair, make-up and expression: "slick her hair back", "give Lotte a red lip", "make her smile"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.remarks import is_remark
from toile.adapters.language.built_in.edits.picture.beauty import looks_named
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import Span, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import in_english
from toile.domain.commands import CopyFields, FieldValue, SetField
from toile.domain.shots import Shot, ShotList

_GROOMED = ("hair", "make_up")
_PAINTS = ("lipstick", "nail polish")
_THINGS = ("g", "h", "b", "j", "p")


def read_grooming(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read a clause about hair, make-up or the face; return whether it was one."""
    if _is_of_the_camera(page, clause):
        return False
    groomed = _groomed(page, clause)
    listed = looks_named(page, clause)
    # English words stay as they are said, where one look alone is spoken of.
    several = any(page.tokens[p].text == "," for p in range(clause.start, clause.end))
    listed = () if groomed and not several and _is_english(page) else listed
    face = _face(page, clause)
    if (groomed is None and not listed and face is None) or "replace" in acts:
        return False
    shots = _worn_by(clause, base, target)
    if not shots:
        return False
    if face is None and is_denied(page, clause.start, clause.end):
        out.kept.append("That stays as it is.")
        return True
    if listed:
        done = [_set(out, shots, *look) for look in listed]
        return all(done)
    if groomed is not None:
        if is_remark(page, Segment(clause.start, clause.end, 0, 0)):
            out.kept.append("That stays as it is.")
            return True
        if like := _lent(page, clause, base, target):
            return _copied(out, base, *like, groomed)
        said = _words(page, clause, target)
        return bool(said) and _set(out, shots, groomed, said)
    assert face is not None
    done = [_look(page, clause, out, base.shot(shot_id), face) for shot_id in shots]
    out.last, out.last_fields = shots, ()
    return any(done)


def looks_of(page: Page, clause: Clause) -> dict[str, FieldValue]:
    """Return hair, make-up and expression as a stretch that tells of a new shot has them."""
    found: dict[str, FieldValue] = {}
    for field, value in looks_named(page, clause):
        found.setdefault(field, value)
    for part in _parts(page, clause):
        groomed = _groomed(page, part)
        said = _words(page, part, Target(how="new")) if groomed else ""
        if groomed and said:
            found.setdefault(groomed, said)
    faces = page.spans(clause.start, clause.end, "expr")
    if faces and not _is_denied(page, clause, faces[-1]):
        found["expression"] = faces[-1].name
    return found


def _parts(page: Page, clause: Clause) -> Iterator[Clause]:
    """Yield what stands between the signs and "and" of a stretch."""
    start = clause.start
    for place in range(clause.start, clause.end + 1):
        ends = place == clause.end or not page.tokens[place].text[:1].isalnum()
        if not ends and page.form(place) not in word_set("naming.and"):
            continue
        if place > start:
            own = [m for m in clause.mentions if start <= m.start and m.end <= place]
            yield Clause(start, place, mentions=own)
        start = place + 1


def _is_of_the_camera(page: Page, clause: Clause) -> bool:
    """Whether "closer on her make-up" says how much of it is seen, and not how it is done."""
    worn = word_set("grooming.hair") | word_set("grooming.make_up")
    spans = page.spans(clause.start, clause.end, "rel", "framing", "angle")
    # A "low bun" is worn low, whatever the camera does.
    ways = [s for s in spans if page.form(s.end) not in worn]
    seen = any(page.form(p) in word_set("grooming.seen") for p in range(clause.start, clause.end))
    return seen or any(s.kind != "rel" or s.name in _CAMERA for s in ways)


_CAMERA = frozenset(("tighter", "wider", "higher", "lower"))


def _groomed(page: Page, clause: Clause) -> str | None:
    """Return the field that a word for hair or make-up speaks of; things of the board are none."""
    things = _tokens_of_things(page, clause)
    for place in range(clause.start, clause.end):
        for field in _GROOMED:
            said = {page.form(place), page.tokens[place].text.casefold(), _joined(page, place)}
            other = _is_polite(page, place) or _is_amount(page, place) or _is_hue(page, place)
            if said & word_set(f"grooming.{field}") and place not in things and not other:
                return field
    return None


def _is_polite(page: Page, place: int) -> bool:
    return page.form(place - 1) in word_set("grooming.polite")  # "S'il te plaît."


def _is_amount(page: Page, place: int) -> bool:
    """Whether "a hair warmer" says how much."""
    one = page.form(place - 1) in word_set("giving.indefinite")
    return one and page.span_at(place + 1, "rel") is not None


def _is_hue(page: Page, place: int) -> bool:
    """Whether "rouge" is the colour of what stands beside it, and no make-up."""
    led = page.form(place - 1) in word_set("apart.in")
    beside = (p for p in (place - 2, place - 1, place + 1) if 0 <= p < len(page.tokens))
    things = any(page.first(p, *_THINGS) is not None for p in beside)
    return page.span_at(place, "col") is not None and (things or led)


def _joined(page: Page, place: int) -> str:
    """Return a word of two halves that a hyphen joins: "make-up"."""
    if place + 1 >= len(page.tokens):
        return ""
    one, two = page.tokens[place], page.tokens[place + 1]
    return f"{one.form}{two.form}" if page.text[one.end : two.start] == "-" else ""


def _tokens_of_things(page: Page, clause: Clause) -> set[int]:
    held = {p for m in clause.mentions for p in range(m.start, m.end)}
    for span in page.spans(clause.start, clause.end, *_THINGS, "pose"):
        if not _is_put_on(page, clause, span):
            held |= set(range(span.start, span.end))
    return held


def _is_put_on(page: Page, clause: Clause, span: Span) -> bool:
    """Whether lipstick is on lips, by its colour or how much of it: not one in a hand."""
    if span.name not in _PAINTS:
        return False
    near = (span.start - 1, span.end)
    coloured = any(page.span_at(p, "col") for p in near) or any(
        page.form(p) in word_set("grooming.degree") for p in near
    )
    lies = any(page.form(p) in word_set("grooming.lies") for p in range(clause.start, clause.end))
    return coloured and not lies


def _lent(
    page: Page, clause: Clause, base: ShotList, target: Target
) -> tuple[str, tuple[str, ...]] | None:
    """Return the shot whose hair or make-up others get, and those: "hair like in 2 for 6"."""
    likes = page.spans(clause.start, clause.end, "sim")
    numbers = {str(shot.no): shot.id for shot in base.shots}
    behind = (p for p in sorted(target.places) if likes and p >= likes[-1].end)
    lender = next((i for p in behind if (i := numbers.get(page.tokens[p].text))), None)
    others = tuple(shot for shot in target.shots if shot != lender)
    return (lender, others) if lender and others else None


def _face(page: Page, clause: Clause) -> Span | None:
    """Return the expression a clause names; a mood is one only where somebody has it."""
    sure = page.spans(clause.start, clause.end, "expr")
    if sure:
        return sure[-1]
    somebody = any(m.fields == {"talent"} for m in clause.mentions) or any(
        page.form(p) in word_set("grooming.somebody") for p in range(clause.start, clause.end)
    )
    moods = page.spans(clause.start, clause.end, "mien") if somebody else []
    other = page.has(clause.start, clause.end, *_THINGS, "light", "s", "set", "framing", "angle")
    return moods[-1] if moods and not other else None


def _worn_by(clause: Clause, base: ShotList, target: Target) -> tuple[str, ...]:
    """Return the shots meant: those named, else those of the person named, else the only one."""
    people = {v for m in clause.mentions if m.fields == {"talent"} for v in m.values}
    if target.shots and not (people and target.how == "all"):
        return target.shots
    seen = [s for s in base.shots if (people & set(s.talent) if people else s.talent)]
    return tuple(s.id for s in seen) if people or len(seen) == 1 else ()


def _words(page: Page, clause: Clause, target: Target) -> str:
    """Return what is said of hair or make-up, without verbs, people and shots."""
    people = {p for m in clause.mentions if m.fields == {"talent"} for p in range(m.start, m.end)}
    kept = [
        p
        for p in range(clause.start, clause.end)
        if p not in target.places and p not in people and not _is_small(page, p)
    ]
    while kept and page.form(kept[0]) in word_set("grooming.lead"):
        kept.pop(0)
    while kept and page.form(kept[-1]) in word_set("grooming.tail"):
        kept.pop()
    return _english(page, kept) if _is_english(page) else _foreign(page, kept)


def _english(page: Page, kept: list[int]) -> str:
    """Return the words as they stand, "make-up" with its hyphen."""
    said = ""
    for place in kept:
        joins = said and _joined(page, place - 1) and place - 1 in kept
        said += ("-" if joins else " ") + page.tokens[place].text
    return said.strip().lower()


def _foreign(page: Page, kept: list[int]) -> str:
    """Put the words into English: how much of it, how it is, then what it is."""
    more = any(page.form(p) in word_set("grooming.more") for p in kept)
    less = any(page.form(p) in word_set("grooming.less") for p in kept)
    kept = [p for p in kept if page.form(p) not in word_set("grooming.degree")]
    runs = [p for p in kept if p - 1 not in kept]
    ends = [p + 1 for p in kept if p + 1 not in kept]
    said = (in_english(page, *run) for run in zip(runs, ends, strict=True))
    noun, _, how = " ".join(filter(None, said)).lower().partition(" ")
    groomed = word_set("grooming.hair") | word_set("grooming.make_up")
    turned = how and noun.replace("-", "") in groomed
    words = f"{how} {noun}" if turned else f"{noun} {how}".strip()
    return f"more {words}" if more else f"less {words}" if less else words


def _is_small(page: Page, place: int) -> bool:
    form = page.form(place)
    text = page.tokens[place].text
    return form in word_set("grooming.small") or not text[:1].isalpha()


def _copied(out: Outcome, base: ShotList, lender: str, shots: tuple[str, ...], field: str) -> bool:
    out.last, out.last_fields = shots, ()
    if getattr(base.shot(lender), field) is None:
        words = field.replace("_", "-")
        out.cannot.append(f"Shot {base.shot(lender).no} says nothing of {words}.")
        return True
    return out.do(CopyFields(source=lender, shots=shots, fields=(field,)))


def _is_english(page: Page) -> bool:
    return page.languages == ("en",)


def _set(out: Outcome, shots: tuple[str, ...], field: str, value: str) -> bool:
    out.last, out.last_fields = shots, ()
    return out.do(SetField(shots=shots, field=field, value=value))


def _look(page: Page, clause: Clause, out: Outcome, shot: Shot, face: Span) -> bool:
    """Give a face its expression; where the pose itself is one, the pose changes."""
    value = f"not {face.name}" if _is_denied(page, clause, face) else face.name
    field = "pose" if shot.pose and _is_facial(shot.pose) else "expression"
    if getattr(shot, field) == value:
        out.already.append(f"Shot {shot.no} has {value} already.")
        return True
    return out.do(SetField(shots=(shot.id,), field=field, value=value))


def _is_denied(page: Page, clause: Clause, face: Span) -> bool:
    before = range(max(clause.start, face.start - 3), face.start)
    gone = any(s.name == "delete" for s in page.spans(before.start, face.start, "act"))
    less = face.end < clause.end and page.form(face.end) in word_set("grooming.after")
    return (
        gone
        or less
        or any(
            page.span_at(p, "neg") or page.form(p) in word_set("grooming.denied") for p in before
        )
    )


def _is_facial(pose: str) -> bool:
    """Whether a pose of the board is only an expression: "laughing", "smiling"."""
    return pose in word_set("grooming.facial_poses") or pose in set(_faces())


def _faces() -> Iterator[str]:
    rows = lexicon(("en",), ("board_things",)).phrases.values()
    return (name for row in rows for _, kind, name in row if kind == "expr")
