"""Rules read out of books in French, Italian, Spanish, German and Swedish."""

from importlib.resources import files

import pytest

from toile.adapters.search.words import packaged_abroad, packaged_glossary
from toile.domain.guidelines import Citation, Rule, RuleKind
from toile.domain.ids import ShotId
from toile.domain.rule_reading import rules_of
from toile.domain.rules import Known, check_shots
from toile.domain.shots import Shot

GLOSSARY = packaged_glossary()
ABROAD = packaged_abroad(GLOSSARY)


def rules_in(text: str, language: str, *headings: str) -> tuple[Rule, ...]:
    citation = Citation(
        guideline="g", document="book.pdf", version=1, page=4, start=0, end=len(text), quote=text,
        headings=headings,
    )  # fmt: skip
    return rules_of([citation], [language], ABROAD)


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
    kinds = [{kind for kind, _ in wording.limits} for wording in ABROAD.wordings.values()]
    assert len(kinds) == 5
    assert all(one == kinds[0] for one in kinds)
