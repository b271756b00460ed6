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


@pytest.mark.parametrize(
    "text",
    [
        "12 stills 4:5 and 4 videos 9:16. Change of plan: the videos go from 4 to 2.",
        "12 Fotos 4:5 und 4 Videos 9:16. Wir gehen von 4 auf 2 Videos.",
        "12 photos 4:5 et 4 vidéos 9:16. On passe de 4 vidéos à 2.",
        "12 foto 4:5 e 4 video 9:16. Si passa da 4 video a 2.",
        "12 fotos 4:5 y 4 vídeos 9:16. Pasamos de 4 a 2 vídeos.",
        "12 bilder 4:5 och 4 filmer 9:16. Vi går från 4 till 2 filmer.",
    ],
)
def test_a_count_that_goes_from_one_figure_to_another_is_the_other(text: str) -> None:
    assert [(d.count, d.kind) for d in _read(text).deliverables] == [(12, "still"), (2, "video")]


def test_a_scarf_of_ninety_by_ninety_counts_no_pictures() -> None:
    brief = _read("The Letter scarf, 90 x 90 silk twill. 6 stills 4:5 for Instagram and Pinterest.")
    assert [(d.count, d.aspect) for d in brief.deliverables] == [(6, "4:5")]


def test_numbers_of_slides_count_nothing() -> None:
    brief = _read(
        "SLIDE 1 Belcourt Silk, the Letter scarf\nSLIDE 2 4 stills 4:5\nSLIDE 3 No stamps"
    )
    assert [(d.count, d.aspect) for d in brief.deliverables] == [(4, "4:5")]


@pytest.mark.parametrize(
    "text",
    [
        "Product only. 6 stills 1:1. On the last the model holds the hat.",
        "Nur Produkt, keine Menschen. 6 Fotos. Auf dem letzten Bild hält die Frau den Hut.",
        "Produit seul, 6 photos. Sur la dernière, la femme tient le chapeau.",
        "Solo prodotto, niente persone. 6 foto 1:1. Nella seconda la modella tiene il cappello.",
        "Solo producto, sin personas. 6 fotos. En la última, la modelo sujeta el sombrero.",
    ],
)
def test_nobody_and_yet_somebody_is_asked_about(text: str) -> None:
    assert ("CONTRADICTION", "ask") in {(f.code, f.action) for f in _read(text).flags}


@pytest.mark.parametrize(
    "text",
    [
        "Product only. A bag for the woman who travels. 6 stills.",
        "Nobody on the phone. The woman reads. 6 stills.",
        "No models, real people: one woman, one man. The man laughs.",
    ],
)
def test_a_cast_without_models_contradicts_nothing(text: str) -> None:
    assert "CONTRADICTION" not in {f.code for f in _read(text).flags}


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("Une cour, soleil qui claque.", "sun"),
        ("Un cortile, flash diretto.", "direct flash"),
        ("Un patio, al amanecer.", "sunrise"),
        ("Ein Hof, Sonnenaufgang.", "sunrise"),
        ("En gård, grå himmel.", "grey sky"),
    ],
)
def test_a_light_is_said_as_closely_as_the_director_said_it(text: str, light: str) -> None:
    assert light in " ".join(_read(text).lighting)
