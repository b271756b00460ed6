"""Locking shots, or fields of them, against change: "lock 1", "freeze the light in 2"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import Lock, Unlock

_COMMANDS: dict[str, type[Lock] | type[Unlock]] = {"lock": Lock, "unlock": Unlock}
_NAMED = ("number", "ordinal", "description", "all", "rest", "both")
FIELDS = (
    "framing", "angle", "lens", "light", "set", "pose", "garments", "props", "talent", "aspect",
)  # fmt: skip


def read_lock(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Lock or unlock the shots named, in the fields named or in all; return whether it was told."""
    command = _COMMANDS.get(acts[0]) if len(acts) == 1 else None
    target = resolve(page, clause, out.context.shots, out.spoken)
    if command is None or target.how not in (*_NAMED, "spoken of") or not target.shots:
        return False
    named = tuple(dict.fromkeys(s.name for s in page.spans(clause.start, clause.end, "f")))
    return out.do(command(shots=target.shots, fields=named or FIELDS))
