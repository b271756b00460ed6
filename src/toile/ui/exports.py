"""The share menu: a review link, or the board as a file; both only by the release."""

import streamlit as st

from toile.bootstrap.exports import EXPORTS
from toile.domain.board import Board
from toile.ui import reviewing, services, session, wording
from toile.ui.cards import Wall, title
from toile.ui.components import sharing as parts
from toile.ui.components.crew import crew
from toile.ui.links import RENEW, export_url
from toile.ui.trouble import told
from toile.ui.wording import plain

_LINK, _PUBLISHED = "link", "published"
_FORMS = {
    _LINK: "Review link",
    **{name: kind.title for name, kind in EXPORTS.items()},
    _PUBLISHED: "Record as published",
}


def share(board: Board, now: Wall) -> None:
    """Draw the menu; a small window then says what stays out and offers the file or the link."""
    if not services.studio().allows("export", board):
        return
    chosen = st.menu_button(
        "Share",
        list(_FORMS),
        format_func=_FORMS.__getitem__,
        icon=":material/ios_share:",
        key="share",
        wrap=False,
    )
    if chosen == _LINK:
        _links(board)
    elif chosen == _PUBLISHED:
        _published(board, now)
    elif chosen:
        _offer(board, now, chosen)


@st.dialog("Review link")
def _links(board: Board) -> None:
    studio, by = services.studio(), session.person()
    with told():
        wish = parts.wish()
        if wish is not None:
            made = studio.shares.make(
                board,
                by=by,
                to=wish.to,
                days=wish.days,
                mode="comment" if wish.comments else "read",
                password=wish.password,
            )
            parts.made(reviewing.address(made.token, reviewing.base()), made.left_out)
        closed = parts.listed(studio.shares.listed(board))
        if closed:
            studio.shares.take_back(board, closed, by=by)
            st.rerun(scope="fragment")


@st.dialog("Record as published")
def _published(board: Board, now: Wall) -> None:
    drawn = {str(p.id): p for p in board.panels if (p.id, p.current) in now.drawn}
    wish = parts.publication(
        {one: f"{p.now.shot.no} {title(p.now.shot)}" for one, p in drawn.items()}
    )
    if wish is None:
        return
    with told():
        for shot in wish.shots:
            services.studio().published.record(
                board,
                shot,
                board.panel(shot).current,
                where=wish.where,
                since=wish.since,
                by=session.person(),
            )
        st.success("Recorded, and counted where the licence counts it.")


@st.dialog("Share")
def _offer(board: Board, now: Wall, form: str) -> None:
    st.markdown(
        f"**{_FORMS[form]}.** Rights are decided again for every picture before it leaves, and "
        "each carries its mark."
    )
    out = [
        panel
        for panel in board.panels
        if now.standings[panel.id].allowed and (panel.id, panel.current) not in now.drawn
    ]
    if out:
        numbers = ", ".join(str(panel.now.shot.no) for panel in out)
        st.caption(
            f"{wording.capital(wording.number(len(out), 'shot'))} without a picture: {numbers}."
        )
    for why, shots in _held(board, now).items():
        which = f"Shot{'s' if len(shots) > 1 else ''} {', '.join(map(str, shots))}"
        st.caption(f"{which} may not leave yet: {plain(why)}")
    if EXPORTS[form].names_crew:
        studio, kept = services.studio(), crew(board)
        if kept is not None:
            with told():
                # The board may have changed behind this window; the names go onto the newest.
                studio.credit(studio.board(board.id), kept, by=session.person())
                st.toast("The names are kept.", icon=":material/check:")
    _save(board.id, form)


@st.fragment(run_every=RENEW)
def _save(board: str, form: str) -> None:
    """Draw the button, again and again: the window may stay open longer than an address lasts."""
    st.link_button(
        "Make and save",
        export_url(board, form, session.person()),
        type="primary",
        icon=":material/download:",
    )


def _held(board: Board, now: Wall) -> dict[str, list[int]]:
    """Return the numbers of the shots that stay in, by the reason."""
    found: dict[str, list[int]] = {}
    for panel in board.panels:
        standing = now.standings[panel.id]
        if why := standing.held or ("" if standing.allowed else standing.headline):
            found.setdefault(why, []).append(panel.now.shot.no)
    return found
