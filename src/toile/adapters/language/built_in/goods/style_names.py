"""Products known by a style name: "Tern" in honey, the model "Grat", The Audrey (bucket, tan)."""

import re

from toile.adapters.language.built_in.goods.colour_lists import plain_items, said
from toile.adapters.language.built_in.goods.coloured_names import coloured_names
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.brief import Product

Named = tuple[Product, int, int]
_QUOTED = re.compile(r"[\"“„«‘']\s?([A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ0-9][\w’'-]*)?)\s?[\"”“»’']")


def style_names(page: Page, noun: str, skip: set[int]) -> list[Named]:
    """Return the products named after their style, ``noun`` being what all of them are.

    ``skip`` are the tokens of brand and collection.
    """
    found = [*_quoted(page, noun), *_led(page, noun), *_the(page, noun), *_explained(page)]
    found += _bracketed(page, noun)
    for name, own, start, end in coloured_names(page):
        found += _coloured(page, f"{name} {own}", start, end)
    found = [one for one in found if one[1] not in skip]
    seen: dict[str, Named] = {}
    for one in found:
        seen.setdefault(f"{one[0].item} {one[0].colour}", one)
    return list(seen.values())


def _quoted(page: Page, noun: str) -> list[Named]:
    found: list[Named] = []
    for match in _QUOTED.finditer(page.text):
        places = [p for p, t in enumerate(page.tokens) if match.start(1) <= t.start < match.end(1)]
        if not places or _is_title(page, places[0], places[-1] + 1):
            continue
        if _is_somebody(page, places[0]):
            continue
        noun_behind = page.first(places[-1] + 2, *_KINDS) or _apposed(page, places[-1] + 2)
        if noun_behind:
            said = page.words(noun_behind.start, noun_behind.end)
            own = said if page.languages[0] == "en" else noun_behind.name
            found += _coloured(page, f"{match.group(1)} {own}", places[0], noun_behind.end)
            continue
        own = _noun_before(page, places[0]) or _shape_before(page, places[0]) or noun
        found += _coloured(page, f"{match.group(1)} {own}", places[0], places[-1] + 2)
    return found


_KINDS = ("g", "h", "b", "j", "c")


def _is_somebody(page: Page, place: int) -> bool:
    """Whether a quoted name is of a twin or of one cast: 'Twin: "Amara"'."""
    before = page.spans(max(page.segment_of(place).start, place - _NEAR), place, "twin", "people")
    return any(span.kind == "twin" or span.name == "twins" for span in before)


def _apposed(page: Page, place: int) -> Span | None:
    """Return the noun of "Tidal", a waterproof mascara."""
    led = page.form(place) == "," and page.form(place + 1) in word_set("products.article")
    spans = page.spans(place + 2, place + 6, *_KINDS) if led else []
    plain = bool(spans) and all(page.tokens[p].is_word for p in range(place + 2, spans[0].end))
    return spans[0] if plain else None


def _is_title(page: Page, start: int, end: int) -> bool:
    """Whether quotation marks hold a claim, a collection or a picture, not a style."""
    if names_a_style(page, start):
        return False
    if is_launched(page, start - 1):
        return True
    around = page.spans(
        max(0, start - 7), min(len(page.tokens), end + 3), "claim", "photo", "young"
    )
    cued = any(s.kind != "claim" or s.name == "cue" for s in around)
    collection = any(
        s.name in ("collection", "mood")
        for s in (*page.spans(max(0, start - 5), start, "cue"), *page.spans(end, end + 3, "cue"))
    )
    by = page.form(end + 1) in word_set("style_names.made_by")
    lead = {page.form(p) for p in range(max(0, start - _NEAR), start)}
    titled = bool(lead & word_set("style_names.works"))
    titled |= page.form(start - 2) in word_set("style_names.launched")
    theme = page.form(start - 2) in word_set("style_names.theme")
    return cued or collection or by or titled or theme


def is_launched(page: Page, quote: int) -> bool:
    """Whether a quoted name is what is launched, before several goods: "lanciare «Comete», ..."."""
    end = page.segment_of(max(0, quote)).end
    led = page.form(quote - 1) in word_set("style_names.launches")
    return led and len(page.spans(quote, end, "g", "h", "b", "j", "c")) > 1


def names_a_style(page: Page, place: int) -> bool:
    """Whether a noun of the wardrobe or "model" stands right before a quoted name."""
    goods = [
        s
        for p in (place - 2, place - 3, place - 4)
        if p >= 0 and (s := page.first(p, "g", "h", "b", "j", "c")) and s.end == place - 1
    ]
    return bool(goods) or page.form(place - 2) in _LEADS


def _noun_before(page: Page, place: int) -> str | None:
    spans = page.spans(max(0, place - 4), place, "g", "h", "b", "j", "c")
    return spans[-1].name if spans else None


def _shape_before(page: Page, place: int) -> str:
    """Return the words that describe a style where no noun does: 'straight leg "Mesa"'."""
    start = place - 1
    while start > 0 and place - start < 4 and page.tokens[start - 1].is_word:
        if page.form(start - 1) in function_words() or page.tokens[start - 1].is_name:
            break
        start -= 1
    return page.words(start, place - 1) if page.languages[0] == "en" else ""


def _coloured(page: Page, item: str, start: int, place: int) -> list[Named]:
    """Return the item in each colour that stands right behind: "in honey", "(top handle, tan)"."""
    listed = _listed(page, place)
    if listed:
        hues = [said(page, begin, end) for begin, end in listed]
        return [(Product(item=item, colour=hue), start, listed[-1][1]) for hue in hues]
    place = _to_colours(page, place)
    colours: list[str] = []
    end = place
    cloth = page.span_at(place, "m") if page.form(place - 1) in _IN else None
    material = None
    if cloth:
        english = page.languages[0] == "en"
        material = page.words(cloth.start, cloth.end).lower() if english else cloth.name
        end = place = cloth.end
    while place < len(page.tokens) and place - start < 14:
        colour = page.span_at(place, "col")
        if colour:
            colours.append(
                page.words(colour.start, colour.end).lower()
                if page.languages[0] == "en"
                else colour.name
            )
            end = place = colour.end
            continue
        if page.form(place) not in word_set("colours.between"):
            break
        place += 1
        place += page.form(place) in _IN
    return [
        (Product(item=item, colour=colour, material=material), start, end)
        for colour in (*colours, *([] if colours else [None]))
    ]


def _listed(page: Page, place: int) -> list[tuple[int, int]]:
    """Return the colours of 'Troyer "Hallig" in vier Farben: Teer, Sand, Algengrün'."""
    words = word_set("colourways.words") | word_set("colourways.sure")
    near = range(place, min(place + _NEAR, len(page.tokens) - 1))
    told = next((p for p in near if page.form(p) in words), None)
    if told is None or page.form(told + 1) != ":":
        return []
    items = plain_items(page, told + 1, page.segment_of(told).end)
    return items if len(items) > 1 else []


_NEAR = 4


def _to_colours(page: Page, place: int) -> int:
    """Return where colours may begin: behind "in", a bracket, or plain words: ", round, in"."""
    for here in range(place, min(len(page.tokens) - 1, place + _SHAPES)):
        if page.form(here) in _IN:
            here += 1
            while page.form(here) in word_set("style_names.colours"):
                here += 1
            if page.first(here, "col", "m"):
                return here
        plain = page.tokens[here].is_word and not page.tokens[here].is_name
        if page.tokens[here].text not in ',"”' and not plain:
            break
    return place + (page.form(place) in (*_IN, "(", ","))


_SHAPES = 6
_IN = ("in", "en", "i")
_LEADS = word_set("style_names.leads")


def _led(page: Page, noun: str) -> list[Named]:
    """Read "il modello Zattere tartaruga", "the model Grat"."""
    found: list[Named] = []
    for place in range(len(page.tokens) - 1):
        token = page.tokens[place + 1]
        if (
            page.form(place) in _LEADS
            and token.is_name
            and token.is_word
            and not page.at[place + 1]
        ):
            found += _coloured(page, f"{token.text} {noun}", place + 1, place + 2)
    return found


def _the(page: Page, noun: str) -> list[Named]:
    """Read a list of "The Audrey (top handle, chalk)"."""
    found: list[Named] = []
    for place in range(len(page.tokens) - 3):
        article, name = page.tokens[place], page.tokens[place + 1]
        if (
            article.text in word_set("style_names.capitals")
            and name.is_name
            and page.form(place + 2) == "("
        ):
            close = next(
                (
                    p
                    for p in range(place + 3, min(place + 12, len(page.tokens)))
                    if page.form(p) == ")"
                ),
                place + 3,
            )
            colours = page.spans(place + 3, close, "col")
            colour = page.words(colours[0].start, colours[0].end).lower() if colours else None
            item = f"{article.text} {name.text} {noun}"
            found.append((Product(item=item, colour=colour), place, close))
    return found if len(found) > 1 else []


def _bracketed(page: Page, noun: str) -> list[Named]:
    """Read "Rayo (rojo) y Nube (blanco)"."""
    found: list[Named] = []
    for place in range(len(page.tokens) - 3):
        name = page.tokens[place]
        behind_noun = place > 0 and page.first(place - 1, "g", "h", "b", "j", "c")
        named = is_coloured_name(page, place) or _is_in_a_row(page, place)
        if named and not behind_noun:
            found += _coloured(page, f"{name.text} {noun}", place, place + 1)
    return found if len({one[0].item for one in found}) > 1 else []


def _is_in_a_row(page: Page, place: int) -> bool:
    """Whether a word that means something else is a name by those beside it.

    "Shades: Curtain (deep red), Greasepaint (orange)".
    """
    name = page.tokens[place]
    hue = page.span_at(place + 2, "col") if page.form(place + 1) == "(" else None
    if hue is None or page.form(hue.end) != ")" or not (name.is_name and name.is_word):
        return False
    opened = page.form(place - 1) in (":", ",", "-", "\u2013")
    return opened and page.form(hue.end + 1) == "," and is_coloured_name(page, hue.end + 2)


def is_coloured_name(page: Page, place: int) -> bool:
    """Whether a name with a colour in brackets stands here: "Nube (blanco)"."""
    name = page.tokens[place]
    plain = name.is_name and name.is_word and not page.at[place]
    colour = page.span_at(place + 2, "col") if page.form(place + 1) == "(" else None
    return bool(plain and colour and page.form(colour.end) in (")", ",", "/", "&"))


def _explained(page: Page) -> list[Named]:
    """Read "Argine (mocassino), Foce (sandalo)"."""
    found: list[Named] = []
    for place in range(len(page.tokens) - 3):
        name = page.tokens[place]
        inner = page.first(place + 2, "g", "h", "b", "j", "c")
        closed = inner is not None and page.form(inner.end) == ")"
        plain = name.is_name and name.is_word and not page.at[place]
        if plain and page.form(place + 1) == "(" and inner and closed:
            found.append((Product(item=f"{name.text} {inner.name}"), place, inner.end))
    return found if len(found) > 1 else []
