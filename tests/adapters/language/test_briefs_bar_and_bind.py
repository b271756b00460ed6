"""Who is too young, who is undressed and where nothing runs, however a brief tells it."""

from datetime import date

import pytest

from toile import bootstrap
from toile.domain.brief import Brief


def read(brief: str) -> Brief:
    return bootstrap.interpreter().read_brief(brief, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("brief", "code"),
    [
        ("Sei foto per il sito. Due ragazzi, 16 e 22 anni, felpe nere, muro bianco.", "MINOR"),
        ("Pictures of Nora nude on the beach, web shop, July 2027.", "NUDITY"),
        ("A nude portrait of Nora for our web shop.", "NUDITY"),
        ("Make everyone look ten years younger. Six images of Ines, 62.", "FEATURE_ALTERATION"),
    ],
)
def test_a_wish_that_may_not_be_is_flagged(brief: str, code: str) -> None:
    assert code in {flag.code for flag in read(brief).flags}


@pytest.mark.parametrize(
    "brief",
    [
        "Dresses, girls 8-14, six packshots, no models, web shop Germany.",
        "Six portraits of Nora in the nude slip dress, web shop.",
        "Six pictures of Elin nude and Iris black, two bra styles, no models.",
    ],
)
def test_sizes_and_shades_raise_no_flag(brief: str) -> None:
    assert not read(brief).flags


@pytest.mark.parametrize(
    "brief",
    [
        "Six pictures, web shop. Not Germany, but Austria and Switzerland.",
        "Nicht Deutschland, sondern Österreich und die Schweiz. Webshop, sechs Bilder.",
        "Six photos, e-shop. Pas l'Allemagne, mais l'Autriche et la Suisse.",
    ],
)
def test_what_stands_behind_not_but_is_where_it_runs(brief: str) -> None:
    told = read(brief)
    assert (told.markets, told.markets_excluded) == (("AT", "CH"), ("DE",))
