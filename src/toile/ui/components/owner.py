"""One model's page: the figures, the licences, the ledger."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence
from toile.domain.twins import Twin
from toile.ui import wording
from toile.ui.components.layout import row
from toile.ui.wording import plain
from toile.workflow.owner import OwnerView
from toile.workflow.values import DraftLine


@dataclass(frozen=True)
class Answer:
    """Her answer to one picture."""

    draft: str
    yes: bool


@dataclass(frozen=True)
class Stop:
    """The licence to stop, for a while or for good."""

    licence: str
    pause: bool
    lift: bool = False


TITLE = "What your twin was used for"
_WHAT = {
    "drafted": "Drawn",
    "refused": "Refused",
    "exported": "Left the studio",
    "revoked": "Licence withdrawn",
    "suspended": "Licence paused",
    "pause lifted": "Pause lifted",
    "published": "Published",
    "shared": "Shown by a link",
    "approved": "Approved by her",
    "declined": "Declined by her",
}


def passport(twin: Twin) -> None:
    """Draw who she is and when she was captured."""
    st.subheader(plain(twin.name), anchor=False)
    shots = sum(session.angles for session in twin.captures)
    last = max((session.day for session in twin.captures), default=None)
    st.caption(
        f"Twin {twin.version}, made from {shots} scans"
        + (f", last on {wording.day(last)}" if last else "")
    )
    sizes = twin.measurements
    st.markdown(
        f"{sizes.height_cm:.0f} cm · {sizes.bust_cm:.0f} / {sizes.waist_cm:.0f} / "
        f"{sizes.hips_cm:.0f} · shoe {sizes.shoe_eu:g}  \n"
        f"{plain(wording.capital(twin.hair.style))}, {plain(twin.hair.colour)}  \n"
        f"{plain(wording.capital(twin.eyes))} eyes"
    )
    for mark in twin.marks:
        st.caption(f"{wording.capital(mark.kind)}, {plain(mark.where)}: kept as captured")


def figures(view: OwnerView) -> None:
    """Draw the five numbers that matter to her."""
    grid = st.grid(5, min_column_width=112)
    grid.metric("Pictures drawn", view.drafted)
    grid.metric("Left the studio", view.exported)
    grid.metric("Published", view.published)
    grid.metric("Refused for her", view.refused)
    grid.metric("Licences in force", len(view.licences) - len(view.stopped))


def waiting(
    view: OwnerView,
    picture: Callable[[DraftLine], str],
    words: Callable[[DraftLine], tuple[str, str]],
) -> Answer | None:
    """Draw the pictures that wait for her yes, and return an answer; no answer means no.

    ``words`` say what a picture is and where it would run.
    """
    given: Answer | None = None
    if view.waiting:
        st.subheader("Waiting for you", anchor=False)
    for line in view.waiting:
        with st.container(border=True), row(gap="medium"):
            st.image(picture(line), width=84, alt="The picture asked about")
            what, use = words(line)
            st.markdown(
                f"**{plain(what)}**  \n{plain(use)}  \n"
                f":gray[Drawn {wording.day(line.drafted_at)}. No answer means no.]",
                width="stretch",
            )
            if st.button("Approve", key=f"yes_{line.id}", type="primary", wrap=False):
                given = Answer(line.id, yes=True)
            if st.button("Decline", key=f"no_{line.id}", wrap=False):
                given = Answer(line.id, yes=False)
    return given


def licences(view: OwnerView) -> Stop | None:
    """Draw each licence and return the one to stop."""
    stop: Stop | None = None
    st.subheader("Licences", anchor=False)
    for licence in view.licences:
        with st.container(border=True), row(gap="medium"):
            st.markdown(_licence(licence), width="stretch")
            if licence.id in view.stopped and licence.revocation is not None:
                words = {"revoked": "Withdrawn", "suspended": "Paused"}[licence.revocation.kind]
                st.badge(words, color="red", icon=":material/block:")
                if licence.revocation.kind == "suspended" and st.button(
                    "Lift", key=f"lift_{licence.id}", wrap=False
                ):
                    stop = Stop(licence.id, pause=False, lift=True)
                continue
            if st.button("Pause", key=f"pause_{licence.id}", type="tertiary", wrap=False):
                stop = Stop(licence.id, pause=True)
            if st.button("Withdraw", key=f"stop_{licence.id}", wrap=False):
                stop = Stop(licence.id, pause=False)
    if not view.licences:
        st.caption("No licence is on file. Nobody may draw her.")
    return stop


def ledger(view: OwnerView) -> None:
    """Draw everything that happened, newest first."""
    st.subheader("Ledger", anchor=False)
    if not view.uses:
        st.caption("Nothing yet. Every picture, refusal and export will stand here.")
        return
    called = {(one.board, one.shot): f"{one.no} {one.title}".strip() for one in view.shots}
    st.dataframe(
        [
            _use(one.fact, called.get((one.fact.board, one.fact.shot), ""))
            for one in view.uses[:500]
        ],
        column_config={"When": st.column_config.TextColumn(width="small")},
        hide_index=True,
        key="ledger",
    )


def _use(fact: LedgerFact, shot: str) -> dict[str, str]:
    return {
        "When": wording.day(fact.at),
        "What": _WHAT.get(fact.what, wording.capital(fact.what)),
        "For": wording.brand(fact.brand),
        "By": fact.by,
        "Shot": shot,
        "Licence": ", ".join(fact.licences),
        "Clause": ", ".join(fact.clauses),
        "Why": fact.say,
    }


def _licence(licence: Licence) -> str:
    places = sorted({code for grant in licence.grants for code in grant.territory.include or ()})
    media = sorted({medium for grant in licence.grants for medium in grant.media or ()})
    term = licence.term
    until = f"until {wording.day(term.end)}" if term and term.end else "no end recorded"
    named = f"{licence.id}, version {licence.version}"
    lines = [
        f"**{plain(wording.brand(licence.licensee))}** :gray[{plain(named)}]",
        f"{plain(wording.capital(', '.join(map(wording.medium, media)) or 'no media recorded'))} · "
        f"{wording.places(places) or 'no place recorded'} · {until}",
    ]
    if licence.approval.mode != "none":
        lines.append(":orange[:material/front_hand: Asks for approval]")
    return "  \n".join(lines)
