"""Deleting whole shots, and never one that was not named."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.given import Given
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.edits.order.duplicating import WHICH
from toile.adapters.language.built_in.edits.order.losing_somebody import (
    loses_somebody,
    take_somebody_from,
)
from toile.adapters.language.built_in.edits.order.taking_it_from import is_called_it, take_from
from toile.adapters.language.built_in.edits.order.unasked_deletions import (
    deletes_nothing,
    is_some_thing,
    is_what_goes,
    without_judged,
)
from toile.adapters.language.built_in.edits.picture import values
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.edits.unexplained import WHAT
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.of_values import of_a_value
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.commands import DeleteShots, RemoveItems
from toile.domain.shots import ShotList


def whole_shots(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read the deletion of shots."""
    if "delete" not in acts or {"replace"} & set(acts):
        return False
    if loses_somebody(page, clause, target):
        return take_somebody_from(out, base, target)
    return _is_of_shots(page, clause) and _take_out(page, clause, out, base, target)


def _is_of_shots(page: Page, clause: Clause) -> bool:
    """Whether shots may be what goes, and not a field, a value or an edge."""
    if _of_a_field(page, clause) or of_a_value(page, clause) or goes_somewhere(page, clause):
        return False
    crops = any(page.form(p) in word_set("deleting.crops") for p in range(clause.start, clause.end))
    # "Crop everything else out" is about an edge, "lose the smile" about a face.
    return not (crops or page.has(clause.start, clause.end, "expr"))


def _take_out(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    target = without_judged(page, clause, target, base)
    target = _not_compared(page, clause, out, base, target)
    things = items.objects(clause, target)
    people = {m.values[0] for m in things if m.fields == {"talent"}}
    worn = target.how != "all" or any(is_what_goes(page, clause, thing) for thing in things)
    if (things and worn) or (people and len(things) == 1):
        return False
    given = values.given(page, clause, target, len(base))
    if any(g.field in ("priority", "aspect", "lens") or _becomes(page, clause, g) for g in given):
        return False
    if target.shots and is_called_it(page, clause, target):
        return take_from(page, clause, out, target)
    if target.shots and _from(page, clause, target):
        if _has_person_pronoun(page, clause):
            return take_somebody_from(out, base, target)
        return _take_from(page, clause, out, target)
    if _takes_out_something_else(page, clause, out, target):
        return True
    if _colourless_object(page, clause, target):
        return False
    if deletes_nothing(page, clause, target):
        out.asks.append(WHAT)
        return True
    return _delete(page, clause, out, base, target)


def _takes_out_something_else(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Ask about, or deny, a thing that nobody knows: "lose the thing in the video"."""
    if _is_all_there(page, clause):
        out.asks.append("What exactly should go there? Name the things.")
        return True
    strange = _strange(page, clause, target)
    inside = _is_from(page, clause, target)
    if inside and is_some_thing(page, clause, target):
        out.asks.append("What should be taken out?")
        return True
    known = _object(page, clause, target)
    if known or (strange and (target.how in _BARELY or (inside and target.how == "description"))):
        out.cannot.append(f"I find no {known or strange} there.")
        return True
    return False


def _is_all_there(page: Page, clause: Clause) -> bool:
    """Whether "everything in Ines's hands", "all on the table" speaks of things, not of shots."""
    for place in range(clause.start, clause.end - 1):
        all_of = page.form(place) in word_set("deleting.everything")
        if all_of and page.form(place + 1) in word_set("deleting.held_by"):
            behind = range(place + 2, min(clause.end, place + 6))
            return any(page.form(p) in word_set("deleting.holders") for p in behind)
    return False


def _object(page: Page, clause: Clause, target: Target) -> str:
    """Return what an article says shall go from a shot: "cut the legs in 3"."""
    first = min(target.places, default=clause.start)
    if not _is_led(page, clause, first):
        return ""
    for place in range(clause.start + 1, first - 1):
        token = page.tokens[place]
        led = page.form(place - 1) in word_set("deleting.the")
        if led and token.is_word and not _may_be_shot(page, place):
            end = place + 1
            while end < first and not _is_lead(page, end):
                end += 1
            return page.words(place, end)
    return ""


def _may_be_shot(page: Page, place: int) -> bool:
    """Whether a word behind an article may belong to the name of a shot, or is a thing worn."""
    small = function_words() | word_set("deleting.the") | word_set("naming.in")
    known = page.first(place, "noun", "ord", "n", "ref", "act", "rel", *_SEEN, *_WORN) is not None
    return known or is_named(page, place) or page.form(place) in small


_SEEN = ("kind", "framing", "angle", "light", "lens", "pose", "set", "s", "col", "priority")
_WORN = ("g", "h", "b", "j", "p")


def _becomes(page: Page, clause: Clause, value: Given) -> bool:
    """Whether "cut 2 to a medium" says what a shot becomes, and not that it goes."""
    lead = value.start - 1
    while lead > clause.start and page.form(lead) in word_set("giving.a"):
        lead -= 1
    return page.form(lead) in word_set("acts.becomes")


_BARELY = ("number", "ordinal", "before", "spoken of", "none", "only")


def _is_from(page: Page, clause: Clause, target: Target) -> bool:
    """Whether a shot stands behind what is taken from it: "the zorgs from the video"."""
    first = min(target.places, default=clause.start)
    verbs = [s for s in page.spans(clause.start, first, "act") if s.name == "delete"]
    return bool(verbs) and _is_led(page, clause, first) and first - verbs[0].end > 1


def _is_led(page: Page, clause: Clause, first: int) -> bool:
    """Whether "in", "from", "out of" leads to a shot: "the lamp out of the video"."""
    return any(_is_lead(page, p) for p in range(max(clause.start, first - 2), first))


def _is_lead(page: Page, place: int) -> bool:
    leads = word_set("acts.from") | word_set("naming.out_of") | word_set("naming.in")
    return page.form(place) in leads | {"of", "out"}


def _not_compared(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target
) -> Target:
    """Return the shot in front of the comparison: "3 is too similar to 2, bin it"."""
    alike = next(iter(page.spans(clause.start + 1, clause.end, "sim")), None)
    if alike is None or target.how != "number" or alike.name != "less":
        return target
    own = resolve(page, clause.until(alike.start), base, out.context)
    return own if own.how == "number" and own.shots else target


def _of_a_field(page: Page, clause: Clause) -> bool:
    """Whether "drop the angle in 3" speaks of a property: no shot goes for that."""
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"]
    for verb in verbs:
        place = verb.end + (page.form(verb.end) in word_set("naming.articles"))
        field = page.span_at(place, "f")
        if field and field.end <= clause.end and not page.span_at(place, "noun"):
            return field.name in _FIELDS
    return False


_FIELDS = ("angle", "light", "lens", "framing", "aspect", "pose", "priority")


def goes_somewhere(page: Page, clause: Clause) -> bool:
    """Whether "can go a stop darker" or "can go last" says where to, and not away."""
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"]
    return len(verbs) == 1 and any(
        page.form(s.end - 1) in word_set("deleting.goes")
        and page.has(s.end, clause.end, "rel", "light", "pos", "framing", "angle", "aspect", "lens")
        for s in verbs
    )


def _delete(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Delete the shots named; ask where they are not named plainly enough."""
    if target.missing:
        out.cannot.append(places.missing(target, base))
    unnamed = target.how in ("before", "none", "spoken of", "only")
    plain = not _pronoun(page, clause) or page.span_at(clause.start, "ref") is not None
    said = bool(out.commands) and isinstance(out.commands[-1], DeleteShots)
    if unnamed and (plain or said) and _is_told(page, clause, out):
        return True
    guessed = target.how in ("spoken of", "only") and not _pronoun(page, clause)
    if not target.shots or target.how == "before" or guessed:
        if not target.missing:
            out.asks.append("What should go?" if target.how == "before" else WHICH)
        return True
    if target.how == "description" and len(target.shots) > 1 and not target.plural:
        out.asks.append(places.which(base, target.shots))
        return True
    if len(target.shots) == len(base) and target.how == "all":
        out.asks.append("Delete every shot of the board?")
        return True
    return out.do(DeleteShots(shots=target.shots))


def _is_told(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether "..., via" says once more what was done, or a reason follows: "it never came"."""
    if not out.commands:
        return False
    repeats = isinstance(out.commands[-1], DeleteShots | RemoveItems)
    orders = any(s.name == "delete" for s in page.spans(clause.start, clause.start + 1, "act"))
    return repeats or not orders


def _colourless_object(page: Page, clause: Clause, target: Target) -> bool:
    """Whether the clause names a thing that no shot has."""
    nouns = [
        s
        for s in page.spans(clause.start, clause.end, "g", "h", "b", "j", "p")
        if not set(range(s.start, s.end)) & target.places
        and not page.first(s.start, "act", "noun", "f")
    ]
    first = min(target.places, default=clause.start)
    # "Cap out of the flatlay" deletes no flatlay.
    left = (_is_led(page, clause, first) or page.form(first) in _FROM) and any(
        s.end <= first for s in nouns
    )
    return bool(nouns) and (target.how != "description" or left)


def _strange(page: Page, clause: Clause, target: Target) -> str:
    """Return a word that nobody knows and that may name a thing; a reason names none."""
    known = {*function_words(), *common_words(), *word_set("deleting.no_thing")}
    told = max(target.places, default=clause.start)
    reason = (p for p in range(told, clause.end) if page.form(p) in word_set("deleting.because"))
    for place in range(_behind_verb(page, clause, target), next(reason, clause.end)):
        token = page.tokens[place]
        if token.is_word and len(token.form) > 3 and not page.at[place] and token.form not in known:
            covered = any(
                s.start <= place < s.end
                for b in range(max(0, place - 4), place)
                for s in page.at[b].values()
            )
            if not covered and place not in target.places:
                return token.text
    return ""


def _behind_verb(page: Page, clause: Clause, target: Target) -> int:
    """Return where what shall go begins: behind the verb of "potremmo eliminare la 4"."""
    first = min(target.places, default=clause.start)
    verbs = (s.end for s in page.spans(clause.start, first, "act") if s.name == "delete")
    return max(verbs, default=clause.start)


_FROM = word_set("acts.from")


def _from(page: Page, clause: Clause, target: Target) -> bool:
    """Whether "remove it from 4" speaks of a thing in a shot and not of the shot."""
    first = min(target.places, default=clause.start)
    # "Kan du radera 2:an": what stands before the verb leads to nothing behind it.
    return target.how == "number" and any(
        page.form(p) in _FROM or (page.form(p) == "of" and page.form(p - 1) == "out")
        for p in range(max(first - 2, _behind_verb(page, clause, target)), first)
    )


def _take_from(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    first = min(target.places, default=clause.start)
    thing = next(iter(page.spans(clause.start, first, *_WORN)), None)
    if thing is not None:
        where = ", ".join(str(out.shots.shot(i).no) for i in target.shots)
        out.cannot.append(f"I see no {page.words(thing.start, thing.end)} in shot {where}.")
        return True
    return take_from(page, clause, out, target)


def _has_person_pronoun(page: Page, clause: Clause) -> bool:
    return any(page.form(p) in word_set("deleting.person") for p in range(clause.start, clause.end))


def _pronoun(page: Page, clause: Clause) -> bool:
    return any(s.name == "this" for s in page.spans(clause.start, clause.end, "ref")) or page.has(
        clause.start, clause.end, "noun"
    )
