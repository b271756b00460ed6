"""A lens that changes by so many millimetres: "20 mm longer"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.exceptions import exception_start
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.picture.steps import lens_by
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def by_millimetres(page: Page, clause: Clause) -> int:
    """Return how much "20 mm longer" adds to a lens; 0 where no such thing is said."""
    for place in range(clause.start, clause.end - 2):
        text, after = page.tokens[place].text, page.span_at(place + 2, "rel")
        if text.isdecimal() and page.form(place + 1) in word_set("millimetres.mm") and after:
            sign = {"longer": 1, "tighter": 1, "shorter": -1, "wider": -1}.get(after.name, 0)
            more = page.form(place + 2) in word_set("acts.more_mm")
            return int(text) * (sign or int(more))
        if text.isdecimal() and page.form(place + 1) in word_set("millimetres.mm"):
            left_out = exception_start(page, clause) == place + 2 < clause.end - 1
            if left_out:  # "Todo a 50 mm menos la 4" leaves a shot out.
                continue
            way = page.form(place + 2)
            return int(text) * ((way in word_set("acts.more_mm")) - (way in _LESS_MM))
    return 0


_LESS_MM = word_set("acts.less_mm")


def set_longer(out: Outcome, base: ShotList, shots: tuple[str, ...], by: int) -> bool:
    """Change the lens of some shots by so many millimetres, or say which have none."""
    for shot_id in shots:
        command = lens_by(base.shot(shot_id), by)
        if command is None:
            out.cannot.append(f"Shot {base.shot(shot_id).no} has no lens to change by {by} mm.")
        else:
            out.do(command)
    out.last = shots
    return True
