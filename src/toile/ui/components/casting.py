"""The people on file for one use: who, whether, why, and the one act that fits the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from toile.domain.twins import Twin
from toile.ui import wording
from toile.ui.components.layout import badge, row
from toile.ui.wording import plain
from toile.workflow.cast_shots import Candidate


@dataclass(frozen=True)
class Face:
    """A candidate with the picture to show, an address or a drawing as SVG, and its terms."""

    candidate: Candidate
    picture: str
    terms: tuple[str, ...] = ()


def people(faces: Sequence[Face], *, verb: str) -> str | None:
    """Draw everybody as cards and return the twin to cast."""
    chosen: str | None = None
    grid = st.grid("auto", min_column_width=164, gap=(36, 20))
    for face in faces:
        with grid.cell():
            if _card(face, verb):
                chosen = face.candidate.twin.id
    return chosen


def nearest(wanted: str, because: str, other: Candidate | None) -> bool:
    """Draw the refusal that stands in the way, and return whether the nearest yes is taken."""
    with st.container(border=True), row(gap="medium"):
        words = f"**{plain(wanted)}**  \n{plain(because)}"
        if other:
            words += (
                f"  \n:gray[Nearest cleared:] **{plain(other.twin.name)}**, {facts(other.twin)}"
            )
        st.markdown(words, width="stretch")
        return other is not None and st.button(
            f"Cast {other.twin.name.split()[0]}", type="primary", key="cast_nearest", wrap=False
        )


def facts(twin: Twin) -> str:
    """Say height, hair and agency in one line."""
    height = f"{twin.measurements.height_cm:.0f} cm"
    return plain(" · ".join((height, f"{twin.hair.colour} hair", twin.agency)))


def _card(face: Face, verb: str) -> bool:
    twin, decision = face.candidate.twin, face.candidate.decision
    st.image(face.picture, width="stretch", alt=twin.name)
    with st.container(gap="xsmall"):
        with row():
            st.markdown(f"### {plain(twin.name.split()[0])}", width="stretch")
            st.markdown(f":gray[{twin.measurements.height_cm:.0f} cm]", width="content")
        badge(wording.STANDINGS[decision.outcome])
        if decision.findings:
            st.markdown(f":small[{plain(face.candidate.because)}]")
        if face.terms:
            st.markdown("  \n".join(f":small[{plain(line)}]" for line in face.terms))
        hair = wording.capital(f"{twin.hair.style}, {twin.hair.colour}")
        st.caption(f"{plain(hair)}  \n{plain(twin.agency)}")
        return decision.allowed and st.button(verb, key=f"cast_{twin.id}", wrap=False)
