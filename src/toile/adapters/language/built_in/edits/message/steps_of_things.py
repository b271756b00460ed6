"""Steps that a thing takes and not the picture: "a lighter dress", "robe plus claire"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j")
_LENGTHS = ("longer", "shorter")
_NEAR = 4
# "La sciarpa più da vicino" is a step of the picture, "la sciarpa più chiara" is one of the scarf.
_OF_CLOTH = frozenset(("brighter", "darker", "warmer", "cooler", "softer", "longer", "shorter"))


def set_steps_of_things_aside(page: Page) -> None:
    """Take away the step of a picture where the thing it is said of stands right beside it."""
    _let_the_sun_be(page)
    worn = page.spans(0, len(page.tokens), *_THINGS)
    romance = page.languages[0] in ("fr", "it", "es")
    starts = {span.start for span in worn}
    ends = {span.end for span in worn} if romance else set()
    for place in range(len(page.tokens)):
        step = page.span_at(place, "rel")
        if step is None:
            continue
        if page.form(step.end) in word_set("steps_of_things.light") and step.name in _LENGTHS:
            del page.at[place]["rel"]  # "Longer shadows" are of the sun, and of no lens.
        elif step.name in _OF_CLOTH and _is_of_somebody(page, step.end):
            del page.at[place]["rel"]  # "A lighter pose" lights nothing.
        elif step.end in starts or (place in ends and step.name in _OF_CLOTH):
            del page.at[place]["rel"]


def _is_of_somebody(page: Page, place: int) -> bool:
    """Whether "pose", "expression", "smile" stands at a place."""
    field = page.span_at(place, "f")
    posed = field is not None and field.name == "pose"
    return posed or page.first(place, "expr") is not None


def _let_the_sun_be(page: Page) -> None:
    """Take away a height that is the sun's and no camera's: "the sun a bit lower"."""
    suns = [p for p in range(len(page.tokens)) if page.form(p) in word_set("steps_of_things.sun")]
    for sun in suns:
        for place in range(max(0, sun - _NEAR), min(len(page.tokens), sun + _NEAR + 1)):
            step = page.span_at(place, "rel")
            if step is not None and step.name in ("lower", "higher"):
                del page.at[place]["rel"]
                page.at[sun].pop("light", None)
