"""Briefs in two languages at once, briefs pasted below what is said of them, markets taken back."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 23))


def test_italian_words_in_an_english_brief_are_put_into_english() -> None:
    brief = _read(
        "Hi team, for Ferro & Lume we need: camicia bianca, the Aria sandals in nero. "
        "Luce del mattino, niente sabbia, no dogs. 4 stills 4:5 for Instagram."
    )
    assert {p.colour for p in brief.products} == {"white", "black"}
    assert "sand" in brief.must_not
    assert "morning light" in brief.lighting


def test_english_words_in_an_english_brief_stay_as_they_are() -> None:
    brief = _read("Linen shirt in ecru, no dogs, soft morning light.")
    assert brief.lighting == ("soft morning light",)
    assert brief.must_not == ("dogs",)


@pytest.mark.parametrize(
    ("text", "markets", "excluded"),
    [
        ("UK, Germany and NL. Lose Ireland, the shop closed.", {"GB", "DE", "NL"}, {"IE"}),
        ("Märkte: DACH, Polen. Die Schweiz fällt weg.", {"DE", "AT", "PL"}, {"CH"}),
        ("France, Belgique et Canada ; le Canada saute.", {"FR", "BE"}, {"CA"}),
        ("Mercati: Italia, Francia, Spagna. La Francia salta.", {"IT", "ES"}, {"FR"}),
        ("Mercados: España, Chile. Nada de Argentina.", {"ES", "CL"}, {"AR"}),
        ("Sverige, Finland. Ej Norge.", {"SE", "FI"}, {"NO"}),
        ("Markets US, CA. China is not.", {"US", "CA"}, {"CN"}),
        ("For singapore, hong kong and new zealand. NO dogs, NO cats.", {"SG", "HK", "NZ"}, set()),
        ("Markets: DE, FR. Licence MA-114 is countersigned.", {"DE", "FR"}, set()),
    ],
)
def test_a_market_taken_back_is_out(text: str, markets: set[str], excluded: set[str]) -> None:
    brief = _read(text)
    assert set(brief.markets) == markets
    assert set(brief.markets_excluded) == excluded


def test_a_brief_pasted_in_quotation_marks_is_older_than_what_stands_above() -> None:
    brief = _read(
        "Bonjour Paul, on s'est parlé depuis : c'est 5 photos et le Canada saute.\n\n"
        "« Bonjour, pour Liseron : robe chemise rayée, un champ en fleur, plein jour, un seul "
        "mannequin, des cheveux lâchés et rien d'autre. 7 photos en 4:5 pour Instagram. "
        "France et Canada. »"
    )
    assert [d.count for d in brief.deliverables] == [5]
    assert brief.markets == ("FR",)
