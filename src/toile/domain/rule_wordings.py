"""Finds checkable rules in sentences of six languages, by wordings that are data.

Belongs here: how a wording becomes a rule with its number or its things. Does not: the wordings,
most of English and the book as a whole (``rule_reading``), checks (``rules``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toile.domain.glossary import Glossary
from toile.domain.guidelines import Citation, Level, Rule, RuleKind

_LONGEST_THING = 4
_AGES = range(16, 71)
# What is retouched where a book names only the reason.
_SKIN = "skin"


@dataclass(frozen=True)
class Wording:
    """How one language says limits and prohibitions."""

    numbers: tuple[re.Pattern[str], ...]
    limits: tuple[tuple[RuleKind, re.Pattern[str]], ...]
    never: tuple[re.Pattern[str], ...]
    only: tuple[re.Pattern[str], ...]
    head: re.Pattern[str]
    retouch: re.Pattern[str]
    should: re.Pattern[str]
    joins: re.Pattern[str]
    but: re.Pattern[str]
    article: re.Pattern[str]
    clause: re.Pattern[str]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "Wording":
        """Read one language of the data file, whose head says what each part is."""
        number = r"(?:\d+|" + "|".join(given["numbers"]) + ")"

        def pattern(text: str) -> re.Pattern[str]:
            return re.compile(text.replace("{n}", number), re.I)

        return cls(
            tuple(pattern(word) for word in given["numbers"]),
            tuple(
                (RuleKind(kind), pattern(text))
                for kind, texts in given["limits"].items()
                for text in texts
            ),
            tuple(pattern(text) for text in given["never"]),
            tuple(pattern(text) for text in given.get("only", ())),
            *(
                pattern(given[part])
                for part in (
                    "head", "retouch", "should", "joins", "except", "article", "clause",
                )
            ),
        )  # fmt: skip

    def number(self, text: str) -> float:
        """Return the number that digits or a word stand for."""
        for value, word in enumerate(self.numbers):
            if word.fullmatch(text):
                return float(value)
        return float(text.replace(",", "."))


@dataclass(frozen=True)
class RuleWordings:
    """Reads the rules of a sentence by the wordings of its language; things become English."""

    wordings: Mapping[str, Wording]
    glossary: Glossary

    @classmethod
    def of(cls, given: Mapping[str, Any], glossary: Glossary) -> "RuleWordings":
        """Read the data file."""
        return cls({name: Wording.of(one) for name, one in given.items()}, glossary)

    def read(self, sentence: str, citation: Citation, language: str) -> tuple[Rule, ...]:
        """Return the rules of one sentence; none in a language without wordings."""
        wording = self.wordings.get(language)
        if wording is None:
            return ()
        limits = tuple(_limits(sentence, citation, wording))
        only = limits or tuple(self._only(sentence, citation, wording, language))
        return only or tuple(self._forbidden(sentence, citation, wording, language))

    def limits(self, sentence: str, citation: Citation, language: str) -> tuple[Rule, ...]:
        """Return the rules of one sentence that have a number."""
        wording = self.wordings.get(language)
        return tuple(_limits(sentence, citation, wording)) if wording else ()

    def exceptions(self, language: str) -> re.Pattern[str]:
        """Return what leads to the exceptions of a rule: "except", "other than"."""
        return self.wordings[language].but

    def _only(
        self, sentence: str, citation: Citation, wording: Wording, language: str
    ) -> Iterator[Rule]:
        """Yield the rule that retouches for one reason and for no other."""
        plain = sentence.strip().rstrip(".;!")
        found = next((one for one in (way.search(plain) for way in wording.only) if one), None)
        if found is None:
            return
        yield Rule(
            id="",
            kind=RuleKind.RETOUCH,
            level=_level(sentence, wording),
            citation=citation,
            words=(found.groupdict().get("thing") or _SKIN,),
            unless=tuple(self._things(found["but"], wording, language)),
        )

    def _forbidden(
        self, sentence: str, citation: Citation, wording: Wording, language: str
    ) -> Iterator[Rule]:
        plain = sentence.strip().rstrip(".;!")
        found = next((one for one in (way.search(plain) for way in wording.never) if one), None)
        listed = found[1] if found else ""
        under = wording.head.search(" ".join(citation.headings[-1:]))
        if not listed and under and len(plain.split()) <= 14:
            listed = plain
        body, *exceptions = wording.but.split(listed, maxsplit=1)
        if wording.clause.search(body):
            return
        retouch = wording.retouch.search(f"{' '.join(citation.headings)} {plain}")
        if words := tuple(self._things(body, wording, language)):
            yield Rule(
                id="",
                kind=RuleKind.RETOUCH if retouch else RuleKind.FORBIDDEN,
                level=_level(sentence, wording),
                citation=citation,
                words=words,
                unless=tuple(self._things(" ".join(exceptions), wording, language)),
            )

    def _things(self, listed: str, wording: Wording, language: str) -> Iterator[str]:
        """Yield the things of a list in English: shots are written in it."""
        for thing in wording.joins.split(listed):
            bare = wording.article.sub("", thing.strip())
            if len(bare) > 2 and len(bare.split()) <= _LONGEST_THING:
                yield self.glossary.english(bare, language) or bare


def _limits(sentence: str, citation: Citation, wording: Wording) -> Iterator[Rule]:
    seen: set[RuleKind] = set()
    for kind, way in wording.limits:
        found = way.search(sentence)
        if found is None or kind in seen:
            continue
        named = {name: wording.number(text) for name, text in found.groupdict().items()}
        if kind is RuleKind.AGE and int(named["least"]) not in _AGES:
            continue
        if kind is RuleKind.LOGO_SPACE:
            named["least"] /= 100
        seen.add(kind)
        yield Rule.model_validate(
            {"id": "", "kind": kind, "level": _level(sentence, wording), "citation": citation}
            | named
        )


def _level(sentence: str, wording: Wording) -> Level:
    return "warning" if wording.should.search(sentence) else "error"
