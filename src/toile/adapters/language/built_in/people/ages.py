"""Ages of people: "late 20s", "around forty", "25-35", "60 plus"."""

from toile.adapters.language.built_in.days.date_parts import integer
from toile.adapters.language.built_in.people.age_bounds import bound_before
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_WORDS = {
    "ventanni": "about 20",
    "trentanni": "about 30",
    "quarantanni": "about 40",
    "cinquantanni": "about 50",
    "sessantanni": "about 60",
    "settantanni": "about 70",
    "sjuttioarsaldern": "70s",
    "sextioarsaldern": "60s",
    "siebziger": "70s",
    "sesentena": "60s",
    "quadragenaire": "in their forties",
    "quinquagenaire": "in their fifties",
    "sessantenne": "about 60",
    "veintitantos": "20s",
    "veintitantas": "20s",
    "treintaytantos": "30s",
    "treintaneras": "30s",
    "ventenni": "20s",
    "trentenni": "30s",
    "twenties": "20s",
    "thirties": "30s",
    "forties": "40s",
    "fifties": "50s",
    "sixties": "60s",
    "seventies": "70s",
    "eighties": "80s",
    "vingtaine": "20s",
    "trentaine": "30s",
    "quarantaine": "40s",
    "cinquantaine": "50s",
    "soixantaine": "60s",
    "septuagenaires": "in their seventies",
    "septuagenaire": "in their seventies",
    "sexagenaire": "in their sixties",
    "ventenne": "about 20",
    "trentenne": "about 30",
    "quarantenne": "about 40",
    "cinquantenne": "about 50",
    "settantenne": "about 70",
    "zwanziger": "20s",
    "dreissiger": "30s",
    "vierziger": "40s",
    "funfziger": "50s",
    "sechziger": "60s",
    "veintena": "20s",
    "treintena": "30s",
    "cuarentena": "40s",
    "cincuentena": "50s",
    "veinteanera": "20s",
    "treintanera": "30s",
    "cuarentona": "40s",
    "sesentona": "60s",
    "tjugoarsaldern": "20s",
    "trettioarsaldern": "30s",
    "fyrtioarsaldern": "40s",
    "femtioarsaldern": "50s",
}
_SYSTEMS = frozenset(("EU", "UK", "US", "FR", "IT", "DE"))
_SHADES = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "anfang": "early",
    "mitte": "mid",
    "ende": "late",
    "meta": "mid",
    "fine": "late",
    "debut": "early",
    "fin": "late",
}


def ages(page: Page, segment: Segment) -> list[str]:
    """Return the ages that a stretch about people says."""
    found: list[str] = []
    place = segment.start
    while place < segment.end:
        shade = _shade(page, place)
        word = _WORDS.get(page.form(place)) or _WORDS.get(page.form(place + 1), "")
        step = 0 if page.form(place) in _WORDS else 1
        word = word if not step or page.span_at(place, "n") else ""
        counted = count_at(page, place) if not word else None
        age = shade + word if word and not _is_count(page, place) else None
        end = place + 1 + (step if word else 0)
        if counted and 16 <= counted[0] <= 99:
            end = counted[1]
            age = _age(page, place, end, counted[0], shade)
        elif page.tokens[place].text.isdecimal() and 16 <= int(page.tokens[place].text) <= 99:
            age = _age(page, place, place + 1, int(page.tokens[place].text), shade)
        if age:
            found.append(age)
            end += 2 * (" to " in age)
        place = end
    return found


def is_age(form: str) -> bool:
    """Whether a word alone says an age: "thirties", "quarantaine"."""
    return form in _WORDS


def _shade(page: Page, place: int) -> str:
    return next(
        (f"{_SHADES[f]} " for p in (place - 1, place - 2) if (f := page.form(p)) in _SHADES), ""
    )


def _is_count(page: Page, place: int) -> bool:
    """Whether "sixty" counts files or days here."""
    return page.first(place + 1, "media", "unit", "g", "h", "b", "j") is not None


def _age(page: Page, place: int, end: int, age: int, shade: str) -> str | None:
    after, before = page.form(end), _word_before(page, place)
    size = _size(page, place, age)
    if size:
        return size
    if (after == "s" and age % 10 == 0) or after == "arsaldern":
        return f"{shade}{age}s"
    if page.first(end, "media", "unit", "month") and after not in word_set("people.age_at"):
        return None
    upper = _upper(page, place, end, age)
    if upper:
        return f"{age} to {upper}"
    bound = bound_before(page, place)
    if bound or before in word_set("ages.over") or after in word_set("ages.plus"):
        return f"{bound or 'over'} {age}"
    if shade and page.languages[0] != "en":
        return f"{shade}{age}s"
    about = before in word_set("people.age_at.2") or (
        before in ("die", "los", "las", "i", "sui") and page.form(place - 2) in _AROUND
    )
    if about or after in word_set("ages.decade"):
        return f"about {age}"
    if after in word_set("people.age_at"):
        return str(age)
    if before in ("de", "di", "von", "av", "d", "of", "aged") and page.span_at(place - 2, "people"):
        return str(age)
    return str(age) if _listed(page, place, end) else None


def _word_before(page: Page, place: int) -> str:
    """Return the word before a number, the full stop of "ca. 50" passed over."""
    short = page.form(place - 1) == "." and page.form(place - 2) in word_set("people.age_at.2")
    return page.form(place - 2) if short else page.form(place - 1)


_AROUND = ("um", "unos", "unas", "a", "circa", "runt", "kring", "gegen", "hacia")


def _size(page: Page, place: int, age: int) -> str:
    """Return a size of clothes as written: "size 46", "UK size 14", "EU 36"."""
    if page.form(place - 1) in word_set("ages.sizes"):
        system = page.tokens[place - 2].text
        return f"{system} size {age}" if system in _SYSTEMS else f"size {age}"
    system = page.tokens[place - 1].text
    return f"{system} {age}" if system in _SYSTEMS else ""


def _upper(page: Page, place: int, end: int, age: int) -> int | None:
    before = {page.form(p) for p in range(max(0, place - 3), place)}
    joins = word_set("ages.to") if page.languages[0] != "en" else word_set("ages.to") - {"a"}
    if before & word_set("money.between"):
        joins |= word_set("clauses.shares")
    if page.form(end) not in joins:
        return None
    counted = count_at(page, end + 1)
    upper = counted[0] if counted else integer(page, end + 1, 16, 99)
    if (
        upper is None
        or not age + 3 <= upper <= 99
        or page.first(counted[1] if counted else 0, "media")
    ):
        return None
    return upper


def _listed(page: Page, place: int, end: int) -> bool:
    """Whether a bare number stands in a list behind people: "two women, 48 and 61", "Ada (34)"."""
    signs = word_set("ages.listed")
    before, after = page.form(place - 1), page.form(end)
    signs = signs | {"de", "von", "di", "av", "d"}
    beside = (before in signs or not before) and (after in signs or not after or after in ").;")
    named = page.tokens[place - 2].is_name and page.label(page.segment_of(place)) == "talent"
    return beside and (named or page.has(max(0, place - 8), place, "people", "look", "young"))
