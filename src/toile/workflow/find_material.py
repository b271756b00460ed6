"""The brand's own words for each shot: cited passages for light, set and framing."""

from dataclasses import dataclass

from toile.domain.guidelines import Citation
from toile.domain.shots import Reason, Shot, ShotList
from toile.workflow.ports import Guidelines

ASKED = {
    "light": "How should {value} light be used?",
    "framing": "What are the rules for {value} framing and space around the figure?",
    "set": "Which sets and backgrounds are allowed, such as {value}?",
}
SHORTEST = 12


@dataclass(frozen=True)
class FindMaterial:
    """Ask the brand's books about each distinct choice, once."""

    guidelines: Guidelines

    def cite(self, shots: ShotList, brand: str) -> ShotList:
        """Return the shots with the passages that speak to their light, set and framing."""
        if not self.guidelines.listed(brand):
            return shots
        known: dict[tuple[str, str], Reason | None] = {}
        return ShotList.of(self._cited(shot, brand, known) for shot in shots.shots)

    def _cited(self, shot: Shot, brand: str, known: dict[tuple[str, str], Reason | None]) -> Shot:
        reasons = list(shot.reasons)
        for field, question in ASKED.items():
            value = getattr(shot, field)
            if not value:
                continue
            if (field, value) not in known:
                known[field, value] = self._reason(field, question.format(value=value), brand)
            if found := known[field, value]:
                reasons.append(found)
        return shot.model_copy(update={"reasons": tuple(reasons)})

    def _reason(self, field: str, question: str, brand: str) -> Reason | None:
        answer = self.guidelines.answer(question, brand, 1)
        if not answer.in_book or not answer.found:
            return None
        citation = answer.found[0].citation
        return Reason(field=field, because=_quoted(citation), source=str(citation))


def _quoted(citation: Citation) -> str:
    quote = " ".join(citation.quote.split())
    return quote if len(quote) <= 240 else f"{quote[:237]}…"
