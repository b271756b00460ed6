"""Shots that are told by nothing but who is in them: "put Tom in with Ada", Ada being in three."""

from toile.adapters.language.built_in.edits.shots.target_kinds import Target


def is_only_somebody(target: Target) -> bool:
    """Whether several shots are meant by a name alone, which does not say in which of them."""
    several = target.how == "description" and len(target.shots) > 1 and not target.plural
    by_name = bool(target.used) and all(m.fields == {"talent"} for m in target.used)
    return several and by_name
