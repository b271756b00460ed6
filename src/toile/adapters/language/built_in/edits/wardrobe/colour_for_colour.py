"""One colour for another: "the blazer in burgundy instead of navy", "3 in camel, not grey"."""

from toile.adapters.language.built_in.edits.message.board_words import words_of
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import is_cut
from toile.adapters.language.built_in.edits.message.shades import as_said
from toile.adapters.language.built_in.edits.shots.described import colours_of, of_colour
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.recolouring import narrow, which_thing
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_THINGS = ("g", "h", "b", "j", "p", "m", "s", "set")


def read_colour_for_colour(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, *, explicit: bool
) -> bool:
    """Give what has the old colour the new one; ask where several things have it."""
    pair = _pair(page, clause) or _rather(page, clause) or _turned(page, clause)
    if pair is None:
        return False
    new, old = pair
    known = _with_colour(page, clause, base, target, old)
    there = tuple(e for e in known if not explicit or e.shot in target.shots)
    worn = tuple(e for e in there if e.field != "set")
    meant = narrow(out, worn or there, explicit)
    if not meant:
        return False
    if len({e.value for e in meant}) > 1 and not (explicit or _is_all(page, clause)):
        out.asks.append(which_thing(base, meant))
        return True
    _recolour(out, meant, as_said(page, new))
    out.last = tuple(dict.fromkeys(e.shot for e in meant))
    return True


def _pair(page: Page, clause: Clause) -> tuple[Span, Span] | None:
    """Return the colour that is wished and the one that it takes the place of."""
    for mark in page.spans(clause.start, clause.end, "act", "neg"):
        if not _puts_off(page, mark):
            continue
        place = mark.end
        while page.form(place) in word_set("colour_for_colour.small"):
            place += 1
        old = page.span_at(place, "col")
        wished = [s for s in page.spans(clause.start, mark.start, "col") if s.end <= mark.start]
        if old is None or not wished or old.end > clause.end:
            continue
        if _says_more(page, wished[-1]):
            continue
        if page.first(old.end, *_THINGS) is None or old.end == clause.end:
            return wished[-1], old
    return None


def _rather(page: Page, clause: Clause) -> tuple[Span, Span] | None:
    """Return the colours of "plutôt gris que marine", "lieber grau als blau"."""
    for place in range(clause.start + 1, clause.end):
        old = page.span_at(place + 1, "col")
        ahead = range(clause.start, place)
        rather = any(page.form(p) in word_set("colour_for_colour.rather") for p in ahead)
        wished = page.spans(clause.start, place, "col")
        if (
            page.form(place) in word_set("colour_for_colour.than")
            and old is not None
            and old.end <= clause.end
            and rather
            and wished
        ):
            return wished[-1], old
    return None


def _turned(page: Page, clause: Clause) -> tuple[Span, Span] | None:
    """Return the colours of "change every blue to navy", "alles Blaue wird grün"."""
    colours = page.spans(clause.start, clause.end, "col")
    if len(colours) != 2 or page.has(clause.start, clause.end, "g", "h", "b", "j", "p", "m", "neg"):
        return None
    old, new = colours
    turns = range(old.end, new.start)
    led = any(page.form(place) in word_set("colour_for_colour.to") for place in turns)
    named = page.form(old.start - 1) in word_set("colour_for_colour.from")
    return (new, old) if led and (named or _is_all(page, clause)) else None


def _is_all(page: Page, clause: Clause) -> bool:
    forms = {page.form(place) for place in range(clause.start, clause.end)}
    return bool(forms & word_set("colour_for_colour.all"))


def _says_more(page: Page, colour: Span) -> bool:
    """Whether "wide leg cream", "tan suede" wishes for another cut or cloth, too."""
    cloth = page.span_at(colour.end, "m")
    thing = page.first(cloth.end, "g", "h", "b", "j", "p") if cloth else None
    return (cloth is not None and thing is None) or is_cut(page, colour.start - 1)


def _puts_off(page: Page, mark: Span) -> bool:
    form = page.form(mark.start)
    if mark.kind == "neg":
        return form in word_set("exchanging.not")
    return mark.name == "replace" and form in word_set("leaning.instead")


def _with_colour(
    page: Page, clause: Clause, base: ShotList, target: Target, old: Span
) -> tuple[Entry, ...]:
    """Return what has a colour: of the things that are named, else of all that is seen."""
    named = [
        m
        for m in items.objects(clause, target)
        if m.fields & {"garments", "props"} and not m.start <= old.start < m.end
    ]
    if not named and page.has(clause.start, clause.end, "g", "h", "b", "j", "p"):
        return ()
    fields = ("garments", "props") if named else ("garments", "props", "set")
    among = [e for m in named for e in m.entries] or words_of(base).entries
    coloured = tuple(e for e in among if e.field in fields and colours_of(e.value))
    return of_colour(coloured, old.name)


def _recolour(out: Outcome, entries: tuple[Entry, ...], colour: str) -> None:
    for value in dict.fromkeys(e.value for e in entries):
        own = tuple(e for e in entries if e.value == value)
        new = items.recoloured(value, colour)
        places = tuple(e.shot for e in own if e.field == "set")
        if places:
            out.do(SetField(shots=places, field="set", value=new))
        for command in items.replace_all(tuple(e for e in own if e.field != "set"), new):
            out.do(command)
