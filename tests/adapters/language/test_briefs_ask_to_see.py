"""What a brief asks to be seen is a must, however it is asked; talk of the house casts nobody."""

from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief


def _read(text: str) -> Brief:
    return BuiltInInterpreter().read_brief(text, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("We need to see the welt stitching in at least one.", "stitching"),
        ("It's important that the label is legible.", "label"),
        ("Make sure the crown is visible from the side.", "crown"),
        ("You should be able to see the lining.", "lining"),
        ("At least one picture should show the joint under the seat.", "joint"),
        ("One shot has to show the inside of the heel.", "heel"),
        ("Veillez à ce que le fermoir soit visible.", "clasp"),
        ("Important : le fermoir doit être lisible.", "clasp"),
        ("Fate in modo che la cucitura si veda.", "seam"),
        ("Aseguraos de que se lea la etiqueta.", "label"),
        ("Wichtig ist, dass man die Naht sieht.", "seam"),
        ("Der Verschluss sollte gut zu erkennen sein.", "clasp"),
        ("Se till att etiketten syns.", "label"),
        ("Man ska kunna läsa etiketten.", "label"),
    ],
)
def test_what_is_to_be_seen_is_a_must(text: str, must: str) -> None:
    brief = _read(f"Olsen, 4 stills. {text}")
    assert [said for said in brief.must_have if must in said]


@pytest.mark.parametrize(
    "text",
    [
        "Important: the invoice goes to Paul.",
        "Make sure you send the invoice to Paul.",
        "Wichtig ist, dass die Rechnung an Paul geht.",
        "Se till att fakturan går till Lena.",
        "Importante que la factura vaya a Rocío.",
    ],
)
def test_what_is_asked_of_the_reader_is_no_must(text: str) -> None:
    assert not _read(f"Olsen, 4 stills of the boot. {text}").must_have


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4 stills of the boot. Two models please: Freya and Idris.", {"Freya", "Idris"}),
        ("4 stills of the boot. Two models, Freya and Idris, both thirty.", {"Freya", "Idris"}),
        ("4 stills of the boot on Freya and Idris.", {"Freya", "Idris"}),
        ("4 photos de la botte. Deux mannequins : Léa et Idris.", {"Léa", "Idris"}),
        ("4 foto dello stivale. Due modelle (Giulia e Idris).", {"Giulia", "Idris"}),
        ("4 fotos de la bota. Dos modelos, Carmen e Idris.", {"Carmen", "Idris"}),
        ("4 Fotos vom Stiefel. Zwei Models: Freya und Idris.", {"Freya", "Idris"}),
        ("4 bilder av kängan. Två modeller: Freja och Idris.", {"Freja", "Idris"}),
    ],
)
def test_first_names_behind_the_models_are_theirs(text: str, names: set[str]) -> None:
    talent = _read(text).talent
    assert talent is not None
    assert talent.people == 2
    assert set(talent.description) == names


@pytest.mark.parametrize(
    "text",
    [
        "We're Halden and we are 12 people. 4 stills of the jeans.",
        "Somos Salmuera, de Cádiz, ocho personas en plantilla. 4 fotos de la crema.",
        "Vi på Grindvall är 40 anställda. 4 bilder av byxan.",
        "Wir sind Holzkamp, zwölf Leute. Unser Tischler hat die Muster. 4 Fotos vom Sessel.",
        "Siamo Valdorsa, in azienda siamo in 15 persone. 4 foto dello zaino.",
        "4 stills of the boot. Two bags, please. Thanks, Freya and Tom",
    ],
)
def test_those_who_work_at_the_house_are_not_cast(text: str) -> None:
    assert _read(text).talent is None


@pytest.mark.parametrize(
    "text",
    [
        "Jetzt lieber eine Altbauwohnung. 4 Fotos vom Sessel.",
        "Nu: ett halvfärdigt trähus. 4 bilder av västen.",
        "Maintenant plutôt un atelier. 4 photos de la bague.",
    ],
)
def test_an_article_counts_no_files(text: str) -> None:
    assert _read(text).deliverables[0].count == 4
