"""What is said to be added and is no thing: lettering, which a layout sets, or tension, a story."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.unexplained import WHAT
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.tokens import fold

_LETTERING = (
    "No lettering and no logo is drawn over a picture: the layout sets it. Say where room "
    "shall stay: “space for copy on the left of 1”."
)
_SOUND = "No sound is made here: music and voices are laid under a film in its cut."
_BRINGS = {"add", "set", "move"}
_VALUES = ("aspect", "light", "framing", "angle", "lens", "rel", "pose")


def read_lettering(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Say that lettering is not drawn where it is to be put in; a "logo cap" is a cap."""
    if _adds_sound(page, clause, acts):
        out.cannot.append(_SOUND)
        return True
    words = word_set("no_things.lettering")
    places = [p for p in range(clause.start, clause.end) if page.form(p) in words]
    led = [p for p in places if page.form(p - 1) not in word_set("no_things.for")]
    known = page.has(clause.start, clause.end, "g", "h", "b", "j", "neg") or clause.mentions
    if not led or known or set(acts) - _BRINGS:
        return False
    out.cannot.append(_LETTERING)
    return True


def _adds_sound(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether music or a voice is to be put in: nobody dances to it, and it names no thing."""
    words = word_set("no_things.sound")
    place = next((p for p in range(clause.start, clause.end) if page.form(p) in words), None)
    if place is None or set(acts) - _BRINGS or clause.mentions:
        return False
    lead = place - 1
    small = word_set("naming.articles") | word_set("giving.a") | word_set("no_things.some")
    while lead >= clause.start and page.form(lead) in small:
        lead -= 1
    verb = page.span_at(lead, "act")
    led = page.form(lead) in word_set("wearing.with") or lead < clause.start
    brought = "add" in acts or led or verb is not None or page.form(lead).isdecimal()
    behind = word_set("naming.in") | word_set("no_things.for")
    ends = place + 1 == clause.end or page.form(place + 1) in behind | {"to"}
    return brought and ends and not page.has(clause.start, clause.end, "pose", "do", "g", "p", "s")


def read_no_thing(
    page: Page, clause: Clause, out: Outcome, found: tuple[str, int, int]
) -> bool | None:
    """Ask what "some tension" comes to in the picture; ``None`` where it is a thing, after all.

    "A square version" brings no thing either, and says what it comes to.
    """
    text, start, end = found
    heads = {page.form(end - 1), fold(text.split()[-1])}
    thing = page.first(start, "g", "h", "b", "j", "p") is not None
    hangs = page.first(start, "s") is not None  # "Add some fog" brings it, too.
    lit = any(s.end >= end for s in page.spans(start, start + 1, "light", "act"))
    if lit and not (thing or hangs):
        return False  # "Some sun in 2" lights it, and "get" is a verb.
    if thing or not heads & word_set("no_things.abstract"):
        return None
    if page.has(clause.start, clause.end, *_VALUES) or clause.ratios:
        return False
    out.asks.append(WHAT)
    return True


def adds_step(page: Page, clause: Clause) -> bool:
    """Whether "4 needs a wider lens" adds no thing, but goes one step on."""
    verbs = [s for s in page.spans(clause.start, clause.end, "act") if s.name == "add"]
    steps = page.spans(clause.start, clause.end, "rel", "lens")
    return any(v.start < s.start <= v.end + 1 for v in verbs for s in steps)
