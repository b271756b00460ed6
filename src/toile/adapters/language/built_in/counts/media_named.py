"""The medium that a count is of: "six square pictures", "zehn Produktbilder"."""

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at


def media_near(page: Page, place: int, segment: Segment) -> tuple[str, int] | None:
    """Return the medium named within a few words, before any bound or other count."""
    for here in range(place, min(segment.end, place + 5)):
        if here > place and page.span_at(here, "each"):
            return None
        lit = page.span_at(here, "light")
        if lit and lit.end > here + 1 and page.first(lit.end - 1, "media"):
            return None  # "one follow spot"
        span = page.first(here, "media")
        if span and page.form(here) in word_set("products.frames") and _is_eyewear(page, span):
            return None
        worn = page.first(here, "j", "g", "h", "b") if span else None
        if span and worn and worn.end > span.end:
            return None  # "Boucles d'oreilles" are no loops.
        if span and span.name == "version":
            return _medium_of(page, here, segment), span.end
        if span:
            return span.name, span.end
        name = compound(page.form(here))
        if name and page.languages[0] in GERMANIC:
            return name, here + 1
        token = page.tokens[here]
        if token.text in ",(:;" or (count_at(page, here) and here > place):
            return None
    return None


def _is_eyewear(page: Page, span: Span) -> bool:
    """Whether frames are what is sold: "Optik Halden, three frames: Nils, Vera and Otto"."""
    opened = page.form(span.end) in (":", "(")
    return opened and any(t.form in word_set("products.eyewear") for t in page.tokens)


def _medium_of(page: Page, place: int, segment: Segment) -> str:
    """Return the medium that "3 versions" are of."""
    before = page.spans(segment.start, place, "media")
    return before[-1].name if before else "still"


_TAILS = {
    "bilder": "still",
    "bild": "still",
    "fotos": "still",
    "foton": "still",
    "motive": "still",
    "aufnahmen": "still",
    "filme": "video",
    "clips": "video",
    "videos": "video",
    "filmer": "video",
    "klipp": "video",
}


def compound(form: str) -> str | None:
    """Return the medium at the tail of a compound: "Gruppenbilder", "produktbilder"."""
    return next(
        (
            kind
            for tail, kind in _TAILS.items()
            if form.endswith(tail) and len(form) > len(tail) + 2
        ),
        None,
    )
