"""What stands above the prompt and can be answered there: a plan, an offer to draw, the drawing."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from toile.domain.board import Board, Panel
from toile.domain.commands import Offered, Reply
from toile.domain.errors import ToileError
from toile.ui import services, session, toasts, wording
from toile.ui.cards import Wall
from toile.workflow.change_parts import PartPlan
from toile.workflow.proposal import Proposal, Waits

_REPLIES = ("agree", "decline")
_TO: dict[str, Offered] = {"plan": "plan", "draw": "pictures", "work": "work"}


def planned(now: Wall) -> Proposal | PartPlan | None:
    """Return the plan that waits for a yes; one made for an earlier board waits no more."""
    plan: Proposal | PartPlan | None = session.read().proposal
    return plan if plan is not None and plan.revision == now.board.revision else None


def offered(now: Wall, working: bool, about: Sequence[Panel]) -> tuple[Panel, ...]:
    """Return the panels that the card offers to draw; none where another card is seen."""
    if planned(now) or working or choosing(now):
        return ()
    found = undrawn(now, about)
    return () if session.read().later == put_off(now, found) else found


def undrawn(now: Wall, about: Sequence[Panel]) -> tuple[Panel, ...]:
    """Return the panels that could be drawn, of those that the page is about."""
    return tuple(panel for panel in now.undrawn() if not about or panel in about)


def choosing(now: Wall) -> bool:
    """Say whether shots are chosen on the wall: what can be done with them is shown then."""
    return bool(now.picked) and session.read().shot is None


def put_off(now: Wall, panels: Sequence[Panel]) -> tuple[str, frozenset[str]]:
    """Return what an offer was about: put off once, it comes back when other shots wait."""
    return str(now.board.id), frozenset(str(panel.id) for panel in panels)


def waits(now: Wall, words: str, draws: Sequence[Panel]) -> Waits:
    """Return what waits for a yes while words are said: a plan, or an offer to draw."""
    plan = planned(now)
    heeded = words if plan is not None or draws else ""
    to: Offered = "pictures" if plan is None else "plan"
    return Waits(plan if isinstance(plan, Proposal) else None, heeded, to)


def card(now: Wall, draws: Sequence[Panel], working: bool) -> str:
    """Return which card is seen, so that words said to it answer no other one."""
    plan = planned(now)
    if plan is not None:
        said = plan.message if isinstance(plan, Proposal) else plan.words
        return f"plan {plan.revision} {said}"
    if draws:
        return f"draw {' '.join(sorted(str(panel.id) for panel in draws))}"
    return "work" if working and not choosing(now) else ""


def bare(now: Wall, said: session.Waiting) -> bool:
    """Say whether words are no more than a yes or a no to the card they were said to."""
    return _reply(now, said) in _REPLIES


def stops(now: Wall, said: session.Waiting) -> bool:
    """Say whether words end the drawing that they were said to, if only to begin another wish."""
    return said.card == "work" and _reply(now, said) in ("decline", "instead")


def _reply(now: Wall, said: session.Waiting) -> Reply | None:
    to = _TO.get(said.card.partition(" ")[0], "pictures")
    return services.studio().changes.reply(now.board, said.words, to)


def next_queued(now: Wall, seen: str, *, new: bool) -> session.Waiting | None:
    """Return the words whose turn it is; a plan that waits for a yes comes before older ones.

    A yes or a no is the answer to the card it was said to: that one gone, it is let go.
    """
    mine = session.waiting(str(now.board.id))
    replies = [said for said in mine if bare(now, said)]
    late = [said for said in replies if said.card != seen]
    for said in late:
        toasts.toast(f"“{wording.plain(said.words)}” answered a card that is gone.")
    session.write(queued=tuple(said for said in session.read().queued if said not in late))
    if now_due := [said for said in replies if said not in late]:
        return now_due[0]
    wishes = [said for said in mine if said not in replies]
    if wishes and planned(now) and not (new and len(wishes) == 1):
        st.caption(f"Next: “{wording.plain(wishes[0].words)}”")
        return None
    return wishes[0] if wishes else None


def plan_anew(now: Wall) -> bool:
    """Plan a wish again for the board as somebody changed it; say whether there was one to plan."""
    plan: Proposal | PartPlan | None = session.read().proposal
    if plan is None or plan.revision == now.board.revision:
        return False
    session.write(proposal=None)
    try:
        session.write(proposal=_planned_anew(now.board, plan))
        toasts.toast("The board has changed since: this is the plan for it now.")
    except ToileError as fault:
        toasts.toast(
            f"The board has changed since, and the plan is gone. {wording.plain(str(fault))}"
        )
    return True


def still(plan: Proposal | PartPlan | None, before: int, board: Board) -> object:
    """Return a plan for a board in which only the conversation has grown since."""
    if plan is None or plan.revision != before:
        return plan
    if isinstance(plan, PartPlan):
        return replace(plan, revision=board.revision)
    return plan.model_copy(update={"revision": board.revision})


def _planned_anew(board: Board, plan: Proposal | PartPlan) -> Proposal | PartPlan:
    studio = services.studio()
    if isinstance(plan, PartPlan):
        return studio.changes.plan_region(board, plan.shot, plan.version, plan.part, plan.words)
    return studio.plan(board, plan.message, plan.commands)
