"""Why a shot is allowed or not: the decision, where it holds, the words, and the ways to a yes."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.casting import Role
from toile.domain.guidelines import RuleFinding, RuleReport
from toile.domain.rights import Remedy
from toile.domain.shots import Reason
from toile.ui import wording
from toile.ui.components.books import Opener, held, open_page, score
from toile.ui.components.layout import badge, row
from toile.ui.wording import plain
from toile.workflow.explain import MatrixCell, Why

_ANSWERS = {
    "yes": ":green[:material/check: Yes]",
    "no": ":red[:material/block: No]",
    "ask": ":orange[:material/front_hand: Ask]",
    "unknown": ":gray[:material/help: Unknown]",
}
_MOST_PLACES = 12


def decision(found: Why) -> None:
    """Draw the sentence, each person's decision, and the table of places and media."""
    if not found.casting.roles:
        st.markdown(plain(found.headline))
    for role in found.casting.roles:
        _role(role)
    if found.matrix:
        st.markdown(table(found.matrix))


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


def remedies(found: Why) -> int | None:
    """Draw the ways to a yes, cheapest first, and return the number of the one chosen."""
    ways = [way for role in found.casting.refusals for way in role.decision.remedies]
    if not ways:
        return None
    st.subheader("Cheapest ways to a yes", anchor=False)
    order = sorted(range(len(ways)), key=lambda number: ways[number].effort)
    chosen = None
    for place, number in enumerate(order[:5]):
        if _way(ways[number], number, first=place == 0):
            chosen = number
    return chosen


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
    with st.container(border=True), row(gap="small", wrap=False):
        cost = ("Change the use", "Record a fact", "Ask the agent", "Pay")[min(way.effort, 3)]
        st.markdown(f"{plain(way.say)}  \n:gray[{cost}]", width="stretch")
        if not way.change:
            return False
        return st.button(
            "Do this",
            key=f"remedy_{number}",
            type="primary" if first else "secondary",
            wrap=False,
        )
