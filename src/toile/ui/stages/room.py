"""The shot room: versions, the picture with pins or against another, and what people do with it."""

from typing import Any

import streamlit as st

from toile.domain.board import Panel, Version
from toile.ui import cards, services, session, talk, wording
from toile.ui.cards import Wall
from toile.ui.components.comments import NoteIntent, comments
from toile.ui.components.layout import row
from toile.ui.components.picture import Side, Stage, tree, viewer
from toile.ui.places import go
from toile.ui.stages import recipe
from toile.ui.trouble import told


def side(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the side panel: the notes on this shot, then the talk."""

    def notes() -> None:
        intent = comments(panel.comments, pin=session.read().pin)
        if intent is not None:
            _note(now, panel, version, intent)

    talk.side_panel(now.board, notes)


def header(now: Wall, panel: Panel) -> None:
    """Draw where this shot stands and the way back and along."""
    order = [other.id for other in now.board.panels]
    at = order.index(panel.id)
    with row(gap="medium", vertical_alignment="bottom"):
        with st.container(width="stretch", gap=None):
            st.caption(wording.capital(panel.now.shot.group or now.board.title))
            st.header(f"{panel.now.shot.no} {cards.title(panel.now.shot)}", anchor=False)
        with row(gap="xsmall", width="content"):
            if _move("Board", "back", ":material/grid_view:", shortcut="esc"):
                session.write(shot=None, version=None, pin=None)
                go("studio")
            earlier = _move("Previous", "previous", ":material/arrow_back:", disabled=at == 0)
            later = _move(
                "Next",
                "next",
                ":material/arrow_forward:",
                icon_position="right",
                disabled=at == len(order) - 1,
            )
    if earlier or later:
        session.write(shot=order[at + (1 if later else -1)], version=None, pin=None)
        st.rerun()


def versions(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the versions as a tree, newest first; picking one looks at it."""
    picked = tree(
        [
            {
                "number": each.number,
                "what": each.what,
                "starred": each.starred,
                "depth": _depth(panel, each),
                "image": now.picture(panel.id, each.number),
            }
            for each in sorted(panel.versions, key=lambda v: -v.number)
        ],
        version.number,
        key="tree",
    )
    if picked and picked != version.number:
        session.write(version=picked, pin=None)
        st.rerun()


def picture(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the picture with its pins, or against another version."""
    others = [v.number for v in reversed(panel.versions) if v.number != version.number]
    with row(gap="small", horizontal_alignment="distribute"):
        against = _against(others) if others else None
        if against is None:
            _acts(now, panel, version)
    url = now.picture(panel.id, version.number, "preview")
    ratio = cards.css_ratio(version.shot)
    title = f"{cards.title(version.shot)}, version {version.number}"
    here = Side(url, f"Version {version.number}", title)
    if against is not None:
        earlier = now.picture(panel.id, against, "preview")
        before = Side(earlier, f"Version {against}", f"Version {against} of the same shot")
        viewer(before, Stage(ratio=ratio), key="compare", after=here)
        st.caption(_changed(panel.version(against), version))
        return
    standing = now.standings[panel.id]
    words = "Not drawn yet" if standing.allowed else standing.headline
    stage = Stage(ratio, _pins(panel, version), adding=url is not None, words=words)
    result = viewer(here, stage, key="look")
    if result.add:
        session.write(pin=(result.add["x"], result.add["y"]))
        st.rerun()


def facts(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the decision, the look, the light and the recipe; and the verdict."""
    recipe.facts(now, panel, version)


def _move(label: str, key: str, icon: str, **options: Any) -> bool:
    return st.button(label, key=key, icon=icon, type="tertiary", wrap=False, **options)


def _against(others: list[int]) -> int | None:
    with row(gap="small", width="content"):
        mode = st.segmented_control(
            "Mode",
            ["Look", "Compare"],
            default="Look",
            required=True,
            label_visibility="collapsed",
            key="mode",
        )
        if mode != "Compare":
            return None
        return st.selectbox(
            "Against",
            others,
            format_func=lambda number: f"with version {number}",
            label_visibility="collapsed",
            width=170,
            key="against",
        )


def _acts(now: Wall, panel: Panel, version: Version) -> None:
    studio, by = services.studio(), session.person()
    with row(gap="small", width="content"):
        label = "Starred" if version.starred else "Star"
        if _move(label, "star", ":material/star:", shortcut="s"):
            with told():
                studio.star(now.board, panel.id, version.number, by=by)
                st.rerun()
        if version.number != panel.current and _move(
            "Bring back", "restore", ":material/settings_backup_restore:"
        ):
            with told():
                studio.restore(now.board, panel.id, version.number, by=by)
                session.write(version=None)
                st.rerun()


def _depth(panel: Panel, version: Version) -> int:
    """Branches step in: a version whose parent was already continued by another."""
    children = [v.number for v in panel.versions if v.parent == version.parent]
    first = version.parent is None or min(children) == version.number
    inherited = _depth(panel, panel.version(version.parent)) if version.parent else 0
    return min(3, inherited + (0 if first else 1))


def _pins(panel: Panel, version: Version) -> list[dict[str, Any]]:
    open_notes = [note for note in panel.comments if not note.done]
    return [
        {"id": note.id, "no": no, "x": note.x, "y": note.y, "by": note.by, "text": note.text}
        for no, note in enumerate(open_notes, start=1)
        if note.x is not None and note.version == version.number
    ]


def _changed(before: Version, after: Version) -> str:
    old, new = before.shot.model_dump(), after.shot.model_dump()
    skipped = {"id", "no", "reasons"}
    words = [
        f"{name.replace('_', ' ')}: {_said(old[name])} → {_said(new[name])}"
        for name in new
        if name not in skipped and old[name] != new[name]
    ]
    return wording.plain("; ".join(words) or "The same shot, drawn again.")


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "none")


def _note(now: Wall, panel: Panel, version: Version, intent: NoteIntent) -> None:
    studio, by = services.studio(), session.person()
    x, y = session.read().pin or (None, None)
    with told():
        if intent.do == "settle":
            studio.settle(now.board, panel.id, intent.note, by=by)
        elif intent.do == "add":
            number = version.number
            studio.comment(now.board, panel.id, number, intent.text, by=by, x=x, y=y)
        session.write(pin=None)
        st.rerun()
