"""Why a shot is allowed or not: the decision, where it holds, the words, and the ways to a yes."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from toile.domain.casting import Role
from toile.domain.guidelines import RuleFinding, RuleReport
from toile.domain.rights import Remedy
from toile.domain.shots import Reason
from toile.domain.twins import Twin
from toile.ui import wording
from toile.ui.components.books import Opener, held, open_page, score
from toile.ui.components.layout import badge, row
from toile.ui.wording import plain
from toile.workflow.cast_shots import PanelDecision
from toile.workflow.explain import MatrixCell, Why
from toile.workflow.find_ways import EFFORT, Way
from toile.workflow.share import HeldBack

_ANSWERS = {
    "yes": ":green[:material/check: Yes]",
    "no": ":red[:material/block: No]",
    "ask": ":orange[:material/front_hand: Ask]",
    "unknown": ":gray[:material/help: Unknown]",
}
_OTHER = "other_twin"
_MOST_WAYS = 5


def decision(found: Why) -> None:
    """Draw the sentence, each person's decision, and the table of places and media."""
    if not found.casting.roles:
        st.markdown(plain(found.headline))
    for role in found.casting.roles:
        _role(role)
    if found.matrix:
        st.markdown(table(found.matrix))


def stays_in(found: HeldBack, *, may: bool) -> bool:
    """Draw why a picture that may be drawn may not leave, and what would let it.

    Returns whether the page where it waits is to be opened, for whoever ``may`` see it.
    """
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**It may be drawn, and may not leave the house yet.** {plain(found.say)}")
        for way in found.ways[:_MOST_WAYS]:
            st.markdown(f":gray[{plain(way)}]")
        st.caption("Once it is drawn it waits on the page of whoever owns the twin.")
        return may and st.button(
            "See where it waits", icon=":material/arrow_forward:", type="tertiary", key="held"
        )


def table(cells: Sequence[MatrixCell]) -> str:
    """Return places by media as a markdown table, a real table for a screen reader.

    Places with the same answers share a row.
    """
    media = list(dict.fromkeys(cell.medium for cell in cells))
    answers = {(cell.territory, cell.medium): cell.answer for cell in cells}
    rows: dict[tuple[str, ...], list[str]] = {}
    for territory in dict.fromkeys(cell.territory for cell in cells):
        key = tuple(answers.get((territory, medium), "unknown") for medium in media)
        rows.setdefault(key, []).append(territory)
    heads = " | ".join(wording.capital(wording.medium(medium)) for medium in media)
    lines = [f"| Where | {heads} |", "|:--" * (len(media) + 1) + "|"]
    for key, territories in rows.items():
        words = " | ".join(_ANSWERS[answer] for answer in key)
        lines.append(f"| **{wording.places(territories)}** | {words} |")
    return "\n".join(lines)


def remedies(found: Why) -> int | str | None:
    """Draw the ways to a yes, cheapest first.

    Returns the number of the remedy chosen, or the id of the twin to cast instead.
    """
    ways = [way for role in found.casting.refusals for way in role.decision.remedies]
    order = [n for n in range(len(ways)) if not (found.instead and ways[n].kind == _OTHER)]
    order.sort(key=lambda number: ways[number].effort)
    if not order and not found.instead:
        return None
    st.subheader("Cheapest ways to a yes", anchor=False)
    chosen: int | str | None = None
    first = True
    for number in (n for n in order[:_MOST_WAYS] if ways[n].change):
        if _way(ways[number], number, first=first):
            chosen = number
        first = False
    for twin in found.instead:
        if _instead(twin, first=first):
            chosen = str(twin.id)
        first = False
    for number in (n for n in order[:_MOST_WAYS] if not ways[n].change):
        _way(ways[number], number, first=False)
    return chosen


def reasons(refused: Sequence[PanelDecision], numbers: Mapping[str, int]) -> None:
    """Draw why shots are refused: shots of one reason in one line."""
    grouped: dict[str, list[int]] = {}
    for decided in refused:
        grouped.setdefault(decided.headline, []).append(numbers[decided.shot])
    for headline, shots in grouped.items():
        which = f"Shot{'s' if len(shots) > 1 else ''} {', '.join(map(str, sorted(shots)))}"
        st.markdown(f"**{which}.** {plain(headline)}")


def ways(found: Sequence[Way], refused: int, *, may: bool) -> str | None:
    """Draw what would open refused shots, and return the words of the way taken."""
    if not found:
        st.markdown(
            "Nothing you can change here opens them: somebody outside has to agree. Why, on each "
            "shot, says whom to ask."
        )
        return None
    st.subheader("What would open them", anchor=False)
    taken = None
    for place, way in enumerate(found[:_MOST_WAYS]):
        opened = f"Then {wording.number(len(way.opens), 'shot')} of {refused} can be drawn"
        if len(way.opens) == refused:
            opened = "Then all of them can be drawn" if refused > 1 else "Then it can be drawn"
        words = f"**{plain(way.say)}**  \n:gray[{opened}]"
        if _offered(words, f"way_{place}", "Do this", first=place == 0, may=may):
            taken = way.say
    if not may:
        st.caption("A director or a producer can do this.")
    return taken


def others() -> bool:
    """Draw the way to the casting."""
    return st.button(
        "See everybody who may be in them", icon=":material/groups:", type="tertiary", key="others"
    )


def passages(cited: Sequence[Reason], open_at: Opener) -> None:
    """Draw what the shot rests on: the passages of the book with their page, and the brief."""
    book = [reason for reason in cited if not _of_brief(reason)]
    if book:
        st.subheader("From the brand book", anchor=False)
    for reason in book:
        st.markdown(
            f"> “{plain(reason.because)}”  \n> {plain(reason.source)}. Used for: {_field(reason)}."
        )
        document, _, page = reason.source.rpartition(", p. ")
        if page.isdigit():
            open_page(document, int(page), open_at)
    if asked := [reason for reason in cited if _of_brief(reason)]:
        st.subheader("From your brief", anchor=False)
        st.markdown("  \n".join(f"{_field(one)}: {plain(one.because)}" for one in asked))


def book(found: RuleReport, open_at: Opener) -> RuleFinding | None:
    """Draw how the shot stands against the rules of the book; return what is to be mended."""
    if not found.tested:
        return None
    st.subheader("Held against the brand book", anchor=False)
    st.markdown(score(found))
    return held(found, open_at, key="why_fix")


def _of_brief(reason: Reason) -> bool:
    return reason.source.startswith("brief")


def _field(reason: Reason) -> str:
    return plain(reason.field.replace("_", " "))


def _role(role: Role) -> None:
    found = role.decision
    with row(gap="small"):
        badge(wording.STANDINGS[found.outcome])
        st.caption(f"decided {wording.day(found.decided_at)}")
    st.markdown(f"**{plain(role.name)}.** {plain(found.say)}")
    for finding in found.findings:
        if finding.say != found.say:
            st.markdown(plain(finding.say))
        if finding.quote:
            _quote(finding.quote, finding.licence, finding.clause)
    for ground in found.grounds[:3]:
        if ground.quote:
            _quote(ground.quote, ground.licence, ground.clause)
    for duty in found.duties:
        by = f" By {wording.day(duty.by)}." if duty.by else ""
        st.markdown(f":blue[:material/assignment_turned_in:] {plain(duty.say)}{by}")


def _quote(words: str, licence: str, clause: str) -> None:
    where = ", ".join(filter(None, (f"licence {licence}" if licence else "", _clause(clause))))
    st.markdown(f"> “{plain(words.strip())}”  \n> {plain(wording.capital(where))}")


def _clause(clause: str) -> str:
    return clause if not clause or clause.startswith("clause") else f"clause {clause}"


def _way(way: Remedy, number: int, *, first: bool) -> bool:
    words = f"{plain(way.say)}  \n:gray[{EFFORT[min(way.effort, 3)]}]"
    return _offered(words, f"remedy_{number}", "Do this", first=first, may=bool(way.change))


def _instead(twin: Twin, *, first: bool) -> bool:
    hair = f"{twin.hair.style}, {twin.hair.colour}"
    quiet = plain(f"Cleared for this shot · {twin.measurements.height_cm:.0f} cm · {hair}")
    words = f"Cast {plain(twin.name)} instead.  \n:gray[{quiet}]"
    return _offered(words, f"instead_{twin.id}", "Cast", first=first, may=True)


def _offered(words: str, key: str, verb: str, *, first: bool, may: bool) -> bool:
    """Draw one way in a box, with its button where it can be done here."""
    with st.container(border=True), row(gap="small", wrap=False):
        st.markdown(words, width="stretch")
        kind: Literal["primary", "secondary"] = "primary" if first else "secondary"
        return may and st.button(verb, key=key, type=kind, wrap=False)
