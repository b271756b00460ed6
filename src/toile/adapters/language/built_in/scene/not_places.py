"""Words for places that are none of the picture: where the writer is, who gets the files."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.text.eyewear import is_of_eyewear
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_NEAR = 4
_BEFORE = 2
_HUNG = frozenset(("ooh", "posters", "billboards", "poster"))


def is_no_place(page: Page, span: Span, start: int, end: int) -> bool:
    """Whether a word for a place tells of the writer, of whoever gets the files, or of a shop."""
    return (
        _is_where_i_am(page, start, span.start)
        or _gets_files(page, span, start)
        or _is_beside_channels(page, span, start, end)
        or _lights(page, span)
        or _is_idiom(page, span)
        or _is_swiped(page, span)
        or _is_no_ground(page, span)
        or _is_named_piece(page, span)
        or _names_a_range(page, span)
        or _is_counted_colour(page, span)
        or _is_a_model(page, span)
        or _is_a_counted_thing(page, span)
    )


def _is_counted_colour(page: Page, span: Span) -> bool:
    """Whether a colour is told of some pictures: "three in oatmeal, three in forest"."""
    bare = page.languages[0] == "en" and span.kind == "s" and span.end - span.start == 1
    led = bare and page.form(span.start - 1) in word_set("parallel_colours.in")
    return led and count_at(page, span.start - 2) is not None


def _is_a_counted_thing(page: Page, span: Span) -> bool:
    """Whether "1 de la mesa completa" is a picture of a thing, and no place."""
    if span.name.replace(" ", "_") not in word_set("places.things"):
        return False
    place = span.start - 1
    while page.form(place) in word_set("places.articles"):
        place -= 1
    return page.form(place) in word_set("people.of") and count_at(page, place - 1) is not None


def _is_a_model(page: Page, span: Span) -> bool:
    """Whether "Weir" is what the text calls goods: "the new Weir umbrella ... the Weir Mini"."""
    token = page.tokens[span.start]
    if not token.is_name or page.languages[0] == "de" or span.end - span.start > 1:
        return False
    alike = (p for p, other in enumerate(page.tokens) if other.text == token.text)
    return any(page.first(p + 1, *_GOODS) is not None for p in alike)


_GOODS = ("g", "h", "b", "j", "c")


def _is_only_told(page: Page, start: int, end: int) -> bool:
    """Whether "we moved into a workshop" tells of people who ask for nothing there."""
    forms = {page.form(place) for place in range(start, end)}
    told = bool(forms & (word_set("not_places.people") | word_set("bygone.did")))
    told = told or (bool(forms & word_set("people.mine")) and page.has(start, end, "people"))
    if not told or forms & word_set("not_places.asks"):
        return False
    cued = any(s.name in _ASKED for s in page.spans(start, end, "cue"))
    return not cued and not page.has(start, end, "media", "light", "mood", "aspect", *_GOODS)


_ASKED = ("location", "shoot", "light", "mood")


def _is_where_i_am(page: Page, start: int, place: int) -> bool:
    """Whether "I'm on the train", "sono in treno" tells where the writer is."""
    opens = page.form(start) in word_set("not_places.i_am")
    spoken = page.form(start) in word_set("not_places.i")
    verb = spoken and page.form(start + 1) in word_set("not_places.am")
    return place - start <= _NEAR and (opens or verb)


def _gets_files(page: Page, span: Span, start: int) -> bool:
    """Whether "pictures to the mill" says who gets them."""
    led = page.form(span.start - 1) in word_set("people.the") | {"our", "my"}
    return led and page.form(span.start - 2) == "to" and page.has(start, span.start, "media")


def _is_beside_channels(page: Page, span: Span, start: int, end: int) -> bool:
    """Whether a shop or a pharmacy is joined to a channel: "Instagram och apotek"."""
    joins = word_set("asks.joins") | {"+", "/", "&"}
    behind = page.form(span.end) in joins and page.span_at(span.end + 1, "chan") is not None
    ahead = page.form(span.start - 1) in joins and any(
        c.end == span.start - 1 for c in page.spans(start, end, "chan")
    )
    beside = any(c.end == span.start for c in page.spans(start, end, "chan"))
    hung = any(
        0 < span.start - c.end <= 2 and page.form(c.end) in word_set("not_places.hung")
        for c in page.spans(start, end, "chan")
        if c.name.casefold() in _HUNG
    )
    return behind or ahead or beside or hung


def _lights(page: Page, span: Span) -> bool:
    """Whether light comes through it: "Tageslicht durch große Fenster"."""
    lead = range(max(0, span.start - _BEFORE), span.start)
    led = next((p for p in lead if page.form(p) in word_set("not_places.through")), None)
    return led is not None and page.has(max(0, led - _NEAR), led, "light")


def _is_idiom(page: Page, span: Span) -> bool:
    """Whether the word means something else: Spanish "o sea", German "Platz für"."""
    if page.form(span.start) in word_set("not_places.of_glasses") and is_of_eyewear(page):
        return True  # "The logo on the temple has to be readable."
    before, after = page.form(span.start - 1), page.form(span.end)
    if page.tokens[span.start].text.casefold() in word_set("not_places.spelled"):
        return True  # "Sajt o Instagram" is short for "och", no "ö"; "spot serré" no greenhouse.
    if page.form(span.start) == "sea" and before == "o" and page.languages[0] == "es":
        return True
    if page.text[: page.tokens[span.start].start].casefold().endswith("in-"):
        return True  # "drawn in-house"
    if before in word_set("not_places.lifted"):
        return True  # "the embargo lifts"
    if page.form(span.start) == "platz" and after in word_set("not_places.room"):
        return True
    if after in word_set("not_places.papers") or _is_drunk(page, span):
        return True  # "we lost the beach permit", "sirviendo el café"
    return before in word_set("not_places.greeting") and span.start - 1 == _opening(page, span)


def _is_drunk(page: Page, span: Span) -> bool:
    """Whether a café is a cup of coffee: somebody pours, drinks or serves it."""
    poured = {page.form(p) for p in range(span.start - 3, span.start)}
    drinks = page.form(span.start) in word_set("not_places.drinks")
    return drinks and bool(poured & word_set("not_places.poured"))


def _is_swiped(page: Page, span: Span) -> bool:
    """Whether a carousel is one of pictures: "un carrusel para Instagram"."""
    segment = page.segment_of(span.start)
    shown = page.has(segment.start, segment.end, "chan", "media")
    return page.form(span.start) in word_set("not_places.swiped") and shown


def _is_no_ground(page: Page, span: Span) -> bool:
    """Whether a place only tells which goods or house: "sacs de ville", "maison de couture"."""
    if page.form(span.start) == "ship" and page.form(span.end) in word_set("not_places.shipped"):
        return True
    if page.form(span.start) == "ile" and page.form(span.end) == "de":
        return True  # "Île-de-France" is no island.
    dated = range(span.end + 1, min(span.end + 2, len(page.tokens)))
    if page.form(span.start) == "salon" and any(page.tokens[p].number for p in dated):
        return True  # "(salon le 24/01)" is a fair.
    made = page.form(span.start - 1) in word_set("items.made_of") | {"of"}
    if made and page.form(span.start - 2) in word_set("not_places.packed"):
        return True  # "in vasetto di vetro scuro"
    house = page.form(span.end) in ("de", "d") and page.form(span.end + 1) in word_set(
        "not_places.of_houses"
    )
    hero = page.form(span.start) == "phare" and page.form(span.start - 1) in word_set(
        "not_places.heroes"
    )
    of = page.form(span.start - 1) in word_set("not_places.de")
    goods = page.spans(max(0, span.start - _NEAR), span.start - 1, "g", "h", "b", "j")
    kind = of and bool(goods) and goods[-1].end == span.start - 1
    told = _is_the_house(page, span) or _tells_another(page, span) or _is_away(page, span)
    return house or hero or kind or told


def _is_named_piece(page: Page, span: Span) -> bool:
    """Whether a capital makes a style of it: "the Orla dining table", "our Finch stool"."""
    if page.languages[0] != "en" or span.start < 2:
        return False
    name = page.tokens[span.start - 1]
    led = page.form(span.start - 2) in word_set("people.the") | {"our", "new", "a", "an"}
    led = led and page.form(span.end - 1) in word_set("not_places.pieces")
    where = page.form(span.start - 3) in word_set("scene.prepositions")
    return led and name.is_name and name.text[1:].islower() and not where


def _names_a_range(page: Page, span: Span) -> bool:
    """Whether a house sells under it: "the resort capsule", "la collection resort"."""
    if page.languages[0] in ROMANCE:
        return page.form(span.start - 1) in word_set("not_places.ranges")
    return page.form(span.end) in word_set("not_places.ranges")


def _tells_another(page: Page, span: Span) -> bool:
    """Whether a place only tells which thing: "the hotel film", "terrace season", "flat shots"."""
    if page.languages[0] != "en":
        return False
    behind = page.first(span.end, "media", "g", "h", "b", "j", "c")
    return behind is not None or page.form(span.end) in word_set("not_places.of_a")


def _is_away(page: Page, span: Span) -> bool:
    """Whether a place is where somebody works or writes: "our New York office", "from the mill"."""
    first = max(_opening(page, span), span.start - _NEAR)
    lead = [page.form(p) for p in range(first, span.start)]
    ours = next((i for i, form in enumerate(lead) if form in word_set("not_places.ours")), None)
    works = page.form(span.start) in word_set("not_places.workplaces")
    if ours is not None and works:
        before = page.form(first + ours - 1)
        return before not in word_set("scene.prepositions")
    came = set(lead) & word_set("not_places.came") and set(lead) & word_set("not_places.from")
    return bool(came)


def _is_the_house(page: Page, span: Span) -> bool:
    """Whether "the house won three awards" tells of who makes the goods."""
    verb = page.tokens[span.end] if span.end < len(page.tokens) else None
    tells = verb is not None and verb.form in word_set("not_places.house_does")
    return page.form(span.start) in word_set("names.houses") and tells


def is_told_aside(page: Page, segment: Segment, start: int, names: set[int]) -> bool:
    """Whether a bracket only tells what a house sells, or which views: "(in close up, flat)"."""
    signs = [p for p in range(segment.start, start) if page.tokens[p].text in "()"]
    if not signs or page.tokens[signs[-1]].text != "(":
        return False
    opened = signs[-1]
    close = next((p for p in range(start, segment.end) if page.tokens[p].text == ")"), segment.end)
    return opened - 1 in names or page.has(opened, close, "role", "framing")


def is_labelled(page: Page, segment: Segment) -> bool:
    """Whether a label names another field; "Motiv = våt sten" counts no files and is open."""
    label = page.labels.get(segment.start)
    files = label is not None and page.has(label.start, segment.end, "media", "n", "aspect")
    return label is not None and (label.field != "deliverables" or files)


def _opening(page: Page, span: Span) -> int:
    """Return the first token of the segment that a word stands in."""
    return page.segment_of(span.start).start


def is_only_markets(page: Page, start: int, end: int) -> bool:
    """Whether a place is nothing but countries: "where: Netherlands, Belgium"."""
    named = {p for c in countries(page, start, end) for p in range(c.start, c.end)}
    words = [p for p in range(start, end) if page.tokens[p].is_word]
    small = word_set("asks.joins")
    several = len(countries(page, page.segment_of(start).start, page.segment_of(start).end)) > 1
    return several and all(p in named or page.form(p) in small for p in words)
