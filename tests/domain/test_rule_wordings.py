"""Rules read out of books by wordings that are data, in six languages."""

from importlib.resources import files

import pytest

from toile.adapters.search.words import packaged_glossary, packaged_rule_wordings
from toile.domain.guidelines import Citation, Rule, RuleKind
from toile.domain.ids import ShotId
from toile.domain.rule_reading import rules_of
from toile.domain.rules import Known, check_shots
from toile.domain.shots import Shot

GLOSSARY = packaged_glossary()
WORDINGS = packaged_rule_wordings(GLOSSARY)


def rules_in(text: str, language: str, *headings: str) -> tuple[Rule, ...]:
    citation = Citation(
        guideline="g", document="book.pdf", version=1, page=4, start=0, end=len(text), quote=text,
        headings=headings,
    )  # fmt: skip
    return rules_of([citation], [language], WORDINGS)


@pytest.mark.parametrize(
    ("language", "text", "kind", "least", "most"),
    [
        ("fr", "Personne n'a moins de 21 ans.", RuleKind.AGE, 21, None),
        ("it", "Nessuno sotto i 18 anni, nemmeno sullo sfondo.", RuleKind.AGE, 18, None),
        ("es", "La edad mínima es de 25 años.", RuleKind.AGE, 25, None),
        ("de", "Wer für uns steht, ist mindestens 19 Jahre alt.", RuleKind.AGE, 19, None),
        ("sv", "Ingen är yngre än 21 år.", RuleKind.AGE, 21, None),
        ("fr", "Pas plus de trois personnes dans le cadre.", RuleKind.PEOPLE, None, 3),
        ("it", "Al massimo due persone.", RuleKind.PEOPLE, None, 2),
        ("es", "Como máximo cuatro personas.", RuleKind.PEOPLE, None, 4),
        ("de", "Höchstens drei Personen im Bild.", RuleKind.PEOPLE, None, 3),
        ("sv", "Högst fem föremål på bordet.", RuleKind.PROPS, None, 5),
        ("fr", "Les films durent entre 6 et 15 secondes.", RuleKind.SECONDS, 6, 15),
        ("de", "Filme sind nicht länger als 12 Sekunden.", RuleKind.SECONDS, None, 12),
        ("it", "Focali da 35 a 85 mm.", RuleKind.LENS, 35, 85),
        ("sv", "Aldrig kortare än 35 mm.", RuleKind.LENS, 35, None),
        ("de", "Die oberen 15 % bleiben ruhig.", RuleKind.LOGO_SPACE, 0.15, None),
        ("es", "El 20 % superior queda libre.", RuleKind.LOGO_SPACE, 0.2, None),
        ("fr", "Le texte demande un contraste de 4,5:1.", RuleKind.CONTRAST, 4.5, None),
        ("fr", "Jamais plus de deux accessoires.", RuleKind.PROPS, None, 2),
        ("it", "Al massimo tre capi.", RuleKind.GARMENTS, None, 3),
        ("de", "Nie mehr als drei Kleidungsstücke.", RuleKind.GARMENTS, None, 3),
        ("es", "Nunca más de dos primeros planos.", RuleKind.CLOSE_UPS, None, 2),
        ("sv", "Aldrig fler än fyra plagg.", RuleKind.GARMENTS, None, 4),
        ("en", "Never more than two props in a picture.", RuleKind.PROPS, None, 2),
        ("en", "Keep it to two props.", RuleKind.PROPS, None, 2),
        ("en", "Use a single prop, never several.", RuleKind.PROPS, None, 1),
        ("en", "Our talent is aged 30 and up.", RuleKind.AGE, 30, None),
        ("en", "Models must be over 21.", RuleKind.AGE, 21, None),
        ("en", "Never show more than 3 models together.", RuleKind.PEOPLE, None, 3),
        ("en", "A look has four garments at the most.", RuleKind.GARMENTS, None, 4),
        ("en", "Never more than two close-ups of a look.", RuleKind.CLOSE_UPS, None, 2),
        ("en", "Shoot no wider than 40 mm.", RuleKind.LENS, 40, None),
        ("en", "Focal lengths: 35–85 mm.", RuleKind.LENS, 35, 85),
        ("en", "Clips last no more than twelve seconds.", RuleKind.SECONDS, None, 12),
        ("en", "Text keeps a contrast of 4.5 to 1 or more.", RuleKind.CONTRAST, 4.5, None),
    ],
)  # fmt: skip
def test_a_limit_is_read_with_its_number(
    language: str, text: str, kind: RuleKind, least: float | None, most: float | None
) -> None:
    (rule,) = rules_in(text, language)
    assert (rule.kind, rule.least, rule.most) == (kind, least, most)
    assert rule.citation.quote == text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("sv", "Inga mobiler, inga hundar.", ("phone", "dog")),
        ("fr", "Les parapluies et les chiens sont interdits.", ("umbrella", "dog")),
        ("it", "Niente ombrelli e cani.", ("umbrella", "dog")),
        ("es", "Nunca paraguas ni perros.", ("umbrella", "dog")),
        ("de", "Keine Regenschirme und keine Hunde.", ("umbrella", "dog")),
    ],
)
def test_what_is_forbidden_is_read_in_english_words(
    language: str, text: str, words: tuple[str, ...]
) -> None:
    (rule,) = rules_in(text, language)
    assert (rule.kind, rule.words) == (RuleKind.FORBIDDEN, words)


def test_an_exception_is_kept_and_a_list_under_its_heading_is_read() -> None:
    (rule,) = rules_in("Hunde, außer Blindenhunde", "de", "Verboten")
    assert (rule.words, len(rule.unless)) == (("dog",), 1)


def test_what_may_not_be_retouched_is_a_limit_of_retouching() -> None:
    assert rules_in("Huden retuscheras inte.", "sv")[0].kind is RuleKind.RETOUCH


def test_should_is_a_warning_in_every_language() -> None:
    assert rules_in("Filme sollten höchstens 12 Sekunden dauern.", "de")[0].level == "warning"
    assert rules_in("Les films devraient durer au plus 12 secondes.", "fr")[0].level == "warning"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Keine Hand, die in das Bild greift, ist zu sehen."),
        ("sv", "Kameran står i höjd med madrassen."),
        ("fr", "Nous chaussons les enfants de zéro à douze ans."),
        ("it", "Si lavora dalle sette alle dieci."),
        ("es", "La luz entra por la izquierda."),
    ],
)
def test_a_sentence_that_only_describes_is_no_rule(language: str, text: str) -> None:
    assert rules_in(text, language) == ()


def test_a_forbidden_prop_of_a_swedish_book_is_found_in_an_english_shot() -> None:
    rules = rules_in("Inga hundar, inga mobiler.", "sv")
    shot = Shot.model_validate({"id": ShotId("a"), "no": 1, "props": ("spaniel dog", "chair")})
    (finding,) = check_shots([shot], rules, Known(GLOSSARY)).findings
    assert finding.fix == "Take spaniel dog out of shot 1."


def test_the_palette_of_a_book_in_another_language_has_its_distance() -> None:
    text = "Gryning: #F2D9C9\nTall: #31473A\nAndra färger får avvika högst 12 från paletten."
    (rule,) = rules_in(text, "sv", "Färger")
    assert (rule.colours, rule.most) == (("#F2D9C9", "#31473A"), 12)


def test_every_kind_of_limit_is_said_in_every_language() -> None:
    assert files("toile").joinpath("data/search/rule_words.yaml").is_file()
    kinds = [{kind for kind, _ in wording.limits} for wording in WORDINGS.wordings.values()]
    assert len(kinds) == 6
    assert all(one == kinds[0] for one in kinds)


@pytest.mark.parametrize(
    "text",
    [
        "At least one model must be over 45.",
        "We work with people from 30 countries.",
        "The logo is never below 18 mm.",
        "Never more than three pieces of jewellery.",
        "The logo is never altered.",
        "Flash is never used outdoors.",
        "Balloons are banned except in children's stories.",
        "Nothing may be put in: no added snow, stars or people.",
        "Call is 9:30 on set.",
        "Our crop is 4:5.",
    ],
)
def test_what_holds_for_some_pictures_alone_is_no_rule_of_all(text: str) -> None:
    assert rules_in(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Beaches are not for us.", ("Beaches",)),
        ("Fur, feathers and exotic skins must not appear.", ("Fur", "feathers", "exotic skins")),
        ("Cigarettes have no place in our images.", ("Cigarettes",)),
        ("Please avoid sunglasses and hats.", ("sunglasses", "hats")),
        ("Do not show phones or laptops.", ("phones", "laptops")),
        ("Make-up is invisible: no lipstick, no false lashes.", ("lipstick", "false lashes")),
        ("Sunburn is not shown; we are a safety brand.", ("Sunburn",)),
    ],
)
def test_english_prohibitions_are_read_in_many_wordings(text: str, words: tuple[str, ...]) -> None:
    (rule,) = rules_in(text, "en")
    assert (rule.kind, rule.words) == (RuleKind.FORBIDDEN, words)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Web shop pictures are 4:5, stories 9:16 and the lookbook is 3:2.",
         [("Web shop", "4:5"), ("stories", "9:16"), ("lookbook", "3:2")]),
        ("Use 4:5 for the feed and 9:16 for stories.", [("feed", "4:5"), ("stories", "9:16")]),
        ("Stories: 9:16.", [("Stories", "9:16")]),
    ],
)  # fmt: skip
def test_a_ratio_is_read_for_each_channel_of_a_sentence(
    text: str, pairs: list[tuple[str, str]]
) -> None:
    assert [(rule.channel, rule.ratio) for rule in rules_in(text, "en")] == pairs


@pytest.mark.parametrize(
    ("notes", "kept"),
    [
        ("retouch the blemishes on her skin", True),
        ("smooth the skin", False),
        ("smooth the coat", True),
    ],
)
def test_skin_retouched_for_blemishes_only_is_retouched_for_nothing_else(
    notes: str, kept: bool
) -> None:
    rules = rules_in("Skin is retouched only for blemishes that fade in a week.", "en")
    shot = Shot(id=ShotId("a"), no=1, notes=notes)
    assert (not check_shots([shot], rules, Known(GLOSSARY)).findings) == kept
