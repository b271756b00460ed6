"""A line of correction below a brief changes what it names, wins, and leaves the rest."""

from datetime import date

import pytest

from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief

ASKA = (
    "Aska Knit, SS27. The Fjord cardigan in oat. 6 stills 4:5 on a pier at dusk, one woman, 30s. "
    "Instagram and web, Norway, Sweden and Denmark. 1 March to 30 April 2027. No dogs. "
    "Budget 9,000 EUR."
)
MARLOW = (
    "Marlow Bags. Tote (navy), clutch (red). 8 pictures: 5 x 4:5, 3 x 1:1 and one video 9:16, "
    "10 seconds. Two women, 20s, in a cafe, soft window light. UK and Ireland."
)
HOLM = (
    "Weberei Holm: Mantel Alster in Grau, Schal in Rot. 8 Bilder 4:5 am Hafen im Nebel, ein Mann "
    "um die 50, Deutschland, Österreich und die Schweiz. Keine Hunde."
)
SUR = (
    "Telar Sur: falda Arena, blanca y negra. 6 fotos 4:5 y un video 9:16 de 15 segundos en la "
    "playa, una mujer de 30, España y Portugal, del 1 de mayo al 30 de junio de 2027."
)
SESIA = (
    "Filanda Sesia: maglia Bora, blu. 5 foto 1:1 in una cava, luce dura, due uomini, Italia e "
    "Spagna. Budget 8.000 euro."
)
NORDVIK = (
    "Nordvik Ull: tröja Sten, grå. 6 bilder 4:5 i en skog, en kvinna runt 50, Sverige och Norge. "
    "Inga hundar."
)
ORME = (
    "Maison Orme, PE27 : robe Lys, blanche, 6 photos en 4:5 dans un jardin, une femme de 40 ans, "
    "France et Belgique."
)
_KEPT = ("flags", "questions", "evidence", "text")


def _read(text: str) -> Brief:
    return read_brief(text, date(2026, 11, 23))


def _changed(text: str, words: str) -> dict[str, object]:
    before, after = _read(text), _read(f"{text}\n{words}")
    names = [name for name in Brief.model_fields if name not in _KEPT]
    return {n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)}


@pytest.mark.parametrize(("text", "words", "files"), [
    (ASKA, "Correction: 8 stills", [(8, "4:5")]),
    (ASKA, "Correction: only one extra is 9:16", [(6, "4:5"), (1, "9:16")]),
    (ASKA, "Correction: 4 of them portrait 9:16", [(2, "4:5"), (4, "9:16")]),
    (ASKA, "Correction: all in 1:1", [(6, "1:1")]),
    (MARLOW, "Correction: drop the video", [(5, "4:5"), (3, "1:1")]),
    (MARLOW, "Correction: two videos", [(5, "4:5"), (3, "1:1"), (2, "9:16")]),
    (MARLOW, "Correction: 4 x 1:1 instead of 3", [(5, "4:5"), (4, "1:1"), (1, "9:16")]),
    (MARLOW, "Correction: 16 pictures", [(10, "4:5"), (6, "1:1"), (1, "9:16")]),
    (HOLM, "Korrektur: zwei davon quer 16:9", [(6, "4:5"), (2, "16:9")]),
    (ORME, "Correction : deux d'entre elles en 9:16", [(4, "4:5"), (2, "9:16")]),
    (SESIA, "Correzione: due foto in 9:16", [(3, "1:1"), (2, "9:16")]),
    (SUR, "Corrección: sin video", [(6, "4:5")]),
    (NORDVIK, "Rättelse: två av dem i 9:16", [(4, "4:5"), (2, "9:16")]),
])  # fmt: skip
def test_a_correction_of_files_leaves_the_others(
    text: str, words: str, files: list[tuple[int, str]]
) -> None:
    changed = _changed(text, words)
    assert list(changed) == ["deliverables"]
    asked = _read(f"{text}\n{words}").deliverables
    assert sorted((d.count, d.aspect) for d in asked) == sorted(files)


@pytest.mark.parametrize(("text", "words", "goods"), [
    (ASKA, "Correction: it's the navy one, not the oat", ["navy"]),
    (MARLOW, "Correction: the tote is black", ["black", "red"]),
    (MARLOW, "Correction: drop the clutch", ["navy"]),
    (MARLOW, "Correction: the clutch comes in green as well", ["navy", "red", "green"]),
    (SUR, "Correction: solo la negra", ["black"]),
    (SESIA, "Correzione: la maglia è verde, non blu", ["green"]),
    (HOLM, "Korrektur: ohne den Schal", ["grey"]),
    (HOLM, "Korrektur: statt Grau in Schwarz", ["black", "red"]),
    (NORDVIK, "Rättelse: tröjan är blå", ["blue"]),
])  # fmt: skip
def test_a_correction_of_a_product_forbids_nothing(text: str, words: str, goods: list[str]) -> None:
    assert list(_changed(text, words)) == ["products"]
    assert [p.colour for p in _read(f"{text}\n{words}").products] == goods


@pytest.mark.parametrize(("text", "words", "codes"), [
    (ASKA, "Correction: not Norway", ("SE", "DK")),
    (ASKA, "Correction: Finland too", ("NO", "SE", "DK", "FI")),
    (MARLOW, "Correction: only Ireland", ("IE",)),
    (ORME, "Correction : pas la Belgique", ("FR",)),
    (SESIA, "Correzione: niente Spagna", ("IT",)),
    (SUR, "Corrección: Portugal no", ("ES",)),
    (HOLM, "Korrektur: auch Italien", ("DE", "AT", "CH", "IT")),
    (NORDVIK, "Rättelse: inte Norge", ("SE",)),
])  # fmt: skip
def test_a_correction_of_markets_names_those_meant(
    text: str, words: str, codes: tuple[str, ...]
) -> None:
    assert _read(f"{text}\n{words}").markets == codes


@pytest.mark.parametrize(("text", "words", "people", "said"), [
    (ASKA, "Correction: two models", 2, ("woman", "30s")),
    (ASKA, "Correction: a man, not a woman", 1, ("man", "30s")),
    (MARLOW, "Correction: one woman only", 1, ("woman", "20s")),
    (SUR, "Corrección: tres mujeres", 3, ("women", "30")),
    (HOLM, "Korrektur: eine Frau statt eines Mannes", 1, ("woman", "about 50")),
])  # fmt: skip
def test_a_correction_of_people_keeps_what_it_does_not_tell(
    text: str, words: str, people: int, said: tuple[str, ...]
) -> None:
    talent = _changed(text, words)["talent"]
    assert (talent.people, talent.description[: len(said)]) == (people, said)  # type: ignore[attr-defined]


def test_one_end_of_a_window_leaves_the_other() -> None:
    window = _read(f"{SUR}\nCorrection: hasta el 15 de julio").window
    assert window
    assert (window.start, window.end) == (date(2027, 5, 1), date(2027, 7, 15))


def test_what_was_asked_for_and_is_refused_goes_and_is_not_forbidden() -> None:
    assert _changed(ASKA, "Correction: dawn, not dusk") == {"lighting": ("dawn",)}


def test_what_was_forbidden_and_is_fine_is_forbidden_no_more() -> None:
    assert _changed(ASKA, "Correction: dogs are fine") == {"must_not": ()}


def test_the_later_of_two_corrections_wins() -> None:
    brief = _read(f"{ASKA}\nCorrection: 8 stills\nCorrection: 7 stills, and not Norway")
    assert [d.count for d in brief.deliverables] == [7]
    assert brief.markets == ("SE", "DK")


def test_a_correction_that_changes_nothing_is_asked_about() -> None:
    questions = _read(f"{ASKA}\nCorrection: ok thanks").questions
    assert questions[0].about == "correction"


def test_a_changed_fact_is_shown_on_the_words_of_the_correction() -> None:
    brief = _read(f"{ASKA}\nCorrection: 8 stills")
    notes = {note.path: note for note in brief.evidence}
    note = notes["deliverables.0"]
    assert brief.text[note.start : note.end] == note.quote == "8 stills"
    assert brief.text[notes["brand"].start : notes["brand"].end] == notes["brand"].quote


@pytest.mark.parametrize(
    ("words", "aspects"),
    [
        ("le large en 16:9", {"full": "4:5", "close": "4:5", "wide": "16:9"}),
        ("only the wide one is 16:9", {"full": "4:5", "close": "4:5", "wide": "16:9"}),
        ("the close-up should be 1:1", {"full": "4:5", "close": "1:1", "wide": "4:5"}),
        ("make the full lengths 9:16", {"full": "9:16", "close": "4:5", "wide": "4:5"}),
    ],
)
def test_a_ratio_is_given_to_the_kind_that_is_named(words: str, aspects: dict[str, str]) -> None:
    text = "6 stills 4:5: 4 full length, 1 close-up, 1 wide on the pier. The oat scarf, for Aska."
    brief = _read(f"{text}\nCorrection: {words}")
    assert {d.role: d.aspect for d in brief.deliverables} == aspects
    assert not brief.must_have
