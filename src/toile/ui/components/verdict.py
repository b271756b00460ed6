"""What a found file is: one sentence, then each of our drafts in it, then how that is known."""

import streamlit as st

from toile.ui import wording
from toile.ui.components import why
from toile.ui.components.layout import badge, fact, row
from toile.ui.links import picture_url
from toile.ui.wording import plain
from toile.workflow.verified import Check, Found, Verification

_EVIDENCE = {
    "signed": wording.Standing("As we signed it", "green", ":material/verified:"),
    "signature missing": wording.Standing("Altered copy", "orange", ":material/edit:"),
    "signature broken": wording.Standing("Altered copy", "orange", ":material/edit:"),
    "signature out of date": wording.Standing(
        "Certificate run out", "orange", ":material/event_busy:"
    ),
    "signed by another studio": wording.Standing(
        "Signed by another studio", "orange", ":material/edit:"
    ),
}
_PICTURE_WIDTH = 210


def verdict(found: Verification, viewer: str) -> None:
    """Draw the answer, and under it every draft beside our own copy of it."""
    st.subheader(plain(found.sentence), anchor=False)
    if not found.finds and found.certain:
        st.markdown(plain(found.certain))
    for one in found.finds:
        with st.container(border=True):
            _draft(one, viewer)
    if found.finds and found.elsewhere:
        count = wording.number(found.elsewhere, "draft")
        st.caption(f"In the same file: {count} of ours that belong to another brand.")
    if found.checks:
        _checks(found.checks)


def _draft(found: Found, viewer: str) -> None:
    with row(gap="large", vertical_alignment="top"):
        if not found.withdrawn:
            # What was withdrawn is not shown again, here neither.
            address = picture_url(found.draft, "preview", viewer)
            st.image(address, width=_PICTURE_WIDTH, caption="Our own copy", alt="Our own copy")
        with st.container(width="stretch", gap="small"):
            with row(gap="small"):
                badge(_EVIDENCE[found.evidence])
                for place in found.places:
                    st.badge(plain(wording.capital(place)), color="gray")
            _facts(found)
    _today(found)
    with st.expander("How this is known", icon=":material/fact_check:"):
        _checks(found.checks)


def _facts(found: Found) -> None:
    fact("Draft", f"**{plain(found.shot)}**, version {found.version}")
    fact("Of", plain(found.who))
    fact("For", wording.brand(found.brand))
    fact("Drafted", wording.day(found.drafted))
    fact("Made by", "an image model" if found.painted else "3-D drawing; it is not a photograph")
    if found.licences:
        fact("Licence", plain(", ".join(found.licences)))
    fact("How sure", plain(found.certain))
    if found.changed:
        fact("Changed", "  \n".join(plain(change) for change in found.changed))


def _today(found: Found) -> None:
    st.markdown("**What it may be used for today**")
    if found.withdrawn:
        st.markdown(f":red[:material/block: Nothing.] {plain(found.withdrawn)}")
        return
    for use in found.uses:
        with row(gap="small", vertical_alignment="top", wrap=False):
            badge(wording.STANDINGS[use.outcome])
            reason = "" if use.outcome.yes else f" {plain(use.say)}"
            st.markdown(f"{use.what}.{reason}", width="stretch")
        if use.outcome.yes and use.duties:
            st.caption(plain(" ".join(use.duties)))
    if found.cells:
        span = wording.days(found.usage.start, found.usage.end)
        st.caption(f"Publishing, place by place, {span}".rstrip(", "))
        st.markdown(why.table(found.cells))


def _checks(checks: tuple[Check, ...]) -> None:
    for check in checks:
        sign = ":green[:material/check:]" if check.good else ":gray[:material/remove:]"
        st.markdown(f"{sign} **{check.what}.** {plain(check.say)}.")
