"""What a text says of its people: age, hair, size, and in its own words what no list knows."""

from toile.adapters.language.built_in.people.ages import ages, is_age
from toile.adapters.language.built_in.people.described import described
from toile.adapters.language.built_in.people.known_people import is_first_name
from toile.adapters.language.built_in.people.people import Group
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import (
    clauses,
    everyday_words,
    inside,
    say,
    trim,
)
from toile.adapters.language.built_in.text.ratios import count_at

_OTHER = (
    "g h b j c media chan s set light month weekday group aspect hmu col m role mood must claim "
    "feast people third inj each season p twin nobody framing unit"
).split()
_LONGEST = 7


def read_traits(
    page: Page,
    groups: list[Group],
    negations: list[tuple[int, int]],
    depth: int | None = None,
) -> list[str]:
    """Return the traits in the order of the text, each once; of mails no older than ``depth``."""
    found: list[str] = []
    starts = [span.start for span, _ in groups]
    for segment in page.live():
        if depth is not None and segment.depth > depth:
            continue
        field = page.label(segment)
        own = any(segment.start <= start < segment.end for start in starts)
        if field in word_set("people.other_labels"):
            continue
        things = page.has(segment.start, segment.end, "g", "h", "b", "j", "c")
        made_up = page.has(segment.start, segment.end, "hmu") and not own and field != "talent"
        if (own or field == "talent" or not things) and not made_up:
            found += _looks(page, segment, negations)
        if own or field == "talent" or page.has(segment.start, segment.end, "look", "twin"):
            found += ages(page, segment)
        if own or field == "talent":
            found += _said(page, segment, starts, negations, field == "talent")
    return _distinct(found)


def _looks(page: Page, segment: Segment, negations: list[tuple[int, int]]) -> list[str]:
    made_up = page.spans(segment.start, segment.end, "hmu")
    return [
        described(page, span)
        for span in page.spans(segment.start, segment.end, "look")
        if not inside(span.start, negations)
        and not _of_a_thing(page, span)
        and not {page.form(span.start - 1), page.form(span.end)} & word_set("looks.formats")
        and not any(m.start <= span.start and span.end <= m.end for m in made_up)
        and not _of_kin(page, span)
        and (span.name not in _ALSO_OF_THINGS or _beside_people(page, segment, span))
    ]


def _of_kin(page: Page, span: Span) -> bool:
    """Whether the word is only part of one for kin: "grand-mère"."""
    kin = page.span_at(span.start, "people")
    return kin is not None and kin.end > span.end


_ALSO_OF_THINGS = frozenset(("tall", "petite"))


def _beside_people(page: Page, segment: Segment, span: Span) -> bool:
    """Whether "grande", "alta" is said of somebody: people stand before it and no thing since."""
    if page.languages[0] == "en" or page.label(segment) == "talent":
        return True
    people = page.spans(segment.start, segment.end, "people")
    return any(-4 <= span.start - one.start <= 8 for one in people)


def _of_a_thing(page: Page, span: Span) -> bool:
    """Whether the word is part of a garment or a place: "cuello alto", "d'alta quota"."""
    for place in range(max(0, span.start - 3), span.start + 1):
        thing = page.first(place, "g", "h", "b", "j", "c", "s")
        if thing and thing.end > span.start:
            return True
    if page.tokens[span.start].is_name and page.languages[0] in ROMANCE and span.start:
        return page.tokens[span.start - 1].is_word  # "Alto Adige"
    return page.form(span.start - 1) in word_set("shared.de") and span.end - span.start == 1


def _said(
    page: Page,
    segment: Segment,
    starts: list[int],
    negations: list[tuple[int, int]],
    labelled: bool,
) -> list[str]:
    """Return what stands right behind the people, or under a label for them, in plain words."""
    found: list[str] = []
    behind = labelled
    for start, end in clauses(page, segment):
        label = page.labels.get(segment.start)
        start = max(start, label.start) if label else start
        people = [s for s in page.spans(start, end, "people") if s.start in starts]
        if people:
            behind = True
            start = people[-1].end
            led = page.form(start) in word_set("traits.led") and end - start > 1
            if not led:
                continue
        elif not behind:
            continue
        if _wears_glasses(page, start, end):
            found.append("glasses")
            continue
        if not _free(page, start, end, negations):
            behind = labelled or _is_trait(page, start, end)
            continue
        left, right = trim(page, start, end)
        text = (
            say(page, left, right)
            if page.form(start) not in word_set("traits.keep")
            else say(page, start, right)
        )
        if text:
            found.append(text)
    return found


def _is_trait(page: Page, start: int, end: int) -> bool:
    """Whether a clause is but an age or a look: what follows it is still of the same person."""
    aged = any(is_age(page.form(p)) or page.tokens[p].text.isdecimal() for p in range(start, end))
    return end - start <= _SHORT and (aged or page.has(start, end, "look", "hmu"))


_SHORT = 4


def _wears_glasses(page: Page, start: int, end: int) -> bool:
    """Whether a clause about people is "glasses": theirs, where other things are sold."""
    spans = page.spans(start, end, "b")
    return len(spans) == 1 and spans[0].name == "glasses" and end - start <= _PAIR


_PAIR = 2


def _free(page: Page, start: int, end: int, negations: list[tuple[int, int]]) -> bool:
    """Whether a clause says something of a person that no other layer reads."""
    if end <= start or end - start > _LONGEST or inside(start, negations):
        return False
    if page.has(start, end, *_OTHER, "look", "neg", "cue", "head"):
        return False
    forms = [page.form(p) for p in range(start, end)]
    if any(form in word_set("traits.talk") or is_age(form) for form in forms):
        return False
    known = everyday_words()
    number = any(
        count_at(page, p) or page.tokens[p].text[:1].isdecimal() for p in range(start, end)
    )
    name = any(page.tokens[p].is_name for p in range(start + 1, end)) or (
        page.tokens[start].is_name and not _opens(page, start)
    )
    foreign = page.languages[0] != "en"
    called = any(is_first_name(page.tokens[p]) for p in range(start, end))
    if (
        called
        or (name and page.languages[0] != "de")
        or (foreign and (forms[0] in known or len(forms) > 3))
    ):
        return False
    weighty = any(
        page.tokens[p].is_word and page.form(p) not in known and len(page.form(p)) > 2
        for p in range(start, end)
    )
    return (
        weighty
        and not number
        and all(page.tokens[p].is_word or page.tokens[p].text in "'-" for p in range(start, end))
    )


def _opens(page: Page, place: int) -> bool:
    return place == 0 or page.tokens[place - 1].text in ".!?:\n"


def _distinct(found: list[str]) -> list[str]:
    """Drop repeats, and words that a longer trait holds."""
    kept: list[str] = []
    for one in found:
        lower = one.lower()
        if not any(lower in other.lower() for other in kept):
            kept = [other for other in kept if other.lower() not in lower.split(", ")]
            kept.append(one)
    return kept
