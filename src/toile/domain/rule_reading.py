"""Finds the rules of a book that can be checked, sentence by sentence; leaves what it cannot read.

Belongs here: the grammar of limits and prohibitions. Does not: shots, drafts, vectors.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from toile.domain.guidelines import Citation, Level, Rule, RuleKind
from toile.domain.passages import sentences
from toile.domain.rule_ratios import ratios_in
from toile.domain.rule_wordings import RuleWordings

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
} | {"twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60}
_N = r"(\d+(?:[.,]\d+)?|" + "|".join(_NUMBERS) + r")"
_SHOULD = re.compile(r"\b(should|prefer|better|ideally|usually|like to)\b", re.I)
_MAY = re.compile(r"\b(may|can) be\b|\bwelcome\b|\ballowed in\b|\bpermitted\b", re.I)
_NOT = re.compile(
    r"\b(no|not|never|nobody|nothing|none|don.t|avoid|without|forbidden|prohibited|banned)\b", re.I
)
_PEOPLE = re.compile(
    r"\b(people|persons?|models?|everybody|everyone|nobody|talent|cast|faces?)\b", re.I
)
_FORBIDDING_HEAD = re.compile(
    r"not allowed|never|forbidden|prohibited|banned|do not|don.t|stays? out|\bnot our\b|avoid"
    r"|\bno[- ]go\b|off limits",
    re.I,
)
_COLOURS = re.compile(r"colou?r|palette|hue|couleur|tavolozza|paleta|farb|färg", re.I)
_GROUND = re.compile(
    r"backgrounds?|backdrops?|grounds?\b|walls?\b|seamless|fonds?\b|fondos?\b|fondi\b|sfond"
    r"|muro\b|parete|pared|hintergr|rückwand|\bwand|bakgrund|vägg",
    re.I,
)
_LIMIT = re.compile(
    r"(?:distance|difference|delta e|écart|scarto|desvia\w+|abweich\w+|avvik\w+)"
    r"[^.\d]{0,24}(\d+(?:\.\d+)?)",
    re.I,
)
_RETOUCH_HEAD = re.compile(r"retouch|post.?production|repair|skin|editing", re.I)
# "No A, no B and no C", "Never use A or B", "A and B are never used".
_LEADING = re.compile(
    r"^(?:we )?(?:no|never (?:use|show|photograph(?: in)?)|avoid|do not use|don.t use)\s+(.+)$",
    re.I,
)
_TRAILING = re.compile(
    r"^((?:\S+\s+){1,8}?)(?:is|are)\s+(?:never|not)\s+"
    r"(?:used|shown|allowed|accepted|permitted|worn|wanted)"
    # "Never used outdoors" forbids nothing indoors.
    r"(?:,? (?:at all|anywhere|by us|on set|in (?:an?|any|our|the) (?:pictures?|images?|frames?|"
    r"shots?|photographs?|campaigns?|films?)))*(?:(?:;|:|,? nor\b).*)?$",
    re.I,
)
# A list whose last thing has a verb of its own is a sentence: "no hand reaches into it".
_CLAUSE = re.compile(r"\b(reach(es)?|is|are|has|have|may|can|known|who|which|more than)\b", re.I)
# An exception by place or time: shots do not tell whether it holds.
_CONDITION = re.compile(r"^(?:in|on|at|for|when|where|if|during|under|outside)\b", re.I)
_CAPTION = re.compile(r"^(?!do not\b)(do|don.?t|fig(ure)?|table)\b[\s.:\d]", re.I)
_ACTS = re.compile(r"^nobody\s+(.+)$", re.I)


def rules_of(
    citations: Sequence[Citation], languages: Sequence[str], wordings: RuleWordings
) -> tuple[Rule, ...]:
    """Return the rules that stand in the passages given, in reading order.

    ``languages`` are those of the passages.
    """
    rules: list[Rule] = []
    for citation, language in zip(citations, languages, strict=True):
        for line in citation.quote.split("\n"):
            rules.extend(_ratios(line, citation.model_copy(update={"quote": line})))
        found = [
            rule
            for sentence in sentences(citation.quote)
            for rule in _read(sentence, citation, language, wordings)
        ]
        rules.extend(_softened(found))
    rules.extend(_palette(citations))
    return tuple(
        rule.model_copy(update={"id": f"{rule.citation.guideline}.r{no}"})
        for no, rule in enumerate(rules, start=1)
    )


def _read(
    sentence: str, citation: Citation, language: str, wordings: RuleWordings
) -> Iterator[Rule]:
    if _CAPTION.match(sentence):
        return
    cited = citation.model_copy(update={"quote": sentence})
    if language != "en":
        yield from wordings.read(sentence, cited, language)
        return
    found = [rule for reader in _READERS for rule in reader(sentence, cited)]
    found = found or list(wordings.limits(sentence, cited, language))
    found = found or list(_forbidden(sentence, cited, wordings.exceptions(language)))
    yield from found or wordings.read(sentence, cited, language)


def _softened(rules: list[Rule]) -> Iterator[Rule]:
    """Yield the rules; beside a hard limit of lenses, the usual range is a habit."""
    hard = any(rule.kind is RuleKind.LENS and rule.most is None for rule in rules)
    for rule in rules:
        habit = hard and rule.kind is RuleKind.LENS and rule.most is not None
        yield rule.model_copy(update={"level": "warning"}) if habit else rule


def _level(sentence: str) -> Level:
    if _SHOULD.search(sentence):
        return "warning"
    return "note" if _MAY.search(sentence) else "error"


def _number(text: str) -> float:
    return float(_NUMBERS.get(text.lower(), 0) or text.replace(",", "."))


def _rule(kind: RuleKind, sentence: str, citation: Citation, **facts: object) -> Rule:
    given = {"id": "", "kind": kind, "level": _level(sentence), "citation": citation}
    return Rule.model_validate(given | facts)


def _ages(sentence: str, citation: Citation) -> Iterator[Rule]:
    if not _PEOPLE.search(sentence) and "age" not in " ".join(citation.headings).lower():
        return
    for pattern in (
        r"(\d{2}) (?:years )?(?:or|and) (?:older|over|above)",
        r"(?:nobody|no one|never|not|no models?)[^.]*?(?:younger than|under) (\d{2})",
        r"(?:minimum age|at least)(?: is| of)? (\d{2})(?: years)?\b(?! ?(?:cm|mm|px|%|minutes))",
        r"\b(\d{2})\+",
    ):
        found = re.search(pattern, sentence, re.I)
        if found and 16 <= int(found[1]) <= 70:
            yield _rule(RuleKind.AGE, sentence, citation, least=float(found[1]))
            return


def _people(sentence: str, citation: Citation) -> Iterator[Rule]:
    found = re.search(
        rf"(?:more than|at most|up to|maximum of) {_N} (?:people|persons)", sentence, re.I
    )
    found = found or re.search(rf"(?:parties|groups?) of (?:up to|at most) {_N}\b", sentence, re.I)
    if found:
        yield _rule(RuleKind.PEOPLE, sentence, citation, most=_number(found[1]))


def _counts(sentence: str, citation: Citation) -> Iterator[Rule]:
    for kind, noun in (
        (RuleKind.PROPS, r"props?"),
        (RuleKind.GARMENTS, r"(?:pieces?|garments?)"),
        (RuleKind.CLOSE_UPS, r"close-ups?"),
    ):
        found = re.search(rf"(?:at most|no more than|up to|only) {_N} {noun}\b", sentence, re.I)
        found = found or re.search(rf"\b{_N} {noun}\b[^.]*\b(?:is|are) enough", sentence, re.I)
        if found:
            yield _rule(kind, sentence, citation, most=_number(found[1]))


def _ratios(line: str, citation: Citation) -> Iterator[Rule]:
    for channel, ratio in ratios_in(line):
        yield _rule(RuleKind.RATIO, line, citation, channel=channel, ratio=ratio)


def _lenses(sentence: str, citation: Citation) -> Iterator[Rule]:
    if not re.search(r"\blens|focal|wider than", sentence, re.I):
        return
    least = re.search(r"(?:nothing|not|never) wider than (\d+) ?mm", sentence, re.I)
    spread = re.search(r"(?:from|between) (\d+) (?:to|and) (\d+) ?mm", sentence, re.I)
    if least:
        yield _rule(RuleKind.LENS, sentence, citation, least=float(least[1]))
    if spread:
        yield _rule(
            RuleKind.LENS, sentence, citation, least=float(spread[1]), most=float(spread[2])
        )


def _seconds(sentence: str, citation: Citation) -> Iterator[Rule]:
    spread = re.search(rf"between {_N} and {_N} seconds", sentence, re.I)
    most = re.search(
        rf"(?:under|at most|up to|no longer than|shorter than) {_N} seconds", sentence, re.I
    )
    if spread:
        yield _rule(
            RuleKind.SECONDS, sentence, citation, least=_number(spread[1]), most=_number(spread[2])
        )
    elif most:
        yield _rule(RuleKind.SECONDS, sentence, citation, most=_number(most[1]))


def _space(sentence: str, citation: Citation) -> Iterator[Rule]:
    found = re.search(r"(?:upper|top) (\d+) ?%", sentence, re.I)
    if found and re.search(r"calm|free|clear|empty|quiet", sentence, re.I):
        share = float(found[1]) / 100
        yield _rule(RuleKind.LOGO_SPACE, sentence, citation, least=share)


def _contrasts(sentence: str, citation: Citation) -> Iterator[Rule]:
    found = re.search(r"\b(\d{1,2}(?:\.\d)?):1\b", sentence)
    if found and re.search(r"contrast", sentence, re.I):
        yield _rule(RuleKind.CONTRAST, sentence, citation, least=float(found[1]))


def _palette(citations: Sequence[Citation]) -> Iterator[Rule]:
    """Yield one rule of all colour codes under headings that speak of colours."""
    spoken = [one for one in citations if _COLOURS.search(" ".join(one.headings))]
    codes: list[str] = []
    grounds: list[str] = []
    for citation in spoken:
        for line in citation.quote.split("\n"):
            named = [] if _NOT.search(line) else re.findall(r"#[0-9A-Fa-f]{6}\b", line)
            codes.extend(named)
            grounds.extend(named if _GROUND.search(line) else ())
    limits = (_LIMIT.search(citation.quote) for citation in spoken)
    limit = next((found for found in limits if found), None)
    if len(codes) < 2:
        return
    place = next(one for one in spoken if codes[0] in one.quote)
    own = {"colours": tuple(dict.fromkeys(codes)), "grounds": tuple(dict.fromkeys(grounds))}
    rule = _rule(RuleKind.PALETTE, "", place, **own)
    most = float(limit[1]) if limit else None
    # Without a distance of its own the book leaves room for judgement.
    yield rule.model_copy(update={"most": most, "level": "error" if limit else "warning"})


def _forbidden(sentence: str, citation: Citation, exceptions: re.Pattern[str]) -> Iterator[Rule]:
    heads = " ".join(citation.headings[-1:])
    retouch = _RETOUCH_HEAD.search(" ".join(citation.headings)) is not None
    kind = RuleKind.RETOUCH if retouch else RuleKind.FORBIDDEN
    plain, *excepted = exceptions.split(sentence.strip().rstrip(".;!"), maxsplit=1)
    if any(_CONDITION.match(one) for one in excepted):
        return
    match = _LEADING.match(plain) or _TRAILING.match(plain) or _ACTS.match(plain)
    listed = match[1] if match else ""
    if match and _CLAUSE.search(listed):
        return
    if not listed and _FORBIDDING_HEAD.search(heads) and len(plain.split()) <= 14:
        listed = plain
    words = tuple(_phrases(listed))
    if words:
        unless = tuple(_phrases(" ".join(excepted)))
        rule = _rule(kind, sentence, citation, words=words, unless=unless)
        yield rule.model_copy(update={"level": "warning" if rule.level == "warning" else "error"})


def _phrases(listed: str) -> Iterator[str]:
    """Yield the things of a list: "no cars, graffiti and neon signs" holds three."""
    for phrase in re.split(r",\s*|\s+(?:and|or|nor)\s+", listed):
        clean = re.sub(
            r"^(?:and|or|no|any|a|an|the|never|anything with)\s+", "", phrase.strip(), flags=re.I
        )
        clean = re.sub(r"\s*\([^)]*\)", "", clean)
        clean = re.sub(
            r"\s+in (?:any|our) (?:pictures?|images?|frames?|shots?)$"
            r"|\s+of any kind$|^points? at .*$",
            "",
            clean,
            flags=re.I,
        )
        if len(clean) > 2 and len(clean.split()) <= 6:
            yield clean


_READERS: tuple[Callable[[str, Citation], Iterator[Rule]], ...] = (
    _ages,
    _people,
    _counts,
    _lenses,
    _seconds,
    _space,
    _contrasts,
)
