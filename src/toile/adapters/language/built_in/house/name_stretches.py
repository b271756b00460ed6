"""Stretches of names: capitals joined by "&", "of", figures, with the legal form behind."""

from toile.adapters.language.built_in.days.seasons import SEASONS
from toile.adapters.language.built_in.money import currencies
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_GOODS = ("g", "h", "b", "j", "c")
_NEVER = ("month", "weekday", "feast", "group", "season")
_LEGAL = word_set("brands.legal")


def stretch(page: Page, place: int, limit: int) -> int:
    """Return the end of the names that begin here: capitals joined by "&", "of", figures."""
    if place >= limit or not _capital(page, place):
        return place
    end = place + 1
    lead = place + (page.span_at(place, "cue") is not None)
    while end < limit:
        token = page.tokens[end]
        joined = end + 1 < limit and _capital(page, end + 1)
        if _capital(page, end) and not begins_else(page, end):
            end += 1
        elif (
            token.text in ("&", "+", "x", "×") or token.form in word_set("names.in_name")
        ) and joined:
            if token.form in word_set("name_stretches.and") and end > lead + 1:
                break
            end += 2
        elif _figure(page, end):
            end += 1
        else:
            break
    return _legal(page, end, limit)


def _legal(page: Page, end: int, limit: int) -> int:
    """Take a legal form behind the name along: "Ltd", ", S. A."."""
    place = end + (end < len(page.tokens) and page.tokens[end].text == ",")
    letters = [page.form(p) for p in range(place, min(place + 4, len(page.tokens)))]
    if letters == ["s", ".", "a", "."] or letters == ["s", ".", "l", "."]:
        return place + 4
    legal = place < limit and letters[:1] and letters[0] in _LEGAL
    return place + 1 if legal and page.tokens[place].is_name else end


def _capital(page: Page, place: int) -> bool:
    token = page.tokens[place]
    return token.is_name and token.is_word


def begins_else(page: Page, place: int) -> bool:
    """Whether a season, a month or a currency begins here: "Halcyon Row SS27", "45 TEUR"."""
    form = page.form(place)
    dated = page.tokens[min(place + 1, len(page.tokens) - 1)].text[:2].isdecimal()
    money = page.tokens[place].text.isupper() and form in currencies()
    never = bool(page.first(place, *_NEVER)) and not is_named_for_a_month(page, place)
    return never or (form in SEASONS and dated) or money


def is_named_for_a_month(page: Page, place: int) -> bool:
    """Whether a month or a weekday opens a name: "for May Lindell", "April & Sons"."""
    kind = page.first(place, "month", "weekday", "season")
    if kind is None or kind.end - place > 1 or place + 2 > len(page.tokens) - 1:
        return False
    after = page.tokens[place + 1]
    joined = after.text == "&"
    name = page.tokens[place + 1 + joined]
    known = page.first(place + 1 + joined, *_NEVER, *_GOODS, "chan", "media", "head", "cue", "unit")
    whole = page.tokens[place].text[:1].isupper() and name.is_name and name.is_word and not known
    before = page.form(place - 1)
    led = before in word_set("brands.for") | word_set("brands.runs") | {"", ".", ":", "chez", "hos"}
    return (whole and (joined or led) and kind.kind != "season") or (whole and joined)


def _figure(page: Page, place: int) -> bool:
    text = page.tokens[place].text
    if text.isdecimal() and page.tokens[place - 1].end == page.tokens[place].start:
        return True
    if not text.isdecimal() or page.first(place + 1, "media", *_GOODS, "unit", "month", "people"):
        return False
    return len(text) in (3, 4) and not 2020 <= int(text) <= 2040


def is_style(page: Page, place: int) -> bool:
    """Whether a colour stands right behind: "örhänget Kvitter (koboltblå)", "Ris in lichen"."""
    step = place + (page.form(place) in word_set("shared.in.2"))
    return step > place and page.span_at(step, "col") is not None


def is_subject(page: Page, first: int, start: int) -> bool:
    """Whether a name opens the subject of a mail: "RE: Tallow & Finch", "VB: Brief Nordanvind"."""
    place = start - 1
    while place > first and page.form(place) in word_set("brands.campaign"):
        place -= 1
    told = any(page.form(p) in word_set("brands.subject") for p in range(first, start))
    return told and page.tokens[place].text == ":"


def is_style_of(page: Page, start: int, end: int) -> bool:
    """Whether one name with its good and a colour is a style: "Scoop one-piece in rust"."""
    goods = page.first(end, *_GOODS) if end - start == 1 else None
    return goods is not None and is_style(page, goods.end)


def spelt_out(page: Page, start: int, end: int, limit: int) -> tuple[int, int]:
    """Return the whole name of "Rook here (Rivet & Rook)", else the name as it is."""
    opened = next((p for p in range(end, end + 3) if page.form(p) == "("), None)
    stop = stretch(page, opened + 1, limit) if opened else 0
    if not opened or stop <= opened + 1:
        return start, end
    own = {page.form(p) for p in range(start, end)}
    return (
        (opened + 1, stop)
        if own < {page.form(p) for p in range(opened + 1, stop)}
        else (start, end)
    )


def behind_a_label(page: Page, start: int, end: int) -> int:
    """Return where the name begins behind "label" inside a stretch, 0 where none does.

    "Porträt des Labels Ode" is of Ode.
    """
    for span in page.spans(start + 1, end, "cue"):
        led = page.form(span.start - 1) in word_set("names.in_name") | {"des"}
        house = page.form(span.start) in word_set("names.houses")
        if span.name == "brand" and led and not house and span.end < end:
            return span.end
    return 0


def mentions(page: Page, start: int, end: int) -> set[int]:
    """Return the tokens of a name wherever a text says it with its capitals."""
    said = [token.text for token in page.tokens[start:end]]
    found = set(range(start, end))
    for place in range(len(page.tokens) - len(said) + 1):
        if [t.text for t in page.tokens[place : place + len(said)]] == said:
            found |= set(range(place, place + len(said)))
    return found


def own_name(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the house alone: of two that work together, and behind what it makes."""
    end = _own_half(page, start, end)
    return _of_the_family(page, start, end), end


def _own_half(page: Page, start: int, end: int) -> int:
    """Return the end of the house in "Colline x Atelier Mura", where the text names it alone."""
    sign = next((p for p in range(start + 1, end - 1) if page.form(p) in ("x", "×")), None)
    alone = sign is not None and len(mentions(page, start, sign)) > sign - start
    return sign if sign is not None and alone else end


def without_goods(page: Page, start: int, end: int, others: set[tuple[int, int]]) -> int:
    """Return where a name begins behind the goods before it, if it stands so elsewhere, too.

    "Hats Rook & Sol" is the house of "Hello, Rook & Sol here".
    """
    goods = page.first(start, *_GOODS)
    if goods is None or goods.end >= end:
        return start
    said = page.words(goods.end, end)
    alone = any(one != start and page.words(one, two) == said for one, two in others)
    return goods.end if alone else start


def _of_the_family(page: Page, start: int, end: int) -> int:
    """Return where "Holm & Söhne" begins in "Kinderstühle Holm & Söhne"."""
    kin = page.form(end - 1) in word_set("name_stretches.family")
    joined = end - start > _FAMILY and page.form(end - 2) in word_set("name_stretches.and_family")
    person = page.form(end - _FAMILY - 1) in first_names()
    return end - _FAMILY if kin and joined and not person else start


_FAMILY = 3


def is_hometown(page: Page, start: int, end: int, segment: Segment) -> bool:
    """Whether a name behind the house's only says where it is: "Maison Ourse, Lyon"."""
    before, lead = page.form(start - 1), range(segment.start, start - 1)
    named = [p for p in lead if page.tokens[p].is_name and page.form(p) not in first_names()]
    if end - start > _TOWN or not named or named[0] > segment.start + _OPENING:
        return False
    told = any(s.name == "brand" for s in page.spans(segment.start, named[0] + 1, "cue"))
    if page.languages[0] == "de" and not told:
        return False  # All nouns have capitals.
    alone = end >= segment.end or page.tokens[end].text in ",.("
    return before == "," and named[-1] == start - 2 and alone


_TOWN, _OPENING = 2, 4
