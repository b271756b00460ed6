"""Markets: countries and groups as ISO codes, with exclusions and conditions."""

from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import is_norway
from toile.adapters.language.built_in.text.tokens import tokenise
from toile.domain.brief import ConditionalMarket

_PLACE_WORDS = word_set("markets.place_words")
_NOT = word_set("markets.not")
_BACK = word_set("markets.again")
_BOUNDS = frozenset(",;.:()\n")
_LARGEST = 70


@dataclass
class Markets:
    """What the text says of markets, with the tokens that said it."""

    codes: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    conditional: list[ConditionalMarket] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Country:
    """Codes named at tokens ``start`` to ``end``; ``adjective`` for "French"."""

    start: int
    end: int
    codes: tuple[str, ...]
    adjective: bool = False


@cache
def _names(languages: tuple[str, ...]) -> dict[tuple[str, ...], tuple[tuple[str, ...], bool]]:
    names: dict[tuple[str, ...], tuple[tuple[str, ...], bool]] = {}
    for language in languages:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in word_set("markets.names"):
                names[_key(name)] = ((code,), False)
    for row in read_table("countries"):
        for name in row[1].split(","):
            names[_key(name)] = ((row[0],), False)
        for name in row[2].split(",") if len(row) > 2 and row[2] else []:
            names[_key(name)] = ((row[0],), True)
    return names


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenise(name))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in read_table("market_groups")}


def countries(page: Page, start: int, end: int) -> list[Country]:
    """Return the countries and groups named in a stretch."""
    spoken = tuple(name for name in LANGUAGES if name in {"en", *page.languages})
    names = _names(spoken)
    found: list[Country] = []
    place = start
    while place < end:
        country = _country(page, place, end, names)
        if country:
            found.append(country)
            place = country.end
        else:
            place += 1
    return found


def _country(
    page: Page,
    place: int,
    end: int,
    names: dict[tuple[str, ...], tuple[tuple[str, ...], bool]],
) -> Country | None:
    if _is_size(page, place):
        return None
    group = page.span_at(place, "group")
    if group and group.end <= end:
        return Country(place, group.end, _groups().get(group.name, (group.name,)))
    for length in (5, 4, 3, 2, 1):
        key = tuple(page.form(place + step) for step in range(length))
        if place + length <= end and key in names:
            codes, adjective = names[key]
            if _is_written(page, place, key) and codes != ("JE",):
                return Country(place, place + length, codes, adjective)
    return _code(page, place)


def _is_size(page: Page, place: int) -> bool:
    """Whether a code says which sizes are counted: "EU 36", "UK size 14"."""
    after = place + 1 + (page.form(place + 1) in word_set("ages.sizes"))
    number = page.form(after)
    sized = number.isdecimal() and 0 < int(number) < _LARGEST
    if page.form(place) not in word_set("markets.sized") or not sized:
        return False
    return after > place + 1 or not page.first(after + 1, "month", "media", "unit", "chan", "cue")


def _is_written(page: Page, place: int, key: tuple[str, ...]) -> bool:
    """Whether a name is written as one: "us" is a word, "US" a country, "chad" may be anything."""
    token = page.tokens[place]
    if key in (("usa",), ("uk",), ("uae",)):
        return True
    after = page.form(place + len(key))
    joined = (len(key[0]) == 3 and after in ("+", "&", "/")) or page.form(place - 1) in ("+", "&")
    long = len(key[0]) > 3 or token.text.isupper() or len(key) > 1 or joined
    return (token.is_name and long) or (len(key[0]) > 5 and not page.at[place].keys() - {"group"})


def _code(page: Page, place: int) -> Country | None:
    text = page.tokens[place].text
    german = {page.tokens[p].text for p in (place - 2, place + 2) if 0 <= p < len(page.tokens)}
    if text in ("D", "A") and german & {"CH", "AT", "D", "A"}:
        return Country(place, place + 1, ("DE",) if text == "D" else ("AT",))
    aliases = {"UK": "GB", "US": "US", "USA": "US", "UAE": "AE", "KSA": "SA", "EAU": "AE"}
    if text in aliases:
        return Country(place, place + 1, (aliases[text],))
    odd = text in word_set("markets.code")
    known = not odd and len(text) == 2 and text.isupper() and text in Locale("en").territories
    in_list = known and (_listed(page, place) or _alone(page, place))
    if page.form(place) == "us" and _beside_code(page, place):
        return Country(place, place + 1, ("US",))
    return Country(place, place + 1, (text,)) if in_list else None


def _beside_code(page: Page, place: int) -> bool:
    """Whether "us" is joined to another market: "us + uk", "uk/us", not the word "us"."""
    signs = ("+", "/", "&")
    other = ("uk", "ca", "eu", "au", "gb", "canada")
    ahead = page.form(place + 1) in signs and page.form(place + 2) in other
    return ahead or (page.form(place - 1) in signs and page.form(place - 2) in other)


def _listed(page: Page, place: int) -> bool:
    """Whether a two-letter code stands among others or behind a cue, not in prose."""
    segment = page.segment_of(place)
    codes = [t.text for t in page.tokens[segment.start : segment.end]]
    both = [c for c in codes if len(c) == 2 and c.isupper() and c in Locale("en").territories]
    cued = any(s.name == "market" for s in page.spans(segment.start, place, "cue"))
    group = page.has(segment.start, segment.end, "group")
    return len(both) > 1 or cued or group or "UK" in codes or "EU" in codes


def _alone(page: Page, place: int) -> bool:
    """Whether a code makes a sentence of its own, or stands beside "only"."""
    segment = page.segment_of(place)
    only = word_set("markets.only")
    beside = page.form(place + 1) in only or page.form(place - 1) in only
    return beside or segment.end - segment.start == 1


def read_markets(page: Page) -> Markets:
    """Return the markets of a page: where pictures are sold or shown, not where they are shot."""
    markets = Markets()
    for segment in page.live():
        found = countries(page, segment.start, segment.end)
        wanted = [
            c for c in found if _is_market(page, segment, c, found) and not _headed(page, c, found)
        ]
        for country in wanted:
            _add(page, segment, country, markets)
    kept = [code for code in dict.fromkeys(markets.codes) if code not in markets.excluded]
    markets.codes = ["*"] if "*" in kept else kept
    return markets


def _headed(page: Page, country: Country, found: list[Country]) -> bool:
    """Whether a group only heads its own list: "EU member states Germany, Austria"."""
    if len(country.codes) < 5:
        return False
    after = [c for c in found if 0 <= c.start - country.end <= 3 and c.codes[0] in country.codes]
    between = word_set("markets.headed") | _NOT
    return bool(after) and not any(
        page.form(p) in between for p in range(country.end, after[0].start)
    )


def _is_market(page: Page, segment: Segment, country: Country, found: list[Country]) -> bool:
    cued = any(s.name == "market" for s in page.spans(segment.start, country.start, "cue"))
    if cued or page.has(max(segment.start, country.start - 3), country.start, "chan"):
        return True
    if country.adjective:
        return page.has(country.end, min(segment.end, country.end + 4), "chan") or any(
            page.form(p) in ("market", "markets", "customers")
            for p in range(country.end, country.end + 4)
        )
    before = page.form(country.start - 1)
    if before in _PLACE_WORDS and not _with_usage(page, segment, country):
        return False
    if page.has(segment.start, country.start, "s") and len(found) == 1:
        return before in ("the", ",", "+", "und", "and") and _with_usage(page, segment, country)
    return page.form(country.end) not in ("street", "road", "harbour", "coast")


def _with_usage(page: Page, segment: Segment, country: Country) -> bool:
    near = page.spans(max(segment.start, country.start - 8), segment.end, "chan", "cue")
    return any(span.kind == "chan" or span.name in ("live", "market") for span in near)


def _add(page: Page, segment: Segment, country: Country, markets: Markets) -> None:
    markets.places.append((country.start, country.end))
    condition = _condition(page, segment, country)
    if condition:
        markets.codes = [code for code in markets.codes if code not in country.codes]
        markets.conditional += [
            ConditionalMarket(code=c, condition=condition) for c in country.codes
        ]
        return
    again = all(c in markets.excluded for c in country.codes)
    if again and not _is_wanted_back(page, segment):
        return
    if _is_out(page, segment, country):
        markets.excluded += [c for c in country.codes if c not in markets.excluded]
        return
    markets.codes += country.codes
    markets.excluded = [c for c in markets.excluded if c not in country.codes]


def _is_wanted_back(page: Page, segment: Segment) -> bool:
    """Whether a sentence brings a market back in that an earlier one had left out."""
    words = {page.form(p) for p in range(segment.start, segment.end)}
    cued = any(s.name == "market" for s in page.spans(segment.start, segment.end, "cue"))
    listed = len(countries(page, segment.start, segment.end)) > 1
    return cued or listed or bool(words & word_set("markets.back"))


def _is_out(page: Page, segment: Segment, country: Country) -> bool:
    """Whether words of exclusion stand before it with no full bound between, or behind it."""
    for place in range(country.start - 1, max(segment.start, country.start - 8) - 1, -1):
        form = page.form(place)
        if form in _BACK and place > segment.start and page.form(place - 1) == ",":
            return False
        if is_norway(page, place):
            continue
        if form in _NOT or (form == "o" and page.form(place - 1) == "/"):
            return not _stays(page, segment, country)
        if page.tokens[place].text in "-–—" and _spaced(page, place):
            return False
        if form == ":" and page.form(place - 1) in _NOT:
            return True
        if form in _BOUNDS and not countries(page, max(segment.start, place - 3), place):
            return False
    if _denied_behind(page, segment, country):
        return True
    behind = page.spans(
        max(segment.start, country.start - 3), min(segment.end, country.end + 4), "cue"
    )
    return any(span.name == "drop" for span in behind)


def _stays(page: Page, segment: Segment, country: Country) -> bool:
    """Whether words behind say that a market stays in after all."""
    near = [page.form(p) for p in range(country.end, min(segment.end, country.end + 4))]
    return (
        bool(set(near[:3]) & word_set("markets.kept"))
        and "in" in [*near, "in"]
        and near[:1] != ["in"]
    )


def _spaced(page: Page, place: int) -> bool:
    return page.tokens[place - 1].end < page.tokens[place].start


def _denied_behind(page: Page, segment: Segment, country: Country) -> bool:
    """Read "Russia e Bielorussia escluse", "Argentina no (todavía)"."""
    place = country.end
    found = countries(page, country.end, min(segment.end, country.end + 8))
    for other in found:
        if other.start - place <= 1:
            place = other.end
    denied = page.form(place) == "no" and page.languages[0] in ("es", "it")
    return denied or page.form(place) in word_set("markets.behind")


def _condition(page: Page, segment: Segment, country: Country) -> str:
    nearest = countries(page, country.end, min(segment.end, country.end + 6))
    limit = nearest[0].start if nearest else segment.end
    if page.form(country.end) in word_set("markets.later"):
        return page.words(country.end, country.end + 1)
    for span in page.spans(country.end, min(limit, country.end + 5), "cue"):
        if span.name == "if":
            stop = span.end
            while stop < segment.end and page.form(stop) not in (",", ";", "(", ")"):
                stop += 1
            return page.words(span.start, stop)
    return ""
