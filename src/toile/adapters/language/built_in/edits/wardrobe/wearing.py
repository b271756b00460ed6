"""What somebody wears or holds, said without a verb: "2 with the clear frames", "not the
jumper, the smock".
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stems
from toile.adapters.language.built_in.edits.message.worn_places import is_of_kind
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.dressing import put_on, unwearable
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.commands import Command, RemoveItems, ReplaceItem
from toile.domain.shots import Shot, ShotList

_WORN = ("g", "h", "b", "j", "p")


def read_worn(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Put a thing behind "with" or "in" into the shots meant, in the place of one of its kind."""
    if not target.shots:
        return False
    for place in range(clause.start, clause.end):
        inside = f"{page.languages[0]}_{page.form(place)}" in word_set("wearing.in")
        led = inside or page.form(place) in word_set("wearing.with")
        if not led or place in target.places:
            continue
        if place + 1 in target.places:  # "In the harbour one" says where.
            continue
        if any(span.end > place + 1 for span in page.at[place].values()) or _is_inside(page, place):
            continue
        found = items.new_item(page, clause, place + 1, target)
        article = page.form(place + 1) in word_set("giving.a")
        new = article and found is not None and not any(page.at[found[1] : found[2]])
        if found is None or not (new or _is_thing(page, clause, found[1], found[2])):
            continue
        if leads_to_place(page, place, found[1], found[2]):
            continue
        if inside and not page.has(found[1], found[2], "g", "h"):
            continue
        text = full_name(base, found[0])
        for shot_id in _worn_in(base, target):
            wear(out, out.shots.shot(shot_id), text, page, found)
        out.last = target.shots
        return True
    return False


def leads_to_place(page: Page, lead: int, start: int, end: int) -> bool:
    """Whether words behind "in" or "against" end on a place: nobody wears "a motel car park"."""
    ends = {kind for p in range(start, end) for kind, s in page.at[p].items() if s.end == end}
    place = bool(ends & {"s", "set"})
    if page.form(lead) in word_set("grounds.on"):
        return place  # A curtain that somebody stands against is no prop.
    return page.form(lead) in word_set("naming.in") and place and not ends & set(_WORN)


def _worn_in(base: ShotList, target: Target) -> tuple[str, ...]:
    """Return the shots in which something can be worn: of all, those with somebody in them."""
    if target.how != "all":
        return target.shots
    return tuple(i for i in target.shots if base.shot(i).talent)


def is_dressed(page: Page, clause: Clause) -> bool:
    """Whether "put Lotte in the boots" dresses somebody and moves no shot."""
    whom = {m.end for m in clause.mentions if m.fields == {"talent"}}
    whom |= {
        p + 1 for p in range(clause.start, clause.end) if page.form(p) in word_set("giving.whom")
    }
    return any(page.form(p) in word_set("wearing.with") for p in whom)


def read_instead(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "pencil skirt instead in 3": it takes the place of the thing of its kind."""
    marks = [p for p in range(clause.start, clause.end) if page.form(p) in _INSTEAD]
    if not marks or page.form(marks[0] + 1) in word_set("wearing.of"):
        return False
    found = items.new_item(page, Clause(clause.start, marks[0]), clause.start, target)
    if found is None or not _is_thing(page, clause, found[1], found[2]):
        return False
    text = full_name(base, found[0]) if len(found[0].split()) == 1 else found[0]
    told = target.shots if target.how not in ("none", "spoken of") else ()
    done = False
    for shot in base.shots:
        for name in ("garments", "props"):
            for old in getattr(shot, name):
                same = stems(old)[-1:] == stems(text)[-1:] and old != text
                if same and (not told or shot.id in told):
                    out.do(ReplaceItem(shots=(shot.id,), field=name, old=old, new=text))
                    out.last, done = (shot.id,), True
    return done


_INSTEAD = word_set("wearing.instead")


def _is_inside(page: Page, place: int) -> bool:
    """Whether a small word stands inside a longer expression: "guardare in camera"."""
    return any(
        span.end > place + 1
        for before in range(max(0, place - 3), place)
        for span in page.at[before].values()
    )


def _is_thing(page: Page, clause: Clause, start: int, end: int) -> bool:
    named = any(
        start <= m.start < end and m.fields & {"garments", "props"} for m in clause.mentions
    )
    return named or page.has(start, end, *_WORN) or is_unheard(page, start, end)


def is_unheard(page: Page, start: int, end: int) -> bool:
    """Whether "a croissant", "w/ toast" is a thing that no list of words holds."""
    known = {*function_words(), *common_words(), *word_set("wearing.no_thing")}
    known |= word_set("parts.words")
    head = page.form(end - 1)
    plain = page.tokens[end - 1].is_word and not page.at[end - 1] and head not in known
    led = page.form(start - 1) in word_set("wearing.led")
    return led and end - start < 4 and plain and len(head) > 2 and page.languages[0] == "en"


def full_name(base: ShotList, said: str) -> str:
    """Return the board's own name of a thing that is said in short."""
    known = [v for s in base.shots for v in (*s.garments, *s.props)]
    exact = [v for v in known if set(stems(said)) <= set(stems(v)) and not _is_other(v, said)]
    return exact[0] if len(set(exact)) == 1 else said


def _is_other(known: str, said: str) -> bool:
    """Whether the board's "white t-shirt" is another thing than the "white shirt" that is said."""
    return known.split()[-1].endswith(f"-{said.split()[-1]}")


def wear(out: Outcome, shot: Shot, text: str, page: Page, found: tuple[str, int, int]) -> None:
    """Put a thing into a shot, in the place of one of its kind."""
    if _is_in_a_state(out, shot, text):
        return
    field = items.field_for(out.context.shots, text, page, found[1], found[2])
    for name in ("garments", "props"):
        if text in getattr(shot, name):
            out.already.append(f"Shot {shot.no} has {text} already.")
            return
        old = [v for v in getattr(shot, name) if stems(v)[-1:] == stems(text)[-1:]]
        old = old or [v for v in getattr(shot, name) if is_of_kind(v, text)]
        if old:
            gone = tuple(v for v in unwearable(shot, text) if v != old[0])
            out.do(ReplaceItem(shots=(shot.id,), field=name, old=old[0], new=text))
            if gone:
                out.do(RemoveItems(shots=(shot.id,), field="garments", items=gone))
            return
    put_on(out, (shot.id,), field, text)


def _is_in_a_state(out: Outcome, shot: Shot, text: str) -> bool:
    """Read "with the suitcase open" where the shot has a suitcase: it is that one, and open."""
    words = set(stems(text))
    for name in ("garments", "props"):
        for held in getattr(shot, name):
            more = words - set(stems(held))
            if words > set(stems(held)) and more <= word_set("wearing.states"):
                new = f"{' '.join(sorted(more))} {held}"
                return out.do(ReplaceItem(shots=(shot.id,), field=name, old=held, new=new))
    return False


def read_turned(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "not the jumper, the smock": the first goes and the second takes its place."""
    place = clause.start
    if page.form(place) not in word_set("wearing.not"):
        return False
    olds = [m for m in clause.mentions if m.fields & {"garments", "props"}]
    commas = [p for p in range(clause.start, clause.end) if page.form(p) in (",", "but", ";")]
    if not olds or not commas or olds[0].start > commas[0]:
        return False
    if page.form(commas[0] + 1) in word_set("wearing.not"):  # "No keys, no bottle."
        return False
    found = items.new_item(page, clause, _behind_subject(page, commas[0] + 1), target)
    if found is None or not _is_thing(page, clause, found[1], found[2]):
        return False
    explicit = bool(target.shots) and target.how not in ("spoken of", "none")
    entries = items.scoped(olds[0], target, explicit=explicit)
    new = full_name(base, found[0])
    commands = items.replace_all(tuple(e for e in entries if e.value != new), new)
    apart = any(c.field != items.field_of(page, *found[1:], frozenset()) for c in commands)
    meant = _apart(commands, page, found, new) if apart else commands
    done = [out.do(command) for command in meant]
    return bool(done) and all(done)


def _apart(
    commands: list[ReplaceItem], page: Page, found: tuple[str, int, int], new: str
) -> list[Command]:
    """Return what goes and what comes where one is worn and the other is not."""
    shots = tuple(dict.fromkeys(i for c in commands for i in c.shots))
    gone = [RemoveItems(shots=c.shots, field=c.field, items=(c.old,)) for c in commands]
    return [*gone, items.add(shots, items.field_of(page, *found[1:], frozenset()), new)]


def _behind_subject(page: Page, place: int) -> int:
    """Return where the thing begins in "he can carry a newspaper", "elle porte une robe"."""
    while page.form(place) in word_set("wearing.subject"):
        place += 1
    return place
