"""A film that shall be longer or shorter: "5 shorter", "make 5 longer by 2 seconds".

By how much is asked where nobody says it; a lens is longer only where a lens is spoken of.
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import SetField
from toile.domain.shots import Shot, ShotList


def read_stretching(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read how much longer or shorter films become; return whether that was told."""
    way = next((p for p in range(clause.start, clause.end) if _sign(page, p)), None)
    target = resolve(page, clause, base, out.context)
    shots = [base.shot(i) for i in target.shots]
    if way is None or not shots or any(shot.kind != "video" for shot in shots):
        return False
    if not _says_only_that(page, clause, way, target.places):
        return False
    out.last = target.shots
    for shot in shots:
        _stretch(out, shot, _sign(page, way) * _seconds(page, clause, way))
    return True


def _sign(page: Page, place: int) -> int:
    longer, shorter = word_set("filming.longer"), word_set("filming.shorter")
    said = {page.form(place), f"{page.form(place - 1)}_{page.form(place)}"}
    return bool(said & longer) - bool(said & shorter)


def _seconds(page: Page, clause: Clause, way: int) -> int:
    """Return the seconds that are told beside the word, 0 where none are."""
    for place in (*range(way + 1, clause.end), *range(clause.start, way)):
        count = count_at(page, place)
        if count is not None and page.form(count[1]) in word_set("filming.seconds"):
            return count[0]
    return 0


def _says_only_that(page: Page, clause: Clause, way: int, named: set[int]) -> bool:
    """Whether no thing, lens or hair is spoken of beside the shots and the seconds."""
    small = word_set("filming.around") | word_set("filming.seconds") | word_set("naming.articles")
    return all(
        place == way
        or place in named
        or page.form(place) in small
        or not page.tokens[place].is_word
        or page.first(place, "noun", "kind", "mod", "act") is not None
        for place in range(clause.start, clause.end)
    )


def _stretch(out: Outcome, shot: Shot, by: int) -> None:
    length = (shot.seconds or 0) + by
    if not by or shot.seconds is None or length < 1:
        out.asks.append(f"How many seconds shall shot {shot.no} have?")
        return
    out.do(SetField(shots=(shot.id,), field="seconds", value=length))
