"""The twins that a brief calls by name: known from the registry, not from grammar."""

import re
from collections.abc import Iterator, Sequence

from toile.domain.brief import Brief, Evidence, TwinWish
from toile.domain.twins import Twin

# "not Freya", "without Freya", "no Freya": named to be left out.
LEFT_OUT = re.compile(r"(?:\bnot|\bno|\bwithout|n't|\binstead of|\brather than)\s+$", re.IGNORECASE)


def with_named_twins(brief: Brief, twins: Sequence[Twin]) -> Brief:
    """Return the brief with the twins on file that its text names, and the words as evidence."""
    found = [(twin, where) for twin in twins for where in _wanted(brief.text, twin)]
    known = {name.casefold() for name in (brief.twins.names if brief.twins else ())}
    new = {twin.name: where for twin, where in found if not _is_known(twin, known)}
    if not found:
        return brief
    wish = brief.twins or TwinWish(kind="digital")
    evidence = tuple(
        Evidence(path="twins.names", quote=brief.text[a:b], start=a, end=b) for a, b in new.values()
    )
    # A person's name is not the client's, however the sentence opens.
    mistaken = brief.brand is not None and any(
        _is_known(t, {brief.brand.casefold()}) for t, _ in found
    )
    return brief.model_copy(
        update={
            "brand": None if mistaken else brief.brand,
            "twins": wish.model_copy(update={"names": (*wish.names, *new)}),
            "evidence": (*brief.evidence, *evidence),
            "questions": tuple(q for q in brief.questions if q.about not in {"talent", "twins"}),
        }
    )


def _wanted(text: str, twin: Twin) -> Iterator[tuple[int, int]]:
    first = re.escape(twin.name.split()[0])
    pattern = rf"(?<!\w)(?:{re.escape(twin.name)}|{first})(?!\w)"
    for match in re.finditer(pattern, text):
        if not LEFT_OUT.search(text[: match.start()]):
            yield match.span()


def _is_known(twin: Twin, known: set[str]) -> bool:
    return twin.name.casefold() in known or twin.name.split()[0].casefold() in known
