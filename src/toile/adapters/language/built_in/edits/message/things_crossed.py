"""Things of two shots that change places: "swap the jumper in 2 with the jeans in 6".

Read as "swap the jumper and the jeans in 2 and 6".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_AND = ("and", "et", "e", "y", "und", "och")
_IN = ("in", "dans", "in", "en", "in", "i")
_THINGS = frozenset(("garments", "props"))
_PAIR = 2


def things_crossed(page: Page, board: BoardWords) -> str | None:
    """Return the text with both shots named last, ``None`` where no two things are exchanged."""
    for segment in page.live():
        verb = next((s for s in page.spans(segment.start, segment.end, "act")), None)
        if verb is None or verb.name != "swap":
            continue
        things = [m for m in board.mentions(page, verb.end, segment.end) if m.fields <= _THINGS]
        ends = [_shot(page, board, segment, thing) for thing in things]
        if len(things) != _PAIR or not all(ends) or not _joined(page, ends[0], things[1]):
            continue
        return _told(page, things, [end for end in ends if end])
    return None


def _shot(page: Page, board: BoardWords, segment: Segment, thing: Mention) -> int | None:
    """Return where the number of the shot stands that has the thing: "the jumper in 2"."""
    led = word_set("naming.in") | word_set("parts.on")
    place = thing.end
    if page.form(place) not in led:
        return None
    place += 1
    while page.form(place) in word_set("naming.articles") or page.span_at(place, "noun"):
        place += 1
    owners = {str(board.numbers[shot]) for shot in thing.shots}
    return place if place < segment.end and page.tokens[place].text in owners else None


def _joined(page: Page, number: int | None, other: Mention) -> bool:
    """Whether "and the", "with the" alone stands between a number and the other thing."""
    small = word_set("naming.and") | word_set("people.with") | word_set("things_crossed.with")
    small |= word_set("naming.articles") | word_set("listed_numbers.endings") | {":"}
    return number is not None and all(page.form(p) in small for p in range(number + 1, other.start))


def _told(page: Page, things: list[Mention], numbers: list[int]) -> str:
    language = LANGUAGES.index(page.languages[0])
    one, two = things
    ahead = page.text[: page.tokens[one.end - 1].end]
    start = two.start - (page.form(two.start - 1) in word_set("naming.articles"))
    said = page.words(start, two.end)
    shots = f" {_AND[language]} ".join(page.tokens[p].text for p in numbers)
    end = numbers[-1] + 1
    while end < len(page.tokens) and page.form(end) in word_set("listed_numbers.endings") | {":"}:
        end += 1
    rest = page.text[page.tokens[end - 1].end :]
    return f"{ahead} {_AND[language]} {said} {_IN[language]} {shots}{rest}"
