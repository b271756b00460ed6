"""Things that a clause names bare: "una sedia nella 3", "6 warmer, a candle on the table"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.dressing import follows_dressing, put_on
from toile.adapters.language.built_in.edits.wardrobe.wearing import leads_to_place, wear
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddShot
from toile.domain.shots import ShotList

WORN = ("g", "h", "b", "j", "p")


def read_bare(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Read "una sedia nella 3", "in der 3 noch einen Stuhl": a thing the shots shall have, too."""
    follows = follows_dressing(page, clause, out, target)
    told = target.how in ("number", "ordinal") or is_beside(page, clause, target)
    told = told or _is_put(page, clause, target) or is_of_new_shot(out, target)
    if not (told or follows) or not target.shots:
        return False
    if page.has(clause.start, clause.end, "f"):  # "Mirror the framing of 1" brings no mirror.
        return False
    for place in range(clause.start, clause.end):
        article = page.form(place) in word_set("giving.indefinite")
        opens = place == clause.start and _opens_thing(page, place)
        if not (article or opens) or place in target.places:
            continue
        found = items.new_item(page, clause, place + article, target)
        if found and leads_to_place(page, place - 1, found[1], found[2]):
            return False
        if found and page.has(found[1], found[2], *WORN):
            if follows and found[2] != clause.end:
                return False
            field = items.field_for(base, found[0], page, found[1], found[2])
            out.last = target.shots
            for shot in target.shots if follows else ():
                wear(out, out.shots.shot(shot), found[0], page, found)
            return follows or put_on(out, target.shots, field, found[0])
    return False


def is_of_new_shot(out: Outcome, target: Target) -> bool:
    """Whether a shot just added is still spoken of: "a portrait of Ines. Black dress"."""
    last = out.commands[-1] if out.commands else None
    return isinstance(last, AddShot) and target.how == "before" and target.shots == (last.shot.id,)


def _is_put(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "e metterei un libro" puts one thing into the shot just spoken of."""
    verb = page.span_at(clause.start, "act")
    if target.how != "before" or len(target.shots) != 1 or verb is None or verb.name != "move":
        return False
    return page.form(verb.end) in word_set("giving.indefinite")


def is_beside(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "a candle on the table" stands bare behind what was said of one shot."""
    start = clause.start + (page.form(clause.start) in word_set("giving.indefinite"))
    thing = page.first(start, *WORN)
    while thing is None and start < clause.end and page.first(start, "col", "m"):
        start += 1
        thing = page.first(start, *WORN)
    if target.how != "before" or len(target.shots) != 1 or thing is None:
        return False
    behind = page.form(thing.end) in word_set("naming.in") or thing.end >= clause.end
    return behind and has_no_verb(page, clause) and page.form(clause.start - 1) == ","


def _opens_thing(page: Page, place: int) -> bool:
    """Whether a thing begins at a place, by a name of its own or not: "Chanel bag"."""
    named = page.tokens[place].is_name and page.first(place + 1, *WORN) is not None
    return named or page.first(place, *WORN, "col", "m") is not None


def has_no_verb(page: Page, clause: Clause) -> bool:
    """Whether all that might be a verb is "in" or "en": "den Blazer auch in der 6"."""
    verbs = page.spans(clause.start, clause.end, "act")
    return all(page.form(s.start) in word_set("naming.in") for s in verbs)
