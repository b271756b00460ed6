"""Where somebody is put, with no verb for it: "2 by the window", "Ines against a brick wall".

A wall or a curtain behind somebody is the new set; a window or a door says where they stand.
"""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.said_ahead import says_how
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english
from toile.domain.commands import SetField
from toile.domain.shots import Shot, ShotList

_NAMED = ("number", "ordinal", "description", "before")
_WAYS = ("by", "against", "in front of")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class _Stand:
    """A way of standing and the words for where, in English; ``fresh`` behind "a"."""

    way: str
    text: str
    name: str
    fresh: bool


def read_stood(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Put shots before a new ground, or somebody next to what the place has."""
    if not target.shots or target.how not in _NAMED or set(acts) - {"set", "move"}:
        return False
    if page.has(clause.start, clause.end, "pose", "do", "g", "h", "b", "j", "p", "rel", "light"):
        return False
    stand = _stand(page, clause, target)
    if "move" in acts and target.how == "number" and _leads_there(page, clause):
        return False  # "Mueve la 2 a una barra" takes the shot there.
    if stand is None or is_denied(page, clause.start, clause.end):
        return False
    for shot in (base.shot(i) for i in target.shots):
        if stand.name in word_set("standing.grounds"):
            out.do(SetField(shots=(shot.id,), field="set", value=stand.text))
        else:
            out.do(SetField(shots=(shot.id,), field="pose", value=_posed(shot, stand)))
    out.last = target.shots
    return True


def _leads_there(page: Page, clause: Clause) -> bool:
    said = {f"{page.languages[0]}:{page.form(p)}" for p in range(clause.start, clause.end)}
    return bool(said & word_set("standing.to"))


def _stand(page: Page, clause: Clause, target: Target) -> _Stand | None:
    for place in range(clause.start, clause.end - 1):
        way, end = _way(page, place, clause.end)
        found = _where(page, clause, way, end, target) if way else None
        if found is not None:
            return found
    return None


def _way(page: Page, place: int, limit: int) -> tuple[str, int]:
    """Return which way words lead to a place, and where they end."""
    for long in range(_LONGEST, 0, -1):
        said = "_".join(page.form(p) for p in range(place, min(place + long, limit)))
        if said in word_set("standing.articles") and page.languages[0] == "en":
            continue
        for way in _WAYS:
            if said in word_set(f"standing.{way.replace(' ', '_')}"):
                return way, place + long
    return "", place


def _where(page: Page, clause: Clause, way: str, start: int, target: Target) -> _Stand | None:
    """Return what stands behind the words for a way, where the clause says no more."""
    begin = start
    while page.form(begin) in word_set("naming.articles") | word_set("standing.articles"):
        begin += 1
    last = begin
    while page.first(last, "s", "set") is None and last < clause.end and says_how(page, last):
        last += 1
    while last < clause.end and (span := page.first(last, "s", "set")) is not None:
        name, last = span.name, span.end
    known = last > begin and page.first(last - 1, "s", "set") is not None
    head, last = last, _with_looks(page, last, clause.end) if known else last
    if not known:
        return None
    told = (page.form(head - 1), name.split()[-1])  # "A concrete wall" is a wall.
    places = word_set("standing.grounds") | word_set("standing.fixtures")
    name = next((word for word in told if word in places), "")
    if not name:
        return None
    around = word_set("giving.around") | word_set("naming.in")
    if not all(p in target.places or page.form(p) in around for p in range(last, clause.end)):
        return None
    english = page.languages[0] == "en"
    looks = [in_english(page, head, last), in_english(page, begin, head)]
    text = page.words(begin, last).lower() if english else " ".join(looks).strip()
    return _Stand(way, text, name, page.form(start) in word_set("standing.articles"))


def _with_looks(page: Page, end: int, limit: int) -> int:
    """Return where what is said behind a ground ends: "un mur rouge", "un muro di mattoni"."""
    while end < limit and page.languages[0] != "en":
        made = page.form(end) in word_set("items.made_of") | word_set("people.of")
        if page.first(end + made, "col", "m", "adj", "s") is None:
            break
        end += made + 1
    return end


def _posed(shot: Shot, stand: _Stand) -> str:
    """Return the pose with the place: what somebody does goes on, unless it names another."""
    article = "a" if stand.fresh else "the"
    plain = shot.pose and len(shot.pose.split()) == 1 and shot.pose.endswith("ing")
    return f"{shot.pose if plain else 'standing'} {stand.way} {article} {stand.text}"
