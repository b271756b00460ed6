"""Which meaning a word has that is a thing and something else: "Tasche" is a bag, and a pocket."""

from functools import cache

from toile.adapters.language.built_in.text.lexicon import read_table

_WORN = frozenset("ghbj")
_KINDS = (*_WORN, "p", "s", "m", "adj", "c")
_TABLES = ("nouns", "wardrobe", "scenery", "goods", "home", "closely", "exactly", "board_things")


def names_such(english: str, kind: str) -> bool:
    """Whether a word of the dictionary names a thing of the kind that is meant.

    What is worn has its own words; of what stands in a picture the dictionary may know more.
    """
    kinds = _kinds().get(english.casefold(), frozenset())
    if kind in _WORN:
        return bool(kinds & _WORN)
    return kind != "p" or not kinds or "p" in kinds


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in _TABLES:
        for row in read_table(table):
            kind, _, name = row[0].partition(":")
            if kind in _KINDS:
                english = row[1].split(",") if len(row) > 1 else []
                for word in (name, *english):
                    found.setdefault(word.strip().casefold(), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
