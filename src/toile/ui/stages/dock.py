"""What is docked below the wall: a plan, the work under way, and the one prompt."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from toile.domain.board import Board, Panel
from toile.domain.commands import (
    AskGuideline,
    CheckRights,
    Command,
    Draft,
    Quote,
    Redraft,
    Vary,
)
from toile.ui import cards, panels, services, session, wording
from toile.ui.cards import Wall
from toile.ui.components.plan import plan_card, progress_card, suggestions
from toile.ui.trouble import told
from toile.workflow.proposal import Proposal

BOOKS = ["pdf", "docx", "pptx", "md", "txt"]
_EVERY = 1.5
_CHANGES = {"change", "partial"}


def dock(now: Wall, *, working: bool, about: Sequence[Panel] = ()) -> None:
    """Draw the plan that waits, else the work, else the offer to draw; and the prompt.

    With ``about`` the words said are about those shots only.
    """
    numbers = " and ".join(str(panel.now.shot.no) for panel in about)
    subject = f"Shot{'s' if len(about) > 1 else ''} {numbers}" if about else ""
    with st.bottom:
        suggested = _docked(now, working, about)
        hint = f"{subject}: what should change?" if about else "Say what to change"
        said = st.chat_input(hint, accept_file="multiple", file_type=BOOKS, key="say")
    if said and said.files:
        _shelve(now.board, said.files)
    if said and said.text.strip():
        _propose(now.board, f"{subject}: {said.text}" if about else said.text)
    elif suggested:
        _propose(now.board, suggested)


def _shelve(board: Board, books: Sequence[Any]) -> None:
    """Put dropped books on the brand's shelf, where every later answer can cite them."""
    with told(), st.spinner("Reading the book"):
        for book in books:
            services.studio().add_guideline(book.getvalue(), book.name, board.brand)
            st.toast(f"{book.name} is on the shelf.", icon=":material/menu_book:")


def _docked(now: Wall, working: bool, about: Sequence[Panel]) -> str | None:
    """Draw the one thing that asks for attention; return a suggestion that was taken."""
    held, revision = session.read(), now.board.revision
    waiting = [panel for panel in now.undrawn() if not about or panel in about]
    if held.proposal is not None and held.proposal.revision == revision:
        _plan(now)
    elif working:
        st.fragment(_progress, run_every=_EVERY)(now.board.id)
    elif waiting and held.later != (now.board.id, revision):
        _offer(now, waiting)
    else:
        return suggestions(cards.next_moves(now, about))
    return None


def _plan(now: Wall) -> None:
    proposal = session.read().proposal
    again = _drawn_again(now, proposal)
    answer = plan_card(
        _promise(proposal),
        f"{proposal.stays} {again}".strip(),
        yes="Apply",
        lines=tuple(f"{wording.capital(line).rstrip('.')}." for line in proposal.lines),
    )
    if answer == "yes":
        _apply(now, proposal)
    if answer == "no":
        session.write(proposal=None)
        st.rerun()


def _promise(proposal: Proposal) -> str:
    if proposal.type == "change" and proposal.changed:
        return f"I will change {wording.number(len(proposal.changed), 'shot')}."
    return wording.capital(proposal.say)


def _drawn_again(now: Wall, proposal: Proposal) -> str:
    count = len(_iterated(now, proposal))
    if not count:
        return ""
    again = wording.number(count, "new picture")
    return f"{wording.capital(again)} will be drawn; the versions before stay."


def _iterated(now: Wall, proposal: Proposal) -> list[str]:
    """Return the shots of a proposal that have a picture now: a change of them is seen at once."""
    known = {str(panel.id): panel for panel in now.board.panels}
    wishes = {shot for command in proposal.commands for shot in _redrawn(command)}
    named = [*proposal.changed, *sorted(wishes - set(proposal.changed))]
    return [shot for shot in named if shot in known and now.shown(known[shot])]


def _redrawn(command: Command) -> tuple[str, ...]:
    if isinstance(command, Vary):
        return (command.shot,)
    return tuple(command.shots) if isinstance(command, Redraft) else ()


def _apply(now: Wall, proposal: Proposal) -> None:
    with told():
        again = _iterated(now, proposal)
        board = services.studio().apply(now.board, proposal, by=session.person())
        session.write(proposal=None)
        allowed = {one.shot for one in services.studio().decide(board) if one.allowed}
        if wanted := tuple(shot for shot in again if shot in allowed):
            draw(board, wanted)
        st.rerun()


def _offer(now: Wall, waiting: Sequence[Panel]) -> None:
    count = wording.number(len(waiting), "picture")
    failed = now.unfinished()
    if failed:
        say = f"{wording.capital(wording.number(len(failed), 'picture'))} did not finish."
        quiet = f"{failed[0].say} Your board is untouched and nothing was lost."
        answer = plan_card(say, quiet, yes="Try again", no="Leave it")
    else:
        answer = plan_card(
            f"{wording.capital(count)} can be drawn now.",
            "Rights are decided again for each one as it is drawn. Nothing is published.",
            yes=f"Draw {count}" if len(waiting) > 1 else "Draw it",
            no="Later",
        )
    if answer == "yes":
        draw(now.board, tuple(panel.id for panel in waiting))
    if answer == "no":
        session.write(later=(now.board.id, now.board.revision))
        st.rerun()


def draw(board: Board, shots: tuple[str, ...]) -> None:
    """Ask for drafts of shots; what is refused says why."""
    with told():
        asked = services.studio().draft(board, shots, by=session.person())
        for refused in (status for status in asked if status.state == "refused"):
            st.toast(refused.say, icon=":material/block:")
        st.rerun()


def _progress(board_id: str) -> None:
    board = services.studio().board(board_id)
    work = cards.progress(panels.statuses(board))
    if not work:
        st.rerun()
    first = work[0]
    name = f"Shot {board.panel(first.shot).now.shot.no}, version {first.version}"
    if progress_card(first, name, len(work) - 1):
        with told():
            services.studio().cancel(first.id)
            st.rerun()


def _propose(board: Board, said: str) -> None:
    with told():
        studio, by = services.studio(), session.person()
        proposal = studio.propose(board, said)
        wishes = [one for one in proposal.commands if not isinstance(one, Draft | CheckRights)]
        if proposal.type in _CHANGES and not _only_asks(wishes):
            session.write(proposal=proposal)
            st.rerun()
        # Nothing would change: the words go into the conversation, the wish is done at once.
        board = studio.apply(board, proposal, by=by)
        _follow(board, proposal)
        st.rerun()


def _only_asks(wishes: Sequence[Command]) -> bool:
    return all(isinstance(wish, AskGuideline | Quote) for wish in wishes)


def _follow(board: Board, proposal: Proposal) -> None:
    for command in proposal.commands:
        if isinstance(command, CheckRights):
            session.write(asked=(command.shots or (board.panels[0].id,))[0])
        elif isinstance(command, Draft):
            allowed = tuple(one.shot for one in services.studio().decide(board) if one.allowed)
            draw(board, tuple(command.shots) or allowed)
