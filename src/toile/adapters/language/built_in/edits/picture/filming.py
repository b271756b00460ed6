"""How a film moves and how long it is: "5 handheld", "make the video 10 seconds"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.numbers import counts_seconds
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import FieldValue, SetField
from toile.domain.shots import ShotList

_LONGEST = 600
_SPOT = 15  # Above it, "20s" is a lens or a decade as often as a length.


def read_filming(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read a camera's way and a length and take their words out; return whether one was told."""
    told = [*_ways(page, clause), *_lengths(page, clause)]
    if not told or page.form(clause.start) in word_set("filming.wait"):
        return False
    taken = {place for start, end, _, _ in told for place in range(start, end)}
    shots = _films(page, clause, out, base, taken)
    for start, end, field, value in told:
        if shots:
            out.last, out.last_fields = shots, (field,)
            out.do(SetField(shots=shots, field=field, value=value))
        without(page, start, end)
    for place in range(clause.start, clause.end):  # "Cut 5 to 10 seconds" deletes no shot.
        if page.form(place) in word_set("deleting.cut"):
            page.at[place].pop("act", None)
    return True


def _films(
    page: Page, clause: Clause, out: Outcome, base: ShotList, taken: set[int]
) -> tuple[str, ...]:
    """Return the films that are meant; a photograph neither moves nor lasts."""
    target = resolve(page, clause, base, out.context)
    films = tuple(s.id for s in base.shots if s.kind == "video")
    named = target.shots if target.how in _NAMED else ()
    meant = tuple(i for i in named if i in films)
    kinds = page.spans(clause.start, clause.end, "kind")
    becomes = any(s.name == "video" and s.start not in taken for s in kinds)
    if named and becomes and not meant:  # "Make 2 a 6 second video".
        out.do(SetField(shots=named, field="kind", value="video"))
        return named
    if named and not meant:
        out.cannot.append(_photographs([base.shot(i).no for i in named]))
    elif not named and page.has(clause.start, clause.end, "kind"):
        meant = films
    elif not named:
        meant = films if len(films) == 1 else ()
    if not named and not meant:
        out.asks.append("Which video do you mean?")
    return meant


def _photographs(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Shot {numbers[0]} is a photograph; say so if it shall become a video."
    told = ", ".join(map(str, numbers))
    return f"Shots {told} are photographs; say so if they shall become videos."


_NAMED = ("number", "ordinal", "description", "all", "before", "both")


def _ways(page: Page, clause: Clause) -> list[tuple[int, int, str, FieldValue]]:
    return [
        (span.start, span.end, "movement", span.name)
        for span in page.spans(clause.start, clause.end, "way_of_film")
    ]


def _lengths(page: Page, clause: Clause) -> list[tuple[int, int, str, FieldValue]]:
    """Return "10 seconds", "15 sec" as whole seconds."""
    found: list[tuple[int, int, str, FieldValue]] = []
    for place in range(clause.start, clause.end):
        count = count_at(page, place)
        if count is None or count[1] >= clause.end or not 1 <= count[0] <= _LONGEST:
            continue
        if counts_seconds(page, count[1]) and not _is_no_unit(page, count):
            found.append((place, count[1] + 1, "seconds", count[0]))
    return found


def _is_no_unit(page: Page, count: tuple[int, int]) -> bool:
    """Whether an "s" behind a number is no second: "the 85s", "too 70s", "la 3 s'il te plaît"."""
    unit = page.tokens[count[1]].text
    return unit.startswith("s'") or (unit == "s" and count[0] > _SPOT)
