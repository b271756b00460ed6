"""Beside the picture: may it be shown, what is worn, how it is lit, what made it."""

import streamlit as st

from toile.domain.board import Panel, Version
from toile.ui import cards, drawer, reading, recipes, services, session, wording
from toile.ui.cards import Wall
from toile.ui.components import books, garments
from toile.ui.components.layout import badge, fact, ink, row
from toile.ui.stages import judging
from toile.ui.trouble import told
from toile.ui.wording import plain

LOCKS = {
    "talent": "Identity",
    "garments": "Garments",
    "pose": "Pose",
    "light": "Light",
    "set": "Set",
    "framing": "Framing",
}


def facts(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the whole side of the picture."""
    standing = now.standings[panel.id]
    with row(gap="small"):
        badge(standing.badge)
        if st.button(
            "Why",
            key="why",
            type="tertiary",
            icon=":material/chevron_right:",
            icon_position="right",
            shortcut="w",
            wrap=False,
        ):
            drawer.why(now.board.id, panel.id, version.number)
    st.markdown(f"**{plain(standing.people)}** · {plain(cards.line(version.shot))}")
    if standing.held:
        st.caption(f"May not leave the house yet: {plain(standing.held)}")
    with told():
        found = services.studio().rules.version(now.board, panel.id, version.number)
        st.caption(books.score(found))
    tab = st.segmented_control(
        "Panel",
        ["Look", "Light", "Rules", "Recipe"],
        default="Look",
        required=True,
        format_func=ink,
        wrap=True,
        label_visibility="collapsed",
        key="tab",
    )
    {"Look": _look, "Light": _light, "Rules": _rules, "Recipe": _recipe}[str(tab)](
        now, panel, version
    )
    st.space("small")
    _locks(now, panel)
    _verdict(now, panel, version)


def _look(now: Wall, panel: Panel, version: Version) -> None:
    shot = version.shot
    if shot.look:
        st.markdown(f"**{plain(wording.capital(shot.look))}**")
    with told():
        garments.worn(services.studio().garments(now.board, panel.id, version.number))
    for label, value in (
        ("Hair", shot.hair),
        ("Make-up", shot.make_up),
        ("Expression", shot.expression),
        ("Props", ", ".join(shot.props)),
        ("Not drawn", _not_drawn(now, panel, version)),
    ):
        if value:
            fact(label, plain(wording.capital(value)))
    if not shot.garments and not shot.look:
        st.caption("No garment is named yet: this is the plain base. Say what is worn.")


def _not_drawn(now: Wall, panel: Panel, version: Version) -> str:
    draft_id = now.drawn.get((panel.id, version.number))
    return recipes.not_drawn(services.studio().draft_of(draft_id)) if draft_id else ""


def _light(now: Wall, panel: Panel, version: Version) -> None:
    shot = version.shot
    with told():
        diagram = services.studio().lighting_diagram(now.board, panel.id)
        st.image(
            _in_ink(diagram),
            width="stretch",
            alt=f"Lighting plan: {shot.light or 'not set'}",
        )
    for label, value in (
        ("Light", shot.light),
        ("Grade", shot.grade),
        ("Set", shot.set),
        ("Lens", shot.lens),
        ("Angle", shot.angle),
        ("Aperture", shot.aperture),
        ("Camera movement", shot.movement),
        ("Length", f"{shot.seconds} seconds" if shot.seconds else ""),
        ("Room for copy", shot.copy_space),
    ):
        if value:
            fact(label, plain(wording.capital(wording.spaced(value))))


def _in_ink(drawing: str) -> str:
    """Draw in the light ink of a dark page, else in dark ink on paper."""
    ink = "#EDE8DF" if st.context.theme.type == "dark" else "#15120E"
    return drawing.replace("<svg ", f'<svg color="{ink}" ', 1)


def _rules(now: Wall, panel: Panel, version: Version) -> None:
    with told():
        studio = services.studio()
        found = studio.rules.version(now.board, panel.id, version.number)
        if not found.tested:
            st.caption("No rule of the brand's books can be tested on this shot yet.")
        elif (panel.id, version.number) not in now.drawn:
            st.caption("Not drawn yet: colours, free space and contrast are tested on the picture.")
        mend = books.held(found, reading.open_at, key="fix")
        if mend is not None:
            session.write(proposal=studio.plan(now.board, mend.fix, mend.edits))
            st.rerun()


def _recipe(now: Wall, panel: Panel, version: Version) -> None:
    draft_id = now.drawn.get((panel.id, version.number))
    if draft_id is None:
        st.caption("No picture of this version yet, so there is no recipe.")
        return
    draft = services.studio().draft_of(draft_id)
    for label, value in recipes.lines(draft):
        fact(label, plain(value))
    if draft.recipe.prompt:
        with st.expander("What the model was told"):
            st.text(draft.recipe.prompt)
    if draft.request.generator == "blocking":
        st.caption(plain(services.studio().why_not_painted(now.board)))


def _locks(now: Wall, panel: Panel) -> None:
    locked = panel.now.shot.locked
    others = tuple(field for field in locked if field not in LOCKS)
    chosen = st.pills(
        "Keep as it is",
        list(LOCKS),
        selection_mode="multi",
        default=[lock for lock in LOCKS if lock in locked],
        wrap=True,
        key=f"locks_{panel.id}_{panel.current}",
        format_func=lambda one: ink(LOCKS[one]),
    )
    if set(chosen) != set(locked) & set(LOCKS):
        with told():
            services.studio().edit_field(
                now.board, panel.id, "locked", (*others, *chosen), by=session.person()
            )
            st.rerun()


def _verdict(now: Wall, panel: Panel, version: Version) -> None:
    given = [v for v in panel.verdicts if v.version == version.number]
    if given:
        words = {"approved": "Approved", "changes": "Changes asked", "rejected": "Rejected"}
        last = given[-1]
        reason = f": {plain(last.reason)}" if last.reason else ""
        st.caption(f"{words[last.answer]} by {plain(last.by)}, {wording.day(last.at)}{reason}")
    if version.number != panel.current:
        _bring_back(now, panel, version)
    elif (panel.id, version.number) in now.drawn:
        _judge(now, panel, version, approved=bool(given) and given[-1].answer == "approved")


def _bring_back(now: Wall, panel: Panel, version: Version) -> None:
    """Draw the one thing an earlier version is for; what came after it stays in the tree."""
    if st.button(
        f"Bring back version {version.number}",
        type="primary",
        icon=":material/settings_backup_restore:",
        key="restore",
    ):
        with told():
            services.studio().restore(now.board, panel.id, version.number, by=session.person())
            session.write(version=None)
            st.rerun()
    st.caption(f"Version {panel.current} is on the board now. It stays in the tree.")


def _judge(now: Wall, panel: Panel, version: Version, *, approved: bool) -> None:
    with row(gap="xsmall"):
        yes = not approved and st.button(
            "Approve", type="primary", icon=":material/check:", key="approve", wrap=False
        )
        if st.button("Ask for changes", key="changes", wrap=False):
            judging.reason(now.board.id, panel.id, version.number)
    if yes:
        judging.judge(now.board.id, panel.id, version.number, "approved", "")
