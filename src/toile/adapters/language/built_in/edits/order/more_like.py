"""Several copies of one shot at once: "two more like 6", "noch zwei wie die 6"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import DuplicateShot
from toile.domain.editing import free_id
from toile.domain.shots import ShotList

_MOST = 6


def read_more_like(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Copy a shot so many times as a clause wishes for more like it, and says nothing else."""
    more, of = word_set("more_like.more"), word_set("one_more_of.of")
    place = clause.start
    noted = page.form(place) in more
    place += noted
    many = count_at(page, place)
    # "3 more like 1" may speak of shot 3.
    unsure = not noted and page.tokens[place].text.isdecimal() if many else True
    if many is None or not 1 < many[0] <= _MOST:
        return False
    place = many[1]
    while page.form(place) in more:
        noted, place = True, place + 1
    like = of if unsure else of | word_set("more_like.like")
    if not noted or page.form(place) not in like:
        return False
    place += 1
    small = word_set("naming.articles") | word_set("more_like.those")
    while page.form(place) in small or page.span_at(place, "noun"):
        place += 1
    told = count_at(page, place) or _figure(page, place)
    shot = next((s for s in base.shots if told and s.no == told[0]), None)
    if shot is None or told is None or _behind(page, told[1]) < clause.end:
        return False
    copies: tuple[str, ...] = ()
    for _ in range(many[0]):
        copies += (free_id(out.shots, f"{shot.id}-copy"),)
        out.do(DuplicateShot(shot=shot.id, new_id=copies[-1]))
    out.last = copies
    return True


def _behind(page: Page, place: int) -> int:
    while page.form(place) in word_set("contents.polite") | word_set("more_like.ends"):
        place += 1
    return place


def _figure(page: Page, place: int) -> tuple[int, int] | None:
    text = page.tokens[place].text if place < len(page.tokens) else ""
    return (int(text), place + 1) if text.isdecimal() and len(text) < 3 else None
