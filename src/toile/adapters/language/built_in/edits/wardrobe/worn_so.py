"""How a garment is worn: "open the jacket in 3", "sleeves rolled up", "Mantel offen".

A way is a word in front of the garment, which blocking
and painters read there: an "open navy suit", a "tucked-in white shirt".
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.edits.message.ways_of_wearing import Told, Way, ways_told
from toile.adapters.language.built_in.edits.message.worn_places import is_of_kind, is_worn_on
from toile.adapters.language.built_in.edits.shots.places import resolve_loose, which
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe.brought_so import bring, bring_under
from toile.adapters.language.built_in.edits.wardrobe.recolouring import which_thing
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import ReplaceItem
from toile.domain.shots import Shot, ShotList

_MANY = ("number", "ordinal", "before", "all", "both", "rest")
_AHEAD = 2
_BESIDE = ("rel", "light", "framing", "angle", "lens")


def read_worn_so(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> bool:
    """Write a way of wearing in front of what is worn so; ask which garment or shot is meant."""
    denied = page.has(clause.start, clause.end, "neg")
    # "A shot after 5: Ines, blazer open" says nothing of 5.
    fresh = new_noun(page, clause) is not None and "add" in names_of(page, clause)
    ways = () if denied or fresh else ways_told(page, clause, frozenset(target.places))
    if not ways:
        return False
    meant = target if target.shots else resolve_loose(page, clause, base, out)
    read = [_read(page, out, meant, told) for told in ways]
    if not any(read):
        return False
    _bring_others(page, clause, out, ways)
    _settle(page, out, ways)
    return not page.has(clause.start, clause.end, *_BESIDE)


def _settle(page: Page, out: Outcome, ways: tuple[Told, ...]) -> None:
    """Let "ouvre le blazer" open the blazer alone: not the frame, nor the list."""
    for place in (p for told in ways for p in told.places):
        out.read.add(place)
        page.at[place].pop("rel", None)
        page.at[place].pop("pos", None)


def _bring_others(page: Page, clause: Clause, out: Outcome, ways: tuple[Told, ...]) -> None:
    """Add the tank of "open over a white tank"; say of other garments that nothing is done."""
    heard = {place for told in ways for place in told.places}
    worn = {p for m in clause.mentions for p in range(m.start, m.end)} | heard
    for span in page.spans(clause.start, clause.end, "g", "h", "j"):
        if set(range(span.start, span.end)) & worn:
            continue
        if not bring_under(page, out, out.last, (span.start, span.end)):
            out.unheard.append(page.words(span.start, span.end))


def _read(page: Page, out: Outcome, meant: Target, told: Told) -> bool:
    """Have what is meant worn one way; say whether that was it."""
    shots = [shot for shot in out.shots.shots if shot.id in meant.shots]
    wearing = {shot: worn for shot in shots if (worn := _worn(shot, told))}
    if not wearing:
        return bool(shots) and _nobody(page, out, shots, told, meant)
    if len(wearing) > 1 and meant.how not in _MANY and not meant.plural:
        out.asks.append(which(out.shots, tuple(shot.id for shot in wearing)))
        return True
    if meant.how == "description" and len({*wearing.values()}) > 1 and not _is_many(page, told):
        worn_there = ((shot, one) for shot, worn in wearing.items() for one in worn)
        entries = tuple(Entry(shot.id, "garments", one, ()) for shot, one in worn_there)
        out.asks.append(which_thing(out.shots, entries))
        return True
    for shot, worn in wearing.items():
        _wear(out, shot, worn, told.way)
    out.last = tuple(shot.id for shot in wearing)
    return True


def _is_many(page: Page, told: Told) -> bool:
    """Whether "the coats", "all coats" are said: not one of them alone."""
    first, last = told.places[0], told.places[-1] + 1
    plural = any(page.form(p) in word_set("worn_so.many") for p in told.places)
    every = page.spans(max(0, first - _AHEAD), last, "ref")
    return plural or any(span.name in ("all", "both", "those") for span in every)


def _nobody(page: Page, out: Outcome, shots: list[Shot], told: Told, meant: Target) -> bool:
    """Say who wears no such thing; "a shirt open", "with the jacket open" may bring one, though."""
    if meant.how not in _MANY:
        return False
    if told.garment and not told.leads:
        out.last = tuple(shot.id for shot in shots)
        return bring(page, out, shots, told)
    for shot in shots:
        none = f"Shot {shot.no} has no {told.garment}." if told.garment else ""
        out.cannot.append(none or f"Nothing in shot {shot.no} can be worn so.")
    return True


def _wear(out: Outcome, shot: Shot, worn: tuple[str, ...], way: Way) -> None:
    if len(worn) > 1:
        out.asks.append(f"Which in shot {shot.no}: the {' or the '.join(worn)}?")
        return
    new = way.put_on(worn[0])
    if new == worn[0]:
        out.already.append(f"The {worn[0]} in shot {shot.no} is worn so already.")
        return
    out.do(ReplaceItem(shots=(shot.id,), field="garments", old=worn[0], new=new))


def _worn(shot: Shot, told: Told) -> tuple[str, ...]:
    """Return the garments of a shot that are meant: those named, else those with such a part."""
    named = {e.value for e in told.mention.entries if e.shot == shot.id} if told.mention else set()
    own = tuple(one for one in shot.garments if one in named and told.way.fits(one))
    if own:
        return own
    if told.garment:
        return tuple(one for one in shot.garments if _is_that(told.garment, one))
    return tuple(one for one in shot.garments if told.way.fits(one) and not _is_armless(one))


def _is_that(named: str, worn: str) -> bool:
    """Whether a garment answers to a name; a suit has a jacket and trousers."""
    suit = is_worn_on("worn.suits", worn)
    if is_worn_on("worn.knitted", named) != is_worn_on("worn.knitted", worn):
        return suit and is_worn_on("worn_so.of_suits", named)  # A jumper is no shirt.
    return is_of_kind(named, worn) or (suit and is_worn_on("worn_so.of_suits", named))


def _is_armless(worn: str) -> bool:
    return bool(set(worn.casefold().split()) & word_set("worn_so.armless"))
