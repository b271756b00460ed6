"""Checking a model's reading against the text: what is not in it is dropped, and asked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS
from toile.adapters.language.built_in.text.page import read_page
from toile.domain.brief import Brief, Evidence, OpenQuestion

_FREE = frozenset(("text", "language", "flags", "questions", "evidence"))
_NAMES = ("brand", "collection")
_IDEAS = ("mood", "palette", "location", "lighting", "hmu", "must_have", "must_not", "other")
_CODES = ("markets", "markets_excluded")
_LONG = 4
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
        known = name in quotes and _figures_known(value, allowed, getattr(sound, name))
        borne = _borne_out(name, value, allowed, sound) if known else None
        if borne:
            facts[name] = borne
        if borne != value:
            dropped.append(name)
    for name in dropped:
        if name not in facts and getattr(sound, name):
            facts[name] = getattr(sound, name)
    evidence = tuple(
        note
        for name, found in quotes.items()
        if name in facts
        for quote in found
        if (note := _evidence(text, allowed, name, quote))
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


def _borne_out(name: str, value: Any, allowed: str, sound: Brief) -> Any:
    """Return what of a value the words of the text carry: a name as written, a country named.

    Ideas are put into English, so only those of an English text can be held against its words.
    """
    if name in _NAMES:
        return value if _plain(value) in _plain(allowed) else None
    if name in _CODES:
        named = {*_named_countries(allowed), *sound.markets, *sound.markets_excluded}
        return tuple(code for code in value if code in named)
    if name in _IDEAS and sound.language[:1] == ("en",):
        return tuple(idea for idea in value if _spoken(idea, allowed))
    return value


def _named_countries(text: str) -> set[str]:
    """Return the codes of all countries and groups that a text names, in any language it speaks."""
    page = read_page(text, FOR_BRIEFS)
    return {code for one in countries(page, 0, len(page.tokens)) for code in one.codes}


def _spoken(idea: str, text: str) -> bool:
    """Whether a word of weight of an idea stands in the text, its ending apart."""
    words = [word for word in re.findall(r"\w+", idea.casefold()) if len(word) >= _LONG]
    plain = text.casefold()
    return any(word[: max(_LONG, len(word) - 2)] in plain for word in words) or not words


def _evidence(text: str, allowed: str, name: str, quote: str) -> Evidence | None:
    """Return the words of the text that a quote copies, whatever blanks or case it changed."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(pattern, allowed, re.IGNORECASE)
    if found is None:
        return None
    start, end = found.span()
    return Evidence(path=name, quote=text[start:end], start=start, end=end)
