"""The looks of a board: choose one, see it on the body, change a colour wherever it is worn."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.board import Panel
from toile.domain.line_sheet import LineSheet, Look
from toile.domain.wardrobe import Colour
from toile.ui import cards, links, services, wording
from toile.ui.cards import Wall
from toile.ui.components import looks as parts
from toile.ui.components.kit import Measure
from toile.ui.components.layout import fact, heading, ink, row
from toile.ui.components.picture import Side, Stage, viewer
from toile.ui.components.swatches import chip
from toile.ui.stages import chosen
from toile.ui.widths import side_by_side

_SIDE_BY_SIDE = 6


def looks(now: Wall) -> list[Panel]:
    """Draw the looks, and return the panels of the one that is open."""
    sheet = services.studio().looks.sheet(now.board)
    count = wording.capital(wording.number(len(sheet.looks), "look"))
    heading(
        f"{now.board.title} · looks", f"{count}, {wording.number(len(now.board.panels), 'shot')}"
    )
    names = {
        at: f"{look.name}: {wording.capital(', '.join(look.garments)) or 'not named yet'}"
        for at, look in enumerate(sheet.looks)
    }
    look = sheet.looks[_chosen(names)]
    panels = [now.board.panel(shot) for shot in look.shots]
    laid = side_by_side([1.6, 2], gap="large")
    left, right = laid.places
    with left:
        _body(now, panels, laid.measure("look_body"))
    with right:
        _worn(now, look, panels)
    _sheet(now, sheet)
    _colours(now)
    return panels


def _chosen(names: dict[int, str]) -> int:
    """Draw the looks to choose from: side by side while they fit, else as a list."""
    if len(names) > _SIDE_BY_SIDE:
        at = st.selectbox("Look", list(names), format_func=names.__getitem__, width=480, key="look")
    else:
        at = st.pills(
            "Look",
            list(names),
            format_func=lambda at: ink(names[at]),
            default=0,
            required=True,
            label_visibility="collapsed",
            wrap=True,
            key="look",
        )
    return at or 0


def _body(now: Wall, panels: Sequence[Panel], measure: Measure) -> None:
    """Draw the look where most of it is seen: the widest drawn shot that may be shown."""
    allowed = [panel for panel in panels if not now.standings[panel.id].refused]
    fullest = sorted(allowed, key=lambda panel: panel.now.shot.framing not in ("full", "wide"))
    drawn = next((panel for panel in fullest if now.shown(panel)), None)
    panel = drawn or panels[0]
    url = now.shown(panel, "preview") if drawn else None
    title = cards.title(panel.now.shot)
    stage = Stage(ratio=cards.css_ratio(panel.now.shot), words="Not drawn yet", height="62dvh")
    side = Side(url, title, f"{title}, shot {panel.now.shot.no}")
    viewer(side, stage, key="look_body", measure=measure)


def _worn(now: Wall, look: Look, panels: Sequence[Panel]) -> None:
    shot = panels[0].now.shot
    in_shots = ", ".join(str(panel.now.shot.no) for panel in panels)
    where = f"shot{'s' if len(panels) > 1 else ''} {in_shots}"
    st.markdown(f"**{wording.plain(', '.join(look.people)) or 'Nobody cast'}**, {where}")
    worn = services.studio().looks.pieces(now.board, panels[0].id, panels[0].current)
    kind = parts.pieces(worn)
    for label, value in (("Hair", shot.hair), ("Make-up", shot.make_up)):
        fact(label, wording.plain(value or "Not said yet"))
    if kind:
        chosen.swap(now.board.id, tuple(str(panel.id) for panel in panels), kind)
    everywhere = st.button(
        "Swap a colour in every shot", icon=":material/palette:", key="swap_all", wrap=False
    )
    if everywhere:
        chosen.swap(now.board.id, tuple(str(panel.id) for panel in now.board.panels))


def _sheet(now: Wall, sheet: LineSheet) -> None:
    st.subheader("Line sheet", anchor=False)
    parts.mismatches(sheet)
    parts.line_sheet(sheet, {str(panel.id): panel.now.shot.no for panel in now.board.panels})


def _colours(now: Wall) -> None:
    """Draw the palette of the books with its page, and the moodboard with what was read of it."""
    studio = services.studio()
    palette = studio.looks.palette(now.board)
    st.subheader("Palette", anchor=False)
    if palette:
        st.caption(f"From {palette[0].source}. Names are the nearest the studio knows.")
        _chips([swatch.colour for swatch in palette])
    else:
        st.caption("No book of this brand says its colours as codes.")
    st.subheader("Moodboard", anchor=False)
    moods = studio.moods.listed(now.board)
    if not moods:
        st.caption("Drop pictures into the prompt and they are kept here as references.")
        return
    st.caption("Only the colours are read from these: not people, poses or clothes.")
    with row(gap="small"):
        for mood in moods:
            url = links.mood_url(now.board.id, mood.id, now.viewer)
            st.image(url, width=150, alt=f"Reference {mood.name}")
    _chips(studio.moods.colours(now.board))


def _chips(colours: Sequence[Colour]) -> None:
    with row(gap="medium"):
        for colour in colours:
            with row(gap="xsmall", width="content", wrap=False):
                st.image(chip(colour.code, 28), width=28, alt=f"Swatch {colour.code}")
                st.markdown(f"{wording.capital(str(colour))} {wording.plain(colour.code)}")
