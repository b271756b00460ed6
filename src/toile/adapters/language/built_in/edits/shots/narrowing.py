"""Words that narrow "all": "all the moon shots", "Ines on 85 throughout"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import ARTICLES, Target
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def is_narrowed(page: Page, clause: Clause, scope: Span) -> bool:
    """Whether "all the moon shots" speaks of some that the board does not know: never of all."""
    place = scope.end
    if scope.name != "all" or place >= clause.end:
        return False
    if _is_hers(page, scope) and not any(m.fields == {"talent"} for m in clause.mentions):
        return True
    while place < clause.end and page.form(place) in ARTICLES:
        place += 1
    if _shows_something(page, place) or _holds_something(page, clause, scope.end):
        return True
    for head in range(place, min(place + 3, clause.end)):
        if page.span_at(head, "noun"):
            counted = page.first(head - 1, "ref", "n") or page.tokens[head - 1].text.isdecimal()
            return head > place and not counted
        if page.first(head, "act", "rel", "pos", "neg") or not page.tokens[head].is_word:
            return False
    return False


def _holds_something(page: Page, clause: Clause, place: int) -> bool:
    """Whether "every shot with a bag" speaks of a thing that the board does not have."""
    place += page.span_at(place - 1, "noun") is None and page.span_at(place, "noun") is not None
    thing = place + 1 + (page.form(place + 1) in word_set("giving.indefinite"))
    led = page.form(place) in word_set("naming.with") - word_set("naming.without")
    known = any(m.start <= thing < m.end for m in clause.mentions)
    indefinite = thing > place + 1
    return led and indefinite and not known and page.first(thing, *_THINGS) is not None


_NEAR = 3
_THINGS = ("g", "h", "b", "j", "p")
_VALUES = ("lens", "light", "framing", "angle", "pose", "f")


def all_meant(
    page: Page, clause: Clause, shots: ShotList, scope: Span, ids: tuple[str, ...]
) -> Target:
    """Return ``ids``, or those of them that the words around "all" mean."""
    there = _everybody_there(page, clause, scope)
    if there is not None:
        return there
    hers = _hers_throughout(page, clause, shots, scope)
    return Target(shots=hers or ids, how="all", plural=True)


def _hers_throughout(page: Page, clause: Clause, shots: ShotList, scope: Span) -> tuple[str, ...]:
    """Return the shots of somebody whom "Ines on 85 throughout" names: hers, not all of them."""
    people = {v for m in clause.mentions if m.fields == {"talent"} for v in m.values}
    valued = page.has(clause.start, clause.end, *_VALUES) or any(
        page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end)
    )
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")} - {"set"}
    throughout = page.form(scope.end - 1) in word_set("targets.throughout")
    behind = range(scope.end, min(scope.end + _NEAR, clause.end))
    throughout = throughout or any(page.form(p) in word_set("narrowing.hers") for p in behind)
    if not (people and throughout and (valued or clause.ratios)) or acts:
        return ()
    return tuple(shot.id for shot in shots.shots if people & set(shot.talent))


def _is_hers(page: Page, scope: Span) -> bool:
    """Whether "all of hers" speaks of the shots of somebody, and not of every one."""
    of = scope.end + (page.form(scope.end) in word_set("people.of"))
    return page.form(of) in word_set("narrowing.hers") and page.span_at(of, "ref") is None


def _shows_something(page: Page, place: int) -> bool:
    """Whether a word like "Mondbilder" says what is in the pictures."""
    form = page.form(place)
    return not any(page.at[place : place + 1]) and any(
        form.endswith(noun) and len(form) > len(noun) + 2 for noun in word_set("naming.joined")
    )


def _everybody_there(page: Page, clause: Clause, scope: Span) -> Target | None:
    """Return the shots of "everyone in sunglasses on the beach": those there, not all of them."""
    known = word_set("narrowing.everyone")
    people = page.form(scope.start) in known or page.form(scope.start + 2) in known
    dressed = page.has(scope.end, clause.end, *_THINGS, "pose", "expr", "mien") or any(
        page.form(p) in word_set("barefoot.words") for p in range(scope.end, clause.end)
    )
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")} & {"move", "delete"}
    if not (people and dressed) or acts:
        return None
    for there in (m for m in clause.mentions if m.fields == {"set"} and m.start > scope.end):
        lead = there.start - 1
        lead -= page.form(lead) in ARTICLES
        if page.form(lead) in word_set("naming.in"):
            places = set(range(lead, there.end)) | set(range(scope.start, scope.end))
            return Target(there.shots, "description", places=places, used=[there], plural=True)
    return None
