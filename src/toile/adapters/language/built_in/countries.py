"""Countries and groups of them as ISO codes, wherever a text names one."""

from dataclasses import dataclass
from functools import cache

from babel import Locale

from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import is_norway
from toile.adapters.language.built_in.text.tokens import tokenise

_LARGEST = 70
_LONG = 7
_LISTED = 5
_JOINED = (",", "+", "&", "/", "and", "und", "et", "e", "y", "och")


@dataclass(frozen=True, slots=True)
class Country:
    """Codes named at tokens ``start`` to ``end``; ``adjective`` for "French"."""

    start: int
    end: int
    codes: tuple[str, ...]
    adjective: bool = False
    is_group: bool = False


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


@cache
def _first_words(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key[0] for key in _names(languages) if key)


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenise(name))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split()) for row in read_table("market_groups")}


def countries(page: Page, start: int, end: int) -> list[Country]:
    """Return the countries and groups named in a stretch."""
    spoken = tuple(name for name in LANGUAGES if name in {"en", *page.languages})
    found: list[Country] = []
    place = start
    while place < end:
        country = _country(page, place, end, spoken)
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
    spoken: tuple[str, ...],
) -> Country | None:
    if _is_size(page, place):
        return None
    group = page.span_at(place, "group")
    seen = page.form(place) == "see" and not page.tokens[place].text.isupper()
    if group and group.end <= end and not seen:
        codes = _groups().get(group.name, (group.name,))
        return Country(place, group.end, codes, is_group=True)
    if page.form(place) not in _first_words(spoken):
        return _code(page, place)
    names = _names(spoken)
    for length in (5, 4, 3, 2, 1):
        key = tuple(page.form(place + step) for step in range(length))
        if place + length <= end and key in names:
            codes, adjective = names[key]
            plain = (p for p in range(length) if key[p] in word_set("countries.capital"))
            if any(not page.tokens[place + p].is_name for p in plain):
                continue  # "no pedicure polish", "la réunion de ce matin"
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
    plain = len(key[0]) > 5 or (len(key) > 1 and len("".join(key)) > _LONG)
    plain = plain or (len(key[0]) == _LISTED and _is_in_a_list(page, place))
    plain = plain or (
        page.is_small and len(key[0]) >= _LISTED - 1 and key[0] not in word_set("countries.words")
    )
    return (token.is_name and long) or (plain and not page.at[place].keys() - {"group"})


def _is_in_a_list(page: Page, place: int) -> bool:
    """Whether another country stands right beside: "sverige norge finland", "france and spain"."""
    names = _names(tuple(name for name in LANGUAGES if name in {"en", *page.languages}))
    for step in (-1, 1):
        here = place + step
        here += step * (page.form(here) in word_set("colours.between"))
        if len(page.form(here)) >= _LISTED and (page.form(here),) in names:
            return True
    return False


def _code(page: Page, place: int) -> Country | None:
    text = page.tokens[place].text
    german = {page.tokens[p].text for p in (place - 2, place + 2) if 0 <= p < len(page.tokens)}
    if text in ("D", "A") and german & {"CH", "AT", "D", "A", "DK", "NL"}:
        return Country(place, place + 1, ("DE",) if text == "D" else ("AT",))
    aliases = dict(pair.split(":") for pair in word_set("countries.aliases"))
    if _is_numbered(page, place) or (text == "NO" and not is_norway(page, place)):
        return None
    if text in aliases:
        return Country(place, place + 1, (aliases[text],))
    odd = text in word_set("markets.code")
    known = not odd and len(text) == 2 and text.isupper() and text in Locale("en").territories
    in_list = known and (_listed(page, place) or _alone(page, place))
    if page.form(place) == "us" and _beside_code(page, place):
        return Country(place, place + 1, ("US",))
    if page.is_small and _is_small_code(page, place):
        return Country(place, place + 1, (aliases.get(text.upper(), text.upper()),))
    return Country(place, place + 1, (text,)) if in_list else None


def _is_small_code(page: Page, place: int) -> bool:
    """Whether small letters are a code beside others: "de, at, ch", "us + jp", "uk, us"."""
    codes, sure = word_set("countries.small_codes"), word_set("countries.sure_codes")
    if page.form(place) not in codes:
        return False
    chain = [page.form(place)]
    for step in (-1, 1):
        here = place
        while page.form(here + step) in _JOINED and (
            page.form(here + 2 * step) in codes or len(page.form(here + 2 * step)) >= _LISTED
        ):
            here += 2 * step
            chain.append(page.form(here))
            if page.form(here) not in codes:
                break
    small = [form for form in chain if form in codes]
    return len(chain) > 1 and bool(set(chain) & sure or len(small) > 2 or _named(page, chain))


def _named(page: Page, chain: list[str]) -> bool:
    """Whether a list holds the name of a country."""
    names = _names(tuple(name for name in LANGUAGES if name in {"en", *page.languages}))
    return any(len(form) >= _LISTED - 1 and (form,) in names for form in chain)


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
    if _behind_a_name(page, place):
        return True
    cued = any(s.name == "market" for s in page.spans(segment.start, place, "cue"))
    group = page.has(segment.start, segment.end, "group")
    return len(both) > 1 or cued or group or "UK" in codes or "EU" in codes


def _behind_a_name(page: Page, place: int) -> bool:
    """Whether a code goes on a list of names: "Germany and NL", "Germany, Austria, NL"."""
    joined = page.form(place - 1) in word_set("colours.between")
    spoken = tuple(name for name in LANGUAGES if name in {"en", *page.languages})
    return joined and place > 1 and (page.form(place - 2),) in _names(spoken)


def _is_numbered(page: Page, place: int) -> bool:
    """Whether letters only begin a number: "licence MA-114"."""
    token = page.tokens[place]
    return (
        page.text[token.end : token.end + 1] == "-"
        and page.text[token.end + 1 : token.end + 2].isdecimal()
    )


def _alone(page: Page, place: int) -> bool:
    """Whether a code makes a sentence of its own, or stands beside "only"."""
    segment = page.segment_of(place)
    only = word_set("markets.only")
    beside = page.form(place + 1) in only or page.form(place - 1) in only
    return beside or segment.end - segment.start == 1
