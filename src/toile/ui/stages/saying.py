"""From words or a button to a change: plan it, wait for a yes where it is due, do it, draw it.

Three manners: ``plan`` shows every plan first, ``assist`` only what is long or takes something
away, ``auto`` does all at once. Rights are decided in every manner alike.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from toile.domain.board import Board, Panel
from toile.domain.commands import (
    AlsoVersion,
    AskCast,
    AskGuideline,
    CheckRights,
    Command,
    DeleteShots,
    Draft,
    Quote,
    Redraft,
    SetBrief,
    Vary,
)
from toile.ui import cards, panels, services, session, toasts, underway, wording
from toile.ui.cards import Wall
from toile.ui.hearing import Hearing, hear
from toile.ui.stages import offers
from toile.ui.stages.offers import planned
from toile.ui.trouble import told
from toile.workflow.change_parts import How, PartPlan
from toile.workflow.proposal import Proposal

_CHANGES = {"change", "partial"}
# In assist, more new pictures than this are worth a question.
_FEW = 1
# So many of the newest drafts tell how long one takes.
_MEASURED = 8


def say(
    now: Wall,
    words: str,
    about: Sequence[Panel] = (),
    waited: session.Waiting | None = None,
    draws: Sequence[Panel] = (),
) -> None:
    """Take words about the board, or about some shots of it; what ``waited`` is then begun.

    ``draws`` are the shots that the card above the prompt offers to draw.
    """
    if waited and offers.stops(now, waited):
        stop(now.board)
        if offers.bare(now, waited):
            _let_go(waited)
            st.rerun()
    message = f"{subject(about)}: {words}" if about else words
    # The desk is taken here: beside the page nobody knows who is at the screen.
    studio, waits = services.studio(), offers.waits(now, words, draws)
    hearing = hear(
        str(now.board.id),
        words,
        lambda listener: studio.propose(now.board, message, listener, waits),
    )
    if earlier := session.read().hearing:
        earlier.stop()
    # In one step and before anything is drawn: words said meanwhile cut the page short there.
    _let_go(waited, hearing=hearing)
    if hearing.soon():
        heard(now, hearing, draws)
        return
    st.rerun()


def heard(now: Wall, hearing: Hearing, draws: Sequence[Panel] = ()) -> None:
    """Take the answer to words about the board; until it is taken it stays in hand."""
    try:
        with told():
            proposal = hearing.answer()
            if proposal.type in ("agree", "decline"):
                _replied(now, draws, yes=proposal.type == "agree")
            else:
                _settle(now, proposal)
    except Exception:
        # A page cut short is no such exception: there the answer stays in hand. A fault would
        # meet the person again on every page.
        session.write(hearing=None)
        raise
    session.write(hearing=None)


def do(now: Wall, message: str, commands: Sequence[Command]) -> None:
    """Take typed commands from a button, by the same road as words."""
    with told():
        _settle(now, services.studio().plan(now.board, message, commands))


def subject(about: Sequence[Panel]) -> str:
    """Return who the words are about: "Shot 2", "Shots 1, 2 and 4"."""
    *most, last = [str(panel.now.shot.no) for panel in about] or [""]
    return f"Shots {', '.join(most)} and {last}" if most else f"Shot {last}" if last else ""


def iterated(now: Wall, proposal: Proposal) -> list[str]:
    """Return the shots to draw: whose picture is wished for, and changed ones that have one."""
    known = {str(panel.id): panel for panel in now.board.panels}
    wishes = {shot for command in proposal.commands for shot in _redrawn(command)}
    named = [*proposal.changed, *sorted(wishes - set(proposal.changed))]
    wished = {shot for shot in wishes & set(known) if now.standings[shot].allowed}
    return [s for s in named if s in known and (s in wished or now.shown(known[s]))]


def pictures(now: Wall, proposal: Proposal) -> int:
    """Return how many pictures a proposal has drawn anew: a shot may get several versions."""
    again = iterated(now, proposal)
    besides = [c for c in proposal.commands if isinstance(c, AlsoVersion) and c.shot in again]
    return len(again) + len(besides)


def weighty(now: Wall, proposal: Proposal) -> bool:
    """Say whether a proposal is long work, takes something away, or changes what was agreed."""
    drastic = any(isinstance(one, DeleteShots | SetBrief) for one in proposal.commands)
    return drastic or proposal.type == "partial" or pictures(now, proposal) > _FEW


def carry_out(now: Wall, proposal: Proposal) -> None:
    """Do what was proposed, and have what has a picture drawn anew."""
    with told():
        again = iterated(now, proposal)
        board = services.studio().apply(now.board, proposal, by=session.person(), draws=again)
        session.write(proposal=None, part=None, hearing=None)
        allowed = {one.shot for one in services.studio().decide(board) if one.allowed}
        if wanted := tuple(shot for shot in again if shot in allowed):
            draw(board, wanted, since=now.board)
        st.rerun()


def draw(board: Board, shots: tuple[str, ...], since: Board | None = None) -> None:
    """Ask for drafts of shots, or of their versions made since; what is refused says why."""
    with told():
        asked = services.studio().draft(board, shots, by=session.person(), since=since)
        for refused in (status for status in asked if status.state == "refused"):
            toasts.toast(refused.say, icon=":material/block:")
        st.rerun()


def stop(board: Board) -> None:
    """Stop every draft of a board that is drawn or waits for it."""
    with told():
        # The running one last: where it stops first, the next one begins.
        for one in reversed(cards.progress(panels.statuses(board))):
            services.studio().cancel(one.id)
        toasts.toast("Stopped. What is drawn stays.", icon=":material/stop_circle:")


def change_part(now: Wall, panel: Panel, version: int, part: str, words: str) -> None:
    """Take words about one named part of a picture: planned first where every change is."""
    with told():
        reply = services.studio().changes.reply(now.board, words) if planned(now) else None
        if reply in ("agree", "decline"):
            _replied(now, (), yes=reply == "agree")
            return
        plan = services.studio().changes.plan_region(now.board, panel.id, version, part, words)
        if session.read().manner == "plan":
            session.write(proposal=plan)
            st.rerun()
        carry_out_part(now, plan)


def carry_out_part(now: Wall, plan: PartPlan) -> None:
    """Change the part, and have the new version drawn."""
    with told():
        board = services.studio().changes.edit_region(
            now.board, plan.shot, plan.version, plan.part, plan.words, by=session.person()
        )
        session.write(proposal=None, part=None, version=None)
        draw(board, (plan.shot,))


def vary(now: Wall, panel: Panel, version: int, how: How) -> None:
    """Add a subtle or strong variation of a version, and have it drawn."""
    with told():
        board = services.studio().changes.vary(
            now.board, panel.id, version, how, by=session.person()
        )
        session.write(version=None)
        draw(board, (panel.id,))


def _let_go(waited: session.Waiting | None, **also: Any) -> None:
    left = tuple(each for each in session.read().queued if each is not waited)
    session.write(queued=left, **also)


def _settle(now: Wall, proposal: Proposal) -> None:
    wishes = [one for one in proposal.commands if not isinstance(one, Draft | CheckRights)]
    if proposal.type not in _CHANGES or _only_asks(wishes):
        _answered(now.board, proposal)
        return
    manner = session.read().manner
    if manner == "plan" or (manner == "assist" and weighty(now, proposal)):
        session.write(proposal=proposal, hearing=None)
        st.rerun()
    carry_out(now, proposal)


def _replied(now: Wall, draws: Sequence[Panel], *, yes: bool) -> None:
    """Do what waited for a yes, or let it go: as its buttons do."""
    plan = planned(now)
    session.write(hearing=None)
    # What is refused is told and comes back here: a yes to it is a yes to nothing else.
    if plan is not None and yes:
        _done(now, plan)
        return
    if plan is not None:
        session.write(proposal=None)
    elif draws and yes:
        draw(now.board, tuple(panel.id for panel in draws))
        return
    elif draws:
        session.write(later=offers.put_off(now, draws))
    st.rerun()


def _done(now: Wall, plan: Proposal | PartPlan) -> None:
    if isinstance(plan, PartPlan):
        carry_out_part(now, plan)
    else:
        carry_out(now, plan)


def _answered(board: Board, proposal: Proposal) -> None:
    """Put words that change nothing into the conversation, and do the wish at once."""
    plan, before = session.read().proposal, board.revision
    board = services.studio().apply(board, proposal, by=session.person())
    # A question may be asked between a plan and its yes.
    session.write(proposal=offers.still(plan, before, board), hearing=None)
    if proposal.type == "refuse":
        # On a phone the side panel, where the whole answer stands, is folded away.
        toasts.toast(wording.plain(proposal.say), icon=":material/block:")
    for command in proposal.commands:
        # What stands beside a shot is decided for the planned use, not for one asked about.
        if isinstance(command, CheckRights) and not command.text:
            session.write(asked=(command.shots or (board.panels[0].id,))[0])
        elif isinstance(command, Quote):
            session.write(priced=services.studio().can("price"))
        elif isinstance(command, Draft):
            allowed = tuple(one.shot for one in services.studio().decide(board) if one.allowed)
            draw(board, tuple(command.shots) or allowed)
    st.rerun()


def _only_asks(wishes: Sequence[Command]) -> bool:
    return all(isinstance(wish, AskCast | AskGuideline | Quote) for wish in wishes)


def _redrawn(command: Command) -> tuple[str, ...]:
    if isinstance(command, Vary | AlsoVersion):
        return (command.shot,)
    return tuple(command.shots) if isinstance(command, Redraft) else ()


def promise(proposal: Proposal) -> str:
    """Say in one sentence what will be done."""
    if proposal.type == "change" and proposal.changed:
        return f"I will change {wording.number(len(proposal.changed), 'shot')}."
    return wording.capital(proposal.say)


def told_once(said: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a plan as sentences, without what the promise has said already."""
    sentences = dict.fromkeys(f"{wording.capital(line).rstrip('.')}." for line in lines)
    return tuple(line for line in sentences if line.rstrip(".") not in said)


def seconds_for(now: Wall, pictures: int) -> float | None:
    """Return how long some pictures take here by the last ones made this way; else unknown."""
    studio = services.studio()
    drafts = [studio.draft_of(name) for name in list(now.drawn.values())[-_MEASURED:]]
    each = underway.usual(drafts, painted=not studio.why_not_painted(now.board))
    return None if each is None else pictures * each
