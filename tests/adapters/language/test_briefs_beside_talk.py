"""Talk beside a brief (small talk, lunch, samples, others' work) changes none of its facts."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.brief import Brief

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "talk-beside-briefs.yaml").read_text("utf-8")
)
TOLD = {"text", "language", "evidence", "questions", "flags"}
MOST = 0.85


def _facts(parts: list[str]) -> dict[str, object]:
    brief = BuiltInInterpreter().read_brief(" ".join(parts), date(2026, 11, 23))
    return {name: getattr(brief, name) for name in Brief.model_fields if name not in TOLD}


@pytest.mark.parametrize("language", CASES)
def test_talk_beside_a_brief_changes_no_fact(language: str) -> None:
    brief, talk = CASES[language]["brief"], CASES[language]["talk"]
    told = _facts(brief)
    same = [
        line
        for place, line in enumerate(talk)
        if _facts([*brief[: place % 5 + 1], line, *brief[place % 5 + 1 :]]) == told
    ]
    assert len(same) >= MOST * len(talk), set(talk) - set(same)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sorry for the rush, the location is a pier at dusk. 4 stills of the tote.", "pier"),
        ("Thanks for the call, here it is: tote in tan, 4 stills, on a pier at dusk.", "pier"),
        ("Désolée pour le retard, le décor est une jetée. 4 photos du sac.", "jetty"),
        ("Danke für das Gespräch, Ort ist ein Steg. 4 Fotos der Tasche.", "jetty"),
    ],
)
def test_what_is_asked_behind_a_pleasantry_is_read(text: str, place: str) -> None:
    facts = _facts([text])
    assert place in str(facts["location"])
    assert facts["deliverables"]


@pytest.mark.parametrize(
    "text",
    [
        "Let me know if Mia works for you, she is 16. Four stills of the tote.",
        "No rush, the girl in the picture is 15. Four stills of the tote.",
        "Danke für das Gespräch, das Mädchen ist 14. Vier Fotos der Tasche.",
        "Dites-moi si Mia vous va, elle a 16 ans. 4 photos du sac.",
    ],
)
def test_a_minor_is_told_of_in_talk_too(text: str) -> None:
    flags = BuiltInInterpreter().read_brief(text, date(2026, 11, 23)).flags
    assert "MINOR" in {flag.code for flag in flags}
