"""Stretches that complete the one before: "kill the neon, overcast instead"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def dropped_for(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "kill the neon" is followed by the light that comes in its place."""
    acts = page.spans(before.start, before.end, "act")
    goes = bool(acts) and acts[-1].name == "delete"
    only = {s.name for s in page.spans(piece.start, piece.end, "act")} <= {"set", "replace"}
    old = page.has(acts[-1].end, before.end, "light") if goes else False
    return old and only and page.has(piece.start, piece.end, "light")


def turns(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "not the jumper" is followed by what comes in its place."""
    if page.form(before.start) not in word_set("wearing.not") or page.has(
        before.start, before.end, "act", "rel"
    ):
        return False
    thing = any(m.fields & {"garments", "props"} for m in before.mentions)
    new = page.has(piece.start, piece.end, "g", "h", "b", "j", "p") or any(
        m.fields & {"garments", "props"} for m in piece.mentions
    )
    return thing and new and not page.has(piece.start, piece.end, "act")


def goes_along(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "the bike" in "the bike and the shirt out of 8" goes with what goes behind it."""
    bare = [m for m in before.mentions if m.fields & {"garments", "props"}]
    start = before.start + (page.form(before.start) in word_set("naming.articles"))
    alone = len(bare) == 1 and bare[0].start == start and bare[0].end == before.end
    first = next((m for m in piece.mentions if m.fields & {"garments", "props"}), None)
    if not alone or first is None or page.form(piece.start - 1) not in word_set("naming.and"):
        return False
    led = piece.start + (page.form(piece.start) in word_set("naming.articles"))
    gone = any(s.name == "delete" for s in page.spans(first.end, piece.end, "act"))
    return first.start == led and (gone or page.form(first.end) in word_set("completing.out"))


def rather_so(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "the mittens" is followed by what they shall rather be: "lieber in Grün"."""
    told = page.has(before.start, before.end, "act", "rel", "col", "light", "framing", "fix")
    things = [m for m in before.mentions if m.fields <= {"garments", "props"}]
    if told or len(things) != 1 or page.form(piece.start) not in word_set("completing.rather"):
        return False
    other = page.has(piece.start, piece.end, "g", "h", "b", "j", "p", "light", "framing", "noun")
    figures = any(page.tokens[p].text.isdecimal() for p in range(piece.start, piece.end))
    return page.has(piece.start, piece.end, "col", "m") and not (other or figures)


def stands_for(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "instead of the alley" opens what goes on ", a rooftop for both"."""
    gives_up = page.span_at(before.start, "act")
    instead = gives_up is not None and gives_up.name == "replace"
    seen = before.mentions[0] if len(before.mentions) == 1 else None
    if gives_up is None or not instead or seen is None or not seen.fields <= _SEEN:
        return False
    alone = seen.end == before.end and all(
        page.form(p) in word_set("naming.articles") | word_set("exchanging.small") | _OF
        for p in range(gives_up.end, seen.start)
    )
    acts = {s.name for s in page.spans(piece.start, piece.end, "act")}
    new = page.has(piece.start, piece.end, "s", "set", "light")
    return alone and new and acts <= {"set", "move"}


_SEEN = frozenset(("set", "light"))
_OF = word_set("people.of")


def keeps_only(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "on the table is too much" is followed by what alone stays: "only the cup"."""
    opens = any(
        page.form(p) in word_set("only_that_stays.only")
        for p in range(piece.start, min(piece.start + 2, piece.end))
    )
    busy = any(page.form(p) in word_set("only_this.busy") for p in range(before.start, before.end))
    things = any(m.fields & {"garments", "props"} for m in before.mentions)
    return opens and busy and not things and not page.has(before.start, before.end, "rel", "neg")


def changes_places(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "das Café" goes with "und Shot 1 tauschen"."""
    acts = page.spans(piece.start, piece.end, "act")
    swaps = bool(acts) and acts[0].name == "swap" and acts[0].start > piece.start
    joined = page.form(piece.start - 1) in word_set("naming.and")
    shown = before.mentions[-1] if before.mentions else None
    if shown is None or shown.end != before.end or "set" not in shown.fields:
        return False
    small = word_set("naming.articles") | word_set("joining.asking")
    bare = all(page.form(p) in small for p in range(before.start, shown.start))
    return swaps and joined and bare


WAYS = (turns, goes_along, rather_so, stands_for, keeps_only, changes_places)
