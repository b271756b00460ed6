"""Room for words in a picture: "leave space for the headline top right in 1"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_SIDES = ("top", "bottom", "left", "right")
_NAMED = ("number", "ordinal", "description", "all", "rest", "both", "only")
_NEAR = 4


def read_copy_space(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read where a picture leaves room for words; ask for the side or the shot that is not said."""
    said = _said(page, clause)
    if said is None:
        return False
    target = resolve(page, clause, base, out.context)
    shots = target.shots if target.how in _NAMED else out.last or target.shots
    behind = Clause(said, clause.end)
    sides = " ".join(side for side in _SIDES if _on(page, behind, side))
    sides = sides or " ".join(side for side in _SIDES if _on(page, clause, side))
    none = page.form(said - 1) in word_set("reader.kept")
    if not shots:
        out.asks.append("In which shot shall there be room for copy?")
    elif not sides and not none:
        out.asks.append("On which side shall there be room for copy?")
    else:
        out.do(SetField(shots=shots, field="copy_space", value=None if none else sides))
        out.last, out.last_fields = shots, ("copy_space",)
    return True


def _said(page: Page, clause: Clause) -> int | None:
    """Return where "room for copy" or "negative space" begins."""
    for place in range(clause.start, clause.end):
        form = page.form(place)
        pair = f"{form}_{page.form(place + 1)}"
        if form in word_set("copy_space.whole") or pair in word_set("copy_space.whole"):
            return place
        behind = range(place + 1, min(clause.end, place + 1 + _NEAR))
        if form in word_set("copy_space.room") and any(
            page.form(p) in word_set("copy_space.text") for p in behind
        ):
            return place
    return None


def _on(page: Page, clause: Clause, side: str) -> bool:
    words = word_set(f"copy_space.{side}")
    return any(page.form(p) in words for p in range(clause.start, clause.end))
