"""The recipe card in words: what made a picture, from which words, and what else it touched."""

from toile.domain.drafts import Draft
from toile.domain.painting import Drift
from toile.ui import wording

_MAPS = {
    "blocked": "the blocking",
    "pose": "its pose",
    "depth": "its depth",
    "normals": "its forms",
}


def lines(draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return label and words of each row; what does not apply is left out."""
    made = draft.recipe
    blocked = draft.request.generator == "blocking"
    rows = (
        ("Made by", made.renderer),
        ("Weights", made.revision),
        ("Because", made.because),
        ("Style", made.style if blocked else ""),
        ("Seed", str(made.seed)),
        ("Size", f"{made.size[0]} × {made.size[1]}"),
        ("Time", wording.seconds(made.seconds)),
        ("Together", together(made.together)),
        ("Held to", _listed(made.maps)),
        ("Shown", "" if blocked else _listed(made.references) or "No picture of anybody"),
        ("Wishes", "; ".join(made.wishes)),
        ("The rest", "" if made.drift is None else the_rest(made.drift)),
        ("Mark", "Visible and hidden, signed"),
        ("Drawn", wording.day(draft.drafted_at)),
        ("Words from", made.template),
        ("Note", "" if blocked else " ".join(made.unread)),
        ("Not drawn", not_drawn(draft)),
    )
    return tuple((label, words) for label, words in rows if words)


def _listed(things: tuple[str, ...]) -> str:
    return wording.capital(", ".join(_MAPS.get(one, one) for one in things))


def not_drawn(draft: Draft) -> str:
    """Say which of the director's words a blocked picture does not show."""
    return ", ".join(draft.recipe.unread) if draft.request.generator == "blocking" else ""


def together(count: int) -> str:
    """Say with how many other shots a picture shared one call of the model."""
    if count < 2:
        return ""
    others = "1 other shot" if count == 2 else f"{count - 1} other shots"
    return f"In one call with {others}; none sees another's face or maps"


def the_rest(drift: Drift) -> str:
    """Say how far an edit moved what it was not asked to change, as measured."""
    kept = (
        "Unchanged outside the part, measured"
        if drift.kept_most == 0
        else f"Moved by up to {drift.kept_most} of 255 outside the part"
    )
    if drift.raw_most == 0:
        return f"{kept}."
    return f"{kept}; unguarded it would have moved by {drift.raw_mean:.1f} of 255 on average."
