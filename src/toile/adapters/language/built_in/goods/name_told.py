"""Names right behind a good: "the oak chair Alm", "anello Onda", "nail polish Velo: cherry"."""

from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

NAMING = (*ROMANCE, "sv")
_NAMED_ALONE = frozenset(("in", "(", ",", ".", ";", "+", "&", "und", "/", "", "|"))
_NEVER_NAMES = frozenset(("people", "month", "season", "group", "chan", "media", "weekday", "hmu"))
_NO_NAMES = frozenset("g h b j c col m look cue aspect role framing".split())
_BEFORE_COLOURS = frozenset(":-–—")
_NAMED_IN = frozenset(("i", "in", "en", "(", ",", ".", "", "et", "e", "y", "och"))
_AND_IN = word_set("colours.between")


def heads_shades(page: Page, span: Span, place: int, segment: Segment) -> bool:
    """Whether a name opens the shades of make-up: "nail polish Velo: cherry, sand, ink"."""
    listed = page.form(place + 1) == ":" and page.form(place + 3) in _AND_IN
    made = page.first(span.start, "c") is not None and page.tokens[place].is_name
    return made and listed and page.has(place + 2, segment.end, "col")


def is_the_one(page: Page, span: Span, place: int) -> bool:
    """Whether an English name tells which: "the oak chair Alm and the ash table Bord"."""
    led = any(page.form(p) == "the" for p in range(max(0, span.start - 3), span.start))
    plain = page.languages[0] == "en" and not page.at[place] and page.tokens[place].is_name
    return led and plain and page.form(place + 1) in _NAMED_ALONE | {"and", "for", "on", "with"}


def stands_alone(page: Page, place: int) -> bool:
    """Whether a German noun stands right behind a good, nothing behind it: "Zopfpulli Hafen,"."""
    if page.languages[0] != "de":
        return False
    after = page.form(place + 1)
    comes = after in word_set("products.come_verbs")
    return after in _NAMED_ALONE or comes or _is_listed(page, place)


def names_it(page: Page, place: int) -> bool:
    """Whether capitals behind a noun are its name, though the word means something: "Lera"."""
    if not (page.tokens[place].is_name and page.tokens[place].is_word):
        return False
    if not page.at[place]:
        return True
    shouted = page.tokens[place].text.isupper() and page.tokens[place - 1].text.isupper()
    lettered = page.languages[0] in NAMING or page.form(place + 1) == "("
    lettered = lettered or (stands_alone(page, place) and not page.at[place].keys() & _NO_NAMES)
    plain = lettered and not page.at[place].keys() & _NEVER_NAMES
    coloured = page.languages[0] in NAMING and page.first(place + 1, "col", "m") is not None
    bare = not page.at[place].keys() & _NO_NAMES and (stands_alone(page, place) or coloured)
    closed = page.form(place + 1) in _NAMED_IN or bare or _is_listed(page, place)
    return plain and not shouted and closed


def _is_listed(page: Page, place: int) -> bool:
    """Whether a line of a list ends behind a name, or its colours follow: "pull Brume : noir"."""
    coloured = page.form(place + 1) in _BEFORE_COLOURS and page.span_at(place + 2, "col")
    return bool(coloured) or place + 1 >= page.segment_of(place).end


def ends_name(page: Page, place: int) -> bool:
    """Whether the capitals behind a noun are of somebody: two names stand together."""
    return place + 1 < page.segment_of(place).end and page.tokens[place + 1].is_name
