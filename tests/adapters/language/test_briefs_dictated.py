"""Briefs that were dictated: no signs, sounds in between, and slips put right in passing."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

TODAY = date(2026, 11, 23)


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, TODAY)


GERMAN = (
    "also ich diktiere kurz für die Weberei Ostertag es geht um drei Decken wir brauchen sechs "
    "Fotos in vier zu fünf und einen Film neun zu sechzehn zwanzig Sekunden ein Mann um die "
    "siebzig mit Bart keine Hunde kein Alkohol Deutschland Österreich Schweiz online ab "
    "ersten September Budget achttausend Euro danke"
)
SWEDISH = (
    "hej jag pratar in det här det är för Vävmästarna det gäller kappan Ask vi behöver fem bilder "
    "kvadratiska och en film stående på tolv sekunder platsen är en järnvägsstation i Katrineholm "
    "tidig morgon en kvinna runt sextio inga resväskor inga paraplyer Sverige och Norge live den "
    "tredje mars i fyra veckor budget sextiotusen kronor"
)


@pytest.mark.parametrize(
    ("text", "files", "people", "no", "markets", "money"),
    [
        (
            GERMAN,
            [(6, "4:5", None), (1, "9:16", 20)],
            1,
            ("dog", "alcohol"),
            ("DE", "AT", "CH"),
            8000,
        ),
        (
            SWEDISH,
            [(5, "1:1", None), (1, "9:16", 12)],
            1,
            ("suitcase", "umbrella"),
            ("SE", "NO"),
            60000,
        ),
    ],
)
def test_a_brief_without_signs_is_cut_into_its_wishes(
    text: str,
    files: list[tuple[int, str | None, int | None]],
    people: int,
    no: tuple[str, ...],
    markets: tuple[str, ...],
    money: int,
) -> None:
    brief = _read(text)
    assert [(d.count, d.aspect, d.seconds) for d in brief.deliverables] == files
    assert brief.talent is not None
    assert brief.talent.people == people
    assert brief.must_not == no
    assert brief.markets == markets
    assert brief.budget is not None
    assert brief.budget.amount == money


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Eight stills square no sorry four by five for Brant & Co.", "4:5"),
        ("Eight stills, square. No, make that 4:5.", "4:5"),
        ("huit photos carrées non pardon en deux tiers pour la maison Brant", "2:3"),
    ],
)
def test_a_slip_of_the_tongue_is_put_right(text: str, aspect: str) -> None:
    brief = _read(text)
    assert [(d.count, d.aspect) for d in brief.deliverables] == [(8, aspect)]
    assert brief.must_not == ()


def test_a_number_before_and_is_not_the_count_of_the_next_person() -> None:
    brief = _read("Talent: Vater um 55 und Tochter (22). 4 Fotos 3:2 für Gstettner.")
    assert brief.talent is not None
    assert brief.talent.people == 2
