"""Who leaves a picture, by the words around a name: "instead of X", "X is ill", "not X"."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold


@dataclass(frozen=True, slots=True)
class Person:
    """A name of the board or of a cleared twin at a token."""

    place: int
    name: str


def leaving_of(page: Page, clause: Clause, named: list[Person]) -> set[str]:
    """Return who gives way, by the words around the name: "instead of X", "X is ill"."""
    found, giving = set[str](), set[str]()
    for one in named:
        before = [page.form(p) for p in range(max(clause.start, one.place - 3), one.place)]
        after = [page.form(p) for p in range(one.place + 1, min(clause.end, one.place + 4))]
        gone = set(before[-1:]) & word_set("people.not") or before[-2:] == ["in", "for"]
        instead = set(before) & word_set("people.instead")
        ill = set(after) & word_set("people.ill")
        owner = page.text[page.tokens[one.place].end :][:2] in ("'s", "’s") or (
            set(before[-1:]) & word_set("people.of") or page.form(one.place) in _with_s(one.name)
        )
        gives = owner and len(named) > 1 and not is_twins(page, one.place)
        gives = gives and not _has_a_limb(page, clause, one.place)
        place_of = len(named) > 1 and is_where(page, one.place)
        if gone or instead or ill or place_of or is_gone(page, one) or leaves(page, clause, one):
            found.add(one.name)
        elif gives:
            giving.add(one.name)
    # "Nora's face and Tom's back": where everybody owns something, nobody comes for anybody.
    somebody_comes = giving < {one.name for one in named}
    found = gone_for(page, clause, named) or found or (giving if somebody_comes else set())
    if not found and len(named) > 1 and page.form(named[1].place - 1) in word_set("people.for"):
        found.add(named[0].name)
    replaced = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "replace"]
    if not found and len(named) > 1 and replaced and replaced[0].start < named[0].place:
        found.add(named[0].name)
    between = range(named[0].place + 1, named[-1].place) if len(named) == 2 else range(0)
    if not found and any(page.form(p) in word_set("people.given_for") for p in between):
        acts = page.has(clause.start, clause.end, "act")
        stands_in = page.form(named[1].place - 1) in word_set("leaving.for") and not acts
        found.add(named[stands_in].name)  # "Imani for Noor" comes, "swap Imani for Noor" goes.
    return found


def _has_a_limb(page: Page, clause: Clause, place: int) -> bool:
    """Whether "sur l'épaule de Sofie", "på Sofies axel" is a touch, after which nobody goes."""
    near = range(max(clause.start, place - 3), min(clause.end, place + 2))
    return any(page.form(p) in word_set("leaving.limbs") for p in near)


def is_where(page: Page, place: int) -> bool:
    """Whether "put Noor where Saga is" names whose place is taken."""
    where, be = word_set("leaving.where"), word_set("leaving.is")
    ahead, behind = page.form(place - 1), page.form(place + 1)
    turned = page.form(place - 2) in where and ahead in be
    return turned or (ahead in where and behind in be)


def gone_for(page: Page, clause: Clause, named: list[Person]) -> set[str]:
    """Return who goes in "Kofi out, Saga in on 4": one leaves and another comes in."""
    verbs = {
        s.end
        for s in page.spans(clause.start, clause.end, "act")
        if s.name == "delete" and page.form(s.start) != "out"
    }
    out = {n.name for n in named if n.place in verbs or page.form(n.place + 1) == "out"}
    comes = word_set("entrances.comes")
    inside = {n.name for n in named if page.form(n.place + 1) in comes and n.place not in verbs}
    return out if out and inside - out and not out & inside else set()


def is_gone(page: Page, one: Person) -> bool:
    """Whether "Kofi isn't in", "Ada is not available" says that somebody drops out."""
    if _is_kept_out(page, one):
        return True
    place = one.place + 1
    place += page.form(place) in word_set("seats.is")
    denied = page.form(place) in word_set("people.is_not")
    return denied and page.form(place + 1) in word_set("people.not_there")


def _is_kept_out(page: Page, one: Person) -> bool:
    """Whether "Tom shouldn't be in the dunes", "Tom ska inte vara med" says who is not wished."""
    end = one.place + 1
    while end < len(page.tokens) and end - one.place <= _FAR and page.tokens[end].is_word:
        end += 1
    behind = range(one.place + 1, end)
    there = any(page.form(p) in word_set("leaving.there") for p in behind)
    there = there or any(
        page.form(p) in word_set("leaving.be") and page.form(p + 1) in word_set("leaving.in")
        for p in behind
    )
    near = {page.form(p) for p in range(one.place + 1, one.place + _NEAR)}
    return there and bool(near & word_set("leaving.denied"))


_NEAR, _FAR = 6, 8


def leaves(page: Page, clause: Clause, one: Person) -> bool:
    """Whether "Tom sort de la 6", "Tom ut ur sexan" takes somebody out of a shot.

    What follows must be a shot: who comes out of the water is in the picture.
    """
    place = one.place + 1
    for many in range(4, 0, -1):
        words = "_".join(page.form(p) for p in range(place, place + many))
        if words in word_set("people.leaves") and place + many < clause.end:
            return _is_shot(page, place + many)
    return False


def _is_shot(page: Page, place: int) -> bool:
    while page.form(place) in word_set("naming.articles") | word_set("people.of"):
        place += 1
    numbered = page.tokens[place].text.isdecimal() if place < len(page.tokens) else False
    return numbered or page.first(place, "noun", "ord", "n") is not None


def _with_s(name: str) -> tuple[str, ...]:
    first = fold(name.split()[0])
    return () if first.endswith("s") else (f"{first}s",)


def is_twins(page: Page, place: int) -> bool:
    """Whether a name is a twin's: "Naya's digital twin", "la jumelle de Naya"."""
    ahead = [place - 2, place - 3] if page.form(place - 1) in word_set("people.of") else []
    near = [*ahead, *range(place + 1, place + 4)]
    return any(page.form(p) in word_set("people.twin") for p in near)


def only_those(page: Page, clause: Clause, people: list[str]) -> list[str]:
    """Return who stays of "Kofi shouldn't be there, only Ines": those behind the word."""
    only = (p for p in range(clause.start, clause.end) if page.form(p) in word_set("people.only"))
    behind = {page.form(p) for p in range(next(only, clause.end) + 1, clause.end)}
    denied = page.has(clause.start, clause.end, "neg") or any(
        page.form(p) in word_set("people.is_not") for p in range(clause.start, clause.end)
    )
    return [n for n in people if denied and behind & {fold(n), fold(n).split()[0]}]
