"""Words inside a longer phrase: "blue" in "blue hour" is no colour, "out" in "out of the sun" no
verb.
"""

from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.tokens import Token

_WHOLE = ("light", "framing", "angle", "priority")


def read_as_wholes(at: list[dict[str, Span]], names: set[int]) -> None:
    """Take out the colours and verbs that lie inside a longer word of light, camera or rank.

    At ``names`` stand people of the board: Alba is somebody, and no dawn.
    """
    for place, spans in enumerate(at):
        if place in names:
            spans.pop("light", None)
        for whole in (spans[kind] for kind in _WHOLE if kind in spans):
            for inner in range(place, whole.end):
                _drop(at[inner], whole)
        for thing in (spans[kind] for kind in ("g", "j", "h", "b", "p") if kind in spans):
            _take_into(at, place, thing)
        rest = spans.get("ref")
        if rest and rest.name == "all" and "g" in spans:
            del spans["g"]  # "Överallt" is everywhere, and no overall.
        for inner in range(place + 1, rest.end if rest and rest.name == "rest" else 0):
            at[inner].pop("act", None)  # "Le reste" are the other shots, and nothing that stays.
        _say_merely(at, spans.get("merely"))
        _let_go(at, place)
        step = spans.get("rel")
        if step is not None and "act" in spans and _is_only_step(spans["act"], step):
            del spans["act"]


def _say_merely(at: list[dict[str, Span]], phrase: Span | None) -> None:
    """Let "no hat at all" speak of no other shots, and "motion blur" of no film."""
    for inner in range(phrase.start, phrase.end) if phrase else ():
        for kind in ("ref", "kind"):
            at[inner].pop(kind, None)


def _take_into(at: list[dict[str, Span]], place: int, thing: Span) -> None:
    """Take out what lies inside a thing: a "pocket square" is not square, "gafas de sol" no sun."""
    act = at[place].get("act")
    if act and act.name == "swap" and act.end < thing.end:
        del at[place]["act"]  # "Flip-flops" flip nothing.
    for inner in range(place, thing.end if thing.end > place + 1 else place):
        at[inner].pop("aspect", None)
        if inner > place:
            at[inner].pop("light", None)


def _let_go(at: list[dict[str, Span]], place: int) -> None:
    """Read "passe en premier" as a move to the first place, though "passe en" makes so."""
    act = at[place].get("act")
    if act is None or act.name != "set" or act.end != place + 2:
        return
    seat = at[place + 1].get("pos")
    if seat is not None and seat.end > act.end:
        at[place]["act"] = Span(place, place + 1, "act", "move")


def _drop(spans: dict[str, Span], whole: Span) -> None:
    # "At the end of the day" is a light; "from the very top down to the end" is a place, too.
    for kind in ("act", "col", "pos") if whole.kind == "light" else ("act", "col"):
        span = spans.get(kind)
        if span and span.end <= whole.end and span.end - span.start < whole.end - whole.start:
            del spans[kind]


def _is_only_step(act: Span, step: Span) -> bool:
    """Whether "step back on 2" is wider and undoes nothing; "pull out on 2" takes nothing out."""
    return act.name in ("undo", "redo", "restore", "delete") and act.end < step.end


def end_in_close(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let "last two close" ask for a close-up: the word ends what was said of some shots."""
    for place in range(1, len(tokens)):
        ends = place + 1 == len(tokens) or tokens[place + 1].text in ",.;!?"
        before = at[place - 1].keys() & {"n", "noun", "kind"} or tokens[place - 1].text.isdecimal()
        if tokens[place].form == "close" and ends and before:
            at[place] = {"framing": Span(place, place + 1, "framing", "close-up")}
