"""Markets that a brief leaves out by a word behind them, or by a heading."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "wanted", "left_out"),
    [
        (
            "web, Nordics and Benelux, Denmark excluded, from April",
            {"SE", "NO", "FI", "IS", "BE", "NL", "LU"},
            {"DK"},
        ),
        ("Markt: DACH, Schweiz ausgenommen", {"DE", "AT"}, {"CH"}),
        ("Länder: Norden, Island undantaget", {"SE", "NO", "DK", "FI"}, {"IS"}),
        ("Marchés : France et Belgique, Suisse exclue", {"FR", "BE"}, {"CH"}),
        ("Mercati: Russia e Bielorussia escluse", set(), {"RU", "BY"}),
        ("Markets: UK, US. Excluded: Ireland", {"GB", "US"}, {"IE"}),
    ],
)
def test_what_a_word_behind_it_leaves_out_is_no_market(
    text: str, wanted: set[str], left_out: set[str]
) -> None:
    brief = read_brief(text, TODAY)
    assert (set(brief.markets), set(brief.markets_excluded)) == (wanted, left_out)


def test_two_cloths_of_one_noun_are_two_products() -> None:
    text = (
        "the chiffon hijab in dusty rose, the jersey hijab in sand, and the Madina abaya in green"
    )
    read = read_brief(text, TODAY)
    assert [(p.item, p.colour) for p in read.products] == [
        ("chiffon hijab", "dusty rose"),
        ("jersey hijab", "sand"),
        ("Madina abaya", "green"),
    ]
    assert read.location == ()


def test_the_client_of_a_contract_is_its_first_party() -> None:
    text = "STATEMENT OF WORK\nParty A: Lumen & Rye Skincare\nTen still images of a serum."
    assert read_brief(text, TODAY).brand == "Lumen & Rye Skincare"


def test_what_a_contract_does_not_permit_is_not_to_be_seen() -> None:
    assert read_brief("6. Nicht zulässig: Alkohol, Zigaretten.", TODAY).must_not == (
        "alcohol",
        "cigarettes",
    )
