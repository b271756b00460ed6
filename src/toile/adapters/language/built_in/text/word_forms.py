"""Forms of words that no list need hold: Romance verbs, plurals, prepositions run into articles.

Who knows "aggiungere" knows "aggiunga" and "aggiungiamo"; who knows "borsa" knows "borse".
Regular words only; what a list holds goes before what is formed here.
"""

from collections.abc import Iterable, Iterator

from toile.adapters.language.built_in.text.families import ROMANCE

ENDINGS = {
    "en": ("s",),
    "fr": ("s", "x", "es", "e"),
    "it": (),
    "es": ("s", "es"),
    "de": ("e", "en", "er", "es", "em", "n", "s"),
    "sv": (
        "en",
        "et",
        "er",
        "ar",
        "or",
        "erna",
        "arna",
        "orna",
        "na",
        "n",
        "t",
        "tt",
        "a",
        "s",
        "an",
    ),
}
_STEM = 3
_PLURALS = (
    ("cia", ("ce",)), ("gia", ("ge",)), ("ca", ("che",)), ("ga", ("ghe",)), ("co", ("chi", "ci")),
    ("go", ("ghi",)), ("io", ("i",)), ("a", ("e",)), ("o", ("i",)), ("e", ("i",)),
)  # fmt: skip
_ADJECTIVES = (("o", ("a", "i", "e")), ("e", ("i",)))


def verb_forms(verb: str, endings: Iterable[tuple[str, ...]], language: str) -> Iterator[str]:
    """Yield the forms of the verb that a folded word is a form of.

    ``endings`` are rows of language, ending and the other endings, the longer ending first.
    """
    for spoken, ending, others in endings:
        if spoken == language and verb.endswith(ending) and len(verb) - len(ending) >= _STEM:
            stem = verb.removesuffix(ending)
            yield from (_spelled(stem, other, language) for other in others.split())
            return


def _spelled(stem: str, ending: str, language: str) -> str:
    """Join a stem and an ending so that the sound stays: "stacca" is "stacchi", "saca" "saque"."""
    soft = ending[0] in "ei"
    if language == "it" and ending[0] == "i" and stem.endswith("i"):
        return stem + ending[1:]
    if language == "it" and soft and stem.endswith(("c", "g")):
        return f"{stem}h{ending}"
    if language == "es" and soft:
        for plain, written in (("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(plain):
                return f"{stem.removesuffix(plain)}{written}{ending}"
    return stem + ending


def noun_forms(
    phrase: tuple[str, ...], language: str, *, adjective: bool, colour: bool = False
) -> Iterator[tuple[str, ...]]:
    """Yield the plurals and other endings of a noun of one or more words.

    In French, Italian and Spanish the first word of several is the head: "gafas de sol".
    """
    *before, last = phrase
    endings = ENDINGS[language]
    if colour:
        endings = _OF_ADJECTIVES.get(language, endings)
    elif not adjective:
        endings = _OF_NOUNS.get(language, endings)
    if language == "sv" and len(last) == _STEM and not (adjective or colour):
        yield from ((*before, last + ending) for ending in ("en", "et"))  # "Baren", "taget".
    if len(last) > _STEM and last.isalpha():
        yield from ((*before, last + ending) for ending in endings)
        if language == "it":
            yield from ((*before, form) for form in _italian(last, adjective=adjective))
    if len(phrase) > 1 and language in ROMANCE and len(phrase[0]) > _STEM:
        heads = [phrase[0] + ending for ending in ENDINGS[language]]
        heads += _italian(phrase[0], adjective=False) if language == "it" else ()
        yield from ((head, *phrase[1:]) for head in heads)


# A Swedish colour has no definite form of a noun: "mossan" is the cap and no moss.
_OF_ADJECTIVES = {"sv": ("t", "tt", "a", "na")}
# A French noun has no second gender: "jetée" is a pier and no throw ("jeté").
_OF_NOUNS = {"fr": ("s", "x")}


def _italian(word: str, *, adjective: bool) -> Iterator[str]:
    """Yield the plurals of an Italian noun, or the genders and numbers of an adjective."""
    for ending, others in _ADJECTIVES if adjective else _PLURALS:
        if word.endswith(ending):
            yield from (word.removesuffix(ending) + other for other in others)
            return


_CONTRACTED = {
    ("fr", "de"): ("du", "des", "d"),
    ("fr", "a"): ("au", "aux"),
    ("it", "di"): ("del", "dello", "della", "dell", "dei", "degli", "delle", "d"),
    ("it", "a"): ("al", "allo", "alla", "all", "ai", "agli", "alle"),
    ("it", "da"): ("dal", "dallo", "dalla", "dall", "dai", "dagli", "dalle"),
    ("it", "con"): ("col", "coi"),
    ("es", "de"): ("del",),
    ("es", "a"): ("al",),
    ("de", "von"): ("vom",),
    ("de", "zu"): ("zum", "zur"),
}


def contracted(phrase: tuple[str, ...], language: str) -> Iterator[tuple[str, ...]]:
    """Yield a phrase with its last preposition run into an article: "al posto degli"."""
    if len(phrase) > 1:
        for joined in _CONTRACTED.get((language, phrase[-1]), ()):
            yield (*phrase[:-1], joined)
