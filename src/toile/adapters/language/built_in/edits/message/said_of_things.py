"""Words said of a garment: in "wide trousers", "a crisp shirt" nothing is framed or lit."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.tokens import Token

_WORN = ("g", "b", "j", "p")
_NAMED = ("g", "h", "b", "j", "p", "s", "light", "col", "angle")
_SEVERAL = 2
# "First light" is no place in the list, "low key" no key, "rouge vin" neither rouge nor wine.
_INNER = {"angle": ("rel",), "light": ("pos", "act", "p"), "col": ("c", "p", "hmu", "f")}
_VALUES = ("framing", "angle", "light", "rel", "pose", "act", "aspect", "pos")
_CHAIN = frozenset(("adj", "col", "m", "pat"))


def leave_to_things(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Take out the values that are only said of a garment next to them."""
    for place, spans in enumerate(at):
        thing = next((spans[kind] for kind in _WORN if kind in spans), None)
        if thing is None or _tells_shot(at, thing):
            continue
        for near in (*_ahead(tokens, at, place), *_behind(tokens, at, thing.end)):
            for kind in _VALUES:
                own = at[near].get(kind)
                if own is not None and own.end == near + 1:
                    del at[near][kind]
        held = thing.end + 1
        leads = held < len(at) and tokens[thing.end].form == "to"
        if leads and tokens[held].form in word_set("said_of_things.held"):
            at[held].pop("act", None)  # "A coffee to hold" keeps nothing as it is.
            at[thing.end].pop("act", None)
    _make(tokens, at)
    _in_one_name(at)


def _in_one_name(at: list[dict[str, Span]]) -> None:
    """Let the words of one thing say nothing else: no swimming in a "swimming costume"."""
    for place, spans in enumerate(at):
        thing = max(
            (spans[kind] for kind in _NAMED if kind in spans),
            key=lambda span: span.end,
            default=None,
        )
        if thing is None or thing.end - place < _SEVERAL:
            continue
        for inner in range(place, thing.end):
            for kind in _INNER.get(thing.kind, (*_VALUES, "f")):
                own = at[inner].get(kind)
                if own is not None and own.end <= thing.end and own.end - inner < thing.end - place:
                    del at[inner][kind]


def _make(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let "cuero" in "chaqueta de cuero" say what it is made of, and no colour."""
    for place, spans in enumerate(at):
        made = place and tokens[place - 1].form in word_set("message.made_of")
        if made and "m" in spans and "col" in spans:
            del spans["col"]


def _tells_shot(at: list[dict[str, Span]], thing: Span) -> bool:
    """Whether "the wide trousers shot", "the tight shoe detail" is a picture."""
    return thing.end < len(at) and bool(at[thing.end].keys() & {"noun", "framing", "f"})


def _ahead(tokens: tuple[Token, ...], at: list[dict[str, Span]], start: int) -> list[int]:
    """Return where words of cut and look stand in front of a thing, colours between or not."""
    found, place = [], start - 1
    while place >= 0 and _is_said(tokens, at, place):
        found += [place] * (tokens[place].form in word_set("said_of_things.ahead"))
        place -= 1
    return found


def _behind(tokens: tuple[Token, ...], at: list[dict[str, Span]], end: int) -> list[int]:
    """Return where they stand behind it: "un pantalon large", "una gonna lunga"."""
    found, place = [], end
    while place < len(tokens) and _is_said(tokens, at, place, behind=True):
        found += [place] * (tokens[place].form in word_set("said_of_things.behind"))
        place += 1
    return found


def _is_said(
    tokens: tuple[Token, ...], at: list[dict[str, Span]], place: int, *, behind: bool = False
) -> bool:
    words = word_set("said_of_things.behind" if behind else "said_of_things.ahead")
    return tokens[place].form in words or bool(at[place].keys() & _CHAIN)
