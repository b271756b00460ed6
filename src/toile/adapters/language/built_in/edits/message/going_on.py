"""Stretches that only say more of a thing: "but in navy", "something like a cardigan"."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import (
    has_content,
    has_target,
    only_names,
)
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def colours_it(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "same coat" goes on with "but in navy": a colour or a cloth and no other thing."""
    bare = page.form(before.start) in word_set("joining.same") and not page.has(
        before.start, before.end, "act", "rel"
    )
    thing = any(m.fields & {"garments", "props"} for m in before.mentions)
    if makes_it(page, before, piece):
        return True
    other = page.has(piece.start, piece.end, "act", "g", "h", "b", "j", "p", "light", "framing")
    return (
        bare
        and thing
        and page.has(piece.start, piece.end, "col", "m")
        and not (other and page.form(piece.start) not in word_set("joining.in"))
    )


def makes_it(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a bare thing is followed by "make it beige", "nimm sie raus": "fallo blu"."""
    start = piece.start + (page.form(piece.start) in word_set("joining.then"))
    verb = page.span_at(start, "act")
    if verb is None or verb.name not in ("set", "move", "delete") or not _is_bare(page, before):
        return False
    if not any(m.fields & {"garments", "props"} for m in before.mentions):
        return False
    it = word_set("joining.it")
    joined = any(page.form(start).endswith(own) for own in word_set("joining.hung_on"))
    said = joined or any(page.form(p) in it for p in range(start + 1, piece.end))
    rest = range(verb.end, piece.end)
    given = verb.name == "delete" or page.has(start + 1, piece.end, "col", "act", "rel")
    return said and given and all(_is_small(page, p) for p in rest)


def _is_bare(page: Page, before: Clause) -> bool:
    """Whether a stretch names a thing and where it is, and no more: "der Pulli in 2"."""
    own = {p for m in before.mentions for p in range(m.start, m.end)}
    said = page.spans(before.start, before.end, "act", "rel", "col", "light", "framing")
    return all(
        span.start in own or (span.kind == "act" and page.form(span.start) in word_set("naming.in"))
        for span in said
    )


def _is_small(page: Page, place: int) -> bool:
    """Whether a word behind "make it" says no more than how it is coloured, or that it goes."""
    small = word_set("joining.it") | word_set("joining.in") | word_set("naming.articles")
    act = page.first(place, "act")
    step = page.first(place, "rel")
    goes = act is not None and act.name in ("set", "delete")
    cut = step is not None and step.name in ("longer", "shorter")
    return (
        goes
        or cut
        or page.form(place) in small
        or page.first(place, "col", "mod", "chat") is not None
    )


def says_what_like(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "something warmer" goes on with "like a cardigan"."""
    vague = any(
        page.form(p) in word_set("things.something") for p in range(before.start, before.end)
    )
    gives = page.has(before.start, before.end, "g", "h", "b", "j", "p")
    opens = page.form(piece.start) in word_set("things.something") and gives
    return opens or (vague and page.form(piece.start) in word_set("things.like"))


def says_which(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "a bag in 1" goes on with "a tiny one" or "red leather", and with nothing else."""
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    words = {page.form(p) for p in range(before.start, before.end)}
    comes = "add" in acts or words & (word_set("giving.verbs") | word_set("giving.indefinite"))
    thing = page.has(before.start, before.end, "g", "h", "b", "j", "p")
    brief = piece.end - piece.start <= _BRIEF and page.tokens[piece.start - 1].text == ","
    if not comes or not thing or not brief or acts & {"delete", "replace", "swap"}:
        return False
    if page.form(piece.end - 1) in word_set("giving.one"):
        own = ("act", "light", "framing", "angle", "s", "ord")
        return piece.end - piece.start > 1 and not page.has(piece.start, piece.end, *own)
    start = piece.start + (page.form(piece.start) in word_set("naming.articles"))
    return start < piece.end and all(
        any(s.start <= p < s.end for s in page.spans(start, piece.end, "col", "m"))
        for p in range(start, piece.end)
    )


def spares_it_too(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "leave the landscapes" goes on with "and the square": bare words that name shots."""
    first = next(iter(page.spans(before.start, before.end, "act")), None)
    keeps = first is not None and first.name == "keep"
    names = ("noun", "ord", "n", *_SHAPES)
    small = word_set("naming.articles") | word_set("naming.and")
    numbered = any(page.tokens[p].text.isdecimal() for p in range(piece.start, piece.end))
    valued = page.has(piece.start, piece.end, *_SHAPES)  # "3 is fine, 4 square" are two.
    return (
        keeps
        and not (numbered and valued)
        and all(
            page.form(p) in small
            or page.tokens[p].text.isdecimal()
            or is_named(page, p)
            or page.first(p, *names) is not None
            for p in range(piece.start, piece.end)
        )
    )


_SHAPES = ("aspect", "framing", "kind", "priority")
_BRIEF = 4


def echoes(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "same for 2", "6 too" stands behind a wish of its own."""
    own = _counts_shots(page, piece) and not page.has(piece.start, piece.end, "f")
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    if not own or not has_content(page, before) or acts & {"keep", "duplicate"}:
        return False
    brief = not has_content(page, piece) and piece.end - piece.start <= _BRIEF + 2
    same = any(page.form(p) in word_set("echoes.same") for p in range(piece.start, piece.end))
    return same and (brief or _is_for_a_shot(page, piece))


def _counts_shots(page: Page, piece: Clause) -> bool:
    """Whether a stretch names shots, and not "everything", where they are or who is in them."""
    spans = page.spans(piece.start, piece.end, "ref")
    every = any(page.form(s.start) in word_set("naming.everything") for s in spans)
    who = any("talent" in m.fields for m in piece.mentions)
    named = has_target(page, replace(piece, mentions=[])) and not every and not who
    return named and not is_rest_alike(page, piece)


def is_rest_alike(page: Page, piece: Clause) -> bool:
    """Whether "the rest the same" leaves the others as they are; "the rest too" does not."""
    rest = any(s.name == "rest" for s in page.spans(piece.start, piece.end, "ref"))
    words = {page.form(p) for p in range(piece.start, piece.end)}
    return rest and bool(words & word_set("echoes.alike")) and not words & word_set("echoes.too")


def _is_for_a_shot(page: Page, piece: Clause) -> bool:
    """Whether a stretch opens with "same for", "and the same on"."""
    opens = range(piece.start, piece.start + 2)
    to_shot = any(page.form(p + 1) in word_set("echoes.for") for p in opens)
    return to_shot and any(page.form(p) in word_set("echoes.same") for p in opens)


def differs_from_echo(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "same for 3" goes on with what is other there: "but from below"."""
    opens = range(before.start, min(before.end, before.start + 4))
    same = any(page.form(p) in word_set("echoes.same") for p in opens)
    named = has_target(page, before) and not has_content(page, before)
    other = has_content(page, piece) or page.form(piece.start) in word_set("naming.wish")
    return same and named and other


def leaves_the_rest(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "the rest stays" is whole, and what follows is about other shots."""
    rest = any(s.name == "rest" for s in page.spans(before.start, before.end, "ref"))
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    first = page.first(piece.start, "ref", "act")
    spares = first is not None and first.name == "except"
    return rest and acts == {"keep"} and has_target(page, piece) and not spares


def is_spared(page: Page, piece: Clause) -> bool:
    """Whether "5 not", "la 3 no" says no more of a shot than that nothing is done to it."""
    denied = page.form(piece.end - 1) in word_set("naming.not")
    return denied and _is_bare_shot(page, piece.start, piece.end - 1)


def _is_bare_shot(page: Page, start: int, end: int) -> bool:
    """Whether a stretch is a number with its article and nothing else."""
    while start < end and page.form(start) in word_set("naming.articles"):
        start += 1
    return end - start == 1 and page.tokens[start].text.isdecimal()


def goes_out_of_it(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "5 not" stands behind a wish for other shots, or "3 too"."""
    echoed = any(page.form(p) in word_set("echoes.same") for p in range(before.start, before.end))
    return is_spared(page, piece) and (echoed or has_content(page, before))


def exchanges_on(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "and 2 for a coat" goes on with "swap the raincoat in 1": one order for both."""
    place = piece.start
    small = word_set("naming.in") | word_set("naming.articles") | word_set("leaning.edge")
    while place < piece.end and page.form(place) in small:
        place += 1
    numbered = place + 1 < piece.end and page.tokens[place].text.isdecimal()
    ended = page.tokens[before.end - 1].text.isdecimal()
    joined = page.form(piece.start - 1) in word_set("naming.and")
    if not (numbered and ended and joined):
        return False
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    lead = page.span_at(place + 1, "act")
    instead = lead is not None and lead.name == "replace" and not acts & {"replace", "swap"}
    exchanged = bool(acts & {"replace", "swap"}) and bool(before.mentions)
    return instead or (exchanged and page.form(place + 1) in word_set("acts.has_for"))


def comes_instead(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "dafür ein Schlüsselbund" says what comes where something goes."""
    marked = any(
        page.form(p) in word_set("succeeding.instead") for p in (piece.start, piece.end - 1)
    )
    return marked and any(s.name == "delete" for s in page.spans(before.start, before.end, "act"))


def takes_place(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "instead of the ivory" only says what goes for the thing told before."""
    opens = page.span_at(piece.start, "act")
    instead = opens is not None and opens.name == "replace"
    instead = instead and page.form(piece.start) in word_set("leaning.instead")
    told = page.has(before.start, before.end, "g", "h", "b", "j", "p") or any(
        m.fields & {"garments", "props"} for m in before.mentions
    )
    others = {s.name for s in page.spans(before.start, before.end, "act")}
    return instead and told and not others & {"replace", "delete", "swap"}


def counts_on(page: Page, before: Clause) -> bool:
    """Whether "put 4" is followed by "and 5 before 1", and does not say itself where to."""
    more = before.end + 1
    more += page.form(more) in word_set("naming.articles")
    counted = more < len(page.tokens) and page.tokens[more].text.isdecimal()
    told = page.tokens[before.end - 1].text.isdecimal()
    mark = page.form(before.end)
    listed = mark in word_set("naming.and") or mark == ","
    brief = before.end - before.start <= _FEW
    return counted and told and listed and brief and not page.has(before.start, before.end, "pos")


_FEW = 4


def differs_in_copy(page: Page, piece: Clause) -> bool:
    """Whether "with a hat", "on the rooftop" tells more of a copy, and is no order of its own."""
    form = page.form(piece.start)
    stands = form in word_set("grounds.on") and not page.has(piece.start, piece.end, "act", "pos")
    return stands or form in word_set("naming.wish")


def leaves_some_out(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "not the flatlay though" stands behind a wish for all shots, "not 2" behind any."""
    denied = page.form(piece.start) in word_set("naming.not")
    scope = page.spans(before.start, before.end, "ref")
    echoed = any(page.form(p) in word_set("echoes.same") for p in range(before.start, before.end))
    bare = _is_bare_shot(page, piece.start + 1, piece.end)
    bare = bare and (echoed or has_content(page, before))
    return denied and has_target(page, piece) and (bare or any(s.name == "all" for s in scope))


def goes_on_anew(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "and the new 3" behind "delete 3" waits for what becomes of it: "as 4:5"."""
    acts = {s.name for s in page.spans(before.start, before.end, "act")}
    return bool(acts & {"delete", "move"}) and only_names(page, piece)
