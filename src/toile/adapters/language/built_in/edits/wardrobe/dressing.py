"""What cannot be worn together: a new dress takes the place of skirt and top, and a skirt that
of a dress; shoes, coats and jewellery stay.
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.worn_places import is_worn_on
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, RemoveItems, ReplaceItem
from toile.domain.shots import Shot

# Where a new garment is worn, with what goes for it.
_GOES = {
    "worn.full": ("worn.whole", "worn.legs", "worn.top"),
    "worn.suits": ("worn.whole", "worn.legs", "worn.outer"),
    "worn.legs": ("worn.whole", "worn.legs"),
    "worn.feet": ("worn.feet",),
    "worn.head": ("worn.head",),
}


def put_on(out: Outcome, shots: tuple[str, ...], field: str, text: str) -> bool:
    """Put a thing into shots, in the place of all that cannot be worn with it."""
    worn = {i: unwearable(out.shots.shot(i), text) if field == "garments" else () for i in shots}
    free = tuple(i for i in shots if not worn[i])
    done = bool(free) and out.do(items.add(free, field, text))
    for shot in (i for i in shots if worn[i]):
        done = instead_of(out, shot, worn[shot], text) or done
    return done


def instead_of(out: Outcome, shot: str, olds: tuple[str, ...], text: str) -> bool:
    """Put a garment in the place of the first of some; the others go."""
    done = out.do(ReplaceItem(shots=(shot,), field="garments", old=olds[0], new=text))
    if olds[1:]:
        out.do(RemoveItems(shots=(shot,), field="garments", items=olds[1:]))
    return done


def unwearable(shot: Shot, text: str) -> tuple[str, ...]:
    """Return what one person in a shot cannot wear with a new garment; of two, nobody knows whose
    it is.
    """
    goes = next((_GOES[place] for place in _GOES if is_worn_on(place, text)), ())
    worn = any(set(text.split()) <= set(value.split()) for value in shot.garments)
    if len(shot.talent) > 1 or worn:  # "A hat" is there where a straw hat is worn.
        return ()
    return tuple(v for v in shot.garments if any(is_worn_on(place, v) for place in goes))


def follows_dressing(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Whether "white sneakers" goes on with what somebody was dressed in right before."""
    done = out.commands[-1] if out.commands else None
    worn = isinstance(done, AddItems | ReplaceItem) and done.field == "garments"
    listed = page.form(clause.start - 1) in word_set("naming.and") | {",", "+", "&"}
    same = worn and set(target.shots) == set(getattr(done, "shots", ()))
    told = range(page.segment_of(clause.start).start, clause.start)
    numbered = any(page.tokens[p].text.isdecimal() for p in told)
    return target.how == "before" and listed and same and numbered
