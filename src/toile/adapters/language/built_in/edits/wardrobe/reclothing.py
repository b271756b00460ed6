"""A thing in another cloth: "the dress in silk", "die Sandalen aus Wildleder"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.recolouring import narrow, which_thing
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def read_cloth(
    page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target, thing: Mention,
    *, explicit: bool,
) -> bool:  # fmt: skip
    """Make a thing of the cloth that stands behind it, led by a word for that."""
    cloth = _cloth(page, clause, thing)
    entries = items.scoped(thing, target, explicit=explicit)
    entries = tuple(e for e in entries if e.field in ("garments", "props"))
    if cloth is None or not entries:
        return False
    entries = narrow(out, entries, explicit)
    every = any(s.name in ("all", "both") for s in page.spans(clause.start, clause.end, "ref"))
    if len({e.value for e in entries}) > 1 and not (explicit or every):
        out.asks.append(which_thing(base, entries))
        return True
    # Earrings of silver are no longer gold ones: a metal is a colour, too.
    metal = cloth.name in word_set("reclothing.metals")
    anew = items.recoloured if metal else items.reclothed
    for value in dict.fromkeys(e.value for e in entries):
        own = tuple(e for e in entries if e.value == value)
        for command in items.replace_all(own, anew(value, cloth.name)):
            out.do(command)
    out.last = tuple(dict.fromkeys(e.shot for e in entries))
    return True


def _cloth(page: Page, clause: Clause, thing: Mention) -> Span | None:
    """Return the cloth behind a thing: nothing but "in", "of", "aus" stands between."""
    every = page.span_at(thing.end, "ref")  # "Die Ohrringe überall in Gold".
    begin = place = every.end if every is not None and every.name == "all" else thing.end
    while place < clause.end and page.form(place) in word_set("reclothing.led"):
        place += 1
    cloth = page.span_at(place, "m")
    if cloth is None or place == begin or cloth.end > clause.end:
        return None
    return cloth if page.first(cloth.end, "g", "h", "b", "j", "p", "s") is None else None
