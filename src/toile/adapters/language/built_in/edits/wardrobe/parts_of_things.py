"""Parts of things: "remove the logo on the cap" speaks of the logo, and the cap stays."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def read_part(page: Page, clause: Clause, out: Outcome, target: Target) -> bool:
    """Ask what a thing shall be instead where only a part of it shall go."""
    for thing in clause.mentions:
        worn = thing.of("garments", "props").entries
        entries = tuple(e for e in worn if e.shot in target.shots) or worn
        part = _part_of(page, clause, thing) if entries else ""
        if part:
            value = entries[0].value
            out.asks.append(
                f"The {value} stays: {part} is a part of it and has no entry of its own. "
                f"What should the {value} be called instead?"
            )
            return True
    return False


def _part_of(page: Page, clause: Clause, thing: Mention) -> str:
    """Return the part said of a thing: "the logo on the cap", "the cap's logo"; empty for none."""
    place, led = thing.start - 1, False
    while page.form(place) in word_set("naming.articles") | word_set("parts.on"):
        led = led or page.form(place) in word_set("parts.on")
        place -= 1
    ahead = place if led else clause.end
    behind = thing.end + (page.form(thing.end) == "s")
    parts = word_set("parts.words") | _worn_parts(page, thing)
    for place in (ahead, behind):
        if clause.start <= place < clause.end and page.form(place) in parts:
            return page.tokens[place].text
    return ""


def _worn_parts(page: Page, thing: Mention) -> frozenset[str]:
    """Return what a suit is made of: only where the board has not "suit jacket" itself."""
    suit = page.form(thing.end - 1) in word_set("parts.suits")
    parts = word_set("parts.of_suits") if suit else frozenset()
    own = {word for value in thing.values for word in value.split()}
    return frozenset() if own & parts else parts
