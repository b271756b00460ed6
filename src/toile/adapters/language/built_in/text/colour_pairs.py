"""Two colour words side by side are one colour: "tomato red", "bleu nuit", "blue striped"."""

from toile.adapters.language.built_in.text.lexicon import Span, read_table, word_set
from toile.adapters.language.built_in.text.tokens import Token, fold

_HUES = frozenset(
    "black white grey red blue green yellow orange pink purple brown beige gold".split()
)
_PATTERNS = frozenset(("striped", "checked", "polka dots", "floral", "print", "leopard"))
_JOINING = frozenset((" ", "-"))
_BEFORE, _BEHIND = (
    {
        fold(word): row[1]
        for row in read_table("shades")
        if row[0] == side
        for word in row[2].split(",")
    }
    for side in ("before", "behind")
)


def join_colours(text: str, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let a shade and its hue, or a colour and its pattern, be one span, named in English."""
    _shade(text, tokens, at)
    for place in range(len(tokens)):
        first = at[place].get("col")
        second = at[first.end].get("col") if first and first.end < len(tokens) else None
        if first is None or second is None:
            continue
        if text[tokens[first.end - 1].end : tokens[second.start].start] not in _JOINING:
            continue
        name = _name(first.name, second.name)
        if name:
            at[place]["col"] = Span(place, second.end, "col", name)


def _name(first: str, second: str) -> str | None:
    if first in _PATTERNS and second not in _PATTERNS:
        return f"{second} {first}"
    if second in _HUES or second in _PATTERNS:
        return f"{first} {second}"
    return f"{second} {first}" if first in _HUES else None


def _shade(text: str, tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let "pale", "bright", "clair" and the like be part of the colour beside them."""
    for place in range(len(tokens) - 1):
        shade = _BEFORE.get(tokens[place].form)
        colour = at[place + 1].get("col")
        light = at[place + 1].get("light")
        lit = light is not None and colour is not None and light.end > colour.end
        if shade is None or colour is None or lit or at[place].get("col"):
            continue
        if text[tokens[place].end : tokens[place + 1].start] in _JOINING:
            at[place]["col"] = Span(place, colour.end, "col", f"{shade} {colour.name}")
    for place in range(1, len(tokens)):
        shade = _BEHIND.get(tokens[place].form)
        ends = (s for p in range(max(0, place - 3), place) if (s := at[p].get("col")))
        before = next((s for s in ends if s.end == place), None)
        if shade and before:
            at[before.start]["col"] = Span(before.start, place + 1, "col", f"{shade} {before.name}")


def natural_colours(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let "natural" be a colour beside others: "moss, clay and natural", "coloris naturel"."""
    for place, token in enumerate(tokens):
        if token.form not in word_set("colours.natural") or "col" in at[place]:
            continue
        joined = [p for p in (place - 1, place + 1) if 0 <= p < len(tokens)]
        joined = [p for p in joined if tokens[p].form in word_set("colours.joined")]
        near = {place - 2 if p < place else place + 2 for p in joined}
        beside = any(0 <= p < len(at) and "col" in at[p] for p in near)
        if beside or tokens[place - 1].form in word_set("colours.cues"):
            at[place]["col"] = Span(place, place + 1, "col", "natural")
            at[place].pop("mood", None)


def free_surfaces(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take the colour from what something lies on: "sur pierre claire", "auf hellem Stein"."""
    for place in range(1, len(tokens)):
        colour = at[place].get("col")
        lead = {tokens[place - 1].form}
        if not {"col", "g", "b", "h", "j"} & at[place - 1].keys():
            lead.add(tokens[place - 2].form)
        if colour is None or not lead & word_set("surfaces.on"):
            continue
        if any("s" in at[here] for here in range(place, colour.end)):
            for here in range(place, colour.end):
                at[here].pop("col", None)
    for known in list(at):
        wall = known.get("s")
        if wall and wall.end - wall.start > _JOINED:
            at[wall.end - 1].pop("col", None)  # "parete di mattoni" is no brick red.


_JOINED = 2
