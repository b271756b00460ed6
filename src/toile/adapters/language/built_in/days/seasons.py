"""The season of a collection, as a code such as AW27."""

import re

from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

Named = tuple[str, int, int]


SEASONS = {
    "aw": "AW",
    "fw": "AW",
    "hw": "AW",
    "ah": "AW",
    "ai": "AW",
    "oi": "AW",
    "ho": "AW",
    "ss": "SS",
    "fs": "SS",
    "pe": "SS",
    "pv": "SS",
    "pf": "PF",
    "ht": "AW",
    "vt": "SS",
    "vs": "SS",
    "hv": "AW",
    "spring": "SS",
    "summer": "SS",
    "fall": "AW",
    "autumn": "AW",
    "winter": "AW",
    "resort": "RESORT",
    "cruise": "RESORT",
    "croisiere": "RESORT",
    "crociera": "RESORT",
    "crucero": "RESORT",
    "holiday": "HOLIDAY",
    "christmas": "HOLIDAY",
    "xmas": "HOLIDAY",
    "noel": "HOLIDAY",
    "natale": "HOLIDAY",
    "navidad": "HOLIDAY",
    "weihnachten": "HOLIDAY",
    "jul": "HOLIDAY",
    "printemps": "SS",
    "ete": "SS",
    "automne": "AW",
    "hiver": "AW",
    "primavera": "SS",
    "estate": "SS",
    "autunno": "AW",
    "inverno": "AW",
    "verano": "SS",
    "otono": "AW",
    "invierno": "AW",
    "fruhling": "SS",
    "fruhjahr": "SS",
    "sommer": "SS",
    "herbst": "AW",
    "var": "SS",
    "varen": "SS",
    "sommar": "SS",
    "sommaren": "SS",
    "host": "AW",
    "hosten": "AW",
    "vinter": "AW",
    "vintern": "AW",
}


_GLUED = re.compile(r"^(aw|fw|hw|ah|ai|oi|ss|fs|pe|pv|pf|ht|vt|vs|hv)$")


def read_season(page: Page) -> Named | None:
    """Return the season as a code such as AW27."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            found = season_at(page, place)
            if found:
                return found
    return None


def season_at(page: Page, place: int) -> Named | None:
    form = page.form(place)
    if page.form(place + 1) == "/" and form + page.form(place + 2) in SEASONS:
        return _slashed(page, place, SEASONS[form + page.form(place + 2)])
    code = SEASONS.get(form) or SEASONS.get(_without_collection(form))
    if code is None:
        return None
    if (
        form == "pre"
        or page.form(place - 1) == "pre"
        or (page.form(place - 1) == "-" and page.form(place - 2) == "pre")
    ):
        code = "PF" if code == "AW" else code
    after = place + 1
    glued = after < len(page.tokens) and page.tokens[after].start == page.tokens[place].end
    while page.form(after) in word_set("names.season_at"):
        after += 1
    year, end = _year(page, after)
    if not year.isdecimal() or len(year) not in (2, 4):
        return None
    if _GLUED.match(form) and not glued and not page.tokens[place].text.isupper():
        return None
    if code == "HOLIDAY" and form != "holiday" and len(year) == 4:
        return None  # "Christmas 2026" is a day, "Christmas 26" a season.
    number = int(year) % 100
    if not 20 <= number <= 40 or (len(year) == 4 and not 2020 <= int(year) <= 2040):
        return None
    if page.form(after - 1) in word_set("shared.of") and len(year) == 2:
        return None
    return f"{code}{number:02d}", place, _behind_range(page, end, number)


def _behind_range(page: Page, end: int, year: int) -> int:
    """Return the end of "winter 27/28", whose second year counts nothing."""
    after = page.form(end + 1)
    later = after in (str(year + 1), str(2001 + year))
    return end + 2 if page.form(end) in ("/", "-", "–") and later else end


def _without_collection(form: str) -> str:
    """Return the season of a compound: "hostkollektionen"."""
    return form.removesuffix("en").removesuffix("kollektion").removesuffix("kampanj")


def _slashed(page: Page, place: int, code: str) -> Named | None:
    """Read "H/W 27"."""
    year, end = _year(page, place + 3)
    whole = year.isdecimal() and len(year) in (2, 4)
    return (f"{code}{int(year) % 100:02d}", place, end) if whole else None


def _year(page: Page, place: int) -> tuple[str, int]:
    """Return the figures of a year written or spoken at a place, and the next place."""
    spoken = page.span_at(place, "n")
    if spoken and page.tokens[place].is_word:
        return (spoken.name, spoken.end) if spoken.name.isdecimal() else ("", place)
    return (page.tokens[place].text if place < len(page.tokens) else ""), place + 1


def without_seasons(page: Page, dates: list[When]) -> list[When]:
    """Drop the weeks that only a season looks like: "H/W 27/28"."""
    season = read_season(page)
    start, end = season[1:] if season else (0, 0)
    return [w for w in dates if not (w.kind.startswith("week") and w.start < end and start < w.end)]
