"""Names in a brief: the brand, the season, the collection."""

from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import function_words
from toile.adapters.language.built_in.seasons import SEASONS, Named
from toile.adapters.language.built_in.tokens import fold

_ENDS = word_set("names.ends")
_COMMON = word_set("names.common")


def read_brand(page: Page) -> Named | None:
    """Return the brand: behind a word for it, else the first name of the text that could be one."""
    for segment in sorted(page.live(), key=lambda s: s.start):
        for span in page.spans(segment.start, segment.end, "cue"):
            if span.name == "brand":
                house = page.tokens[span.start].is_name and page.form(span.start) in word_set(
                    "names.houses"
                )
                start = span.start if house else _skip_signs(page, span.end, segment)
                found = _name_from(page, start, segment)
                if found:
                    return found
    first = _at_start(page)
    if first and first[0].split()[0].casefold().endswith(("marke", "kedjan", "märket")):
        return " ".join(first[0].split()[1:]) or first[0], first[1] + 1, first[2]
    if first and _is_country(page, first[1]):
        first = None
    return first or _introduced(page) or _opening(page)


def _at_start(page: Page) -> Named | None:
    """Return a name that opens the text and is set off: "Halcyon Row, spring ..."."""
    segment = min(page.live(), key=lambda s: s.start, default=None)
    if (
        segment is None
        or not page.tokens[segment.start].is_name
        or page.tokens[segment.start].form in _COMMON
    ):
        return None
    found = _name_from(page, segment.start, segment)
    if found is None or page.at[segment.start].keys() & {
        "media",
        "weekday",
        "people",
        "each",
        "cue",
        "season",
        "neg",
    }:
        return None
    after = page.form(found[2]) if found[2] < segment.end else "."
    set_off = (
        after in word_set("names.at_start")
        or after in SEASONS
        or page.first(found[2], "g", "h", "b", "j", "c", "cue") is not None
    )
    return found if set_off and (found[2] - found[1] > 1 or not page.at[found[1]]) else None


def _skip_signs(page: Page, place: int, segment: Segment) -> int:
    skip = (
        ":",
        "=",
        "is",
        "ist",
        "est",
        "e",
        "es",
        "ar",
        "the",
        "-",
        "called",
        "von",
        "de",
        "del",
        "di",
        "la",
        "il",
        '"',
        "“",
        "«",
        "för",
        "for",
    )
    while (
        place < segment.end
        and page.form(place) in skip
        and not (page.tokens[place].is_name and page.form(place) in ("la", "il", "the"))
    ):
        place += 1
    return place


def _name_from(page: Page, place: int, segment: Segment) -> Named | None:
    """Return the name that starts here: capitals joined by "&", "of", figures."""
    end = place
    while end < segment.end and _in_name(page, place, end):
        end += 1
    while end > place and page.form(end - 1) in word_set("names.name_from"):
        end -= 1
    if end == place:
        return None
    text = page.words(place, end)
    plain = fold(text)
    if plain in _COMMON or plain in function_words() or len(text) < 3 or text[:2] == "KV":
        return None
    return text, place, end


def _in_name(page: Page, place: int, here: int) -> bool:
    token = page.tokens[here]
    if here > place and token.form in SEASONS and page.form(here + 1)[:2].isdecimal():
        return False
    if here > place and (page.span_at(here, "month") or token.form in ("aw", "ss", "fw")):
        return False
    if token.is_name and token.is_word:
        product = page.first(here, "g", "h", "b", "j", "media", "chan", "people")
        return (
            not (product and here > place and page.tokens[here - 1].is_name and False)
            and (here == place)
        ) or not (product and page.languages[0] == "de" and here > place + 1)
    joined = here > place and here + 1 < len(page.tokens) and page.tokens[here + 1].is_name
    if token.text in ("&", "-", "+", ".") or token.form in word_set("names.in_name"):
        return (
            joined and (token.form != "and" or page.tokens[here - 1].is_name) and token.text != "."
        )
    return (
        here > place
        and token.text.isdecimal()
        and len(token.text) in (1, 2, 3)
        and not page.first(here + 1, "media", "g")
    )


def _introduced(page: Page) -> Named | None:
    """Read "X here", "for X", "of X", "windows for X", "by X"."""
    for segment in list(page.live())[:6]:
        for place in range(segment.start, segment.end):
            if page.form(place) in word_set("names.introduced"):
                start = _to_name(page, _skip_signs(page, place + 1, segment), segment)
                if (
                    start < segment.end
                    and page.tokens[start].is_name
                    and not _is_place(page, start)
                ):
                    found = _name_from(page, start, segment)
                    if found and not page.at[start].keys() & {
                        "month",
                        "weekday",
                        "group",
                        "col",
                        "people",
                        "feast",
                    }:
                        return found
            if page.tokens[place].is_name and place > segment.start:
                found = _name_from(page, place, segment)
                if found and page.form(found[2]) in word_set("names.introduced.2"):
                    return found
    return None


def _to_name(page: Page, place: int, segment: Segment) -> int:
    """Step over an article and a lower-case noun: "pour les alliances Bréval"."""
    if place >= segment.end:
        return place
    step = place
    while step < min(segment.end - 1, place + 3) and not page.tokens[step].is_name:
        step += 1
    head = page.tokens[step].form.endswith(("marke", "kedjan", "market", "brand", "label"))
    return step + 1 if head and step + 1 < segment.end and page.tokens[step + 1].is_name else step


def _is_place(page: Page, start: int) -> bool:
    from toile.adapters.language.built_in.markets import countries

    return bool(countries(page, start, start + 1)) or page.has(start, start + 1, "s", "chan")


def _is_country(page: Page, start: int) -> bool:
    """Whether a country begins here: it is where pictures run, never whose they are."""
    from toile.adapters.language.built_in.markets import countries

    end = min(start + 3, len(page.tokens))
    return any(country.start == start for country in countries(page, start, end))


def _opening(page: Page) -> Named | None:
    """Return the first name standing at the head of a clause."""
    for segment in list(page.live())[:4]:
        place = segment.start
        while place < segment.end:
            token = page.tokens[place]
            common = token.form in _COMMON or token.form in function_words()
            if (
                token.is_name
                and token.is_word
                and not common
                and not page.span_at(place, "weekday")
                and not _is_country(page, place)
            ):
                found = _name_from(page, place, segment)
                if found and (
                    not page.at[place]
                    or found[2] - place > 1
                    or page.form(found[2]) in (",", "-", "–")
                ):
                    return found
            place += 1
    return None


def read_collection(page: Page) -> Named | None:
    """Return the name of a collection or capsule."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "cue"):
            if span.name != "collection":
                continue
            quoted = _quoted(page, span.end, segment)
            if quoted:
                return quoted
            before = span.start - 1
            if (
                before >= segment.start
                and page.tokens[before].is_name
                and page.form(span.start)
                in ("capsule", "collection", "edit", "kapsel", "kollektion")
            ):
                named = page.tokens[before]
                if named.form not in SEASONS and not page.at[before].keys() & {
                    "month",
                    "s",
                    "m",
                    "g",
                }:
                    return page.words(before, span.end), before, span.end
    return None


def _quoted(page: Page, place: int, segment: Segment) -> Named | None:
    while place < segment.end and page.form(place) in word_set("names.quoted"):
        place += 1
    if place >= segment.end or page.tokens[place].text not in '"“”«„':
        return None
    end = place + 1
    while end < segment.end and page.tokens[end].text not in '"“”»':
        end += 1
    return (page.words(place + 1, end), place + 1, end) if 0 < end - place - 1 <= 5 else None
