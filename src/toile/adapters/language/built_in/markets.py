"""Markets: countries and groups as ISO codes, with exclusions and conditions."""

from dataclasses import dataclass, field

from toile.adapters.language.built_in.countries import Country, countries
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import is_norway
from toile.domain.brief import ConditionalMarket

_PLACE_WORDS = word_set("markets.place_words")
_NOT = word_set("markets.not")
_OUT = word_set("markets.behind")
_BACK = word_set("markets.again") | word_set("markets.instead")
_BOUNDS = frozenset(",;.:()\n")


@dataclass
class Markets:
    """What the text says of markets, with the tokens that said it."""

    codes: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    conditional: list[ConditionalMarket] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)


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
    if _is_licensed_for(page, segment, country):
        return False
    cued = any(s.name == "market" for s in page.spans(segment.start, country.start, "cue"))
    if cued or page.has(max(segment.start, country.start - 3), country.start, "chan"):
        return True
    if "*" in country.codes and (
        _is_superlative(page, segment, country) or page.form(country.end) == ":"
    ):
        return False
    if country.adjective:
        return page.has(country.end, min(segment.end, country.end + 4), "chan") or any(
            page.form(p) in word_set("markets.market") for p in range(country.end, country.end + 4)
        )
    before = page.form(country.start - 1)
    if before in _PLACE_WORDS and not _with_usage(page, segment, country):
        return False
    if page.has(segment.start, country.start, "s") and len(found) == 1:
        return before in ("the", ",", "+", "und", "and") and _with_usage(page, segment, country)
    return page.form(country.end) not in word_set("markets.street")


def _is_licensed_for(page: Page, segment: Segment, country: Country) -> bool:
    """Whether a place only tells where somebody's licence holds: "licensed for the Nordics"."""
    near = range(max(segment.start, country.start - _LICENSED), country.start)
    return any(page.form(p) in word_set("markets.licensed") for p in near)


_LICENSED = 4


def _is_superlative(page: Page, segment: Segment, country: Country) -> bool:
    """Whether "the softest in the world" praises and names no market."""
    led = page.form(country.start - 1) in _PLACE_WORDS | word_set("people.of") | {
        "the",
        "du",
        "del",
        "der",
        "des",
    }
    near = range(max(segment.start, country.start - _PRAISE), country.start)
    return led and any(page.form(p) in word_set("markets.most") for p in near)


_PRAISE = 7


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
    if any(token.form in word_set("thread.rest") for token in page.tokens):
        return False  # "We drop Switzerland, the rest stays: France, Belgium, Switzerland."
    words = {page.form(p) for p in range(segment.start, segment.end)}
    cued = any(s.name == "market" for s in page.spans(segment.start, segment.end, "cue"))
    listed = len(countries(page, segment.start, segment.end)) > 1
    return cued or listed or bool(words & word_set("markets.back"))


def _is_out(page: Page, segment: Segment, country: Country) -> bool:
    """Whether words of exclusion stand before it with no full bound between, or behind it."""
    if _denied_behind(page, segment, country) or _is_dropped(page, segment, country):
        return True
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
        if form == ":" and page.form(place - 1) in _NOT | _OUT:
            return _heads(page, segment, place - 1)
        if form in _BOUNDS and not countries(page, max(segment.start, place - 3), place):
            return False
    behind = page.spans(
        max(segment.start, country.start - 3), min(segment.end, country.end + 4), "cue"
    )
    return any(span.name == "drop" and not _goes_out(page, span, country) for span in behind)


def _heads(page: Page, segment: Segment, place: int) -> bool:
    """Whether "nicht:" heads what is out, not in "le reste ne bouge pas :"."""
    before = page.form(place - 1)
    return place <= segment.start + 1 or before in _BOUNDS | word_set("markets.but") | _NOT


def _goes_out(page: Page, span: Span, country: Country) -> bool:
    """Whether an "out" is of files or goods: "files out 3 May", "we ship out to Germany"."""
    if page.form(span.start) != "out" or span.end - span.start > 1:
        return False
    beside = country.end <= span.start <= country.end + 1
    dated = page.form(span.end)[:1].isdecimal() or page.form(span.end) == "to"
    return dated or not beside


def _is_dropped(page: Page, segment: Segment, country: Country) -> bool:
    """Whether "lose Canada", "le Canada saute" takes a market back."""
    lead = {page.form(p) for p in range(max(segment.start, country.start - 2), country.start)}
    verbs = word_set("taken_back.verbs") | word_set("markets.lost")
    led = page.form(country.end) in word_set("dropped.is")
    behind = page.form(country.end + led)
    after = country.end + led + 1
    ends = after >= segment.end or page.form(after) in _BOUNDS
    stated = behind in word_set("dropped.states") and (led or ends)
    gone = behind in word_set("dropped.verbs") or stated
    return bool(lead & verbs) or gone


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
    place, gaps = country.end, list[str]()
    for other in countries(page, country.end, min(segment.end, country.end + 8)):
        narrower = country.is_group and not other.is_group  # "EU, Denmark excluded"
        ended = page.form(place) in (".", ";")
        if other.start - place <= 1 and not narrower and not ended:
            gaps.append(page.form(place))
            place = other.end
    # In "France et Belgique, Suisse exclue" and "UK, US excluded" the last one alone is out.
    if "," in gaps[-1:] or "(" in gaps:
        return False
    denied = page.form(place) == "no" and page.languages[0] in ("es", "it")
    denied = denied or _closes_with_not(page, segment, place)
    return denied or page.form(place) in _OUT


def _closes_with_not(page: Page, segment: Segment, place: int) -> bool:
    """Whether "Italien nicht." ends what is said of a market, be it with "for now"."""
    place += page.form(place) in word_set("dropped.is")
    first = place
    while page.form(place) in word_set("markets.for_now") | word_set("markets.after_all"):
        place += 1
    plain = place > first and page.form(place) == "no" and page.languages[0] in ("es", "it")
    if not plain and page.form(place) not in word_set("markets.not_behind"):
        return False
    stop = place + 1
    while stop < segment.end and page.form(stop) in word_set("markets.for_now"):
        stop += 1
    return stop >= segment.end or page.form(stop) in _BOUNDS


def _condition(page: Page, segment: Segment, country: Country) -> str:
    nearest = countries(page, country.end, min(segment.end, country.end + 6))
    if page.form(country.start - 1) in word_set("markets.maybe"):
        return page.form(country.start - 1)
    limit = nearest[0].start if nearest else segment.end
    later = country.end + (
        page.form(country.end) in word_set("markets.for_now") | word_set("markets.in")
    )
    if page.form(later) in word_set("markets.later"):
        return page.words(country.end, later + 1)
    for span in page.spans(country.end, min(limit, country.end + 5), "cue"):
        if span.name == "if":
            stop = span.end
            while stop < segment.end and page.form(stop) not in (",", ";", "(", ")"):
                stop += 1
            return page.words(span.start, stop)
    return ""
