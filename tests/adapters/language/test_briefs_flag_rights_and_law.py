"""What touches rights and law is flagged wherever it stands in a brief; look-alikes are not."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

SET = Path(__file__).parents[2] / "evaluation" / "what-briefs-flag.yaml"
ROWS = yaml.safe_load(SET.read_text(encoding="utf-8"))["sentences"]
TODAY = date(2026, 11, 30)
OF_THE_PLAN = {"MISSING_FACTS", "TIMELINE_TIGHT"}
AROUND = {
    "en": "Brand: Halden & Rue. Eight stills 4:5 for the website, live 1 September 2027.\n{}\nGrey studio, soft window light.",  # noqa: E501
    "fr": "Marque : Halden & Rue. Huit photos 4:5 pour le site, dès le 1er septembre 2027.\n{}\nStudio gris, lumière douce.",  # noqa: E501
    "it": "Marchio: Halden & Rue. Otto foto 4:5 per il sito, dal 1 settembre 2027.\n{}\nStudio grigio, luce morbida.",  # noqa: E501
    "es": "Marca: Halden & Rue. Ocho fotos 4:5 para la web, desde el 1 de septiembre de 2027.\n{}\nEstudio gris, luz suave.",  # noqa: E501
    "de": "Marke: Halden & Rue. Acht Bilder 4:5 für die Webseite, ab 1. September 2027.\n{}\nGraues Studio, weiches Licht.",  # noqa: E501
    "sv": "Varumärke: Halden & Rue. Åtta bilder 4:5 till webben, från 1 september 2027.\n{}\nGrå studio, mjukt ljus.",  # noqa: E501
}


def _codes(text: str) -> set[str]:
    flags = BuiltInInterpreter().read_brief(text, TODAY).flags
    return {flag.code for flag in flags} - OF_THE_PLAN


def _rows(*, harmless: bool) -> list[tuple[str, str, str]]:
    return [
        (row["lang"], row["code"], text)
        for row in ROWS
        if (row["code"] == "none") == harmless
        for text in row["texts"]
    ]


@pytest.mark.parametrize(("language", "code", "text"), _rows(harmless=False))
def test_a_wish_that_touches_rights_or_law_is_flagged(language: str, code: str, text: str) -> None:
    assert code in _codes(text)
    assert code in _codes(AROUND[language].format(text))


@pytest.mark.parametrize(("language", "code", "text"), _rows(harmless=True))
def test_what_only_looks_like_it_raises_no_flag(language: str, code: str, text: str) -> None:
    assert _codes(text) | _codes(AROUND[language].format(text)) == set(), code


def test_alcohol_is_asked_about() -> None:
    brief = BuiltInInterpreter().read_brief("Six stills of our gin, bottle on ice.", TODAY)
    assert "law.alcohol" in {question.about for question in brief.questions}
