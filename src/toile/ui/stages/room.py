"""The shot room: versions, the picture with pins or against another, and what people do with it."""

from dataclasses import replace
from typing import Any

import streamlit as st

from toile.domain.board import Panel, Version
from toile.ui import cards, links, panels, services, session, talk, underway, wording
from toile.ui.cards import Wall
from toile.ui.components.comments import NoteIntent, comments
from toile.ui.components.kit import Measure
from toile.ui.components.layout import ink, row
from toile.ui.components.picture import Mode, Stage, tree, viewer
from toile.ui.places import go
from toile.ui.stages import compare, recipe, saying
from toile.ui.trouble import told
from toile.ui.widths import Laid, side_by_side
from toile.workflow.change_parts import How

_STRENGTHS: dict[How, str] = {"subtle": "Subtle: close to this one", "strong": "Strong: freely"}
_EVERY = 1.5
TREE = "tree"
_LAID: dict[Mode, str] = {"slide": "Slide", "beside": "Beside"}


def side(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the side panel: the notes on this shot, then the talk."""

    def notes() -> None:
        intent = comments(panel.comments, pin=session.read().pin)
        if intent is not None:
            _note(now, panel, version, intent)

    talk.side_panel(now.board, notes)


def header(now: Wall, panel: Panel, version: Version) -> None:
    """Draw where this shot stands and the way back and along."""
    order = [other.id for other in now.board.panels]
    at = order.index(panel.id)
    with row(gap="medium", vertical_alignment="bottom"):
        with st.container(width="stretch", gap=None):
            st.caption(wording.plain(cards.place(panel.now.shot) or now.board.title))
            st.header(f"{panel.now.shot.no} {cards.title(panel.now.shot)}", anchor=False)
        with row(gap="small", width="content"):
            _star(now, panel, version)
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


def laid() -> Laid:
    """Return the places of the versions, the picture and the facts.

    Where the window is narrow the facts go below: beside the picture they would make it a stamp.
    """
    return side_by_side([0.85, 2.2, 1.9], stays=2)


def versions(now: Wall, panel: Panel, version: Version, measure: Measure) -> None:
    """Draw the versions as a tree, newest first; picking one looks at it."""
    picked = tree(
        [
            {
                "number": each.number,
                "what": wording.capital(each.what),
                "starred": each.starred,
                "depth": _depth(panel, each),
                "image": now.picture(panel.id, each.number),
            }
            for each in sorted(panel.versions, key=lambda v: -v.number)
        ],
        version.number,
        key=TREE,
        measure=measure,
    )
    if picked and picked != version.number:
        session.write(version=picked, pin=None)
        st.rerun()


def picture(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the picture with its pins or parts, or against another version."""
    earlier = [v.number for v in reversed(panel.versions) if v.number != version.number]
    others = [number for number in earlier if (panel.id, number) in now.drawn] or earlier
    drawn = now.picture(panel.id, version.number, "preview") is not None
    with row(gap="small", horizontal_alignment="distribute"):
        mode = _mode(compare=bool(others), parts=drawn)
        if mode != "Compare" and (how := _vary()):
            saying.vary(now, panel, version.number, how)
    if mode == "Compare":
        against, laid = _against(others)
        compare.two(now, panel, panel.version(against), version, laid)
        return
    standing = now.standings[panel.id]
    words = "Not drawn yet" if standing.allowed else standing.headline
    stage = Stage(
        ratio=cards.css_ratio(version.shot),
        pins=_pins(panel, version),
        adding=drawn and mode == "Look",
        words=words,
        mode="parts" if mode == "Parts" else "look",
        parts=_parts(now, panel, version),
        part=session.read().part,
    )
    if not drawn and now.busy(panel) and version.number == panel.current and standing.allowed:
        shown = _stand_in(now, panel, version)
        st.fragment(_watched, run_every=_EVERY)(now, panel, version, shown, stage)
        return
    # In a box, as a fragment is: else the picture is made anew when work begins and ends.
    with st.container():
        result = viewer(compare.side(now, panel, version), stage, key="look")
    if result.add:
        session.write(pin=(result.add["x"], result.add["y"]))
        st.rerun()
    if result.part:
        session.write(part=None if result.part == session.read().part else result.part)
        st.rerun()


def _watched(now: Wall, panel: Panel, version: Version, shown: Version, stage: Stage) -> None:
    """Draw the picture as it forms; before the first preview, the version it is made from."""
    work = {(one.shot, one.version): one for one in panels.statuses(now.board)}
    status = work.get((panel.id, version.number))
    url, words = underway.watched(status, now.viewer, version.number, shown.number)
    side = compare.side(now, panel, shown)
    if url:
        side = replace(side, url=url, alt=f"{cards.title(version.shot)}, forming")
    viewer(side, replace(stage, forming=words), key="look")


def _stand_in(now: Wall, panel: Panel, version: Version) -> Version:
    """Return the version whose picture is looked at while this one is drawn; else this one."""
    standing = version
    while standing.parent:
        standing = panel.version(standing.parent)
        if now.picture(panel.id, standing.number):
            return standing
    return version


def _parts(now: Wall, panel: Panel, version: Version) -> str | None:
    draft = now.drawn.get((panel.id, version.number))
    return links.parts_url(draft, now.viewer) if draft else None


def _mode(*, compare: bool, parts: bool) -> str:
    modes = ["Look", *(["Parts"] if parts else []), *(["Compare"] if compare else [])]
    chosen = st.segmented_control(
        "Mode",
        modes,
        default="Look",
        required=True,
        format_func=ink,
        label_visibility="collapsed",
        key="mode",
        help="Parts: point at the coat, the face or the background, and say what it should be.",
    )
    return str(chosen) if chosen in modes else "Look"


def facts(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the decision, the look, the light and the recipe; and the verdict."""
    recipe.facts(now, panel, version)


def _move(label: str, key: str, icon: str, **options: Any) -> bool:
    return st.button(label, key=key, icon=icon, type="tertiary", wrap=False, **options)


def _against(others: list[int]) -> tuple[int, Mode]:
    """Draw which version to lay beside, and how."""
    with row(gap="small"):
        chosen = st.selectbox(
            "Against",
            others,
            format_func=lambda number: f"with version {number}",
            label_visibility="collapsed",
            width=150,
            key="against",
        )
        laid = st.segmented_control(
            "How",
            list(_LAID),
            default="slide",
            required=True,
            format_func=lambda one: ink(_LAID[one]),
            label_visibility="collapsed",
            key="laid",
        )
    return (chosen if chosen in others else others[0]), laid or "slide"


def _star(now: Wall, panel: Panel, version: Version) -> None:
    label = "Starred" if version.starred else "Star"
    if _move(label, "star", ":material/star:", shortcut="s"):
        with told():
            services.studio().star(now.board, panel.id, version.number, by=session.person())
            st.rerun()


def _vary() -> How | None:
    """Draw the two strengths; what is kept as it is never varies."""
    return st.menu_button(
        "Vary",
        list(_STRENGTHS),
        format_func=_STRENGTHS.__getitem__,
        icon=":material/alt_route:",
        type="tertiary",
        key="vary",
    )


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
