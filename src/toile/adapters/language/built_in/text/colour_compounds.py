"""German and Swedish colours in one word: "Sonnengelb" is sun yellow, "himmelsblå" sky blue."""

from functools import cache

from toile.adapters.language.built_in.text.dictionary import in_english
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table
from toile.adapters.language.built_in.text.tokens import fold

_HUES = {
    "de": {"gelb": "yellow", "blau": "blue", "rot": "red", "grun": "green", "grau": "grey",
           "weiss": "white", "schwarz": "black", "braun": "brown", "rosa": "pink", "beige": "beige",
           "lila": "purple", "orange": "orange", "violett": "purple", "silber": "silver"},
    "sv": {"gul": "yellow", "gult": "yellow", "gula": "yellow", "bla": "blue", "blatt": "blue",
           "rod": "red", "rott": "red", "roda": "red", "gron": "green", "gront": "green",
           "grona": "green", "gra": "grey", "gratt": "grey", "vit": "white", "vitt": "white",
           "svart": "black", "brun": "brown", "brunt": "brown", "rosa": "pink", "beige": "beige"},
}  # fmt: skip
_COLOURED = {
    "de": ("farben", "farbig"),
    "sv": ("fargat", "fargad", "fargade"),
}
_LINKS = ("", "s", "n", "en", "e")
_ENDINGS = ("", "e", "en", "er", "es", "em")
_PART = 3


def compound_colour(form: str, language: str) -> str | None:
    """Return the English for a colour whose word ends in a hue."""
    for ending in _ENDINGS if language == "de" else ("",):
        stem = form.removesuffix(ending) if ending else form
        for tail in _COLOURED.get(language, ()):
            if stem.endswith(tail) and len(stem) - len(tail) >= _PART:
                return _colour(stem.removesuffix(tail), language)
        for tail, hue in _HUES.get(language, {}).items():
            if stem.endswith(tail) and len(stem) - len(tail) >= _PART:
                return f"{_shade(stem.removesuffix(tail), language)} {hue}"
    return None


def _colour(head: str, language: str) -> str | None:
    """Return the colour that "cognacfarben" names, none where its head is no colour."""
    for link in _LINKS:
        said = _colours(language).get(head.removesuffix(link) if link else head)
        if said:
            return said
    return None


@cache
def _colours(language: str) -> dict[str, str]:
    column = LANGUAGES.index(language) + 1
    rows = [row for row in read_table("colours") if len(row) > column]
    return {fold(word): row[0] for row in rows for word in row[column].split(",")}


def _shade(head: str, language: str) -> str:
    for link in _LINKS:
        stem = head.removesuffix(link) if link else head
        said = _parts().get(stem) or (in_english([stem], language) or ("",))[0]
        if said:
            return str(said)
    return head


@cache
def _parts() -> dict[str, str]:
    return {fold(row[0]): row[1] for row in read_table("colour_parts")}
