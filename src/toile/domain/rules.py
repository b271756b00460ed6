"""The book's checkable rules on a shot list, each finding with its citation and a fix.

Belongs here: the checks. Does not: finding rules in a book (``rule_reading``), drafts
(``draft_rules``).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toile.domain.field_commands import RemoveItems
from toile.domain.glossary import Glossary
from toile.domain.guidelines import Rule, RuleKind, RuleReport
from toile.domain.lookalikes import Lookalikes
from toile.domain.ranking import Sought
from toile.domain.rule_reports import Breach, report_of, setting
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.domain.words import terms

_CLOSE_UPS = frozenset({"close-up", "extreme close-up"})
_LISTS = ("props", "garments")
_PARTS = {
    **{
        name: name
        for name in (*_LISTS, "set", "light", "grade", "pose", "movement", "expression", "hair")
    },
    "make_up": "make-up",
    "notes": "notes",
}
_NEGATED = re.compile(r"\b(?:no|not|never|without)\s+(?:\w+[ -]?){1,2}", re.I)
_ACTS = frozenset(
    terms(
        "slim slimmer slimmed thinner smooth smoothing whiten whitening lighten darken remove "
        "erase reshape lengthen lift retouch hide conceal cover airbrush polish"
    )
)


@dataclass(frozen=True)
class Known:
    """What the checks know beside the shots: the trade's words, ages, and what only looks alike."""

    glossary: Glossary
    ages: Mapping[str, int | None] = field(default_factory=dict)
    lookalikes: Lookalikes = field(default_factory=Lookalikes)


# ``None`` is "this rule has nothing to say about this shot".
_Check = Callable[[Rule, Shot, Known], "Breach | bool | None"]


def check_shots(shots: Sequence[Shot], rules: Sequence[Rule], known: Known) -> RuleReport:
    """Test every rule that can be tested on a shot list; count one test a rule."""
    return report_of((rule, tuple(_results(rule, shots, known))) for rule in rules)


def check_shot(
    shot: Shot, among: Sequence[Shot], rules: Sequence[Rule], known: Known
) -> RuleReport:
    """Test every rule that has something to say about one shot of a list."""
    return report_of((rule, _on_one(rule, shot, among, known)) for rule in rules)


def ages_of(twins: Sequence[Twin]) -> dict[str, int | None]:
    """Return each twin's age that counts, the lower of looks and last capture, by every name."""
    ages: dict[str, int | None] = {}
    for twin in twins:
        for name in (twin.id, twin.name, twin.name.split()[0]):
            ages[name] = _age_of(twin)
    return ages


def _age_of(twin: Twin) -> int | None:
    born, days = twin.birth_date, [session.day for session in twin.captures]
    if born is None or not days:
        return None
    day = max(days)
    lived = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return min(lived, twin.apparent_age)


def _results(rule: Rule, shots: Sequence[Shot], known: Known) -> Iterator["Breach | bool"]:
    if rule.kind is RuleKind.CLOSE_UPS:
        yield from _close_ups(rule, shots)
        return
    check = _CHECKS.get(rule.kind)
    for shot in shots if check else ():
        result = check(rule, shot, known) if check else None
        if isinstance(result, Breach):
            yield replace(result, say=f"Shot {shot.no}: {result.say}", shot=shot.id)
        elif result is not None:
            yield result


def _on_one(
    rule: Rule, shot: Shot, among: Sequence[Shot], known: Known
) -> "tuple[Breach | bool, ...]":
    if rule.kind is not RuleKind.CLOSE_UPS:
        return tuple(_results(rule, [shot], known))
    if shot.framing not in _CLOSE_UPS:
        return ()
    found = (one for one in _close_ups(rule, among) if isinstance(one, Breach))
    return tuple(one for one in found if one.shot == shot.id) or (True,)


def _age(rule: Rule, shot: Shot, known: Known) -> "Breach | bool | None":
    ages = {name: known.ages[name] for name in shot.talent if name in known.ages}
    least = rule.least or 0
    for name, age in ages.items():
        if age is None:
            return Breach(f"the age of {name} is not on file.", f"Record the age of {name}.")
        if age < least:
            return Breach(
                f"{name} is {age}; the book asks for {least:g} or older.",
                f"Cast somebody of {least:g} or older in shot {shot.no}.",
            )
    return True if ages else None


def _people(rule: Rule, shot: Shot, _known: Known) -> "Breach | bool | None":
    return _at_most(rule, shot, len(shot.talent), "people", "Keep {most} of the people")


def _props(rule: Rule, shot: Shot, _known: Known) -> "Breach | bool | None":
    return _at_most(rule, shot, len(shot.props), "props", "Keep {most} of the props")


def _garments(rule: Rule, shot: Shot, _known: Known) -> "Breach | bool | None":
    return _at_most(rule, shot, len(shot.garments), "pieces", "Keep {most} of the garments")


def _at_most(rule: Rule, shot: Shot, count: int, noun: str, fix: str) -> "Breach | bool | None":
    most = rule.most or 0
    if not count:
        return None
    if count <= most:
        return True
    keep = fix.format(most=f"{most:g}")
    return Breach(f"{count} {noun}; the book allows {most:g}.", f"{keep} of shot {shot.no}.")


def _close_ups(rule: Rule, shots: Sequence[Shot]) -> Iterator["Breach | bool"]:
    looks: dict[str, list[Shot]] = {}
    for shot in shots:
        if shot.framing in _CLOSE_UPS:
            looks.setdefault(shot.look or ", ".join(shot.garments), []).append(shot)
    for close in looks.values():
        for shot in close[int(rule.most or 1) :]:
            say = f"Shot {shot.no}: one more close-up of the same look than the book allows."
            edit = setting(shot, "framing", "medium")
            yield Breach(say, f"Make shot {shot.no} a medium shot.", shot.id, edit)
    if looks and all(len(close) <= (rule.most or 1) for close in looks.values()):
        yield True


def _ratio(rule: Rule, shot: Shot, known: Known) -> "Breach | bool | None":
    if shot.channel is None or shot.aspect is None:
        return None
    if not _same_channel(rule.channel, shot.channel, known.glossary):
        return None
    if shot.aspect == rule.ratio:
        return True
    return Breach(
        f"{shot.aspect} for {shot.channel}; the book asks for {rule.ratio}.",
        f"Set the ratio of shot {shot.no} to {rule.ratio}.",
        edits=setting(shot, "aspect", rule.ratio),
    )


def _same_channel(book: str, shot: str, glossary: Glossary) -> bool:
    """Say whether two names mean one channel; "Instagram story" is no feed."""
    book_stems, shot_stems = frozenset(terms(book)), frozenset(terms(shot))
    if book_stems <= shot_stems or shot_stems <= book_stems:
        return bool(book_stems and shot_stems)
    ideas = [{one.own for one in glossary.sought(name) if one.kin} for name in (book, shot)]
    if book_stems & shot_stems and len(ideas[0] ^ ideas[1]) <= 1:
        return True
    kin = [one for one in glossary.sought(shot) if one.kin and not one.generic]
    return bool(kin) and all(one.held_by(book_stems) for one in kin)


def _lens(rule: Rule, shot: Shot, _known: Known) -> "Breach | bool | None":
    length = re.match(r"(\d+) ?mm", shot.lens or "")
    if length is None or not shot.talent or "macro" in (shot.lens or ""):
        return None
    mm, least, most = float(length[1]), rule.least, rule.most
    if (least is None or mm >= least) and (most is None or mm <= most):
        return True
    near = least if least is not None and mm < least else most
    spread = f"{least:g} to {most:g} mm" if least and most else f"{near:g} mm at the widest"
    return Breach(
        f"{mm:g} mm; the book asks for {spread}.",
        f"Use a {near:g}mm lens in shot {shot.no}.",
        edits=setting(shot, "lens", f"{near:g}mm"),
    )


def _seconds(rule: Rule, shot: Shot, _known: Known) -> "Breach | bool | None":
    if shot.kind != "video" or shot.seconds is None:
        return None
    least, most = rule.least or 0, rule.most or float("inf")
    if least <= shot.seconds <= most:
        return True
    near = least if shot.seconds < least else most
    end = "most" if rule.most else "least"
    both = rule.least and rule.most
    spread = f"{least:g} to {most:g}" if both else f"{near:g} at the {end}"
    return Breach(
        f"{shot.seconds} seconds; the book asks for {spread}.",
        f"Make shot {shot.no} {near:g} seconds long.",
        edits=setting(shot, "seconds", int(near)),
    )


def _forbidden(rule: Rule, shot: Shot, known: Known) -> "Breach | bool | None":
    for field_, text, stems in _texts(shot, known):
        if any(stems >= frozenset(terms(word)) for word in rule.unless):
            continue
        for word in rule.words:
            if _means(word, stems, known.glossary):
                return _forbidden_thing(shot, field_, text, word)
    return True


def _forbidden_thing(shot: Shot, field_: str, text: str, word: str) -> Breach:
    say = f"“{text}” in the {_PARTS[field_]}: the book forbids {word}."
    if field_ not in _LISTS:
        return Breach(say, f"Choose other words for the {_PARTS[field_]} of shot {shot.no}.")
    edit = RemoveItems(shots=(shot.id,), field=field_, items=(text,))
    return Breach(say, f"Take {text} out of shot {shot.no}.", edits=(edit,))


def _means(word: str, stems: frozenset[str], glossary: Glossary) -> bool:
    """Say whether a text names the thing, or a kind of it: a dog is an animal."""
    wanted = frozenset(terms(word))
    if not wanted or wanted <= stems:
        return bool(wanted)
    things = [one for one in glossary.sought(word) if not one.generic]
    whole = len(things) == 1 and frozenset(things[0].own) == wanted
    return whole and (things[0].names(stems) or glossary.is_kind(stems, wanted))


def _texts(shot: Shot, known: Known) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield each free part of a shot with its stems; "no sunglasses" and a camel coat name none."""
    for field_, part in _PARTS.items():
        held = getattr(shot, field_)
        for text in held if field_ in _LISTS else (held,):
            meant = _NEGATED.sub("", known.lookalikes.without(f"the {part}", text or ""))
            if named := frozenset(terms(meant)):
                yield field_, text or "", named


def _retouch(rule: Rule, shot: Shot, known: Known) -> "Breach | bool | None":
    text = " ".join(one or "" for one in (shot.notes, shot.make_up, shot.hair))
    stems = frozenset(terms(text))
    if not stems & _ACTS:
        return None
    if any(stems.issuperset(terms(reason)[-1:]) for reason in rule.unless):
        return True
    for word in rule.words:
        if any(one.held_by(stems) for one in known.glossary.sought(word) if _is_touched(one)):
            return Breach(
                f"“{text.strip()}”: the book keeps the person as they are.",
                f"Take that retouching out of shot {shot.no}.",
            )
    return True


def _is_touched(one: Sought) -> bool:
    """Say whether a word names a thing: to smooth is done to a coat, too."""
    return not one.generic and not _ACTS.issuperset(one.own)


_CHECKS: dict[RuleKind, _Check] = {
    RuleKind.AGE: _age,
    RuleKind.PEOPLE: _people,
    RuleKind.PROPS: _props,
    RuleKind.GARMENTS: _garments,
    RuleKind.RATIO: _ratio,
    RuleKind.LENS: _lens,
    RuleKind.SECONDS: _seconds,
    RuleKind.FORBIDDEN: _forbidden,
    RuleKind.RETOUCH: _retouch,
}
