"""Light told by the place of a shot: "the same light as the café", "beleuchtet wie das Café".

Read with the number of that shot in the place's stead, which tells the same: "the light of 3".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_OF = {"en": "of", "fr": "de la", "it": "della", "es": "de la", "de": "von", "sv": "från"}
_REACH = 9
_BETWEEN = 5


def lit_as_there(page: Page, board: BoardWords) -> str | None:
    """Return the text with the shot's number, or ``None`` where no light is told so."""
    for segment in page.live():
        for light in page.spans(segment.start, segment.end, "f"):
            if light.name != "light":
                continue
            told = _linked(page, segment, board, light.start, light.end)
            told = told or _joined(page, segment, board, light)
            if told is not None:
                return told
    return None


def _joined(page: Page, segment: Segment, board: BoardWords, light: Span) -> str | None:
    """Return the text told anew for "give 7 the café light", ``None`` for any other light."""
    if page.languages[0] != "en":
        return None
    found = board.mentions(page, max(segment.start, light.start - _BETWEEN), light.start)
    place = found[-1] if found and found[-1].end == light.start else None
    if place is None or place.fields != {"set"} or page.form(place.start - 1) != "the":
        return None
    others = board.mentions(page, segment.start, place.start)
    others += board.mentions(page, light.end, segment.end)
    told = any("set" in m.fields for m in others) or any(
        page.tokens[p].text.isdecimal() for p in range(segment.start, segment.end)
    )
    number = _number(board, place)
    if number is None or not told or page.has(place.end, segment.end, "rel"):
        return None
    head, tail = page.tokens[place.start].start, page.tokens[light.end - 1].end
    return f"{page.text[:head]}light of {number}{page.text[tail:]}"


def _linked(page: Page, segment: Segment, board: BoardWords, start: int, end: int) -> str | None:
    """Return the text told anew where "as the café" stands near a word for light."""
    behind = range(end, min(end + _REACH, segment.end - 1))
    ahead = range(max(segment.start, start - _BETWEEN), start)
    for link in (*behind, *ahead):
        form = page.form(link)
        alike = form in word_set("lit_as_there.as")
        of = form in word_set("copying.from") and not alike and link == end
        if not (alike or (of and _tells_others(page, segment, board, start, link))):
            continue
        place = _place(page, segment, board, link + 1)
        alone = place is not None and _number(board, place) is not None
        if place is not None and alone and _ends(page, segment, start, place):
            return _told(page, board, segment, link, place, alike=alike)
    return None


def _place(page: Page, segment: Segment, board: BoardWords, start: int) -> Mention | None:
    """Return the place of the board that stands behind articles: "im Café", "the porch"."""
    small = word_set("naming.articles") | word_set("naming.in") | word_set("lit_as_there.small")
    while start < segment.end and page.form(start) in small:
        start += 1
    found = board.mentions(page, start, min(start + _BETWEEN, segment.end))
    there = found[0] if found and found[0].start == start else None
    seen = there.of("set") if there is not None else None  # "El café" is a place and a drink.
    return seen if seen is not None and seen.entries else None


def _number(board: BoardWords, place: Mention) -> int | None:
    """Return the number of the first shot there; ``None`` where they are not lit alike."""
    lights = {e.value for e in board.entries if e.field == "light" and e.shot in place.shots}
    return board.numbers[place.shots[0]] if len(lights) == 1 else None


def _ends(page: Page, segment: Segment, light: int, place: Mention) -> bool:
    """Whether the place ends what is told: "light from the kitchen lamp" names a lamp."""
    end = place.end
    if end >= segment.end or end == light or page.span_at(end, "noun") is not None:
        return True
    small = word_set("copying.stops") | word_set("lit_as_there.behind")
    return not page.tokens[end].is_word or page.form(end) in small


def _tells_others(page: Page, segment: Segment, board: BoardWords, light: int, link: int) -> bool:
    """Whether a definite light is for shots told beside it: "7 with the light of the café"."""
    led = word_set("naming.articles") | word_set("echoes.same") | word_set("copying.same")
    led |= word_set("lit_as_there.the_light")
    definite = bool({page.form(light - 1), page.form(light)} & led)
    around = (*range(segment.start, light), *range(link + 3, segment.end))
    numbers = any(page.tokens[p].text.isdecimal() for p in around)
    numbers = numbers or page.has(segment.start, light, "noun", "ord")
    others = [m for m in board.mentions(page, segment.start, light) if "set" in m.fields]
    others += [m for m in board.mentions(page, link + 3, segment.end) if "set" in m.fields]
    return definite and (numbers or bool(others))


def _told(
    page: Page, board: BoardWords, segment: Segment, link: int, place: Mention, *, alike: bool
) -> str:
    tongue = page.languages[0]
    number = board.numbers[place.shots[0]]
    led = f"{page.form(link)} la" if tongue in ("fr", "it", "es") else page.form(link)
    said = f"{led if alike else _OF[tongue]} {number}"
    end = place.end
    while end < segment.end and page.span_at(end, "noun") is not None:
        end += 1
    head, tail = page.tokens[link].start, page.tokens[end - 1].end
    start = page.tokens[segment.start].start
    last = page.tokens[segment.end - 1].end
    front = _numbered(page, board, segment.start, link)
    behind = _numbered(page, board, end, segment.end)
    front = front or page.text[start:head]
    behind = behind or page.text[tail:last]
    return f"{page.text[:start]}{front}{said}{behind}{page.text[last:]}"


def _numbered(page: Page, board: BoardWords, start: int, end: int) -> str:
    """Return a stretch with the numbers of the shots whose place it leads to: "in der Gasse"."""
    seen = [m.of("set") for m in board.mentions(page, start, end) if "set" in m.fields]
    if len(seen) != 1 or any(page.tokens[p].text.isdecimal() for p in range(start, end)):
        return ""
    lead = seen[0].start - 1
    lead -= lead >= start and page.form(lead) in word_set("naming.articles")
    owned = lead > start and page.form(lead - 1) in word_set("naming.that")
    noun = page.span_at(seen[0].end, "noun") is not None
    if lead < start or owned or noun or page.form(lead) not in word_set("naming.in"):
        return ""
    numbers = ", ".join(str(board.numbers[i]) for i in seen[0].shots)
    head, tail = page.tokens[lead].start, page.tokens[seen[0].end - 1].end
    ends = page.tokens[end].start if end < len(page.tokens) else page.tokens[end - 1].end
    front = page.text[page.tokens[start].start : head]
    return f"{front}{_IN[page.languages[0]]} {numbers}{page.text[tail:ends]}"


_IN = {"en": "in", "fr": "dans", "it": "in", "es": "en", "de": "in", "sv": "i"}
