"""Markets that a message adds, takes out, exchanges or makes the only ones."""

from toile.adapters.language.built_in.countries import Country, countries
from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetBrief


def only_markets(brief: Page, talk: Page, start: int, end: int) -> list[SetBrief]:
    """Read a stretch of nothing but countries: "Germany only", "Europe except the UK"."""
    found = [c for c in countries(brief, start, end) if not c.adjective]
    if found and is_denied(talk, start, found[0].start):
        return []
    held = {p for c in found for p in range(c.start, c.end)}
    rest = {p for p in range(start, end) if p not in held and talk.tokens[p].is_word}
    small = word_set("brief_markets.small")
    turned = _turn(talk, start, end)
    told = {talk.form(p) for p in rest} - small
    if not found or told - word_set("brief_markets.turns"):
        return []
    if not told and not any(talk.form(p) in word_set("brief_markets.firm") for p in rest):
        return []
    ahead = _codes([c for c in found if turned is None or c.start < turned])
    behind = _codes([c for c in found if turned is not None and c.start > turned])
    if not ahead:
        return []
    instead = turned is not None and talk.form(turned) in word_set("brief_markets.instead")
    if instead:
        return [SetBrief(field="markets", value=behind, mode="remove"),
                SetBrief(field="markets", value=ahead, mode="add")]  # fmt: skip
    kept = tuple(code for code in ahead if code not in behind)
    given = [SetBrief(field="markets", value=kept)]
    return given + (
        [SetBrief(field="markets_excluded", value=behind, mode="add")] if behind else []
    )


def _turn(talk: Page, start: int, end: int) -> int | None:
    """Return where "instead of", "except" stands, if it does."""
    turns = word_set("brief_markets.turns")
    return next((p for p in range(start + 1, end) if talk.form(p) in turns), None)


def _codes(found: list[Country]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for country in found for code in country.codes))
