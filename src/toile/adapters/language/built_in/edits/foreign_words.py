"""What a message holds that is nobody's order here: pages, quotes, orders to the studio."""

from toile.adapters.language.built_in.edits import board_talk
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.questions import has_orders
from toile.adapters.language.built_in.flags.orders import injections
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag


def take_out_orders(page: Page, out: Outcome) -> None:
    """Mask pasted text that gives orders to the studio, and tell of it."""
    board_talk.mask_pasted(page)
    hearing.part_quotes(page)
    for segment in injections(page):
        page.masked.add(segment.start)
    called = hearing.addressed_to_a_machine(page)
    if called:
        hearing.without(page, *called)
    if page.masked or called:
        out.flags.append(
            Flag(
                code="PROMPT_INJECTION",
                action="ignore_and_tell",
                why="Pasted text gives orders to the studio. Nothing of it was followed.",
            )
        )


def set_aside(page: Page, out: Outcome) -> None:
    """Set pasted pages and other people's words aside, unless the message agrees with them."""
    if hearing.set_pasted_aside(page):
        out.kept.append("What you pasted is read as information; nothing of it was done.")
    spoken = [(a, b) for a, b in hearing.quotes(page) if _is_live(page, a, b)]
    stance = hearing.stance(page, spoken) if spoken else "yes"
    if stance == "yes":
        return
    quoted = page.words(*spoken[0]).strip(_QUOTES) if spoken else ""
    for start, end in spoken:
        hearing.without(page, start, end)
    if stance == "no" or any(s.end - s.start > 4 and has_orders(page, s) for s in page.live()):
        out.kept.append("What somebody said is no order; nothing of it was done.")
        return
    out.asks.append(f"Shall I do what is quoted: “{quoted}”?")


_QUOTES = " \"'“”„«»‘’"


def _is_live(page: Page, start: int, end: int) -> bool:
    """Whether some of what is quoted gives no orders to the studio itself."""
    return any(
        any(page.tokens[p].is_word for p in range(max(start, s.start), min(end, s.end)))
        for s in page.live()
    )
