"""What a good producer asks: at most five, the most pressing first, never what the text says."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.domain.brief import Brief, Flag, OpenQuestion
from toile.domain.values import Value

MOST_QUESTIONS = 5


class Asked(Value):
    """One question of the data file; ``when`` names the fact that a brief leaves open."""

    about: str
    ask: str
    when: str = ""
    options: tuple[str, ...] = ()


def open_questions(brief: Brief) -> tuple[OpenQuestion, ...]:
    """Return the questions that a brief leaves open, flags first, one about each thing."""
    asked: dict[str, OpenQuestion] = {}
    for question in (*_from_flags(brief), *_missing(brief)):
        asked.setdefault(question.about, question)
    return tuple(asked.values())[:MOST_QUESTIONS]


@cache
def _data() -> Mapping[str, Any]:
    path = files("toile") / "data" / "language" / "questions.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    flags = {code: Asked.model_validate(row) for code, row in data["flags"].items()}
    return {"flags": flags, "open": [Asked.model_validate(row) for row in data["open"]]}


def _from_flags(brief: Brief) -> Iterator[OpenQuestion]:
    known: Mapping[str, Asked] = _data()["flags"]
    for flag in brief.flags:
        own = known.get(flag.code)
        if flag.action == "ask":
            about = own.about if own else _about(brief, flag)
            yield OpenQuestion(about=about, ask=flag.why, options=_either(flag.why))
        elif own:
            yield OpenQuestion(about=own.about, ask=own.ask)


def _about(brief: Brief, flag: Flag) -> str:
    """Return the field whose date is in doubt, else what kind of doubt it is."""
    if "DATE" not in flag.code:
        return flag.code.lower()
    dated = (e.path for e in brief.evidence if e.path in _DATED and flag.quote in e.quote)
    return next(dated, "deadline")


_DATED = ("deadline", "window", "shoot_date")


def _either(why: str) -> tuple[str, ...]:
    """Return the ready answers of "3 April or 4 March?"."""
    return tuple(part.strip(" ?") for part in why.split(" or ")) if " or " in why else ()


def _missing(brief: Brief) -> Iterator[OpenQuestion]:
    for row in _data()["open"]:
        if _OPEN[row.when](brief):
            words = row.ask.format_map(_words(brief)) if "{" in row.ask else row.ask
            yield OpenQuestion(about=row.about, ask=words, options=row.options)


def _words(brief: Brief) -> dict[str, str]:
    condition = next(iter(brief.markets_conditional), None)
    return {
        "condition": condition.condition if condition else "",
        "channel": brief.channels[0] if brief.channels else "",
        "pieces": _pieces(brief),
    }


def _pieces(brief: Brief) -> str:
    """Return what is counted but not named: "the 5 swimsuits", "the garments of the 6 looks"."""
    for product in brief.products:
        alone = sum(p.item == product.item for p in brief.products) == 1
        if (product.count or 0) > 1 and alone and not product.colour:
            item = product.item.removeprefix(str(product.count)).strip()
            return f"the {product.count} {item}"
    if len(brief.products) == 1 and brief.products[0].item.casefold() in _general():
        return f"the {brief.products[0].item}"
    if brief.looks and len(brief.products) < brief.looks:
        return f"the garments of the {brief.looks} looks"
    return ""


def _general() -> frozenset[str]:
    """Return nouns that name a whole shop floor: bags, shoes, clothes."""
    return word_set("questions.general")


def _people(brief: Brief) -> int | None:
    return brief.talent.people if brief.talent else None


def _counted(brief: Brief) -> bool:
    return any(d.count for d in brief.deliverables)


def _aspects(brief: Brief) -> bool:
    return any(d.aspect for d in brief.deliverables)


def _stills(brief: Brief) -> int:
    return sum(d.count or 0 for d in brief.deliverables)


def _no_currency(brief: Brief) -> bool:
    return brief.budget is not None and not brief.budget.currency


def _no_window(brief: Brief) -> bool:
    return brief.window is None or (brief.window.start is None and brief.window.end is None)


def _no_looks(brief: Brief) -> bool:
    return not brief.looks and len(brief.products) > 1 and bool(_people(brief))


def _no_hair(brief: Brief) -> bool:
    return not brief.hmu and bool(_people(brief))


_OPEN: Mapping[str, Callable[[Brief], bool]] = {
    "brand": lambda b: not b.brand,
    "products": lambda b: not b.products and not b.looks,
    "counts": lambda b: not _counted(b) and not b.looks,
    "currency": _no_currency,
    "markets": lambda b: not b.markets and not b.markets_conditional,
    "conditional": lambda b: bool(b.markets_conditional),
    "window": _no_window,
    "end": lambda b: bool(b.window and b.window.start and not b.window.end),
    "channels": lambda b: not b.channels,
    "pieces": lambda b: bool(_pieces(b)),
    "deadline": lambda b: b.deadline is None,
    "budget": lambda b: b.budget is None,
    "aspect": lambda b: _counted(b) and not _aspects(b),
    "split": lambda b: any(d.count_max for d in b.deliverables),
    "talent": lambda b: b.talent is None,
    "people": lambda b: b.talent is not None and _people(b) is None,
    "further": lambda b: len(b.channels) == 1,
    "looks": _no_looks,
    "location": lambda b: not b.location,
    "colours": lambda b: bool(b.products) and not any(p.colour for p in b.products),
    "hmu": _no_hair,
    "light": lambda b: not b.lighting,
    "files": lambda b: _people(b) == 0 and _stills(b) > 0,
}
