"""Steps that a thing takes and not the picture: "a lighter dress", "robe plus claire"."""

from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j")


def set_steps_of_things_aside(page: Page) -> None:
    """Take away the step of a picture where the thing it is said of stands right beside it."""
    worn = page.spans(0, len(page.tokens), *_THINGS)
    romance = page.languages[0] in ("fr", "it", "es")
    starts = {span.start for span in worn}
    ends = {span.end for span in worn} if romance else set()
    for place in range(len(page.tokens)):
        step = page.span_at(place, "rel")
        if step is not None and (step.end in starts or place in ends):
            del page.at[place]["rel"]
