"""Changing the colour of a thing, and asking which thing is meant."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_not_to_be
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.message.shades import as_said
from toile.adapters.language.built_in.edits.shots.described import described, of_colour
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.dressing import put_on
from toile.adapters.language.built_in.edits.wardrobe.fruit import is_fruit
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def narrow(out: Outcome, entries: tuple[Entry, ...], explicit: bool) -> tuple[Entry, ...]:
    last = out.context.last_mentioned
    own = tuple(e for e in entries if e.shot == last)
    return own if own and not explicit else entries


def which_thing(base: ShotList, entries: tuple[Entry, ...]) -> str:
    """Return the question which of some things is meant, each with the shots it stands in."""
    shots: dict[str, list[int]] = {}
    for entry in entries:
        shots.setdefault(entry.value, []).append(base.shot(entry.shot).no)
    said = [f"the {value} in {_shots(numbers)}" for value, numbers in list(shots.items())[:4]]
    return (
        f"Do you mean {said[0]}?" if len(said) == 1 else f"Which do you mean: {' or '.join(said)}?"
    )


def _shots(numbers: list[int]) -> str:
    *before, last = map(str, dict.fromkeys(numbers))
    return f"shots {', '.join(before)} and {last}" if before else f"shot {last}"


def no_such_thing(base: ShotList, entries: tuple[Entry, ...]) -> str:
    return f"I see none of that colour. {which_thing(base, entries)}"


def wished_colours(page: Page, clause: Clause, things: list[Mention]) -> list[Span]:
    """Return the colours that are wished for: not those that name the thing, nor the one before."""
    inside = {p for m in things for p in range(m.start, m.end)}
    found = []
    for span in page.spans(clause.start, clause.end, "col"):
        before = page.form(span.start - 1)
        old = page.span_at(span.start - 1, "neg") or (
            page.span_at(span.start - 1, "act") and before not in word_set("things.colours")
        )
        replaced = any(
            s.name == "replace"
            and page.form(s.start) in word_set("recolouring.instead")
            and s.end >= span.start - 1
            and s.end <= span.start
            for s in page.spans(clause.start, span.start, "act")
        )
        if (
            span.start not in inside
            and not replaced
            and before not in word_set("fields.too")
            and not (old and page.span_at(span.start - 1, "neg"))
            and not is_not_to_be(page, span.start)
            and not is_fruit(page, span.start, span.end)
            and not _is_ground(page, clause, span)
            and not _is_of_another(page, span, inside, things)
            and not _on_thing(page, clause, span, inside)
        ):
            found.append(span)
    return found


def _is_ground(page: Page, clause: Clause, colour: Span) -> bool:
    """Whether "raw" in "the boots on raw wood" is said of what they stand on."""
    led = page.form(colour.start - 1) in word_set("grounds.on")
    cloth = page.first(colour.end, "m", "s")
    return led and cloth is not None and cloth.end == clause.end


def _is_of_another(page: Page, colour: Span, inside: set[int], things: list[Mention]) -> bool:
    """Whether "black" in "a black belt on the jeans" is said of a thing the board has not."""
    thing = page.first(colour.end, "g", "h", "b", "j")
    if thing is None or thing.start in inside or page.form(thing.end) not in _ON:
        return False
    own = {s for m in things for value in m.values for s in stems(value)}
    return stem(page.form(thing.end - 1)) not in own


def says_part(page: Page, clause: Clause, things: list[Mention]) -> bool:
    """Whether "the hat should have a black ribbon" tells what is on a thing, and no accessory."""
    inside = {p for m in things for p in range(m.start, m.end)}
    colours = page.spans(things[0].end, clause.end, "col") if things else ()
    return any(
        _on_thing(page, clause, s, inside) and page.first(s.end, "g", "h", "b", "j") is None
        for s in colours
    )


def _on_thing(page: Page, clause: Clause, colour: Span, inside: set[int]) -> bool:
    """Whether a colour is said of what a thing has: "with a red belt"."""
    ahead = range(max(clause.start, colour.start - 3), colour.start)
    has = any(page.form(p) in word_set("recolouring.has") for p in ahead)
    led = page.form(colour.start - 1) in word_set("standing.articles")
    noun = colour.end < clause.end and page.tokens[colour.end].is_word
    known = colour.end in inside or page.first(colour.end, "col", "m", "adj", "noun", "ref")
    return bool(inside) and has and led and noun and not known


_ON = word_set("adding_to.on")


def recolour(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, mention: Mention,
    explicit: bool, colours: list[Span],
) -> bool:  # fmt: skip
    entries = items.scoped(mention, target, explicit=explicit)
    entries = tuple(e for e in entries if e.field in ("garments", "props"))
    if not entries:
        return False
    old = _old_colour(page, clause, colours[-1])
    if old:
        meant = described(page, mention, entries, colours[-1]) or of_colour(entries, old)
        if not meant:
            out.asks.append(no_such_thing(base, entries))
            return True
        entries = meant
    if len({e.value for e in entries}) > 1 and not explicit and not _plural_scope(page, clause):
        out.asks.append(which_thing(base, entries))
        return True
    cloth = page.span_at(colours[-1].end, "m") or _cloth_before(page, mention, colours[-1])
    for entry in dict.fromkeys((e.field, e.value) for e in entries):
        own = tuple(e for e in entries if (e.field, e.value) == entry)
        new = items.recoloured(entry[1], as_said(page, colours[-1]))
        new = _of_style(page, mention, colours[-1], entry[1]) or new
        if cloth and cloth.end <= clause.end:
            new = items.reclothed(new, cloth.name)
        for command in items.replace_all(own, new):
            out.do(command)
    _dress_others(page, clause, out, target, mention, colours[-1], {e.shot for e in entries})
    out.last = tuple(dict.fromkeys(e.shot for e in entries))
    return True


def _dress_others(
    page: Page, clause: Clause, out: Outcome, target: Target, mention: Mention, colour: Span,
    had: set[str],
) -> None:  # fmt: skip
    """Put "in a blue coat" on in every shot it is said of, though only some have a coat."""
    rest = tuple(shot for shot in target.shots if shot not in had)
    noun = page.first(mention.end - 1, "g")
    beside = noun is not None and (colour.end == noun.start or colour.start == noun.end)
    if not rest or noun is None or not beside or not target.plural:
        return
    start = min(colour.start, noun.start)
    while page.form(start - 1) in word_set("giving.indefinite"):
        start -= 1
    if start > clause.start and page.form(start - 1) in _WORN:
        put_on(out, rest, "garments", f"{as_said(page, colour)} {noun.name}")


_WORN = word_set("recolouring.worn")


def _of_style(page: Page, mention: Mention, colour: Span, old: str) -> str:
    """Return "yellow sundress" where a dress is on the board: it is another one."""
    style = page.form(mention.end - 1)
    other = style in word_set("recolouring.styles") and style not in old.split()
    told = other and colour.end == mention.start
    return page.words(colour.start, mention.end).lower() if told else ""


def _cloth_before(page: Page, mention: Mention, colour: Span) -> Span | None:
    """Return the cloth in front of a colour: "patent red", "velvet green"."""
    cloth = page.span_at(colour.start - 1, "m")
    inside = mention.start <= colour.start - 1 < mention.end
    return cloth if cloth is not None and cloth.end == colour.start and not inside else None


def _old_colour(page: Page, clause: Clause, wished: Span) -> str | None:
    spans = page.spans(clause.start, clause.end, "col")
    others = [s for s in spans if s != wished and s.end != wished.start]  # "Grigio antracite".
    return others[0].name if others else None


def _plural_scope(page: Page, clause: Clause) -> bool:
    return any(s.name in ("all", "both") for s in page.spans(clause.start, clause.end, "ref"))
