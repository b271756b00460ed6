"""Checking a model's reading against the text: what is not in it is dropped, and asked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from toile.domain.brief import Brief, Evidence, OpenQuestion

_FREE = frozenset(("text", "language", "flags", "questions", "evidence"))
_NUMBERS = re.compile(r"\d+")


def grounded(reading: Brief, text: str, sound: Brief, forbidden: Iterable[str]) -> Brief:
    """Return a model's reading with only what the text bears out.

    A field needs a quote that stands in the text outside ``forbidden`` stretches (orders hidden in
    pasted material), and figures that the text or the built-in reading ``sound`` knows. What falls
    away is taken from ``sound``, or asked.
    """
    allowed = _without(text, forbidden)
    quotes = _quotes(reading, allowed)
    facts: dict[str, Any] = {}
    dropped: list[str] = []
    for name in Brief.model_fields:
        value = getattr(reading, name)
        if name in _FREE or not value:
            continue
        if name in quotes and _figures_known(value, allowed, getattr(sound, name)):
            facts[name] = value
        else:
            dropped.append(name)
    for name in dropped:
        if getattr(sound, name):
            facts[name] = getattr(sound, name)
    evidence = tuple(
        _evidence(text, name, quote)
        for name, found in quotes.items()
        if name in facts
        for quote in found
    )
    kept = sound.model_copy(update={**_emptied(), **facts, "evidence": evidence or sound.evidence})
    asked = [
        OpenQuestion(about=n, ask=f"Did you say anything about the {n.replace('_', ' ')}?")
        for n in dropped
        if n not in facts
    ]
    return kept.model_copy(update={"questions": _questions(sound, facts, asked)})


def _emptied() -> dict[str, Any]:
    return {
        name: field.get_default() for name, field in Brief.model_fields.items() if name not in _FREE
    }


def _questions(
    sound: Brief, facts: Mapping[str, Any], asked: list[OpenQuestion]
) -> tuple[OpenQuestion, ...]:
    own = [q for q in sound.questions if q.about.split(".")[0] not in facts]
    return tuple([*own[:3], *asked, *own[3:]][:5])


def _without(text: str, forbidden: Iterable[str]) -> str:
    for stretch in forbidden:
        if stretch:
            text = text.replace(stretch, " " * len(stretch))
    return text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _quotes(reading: Brief, allowed: str) -> dict[str, list[str]]:
    haystack = _plain(allowed)
    found: dict[str, list[str]] = {}
    for one in reading.evidence:
        quote = _plain(one.quote)
        if len(quote) > 1 and quote in haystack:
            found.setdefault(one.path.split(".")[0].split("[")[0], []).append(one.quote)
    return found


def _figures_known(value: Any, allowed: str, sound: Any) -> bool:
    """Whether every figure of a value stands in the text, or the built-in reading has the value
    too.
    """
    if value == sound:
        return True
    figures = {n.lstrip("0") for n in _NUMBERS.findall(_dumped(value))}
    known = {
        n.lstrip("0") for n in _NUMBERS.findall(re.sub(r"(?<=\d)[.,' ](?=\d{3})", "", allowed))
    }
    known |= {n.lstrip("0") for n in _NUMBERS.findall(_dumped(sound))} | {""}
    return figures <= known


def _dumped(value: Any) -> str:
    if hasattr(value, "model_dump_json"):
        return str(value.model_dump_json(exclude_none=True))
    if isinstance(value, tuple):
        return " ".join(_dumped(one) for one in value)
    return str(value)


def _evidence(text: str, name: str, quote: str) -> Evidence:
    start = max(0, text.casefold().find(quote.casefold()))
    return Evidence(path=name, quote=quote, start=start, end=start + len(quote))
