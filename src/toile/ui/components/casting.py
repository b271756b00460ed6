"""The people on file for one use: who, whether, why, and the one act that fits the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from toile.domain.twins import Twin
from toile.ui import wording
from toile.ui.components.layout import badge, row
from toile.ui.wording import plain
from toile.workflow.cast_shots import Candidate
from toile.workflow.find_twins import FoundTwin


@dataclass(frozen=True)
class Face:
    """A candidate with the picture to show, an address or a drawing as SVG, and its terms.

    ``here`` is the same twin as decided for the board's own use, which a description may differ
    from.
    """

    candidate: Candidate
    picture: str
    terms: tuple[str, ...]
    here: Candidate


def description() -> str:
    """Draw the line for who is looked for, and return the words."""
    return st.text_input(
        "Who are you looking for?",
        placeholder="Freckles, early 20s, walks like on a runway, free for Nordics e-com in March",
        key="cast_words",
    ).strip()


def use_read(asked: Sequence[str], board: Sequence[str]) -> None:
    """Draw the use that the words were read as, and the board's own where that is another."""
    st.caption(f"Decided for: {plain(' · '.join(asked))}.")
    if board:
        own = plain(" · ".join(board))
        st.caption(f":material/info: The board is for: {own}. Who is cast must be cleared for it.")


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
        if isinstance(face.candidate, FoundTwin):
            st.markdown(f":small[{plain(wording.capital(face.candidate.fit))}]")
        badge(wording.STANDINGS[decision.outcome])
        if decision.findings:
            st.markdown(f":small[{plain(face.candidate.because)}]")
        if face.terms:
            st.markdown("  \n".join(f":small[{plain(line)}]" for line in face.terms))
        hair = wording.capital(f"{twin.hair.style}, {twin.hair.colour}")
        st.caption(f"{plain(hair)}  \n{plain(twin.agency)}")
        if decision.allowed and not face.here.allowed:
            st.markdown(f":small[Not for this board: {plain(face.here.because)}]")
        both = decision.allowed and face.here.allowed
        return both and st.button(verb, key=f"cast_{twin.id}", wrap=False)
