"""The house that a brief calls by name: known from the licences on file, not from grammar."""

import re
from collections.abc import Iterable

from toile.domain.brief import Brief, Evidence
from toile.workflow.named_twins import LEFT_OUT

_LED = re.compile(
    r"(?:^|\n)\W*$|[:,]\s*$"
    r"|\b(?:for|from|by|client|at|für|von|bei|för|från|hos|pour|chez|per|da|para|de|di)\s+$",
    re.IGNORECASE,
)


def with_named_house(brief: Brief, names: Iterable[str]) -> Brief:
    """Return the brief under the one house on file that its text names.

    A name of another house that the text gives stands, unless it is a piece of that one: "Nord"
    where "Nord og Sol" is on file and written. Where no house was read, the name must open a line
    or stand behind a word that leads to a client: "like Maison Orel" names a rival as often.
    """
    found = [(name, where) for name in names if (where := _written(brief.text, name))]
    if len(found) != 1:
        return brief
    name, (start, end) = found[0]
    if not (_is_piece(brief.brand, name) if brief.brand else _LED.search(brief.text[:start])):
        return brief
    evidence = Evidence(path="brand", quote=brief.text[start:end], start=start, end=end)
    others = tuple(fact for fact in brief.evidence if fact.path != "brand")
    questions = tuple(q for q in brief.questions if q.about != "brand")
    return brief.model_copy(
        update={"brand": name, "evidence": (*others, evidence), "questions": questions}
    )


def _written(text: str, name: str) -> tuple[int, int] | None:
    """Return where a name of several words or with a capital stands by itself."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    if match is None or LEFT_OUT.search(text[: match.start()]):
        return None
    return match.span() if any(letter.isupper() for letter in name) else None


def _is_piece(said: str, name: str) -> bool:
    return set(said.casefold().split()) <= set(name.casefold().split())
