"""Who takes the place of somebody who was just taken out: "Lotte out of 2, Noor in"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entrances import entering
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag
from toile.domain.commands import RemoveItems, ReplaceItem


def read_entrance(page: Page, clause: Clause, out: Outcome, known: dict[str, str]) -> bool:
    """Read who comes in behind a clause that took one person out; return whether it was that."""
    gone = out.commands[-1] if out.commands else None
    place = entering(page, clause)
    if place is None or not isinstance(gone, RemoveItems) or len(gone.items) != 1:
        return False
    if gone.field != "talent":
        return False
    name = known.get(page.form(place), page.tokens[place].text)
    if not is_cleared(out, known, name):
        out.commands = [c for c in out.commands if not _takes_out(c, gone.items)]
        out.shots = out.rebuilt()
        return not_cleared(out, name)
    for index, command in enumerate(out.commands):
        if isinstance(command, RemoveItems) and _takes_out(command, gone.items):
            out.commands[index] = _instead(out, command, name)
    out.shots = out.rebuilt()
    return True


def _takes_out(command: object, people: tuple[str, ...]) -> bool:
    return (
        isinstance(command, RemoveItems) and command.field == "talent" and command.items == people
    )


def _instead(out: Outcome, command: RemoveItems, name: str) -> RemoveItems | ReplaceItem:
    """Return the exchange for a removal; who is in the picture already stays alone there."""
    if any(name in out.context.shots.shot(s).talent for s in command.shots):
        return command
    return ReplaceItem(shots=command.shots, field="talent", old=command.items[0], new=name)


def is_cleared(out: Outcome, known: dict[str, str], name: str) -> bool:
    """Whether somebody may be cast: on the board or, where the twins are told, among them."""
    if out.context.twins is not None:
        return name.casefold() in {twin.casefold() for twin in out.context.twins}
    return name in known.values()


def not_cleared(out: Outcome, name: str) -> bool:
    """Refuse somebody who is not cleared, and ask who comes instead."""
    why = f"{name} is not among the twins cleared for this campaign. Who instead?"
    out.flags.append(Flag(code="TWIN_RIGHTS", action="refuse", why=why))
    return True
