"""What is docked below the wall: a plan, the work under way, what is chosen, and the one prompt."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.board import Panel
from toile.ui import cards, drawer, moves, panels, services, session, wording
from toile.ui.cards import Wall
from toile.ui.components.plan import plan_card, progress_card, suggestions
from toile.ui.stages import chosen, dropped, offers
from toile.ui.stages.listening import coming, listen
from toile.ui.stages.offers import planned, put_off
from toile.ui.stages.prompt import PROMPT, Said, prompt
from toile.ui.stages.saying import (
    carry_out,
    carry_out_part,
    change_part,
    draw,
    heard,
    pictures,
    promise,
    say,
    seconds_for,
    stop,
    subject,
    told_once,
)
from toile.ui.trouble import told
from toile.workflow.change_parts import PartPlan
from toile.workflow.proposal import Proposal

_EVERY = 1.5


def dock(now: Wall, *, working: bool, about: Sequence[Panel] = ()) -> None:
    """Draw the plan that waits, else the work, else the offer to draw; and the prompt.

    With ``about`` the words said are about those shots only.
    """
    anew = offers.plan_anew(now)
    draws = offers.offered(now, working, about)
    # While words are read no card is seen that others could answer.
    seen = "" if coming(str(now.board.id)) else offers.card(now, draws, working)
    part = session.read().part if len(about) == 1 else None
    who = f"{subject(about)}, the {part}" if part else subject(about)
    with st.bottom:
        # Both stand above the prompt and are drawn after it: an answer that comes makes the page
        # anew, and what was typed meanwhile would be lost.
        docked, trouble = st.container(), st.container()
        hint = f"{who}: what should change?" if about else "Say what to change"
        said = prompt(hint, kinds=dropped.KINDS, key=PROMPT)
    if anew and not _more(now, said, seen):
        # What was clicked, or said yes or no to, was the plan before.
        st.rerun()
    if part and said and seen == "work" and offers.bare(now, _said_to(now, said, seen)):
        # "Stop" is said to the drawing and not about the part.
        part = None
    words = said.text if said and not part else ""
    if new := bool(words.strip()):
        # Before anything more is drawn: words said meanwhile cut this page short where it draws.
        ids = tuple(str(panel.id) for panel in about)
        session.let_wait(str(now.board.id), words, ids, seen)
    with docked:
        suggested = _docked(now, working, about)
    with trouble:
        _heed(now, said, suggested, about, part)
        if not coming(str(now.board.id)):
            _take_queued(now, draws, working, new=new)


def _more(now: Wall, said: Said | None, seen: str) -> bool:
    """Say whether something was sent that is more than a yes or a no to what was seen."""
    if said is None or not (said.files or said.text.strip()):
        return False
    return bool(said.files) or not offers.bare(now, _said_to(now, said, seen))


def _said_to(now: Wall, said: Said, seen: str) -> session.Waiting:
    return session.Waiting(str(now.board.id), said.text, card=seen)


def _take_queued(now: Wall, draws: Sequence[Panel], working: bool, *, new: bool) -> None:
    """Take the words whose turn it is."""
    with told():
        queued = offers.next_queued(now, offers.card(now, draws, working), new=new)
        if queued is None:
            return
        about = [now.board.panel(shot) for shot in queued.about]
        say(now, queued.words, about, queued, draws)
    session.write(queued=tuple(e for e in session.read().queued if e is not queued))


def _heed(
    now: Wall, said: Said | None, suggested: str | None, about: Sequence[Panel], part: str | None
) -> None:
    """Take what was said, dropped or picked; what is wrong with it is said right there."""
    if instead := session.read().asked_for:
        session.write(asked_for=None)
        say(now, instead)
    if said and said.files:
        dropped.take(now.board, said.files)
    if said and said.text.strip() and part:
        panel = about[0]
        change_part(now, panel, session.read().version or panel.current, part, said.text)
    elif suggested:
        say(now, suggested)


def _docked(now: Wall, working: bool, about: Sequence[Panel]) -> str | None:
    """Draw the one thing that asks for attention; return a suggestion that was taken."""
    held, revision = session.read(), now.board.revision
    if hearing := coming(str(now.board.id)):
        if not hearing.done:
            listen(PROMPT)
            return None
        heard(now, hearing, offers.offered(now, working, about))
    change = (str(now.board.id), revision)
    if held.owed != change and (owed := now.owed()):
        # Once a change: what is refused meanwhile is told, and not asked for for ever.
        session.write(owed=change)
        draw(now.board, tuple(str(panel.id) for panel in owed))
    waiting = offers.offered(now, working, about)
    if plan := planned(now):
        _plan(now, plan)
    elif offers.choosing(now):
        chosen.bar(now, about)
    elif working:
        st.fragment(_progress, run_every=_EVERY)(now.board.id)
    elif waiting:
        _offer(now, waiting)
    elif now.stuck() and held.later != put_off(now, ()):
        _stuck(now)
    else:
        return _quiet(now, about, offers.undrawn(now, about))
    return None


def _stuck(now: Wall) -> None:
    """Draw that nothing can be drawn for this use, and the way to what would change that."""
    count = len(now.board.panels)
    which = "This picture" if count == 1 else f"All {wording.number(count, 'picture')}"
    headlines = dict.fromkeys(one.headline for one in now.standings.values())
    answer = plan_card(
        f"{which} {'is' if count == 1 else 'are'} refused for this use.",
        " ".join(tuple(headlines)[:2]),
        yes="See ways to a yes",
        no="Later",
        about="ways",
    )
    if answer == "yes":
        drawer.ways(now.board.id)
    if answer == "no":
        session.write(later=put_off(now, ()))
        st.rerun()


def _quiet(now: Wall, about: Sequence[Panel], waiting: Sequence[Panel]) -> str | None:
    """Draw two next moves, or the part in hand, or what was put off; return the move taken."""
    held = session.read()
    if held.part and about:
        _part(held.part)
        return None
    if waiting:
        label = f"Draw {wording.number(len(waiting), 'picture')}"
        if st.button(label, icon=":material/brush:", type="tertiary", key="draw_later", wrap=False):
            draw(now.board, tuple(panel.id for panel in waiting))
    return suggestions(moves.next_moves(now, about))


def _part(part: str) -> None:
    """Draw the part that the next words are about, and let it go again."""
    label = f"About the {part}"
    if st.button(label, icon=":material/close:", type="tertiary", key="no_part", wrap=False):
        session.write(part=None)
        st.rerun()


def _plan(now: Wall, proposal: Proposal | PartPlan) -> None:
    if isinstance(proposal, PartPlan):
        _part_plan(now, proposal)
        return
    say_ = promise(proposal)
    answer = plan_card(
        say_,
        f"{proposal.stays} {_drawn_again(now, proposal)}".strip(),
        yes="Apply",
        lines=told_once(say_, proposal.lines),
        answered=wording.besides(proposal.say, (say_, *proposal.lines)),
    )
    if answer == "yes":
        carry_out(now, proposal)
    if answer == "no":
        session.write(proposal=None)
        st.rerun()


def _part_plan(now: Wall, plan: PartPlan) -> None:
    answer = plan_card(
        f"I will change the {plan.part} of shot {now.board.panel(plan.shot).now.shot.no} only.",
        f"The rest of the picture stays as it is. {_new_pictures(now, 1)}",
        yes="Apply",
        lines=(f"{wording.capital(plan.line)}.",),
    )
    if answer == "yes":
        carry_out_part(now, plan)
    if answer == "no":
        session.write(proposal=None)
        st.rerun()


def _drawn_again(now: Wall, proposal: Proposal) -> str:
    count = pictures(now, proposal)
    return _new_pictures(now, count) if count else ""


def _new_pictures(now: Wall, count: int) -> str:
    again = wording.number(count, "new picture")
    seconds = seconds_for(now, count)
    time = f", {wording.seconds(seconds)}" if seconds else ""
    return f"{wording.capital(again)} will be drawn{time}; the versions before stay."


def _offer(now: Wall, waiting: Sequence[Panel]) -> None:
    count = wording.number(len(waiting), "picture")
    failed = now.unfinished()
    if failed:
        say_ = f"{wording.capital(wording.number(len(failed), 'picture'))} did not finish."
        quiet = f"{failed[0].say} Your board is untouched and nothing was lost."
        answer = plan_card(say_, quiet, yes="Try again", no="Leave it", about="draw")
    else:
        seconds = seconds_for(now, len(waiting))
        time = f" It takes {wording.seconds(seconds)}." if seconds else ""
        answer = plan_card(
            f"{wording.capital(count)} can be drawn now.",
            f"Rights are decided again for each one as it is drawn. Nothing is published.{time}"
            f"{_not_painted(now)}",
            yes=f"Draw {count}" if len(waiting) > 1 else "Draw it",
            no="Later",
            about="draw",
        )
    if answer == "yes":
        draw(now.board, tuple(panel.id for panel in waiting))
    if answer == "no":
        session.write(later=put_off(now, waiting))
        st.rerun()


def _not_painted(now: Wall) -> str:
    """Say why a model that was set will not paint these, before they are drawn without it."""
    why = services.studio().why_not_painted(now.board) if services.painter_set() else ""
    return f" Drawn in 3-D and not painted: {why}" if why else ""


def _progress(board_id: str) -> None:
    board = services.studio().board(board_id)
    work = cards.progress(panels.statuses(board))
    if not work:
        st.rerun()
    first = work[0]
    name = f"Shot {board.panel(first.shot).now.shot.no}, version {first.version}"
    if progress_card(first, name, len(work) - 1):
        stop(board)
        st.rerun()
