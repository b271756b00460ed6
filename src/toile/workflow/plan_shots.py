"""A confirmed brief becomes a board: shots, the rules they answer, the people in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from toile.domain.board import Board, Panel, Turn, Version
from toile.domain.brief import Brief, Usage
from toile.domain.errors import BadInput, CommandRefused, NotFound
from toile.domain.ids import TwinId
from toile.domain.rights import Remedy
from toile.domain.shots import Shot, ShotList
from toile.domain.twins import NoTwin, Twin
from toile.workflow.cast_shots import Candidate, CastShots
from toile.workflow.find_material import FindMaterial
from toile.workflow.ports import Boards, Clock, Interpreter
from toile.workflow.uses import named, wants_people

COMPANY = ("together", "group", "couple", "duo", "all three", "both")
USAGE_FIELDS = {"territory": "territories", "media": "media", "online_reach": "online_reach"}


@dataclass(frozen=True)
class PlanShots:
    """Plan, cast, and carry out a remedy."""

    interpreter: Interpreter
    material: FindMaterial
    casts: CastShots
    boards: Boards
    clock: Clock

    def __call__(self, board: Board, *, by: str) -> Board:
        """Return the board with its shots planned, cited and cast."""
        if board.brief is None:
            raise BadInput("This board has no brief yet.", hint="Write one first.")
        planned = self.interpreter.plan(board.brief, self.clock.now().date())
        if not planned.shots:
            raise BadInput(
                "The brief does not say what to photograph.",
                hint="Add at least one product, look or number of pictures.",
            )
        shots = self.material.cite(planned, board.shelf)
        cast = self._people(board, board.brief, shots)
        panels = tuple(
            self._panel(shot, _cast_of(shot, cast, place), by)
            for place, shot in enumerate(shots.shots)
        )
        now = self.clock.now()
        changed = board.next("The plan of the shots", by, now, panels=panels, stage="drafting")
        open_ = [one.allowed for one in self.casts.decisions(changed)]
        text = f"{_summary(shots, cast)} {_refused(open_)}".strip()
        changed = changed.with_turns(Turn(by="toile", text=text, at=now, kind="plan"))
        self.boards.save(changed)
        return changed

    def cast(self, board: Board, shots: Sequence[str], twin: TwinId, *, by: str) -> Board:
        """Return the board with a twin in the named shots, or in all; decided when asked.

        Raises ``CommandRefused`` where the people of a shot are kept as they are.
        """
        known = {one.id: one for one in self.casts.registry.twins()}
        if twin not in known:
            raise NotFound(f"No twin {twin!r} is on file.")
        wanted = set(shots) or {panel.id for panel in board.panels}
        chosen = [panel.now.shot for panel in board.panels if panel.id in wanted]
        kept = [shot.no for shot in chosen if "talent" in shot.locked]
        if kept:
            raise CommandRefused(
                f"The people of shot {', '.join(map(str, kept))} are kept as they are.",
                hint="Let the identity change again in the shot first.",
            )
        panels = tuple(
            self._recast(panel, known[twin], by) if panel.id in wanted else panel
            for panel in board.panels
        )
        now = self.clock.now()
        what = f"Cast {known[twin].name}"
        turn = Turn(by="toile", text=f"{what}.", at=now, shots=tuple(sorted(wanted)))
        changed = board.next(what, by, now).with_panels(panels).with_turns(turn)
        self.boards.save(changed)
        return changed

    def remedy(self, board: Board, shot: str, number: int, *, by: str) -> Board:
        """Return the board with a remedy of a refused shot carried out.

        Raises ``CommandRefused`` for one that is not the board's to do, such as a payment.
        """
        casting = self.casts.casting(board, board.panel(shot))
        remedies = [found for role in casting.refusals for found in role.decision.remedies]
        if not 0 <= number < len(remedies):
            raise NotFound("That way to a yes is no longer on offer.", hint="Look again at why.")
        remedy = remedies[number]
        if "twins" in remedy.change:
            return self.cast(board, (shot,), TwinId(remedy.change["twins"][0]), by=by)
        usage = used_otherwise(board.usage, remedy)
        if usage == board.usage:
            raise CommandRefused(remedy.say, hint="Somebody outside this board has to do it.")
        return self.use_otherwise(board, usage, remedy.say, by=by)

    def use_otherwise(self, board: Board, usage: Usage, what: str, *, by: str) -> Board:
        """Return the board with another use; every shot is decided again when asked."""
        now = self.clock.now()
        turn = Turn(by="toile", text=f"Done: {what}", at=now)
        changed = board.next(what, by, now, usage=usage).with_turns(turn)
        self.boards.save(changed)
        return changed

    def _people(self, board: Board, brief: Brief, shots: ShotList) -> tuple[Twin | NoTwin, ...]:
        """Return who is in the pictures: those the brief names, else the best that are cleared."""
        twins = self.casts.registry.twins()
        if brief.twins and brief.twins.names:
            return tuple(
                named(name, twins) or NoTwin(reason=f"Nobody called {name} is on file.")
                for name in brief.twins.names
            )
        if not any(wants_people(shot) for shot in shots.shots):
            return ()
        count = max(1, (brief.talent.people if brief.talent else None) or 1)
        probe = board.model_copy(update={"panels": (self._panel(shots.shots[0], (), ""),)})
        found = self.casts.candidates(probe, probe.panels[0])
        cleared = [one.twin for one in found if one.allowed]
        fitting = sorted(cleared, key=lambda twin: -_fit(twin, brief))
        if len(fitting) >= count:
            return tuple(fitting[:count])
        nobody = NoTwin(reason=_nobody(found, count))
        return (*fitting, *[nobody] * (count - len(fitting)))

    def _panel(self, shot: Shot, cast: Sequence[Twin | NoTwin], by: str) -> Panel:
        names = tuple(one.name for one in cast if isinstance(one, Twin))
        version = Version(
            number=1,
            parent=None,
            shot=shot.with_(talent=names),
            cast=tuple(one.id if isinstance(one, Twin) else one for one in cast),
            seed=self.clock.seed(),
            what="Planned",
            by=by,
            at=self.clock.now(),
        )
        return Panel(id=shot.id, versions=(version,), current=1)

    def _recast(self, panel: Panel, twin: Twin, by: str) -> Panel:
        now = panel.now
        return panel.with_version(
            now.model_copy(
                update={
                    "number": panel.made + 1,
                    "parent": now.number,
                    "shot": now.shot.with_(talent=(twin.name,)),
                    "cast": (twin.id,),
                    "what": f"Cast {twin.name}",
                    "by": by,
                    "at": self.clock.now(),
                    "starred": False,
                }
            )
        )


def _cast_of(shot: Shot, cast: Sequence[Twin | NoTwin], place: int) -> Sequence[Twin | NoTwin]:
    """Return who is in a shot: those it names, all where it is about company, else one by turns."""
    if not cast or not wants_people(shot):
        return ()
    named_here = [one for one in cast if _plays(one, shot)]
    if named_here:
        return named_here
    said = " ".join(filter(None, (shot.pose, shot.title, shot.notes))).casefold()
    if any(word in said for word in COMPANY):
        return cast
    return (cast[place % len(cast)],)


def _plays(one: Twin | NoTwin, shot: Shot) -> bool:
    return isinstance(one, Twin) and any(
        name.casefold() in {one.name.casefold(), one.name.split()[0].casefold()}
        for name in shot.talent
    )


def _fit(twin: Twin, brief: Brief) -> int:
    """Return how many of the brief's words about talent a twin answers; a coarse first order."""
    wanted = " ".join(brief.talent.description if brief.talent else ()).casefold()
    facts = [twin.hair.colour, twin.hair.style, *(mark.kind for mark in twin.marks)]
    score = sum(word in wanted for fact in facts for word in fact.split() if len(word) > 2)
    man = twin.build < 0
    asks_man = any(f" {word} " in f" {wanted} " for word in ("man", "men", "male", "guy"))
    asks_woman = any(f" {word} " in f" {wanted} " for word in ("woman", "women", "female", "girl"))
    if asks_man != asks_woman:
        score += 4 if man == asks_man else -4
    for decade in ("20", "30", "40", "50", "60"):
        if decade in wanted:
            score += 3 if str(twin.apparent_age)[0] == decade[0] else -2
    return score


def _nobody(found: Sequence[Candidate], count: int) -> str:
    """Return why a seat stays empty: nobody is cleared, or fewer than the brief asks for."""
    if not found:
        return "Nobody is on file."
    cleared = [one.twin.name for one in found if one.allowed]
    refused = next((one.because for one in found if not one.allowed), "")
    nearest = f" Nearest: {refused}" if refused else ""
    if not cleared:
        return f"Nobody on file is cleared for this use.{nearest}"
    are = "is" if len(cleared) == 1 else "are"
    who = " and ".join(cleared)
    return f"{count} people are asked for; only {who} {are} cleared for this use.{nearest}"


def used_otherwise(usage: Usage, remedy: Remedy) -> Usage:
    """Return the use as a remedy changes it; the same use where others must act."""
    return Usage.model_validate(usage.model_dump() | _usage_changes(remedy))


def _usage_changes(remedy: Remedy) -> dict[str, Any]:
    change = remedy.change
    changes = {ours: change[theirs] for theirs, ours in USAGE_FIELDS.items() if theirs in change}
    window = change.get("window")
    if isinstance(window, dict):
        changes |= {"start": window.get("start"), "end": window.get("end")}
    return changes


def _summary(shots: ShotList, cast: Sequence[Twin | NoTwin]) -> str:
    groups = {shot.group for shot in shots.shots if shot.group}
    names = [one.name.split()[0] for one in cast if isinstance(one, Twin)]
    set_ups = f" in {len(groups)} set-ups" if len(groups) > 1 else ""
    last = f" and {names[-1]}" if len(names) > 1 else ""
    people = f", with {', '.join(names[:-1] if last else names)}{last}" if names else ""
    return f"{len(shots)} {'shot' if len(shots) == 1 else 'shots'}{set_ups}{people}."


def _refused(allowed: Sequence[bool]) -> str:
    """Say how many shots may not be drawn for this use; nothing where all may."""
    count = allowed.count(False)
    if not count:
        return ""
    which = "None of them may" if count == len(allowed) else f"{count} of them may not"
    return f"{which} be drawn for this use yet: the badge on a shot says why."
