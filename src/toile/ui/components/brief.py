"""A brief as understood: the words, the flags, the open questions, the card."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from toile.domain.brief import Brief, Flag, OpenQuestion
from toile.ui import facts, wording
from toile.ui.components.kit import Measure
from toile.ui.components.layout import fact, ink, row
from toile.ui.components.marked import marked

Pressed = Literal["right", "back"]
_OWN = "Other…"
_FLAG_ICONS = {
    "refuse": ":red[:material/block:]",
    "flag": ":orange[:material/flag:]",
    "ask": ":orange[:material/help:]",
    "ignore_and_tell": ":gray[:material/info:]",
}


def words(brief: Brief, measure: Callable[[str], Measure]) -> None:
    """Draw the director's own text with what was understood underlined."""
    spans, key = facts.spans(brief.evidence), "brief_words"
    marked(brief.text, spans, facts.LEGEND, key=key, measure=measure(key))


def flags(found: Sequence[Flag]) -> None:
    """Draw what a person must know before the plan is made."""
    for flag in found:
        with st.container(border=True):
            quote = f"  \n:gray[“{wording.plain(flag.quote)}”]" if flag.quote else ""
            st.markdown(f"{_FLAG_ICONS[flag.action]} {wording.plain(flag.why)}{quote}")


def questions(asked: Sequence[OpenQuestion]) -> tuple[OpenQuestion, str] | None:
    """Draw the open questions, ready answers as pills, and return the one just answered."""
    if not asked:
        return None
    st.subheader(wording.capital(wording.number(len(asked), "open question")), anchor=False)
    for question in asked:
        with row(gap="small", horizontal_alignment="distribute"):
            st.markdown(wording.plain(question.ask), width="content")
            if not question.options:
                if said := _own_words(question, width=260):
                    return question, said
                continue
            picked = st.pills(
                question.ask,
                [*question.options, _OWN],
                format_func=ink,
                key=f"ask_{question.about}",
                label_visibility="collapsed",
                wrap=True,
            )
        if picked == _OWN:
            picked = _own_words(question)
        if picked:
            return question, str(picked)
    return None


def card(now: facts.Facts, was: facts.Facts | None, *, confirm: bool) -> Pressed | None:
    """Draw the facts as rows, and under those that changed what stood there before.

    ``was`` is given where the last change can be taken back. Returns what was pressed: that the
    card is right, or that the last change goes back.
    """
    usage = now[1]
    rows = facts.changed(now, was or now)
    with st.container(border=True, gap="xsmall"):
        st.subheader("The card", anchor=False)
        for label, value, before in rows:
            fact(label, _with_before(value, before))
        if any(before is not None for *_, before in rows) and st.button(
            "Take that back", icon=":material/undo:", type="tertiary", key="brief_back"
        ):
            return "back"
        if unknown := usage.unknown:
            st.caption(f"Still unknown: {', '.join(unknown)}. I leave it unknown, not guessed.")
        st.space("xsmall")
        if confirm and st.button(
            "This is right, plan the shots", type="primary", key="confirm", wrap=False
        ):
            return "right"
    return None


def _with_before(value: str, before: str | None) -> str:
    now = wording.plain(value) or ":gray[left open]"
    if before is None:
        return now
    return f"{now}  \n:small[:gray[before: {wording.plain(before) or 'nothing'}]]"


def _own_words(question: OpenQuestion, width: int | Literal["stretch"] = "stretch") -> str:
    return st.text_input(
        question.ask,
        key=f"own_{question.about}",
        label_visibility="collapsed",
        placeholder="In your own words",
        width=width,
    ).strip()
