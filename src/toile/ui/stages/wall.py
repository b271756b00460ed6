"""The wall: shots as cards, the plan or the work above the prompt, one prompt for everything."""

import streamlit as st

from toile.domain.board import Board
from toile.ui import cards, drawer, panels, services, session, talk, wording
from toile.ui.cards import Wall
from toile.ui.components.board import BoardIntent
from toile.ui.components.board import board as board_part
from toile.ui.components.fees import fees
from toile.ui.components.keys import keys
from toile.ui.components.layout import heading, ink, row
from toile.ui.components.sheet import contact_sheet
from toile.ui.components.table import shot_table
from toile.ui.exports import share
from toile.ui.places import go
from toile.ui.stages import dock, judging
from toile.ui.trouble import told

_EVERY = 1.5
_WALL = "board"
_NONE = {
    "starred": "Nothing is starred yet: the star in the corner of a picture, or S on its card.",
    "cleared": "Nothing is cleared for this use yet. To settle says what is in the way.",
    "settle": "Nothing is left to settle: every shot may be drawn.",
}
_MEASURE = (
    "The mean distance of small versions of the pictures in colour and edges, 0 to 1: it sees "
    "composition, light and colour, not meaning. The draft stamp is part of every picture, so it "
    "errs towards the same."
)


def wall(board: Board) -> None:
    """Draw the board and take what the person does on it."""
    talk.side_panel(board)
    now = panels.wall_of(board)
    view = _header(board, now)
    choice = _below(board, now)
    working = bool(cards.progress(now.work.values()))
    if view == "List":
        shot_table(cards.rows(now))
    elif view == "Sheet":
        _contact(now)
    else:
        # Only while something is drawn do the cards run by themselves: else a click is one run.
        if working:
            st.fragment(_cards, run_every=_EVERY)([now], board.id, choice)
        else:
            # In a box, as a fragment is: else the wall is made anew when work begins and ends.
            with st.container():
                _cards([now], board.id, choice)
    if asked := session.read().asked:
        session.write(asked=None)
        drawer.why(board.id, asked)
    if session.read().priced:
        session.write(priced=False)
        with told():
            fees(services.studio().price(board))
    dock.dock(now, working=working, about=[p for p in board.panels if p.id in now.picked])


def _header(board: Board, now: Wall) -> str:
    start = f"live {wording.day(board.usage.start)}" if board.usage.start else ""
    with row(vertical_alignment="bottom", gap="medium"):
        with st.container(width="stretch", gap=None):
            heading(" · ".join(word for word in (board.title, start) if word), _title(board))
        with row(gap="xsmall", width="content"):
            view = st.segmented_control(
                "View",
                ["Board", "Sheet", "List"],
                default="Board",
                required=True,
                format_func=ink,
                label_visibility="collapsed",
                key="view",
            )
            if st.button("Present", icon=":material/play_arrow:", key="present", wrap=False):
                go("present")
            share(board, now)
    return str(view)


def _below(board: Board, now: Wall) -> str:
    """Draw the filter, and what takes the last change back."""
    with row(gap="small", horizontal_alignment="distribute"):
        with st.container(width="content"):
            choice = _filter(now)
        if board.undo_to or board.redo_to or choice == "settle":
            with row(gap="small", width="content"):
                if choice == "settle" and cards.filtered(now, choice):
                    _settle(board)
                _history(board)
    return choice


def _settle(board: Board) -> None:
    if st.button(
        "Ways to a yes", icon=":material/alt_route:", type="tertiary", key="ways", wrap=False
    ):
        drawer.ways(board.id)


def _title(board: Board) -> str:
    pictures = wording.capital(wording.number(len(board.panels), "picture"))
    groups = len({panel.now.shot.group for panel in board.panels})
    return f"{pictures}, {wording.number(groups, 'set-up')}"


def _history(board: Board) -> None:
    studio = services.studio()
    back = bool(board.undo_to) and st.button(
        "Undo",
        icon=":material/undo:",
        type="tertiary",
        key="undo",
        help=f"Take back: {board.what}",
        wrap=False,
    )
    forward = bool(board.redo_to) and st.button(
        "Redo", icon=":material/redo:", type="tertiary", key="redo", wrap=False
    )
    if back or forward:
        with told():
            (studio.undo if back else studio.redo)(board, by=session.person())
            st.rerun()


def _filter(now: Wall) -> str:
    choices = {
        "all": "All",
        "starred": "Starred",
        "cleared": "Cleared",
        "held": "Draft only",
        "settle": "To settle",
    }
    if not cards.filtered(now, "held"):
        del choices["held"]
    counted = {key: ink(f"{name} {len(cards.filtered(now, key))}") for key, name in choices.items()}
    return str(
        st.pills(
            "Show",
            list(choices),
            format_func=counted.__getitem__,
            default="all",
            required=True,
            label_visibility="collapsed",
            wrap=True,
            key="filter",
        )
    )


def _cards(fresh: list[Wall], board_id: str, choice: str) -> None:
    """Draw the cards: from what the page just read, or read anew when run by itself."""
    alone = not fresh
    now = fresh.pop() if fresh else panels.wall_of(services.studio().board(board_id))
    if not (kept := cards.filtered(now, choice)):
        st.caption(_NONE.get(choice, "There is no shot on this board yet."))
        return
    intent = board_part(cards.setups(now, kept), key=_WALL, starred=lambda: _starred(board_id))
    if intent and intent.do == "starred":
        # The cards ran by themselves: what is counted above them is made anew too.
        if alone:
            st.rerun()
    elif intent:
        _act(now.board, intent)


def _starred(board_id: str) -> None:
    """Set or take a star, before the page is made anew."""
    shot = session.sent(_WALL, "star")
    if not isinstance(shot, str):
        return
    with told():
        studio = services.studio()
        board = studio.board(board_id)
        studio.star(board, shot, board.panel(shot).current, by=session.person())


def _contact(now: Wall) -> None:
    """Draw every drawn version small, and how much they vary."""
    frames = cards.contact(now)
    if not frames:
        st.caption("Nothing is drawn yet.")
        return
    with told():
        st.caption(_variety(now), help=_MEASURE)
    if opened := contact_sheet(frames, key="sheet"):
        session.write(shot=opened[0], version=opened[1])
        go("shot")


def _variety(now: Wall) -> str:
    spread = services.studio().spread(now.board)
    if spread.variety is None or spread.nearest is None:
        return "One picture is no variety yet."
    one, two = (now.board.panel(shot).now.shot.no for shot in spread.nearest)
    return (
        f"Variety {spread.variety:.2f} over {spread.measured} pictures. "
        f"Most alike: shots {one} and {two}, {spread.apart:.2f} apart."
    )


def _act(board: Board, intent: BoardIntent) -> None:
    if intent.do == "open":
        session.write(shot=intent.shot, version=None, part=None)
        go("shot")
    elif intent.do == "pick":
        session.write(picked=session.read().picked ^ frozenset(intent.shots))
        st.rerun()
    elif intent.do == "why":
        drawer.why(board.id, intent.shot)
    elif intent.do == "reject":
        judging.reason(board.id, intent.shot, board.panel(intent.shot).current)
    elif intent.do == "help":
        keys()
    else:
        _change(board, intent)


def _change(board: Board, intent: BoardIntent) -> None:
    studio, by = services.studio(), session.person()
    with told():
        if intent.do == "undo":
            studio.undo(board, by=by)
        elif intent.do == "redo":
            studio.redo(board, by=by)
        else:
            studio.reorder(board, cards.whole_order(board, intent.order), by=by)
        st.rerun()
