"""Taking off somebody what was just given to another: "and take it off Nora"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.pronouns import object_pronoun
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def off_whom(page: Page, clause: Clause) -> Mention | None:
    """Return the person off whom a clause takes "it"; ``None`` where it says nothing of that.

    "Enlève-le à Nora" says so, too; "take Nora out" does not.
    """
    whom = {m.start: m for m in clause.mentions if m.fields == {"talent"}}
    for place in range(clause.start + 1, clause.end - 2):
        it = page.form(place) in word_set("saying.it")
        if it and page.form(place + 1) in word_set("people.off") and place + 2 in whom:
            return whom[place + 2]
    things = any(m.fields & {"garments", "props"} for m in clause.mentions)
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    if things or len(whom) != 1 or acts != {"delete"}:
        return None
    return next(iter(whom.values())) if _says_it(page, clause) else None


def _says_it(page: Page, clause: Clause) -> bool:
    """Whether "it" is said beside the verb or hangs on it: "enlève-le à Nora", "toglilo"."""
    if object_pronoun(page, clause) is not None:
        return True
    thing = word_set("taking_it_off.it")
    return any(page.form(p) in thing for p in range(clause.start + 1, clause.end))
