"""A house on file is known by its name where a brief writes it as its client's."""

import pytest

from toile.domain.brief import Brief
from toile.workflow.named_house import with_named_house

ON_FILE = ("Maison Orel", "Nord og Sol", "Acme")


def _brand(text: str, read_as: str | None) -> str | None:
    return with_named_house(Brief(text=text, brand=read_as), ON_FILE).brand


@pytest.mark.parametrize(
    ("text", "read_as", "brand"),
    [
        ("Für Nord og Sol brauchen wir 6 Bilder", "Nord", "Nord og Sol"),
        ("Vi gör bilder för Nord og Sol", None, "Nord og Sol"),
        ("6 stills, Maison Orel, black loafers", None, "Maison Orel"),
    ],
)
def test_a_house_on_file_is_the_client_where_its_whole_name_is_written(
    text: str, read_as: str | None, brand: str
) -> None:
    assert _brand(text, read_as) == brand


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Larkmoor, not like Maison Orel", "Larkmoor"),
        ("Maison Orel meets Acme", None),
        ("acme of style", None),
        ("quiet bags, not Acme", None),
        ("six stills, quiet like Maison Orel", None),
        ("our rival Acme does loud", None),
        ("Nord coats in the sun", "Nord"),
    ],
)
def test_another_name_two_houses_or_a_mere_word_change_nothing(
    text: str, read_as: str | None
) -> None:
    assert _brand(text, read_as) == read_as


def test_the_name_is_shown_where_it_was_read() -> None:
    brief = with_named_house(Brief(text="Bags for Maison Orel"), ON_FILE)
    fact = brief.evidence[-1]
    assert (fact.path, fact.quote) == ("brand", "Maison Orel")
    assert brief.text[fact.start : fact.end] == fact.quote
