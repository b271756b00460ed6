"""Change one part of a picture only, or vary a picture: a new version that starts from another.

Belongs here: the wish as a version of the board. Does not: pixels (the drafting verb makes them),
or reading words (the interpreter does).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from toile.domain.board import Board, Panel, Turn, Version
from toile.domain.catalogue import Catalogue
from toile.domain.commands import EditContext, Offered, Reply, Vary, apply, describe
from toile.domain.drafts import Draft
from toile.domain.errors import BadInput, CommandRefused
from toile.domain.part_edits import WHOLE, PartEdits, PartWish
from toile.domain.part_words import read_part, with_pointed
from toile.domain.region_words import fields_of, merged_part, whole, within
from toile.domain.shots import Shot, ShotList
from toile.domain.varying import STRONG, SUBTLE
from toile.workflow.ports import Drafts
from toile.workflow.proposal import same
from toile.workflow.regions import Regions
from toile.workflow.revise import LONGEST_MESSAGE, Revise
from toile.workflow.uses import mentions

How = Literal["subtle", "strong"]
# How freely a painter goes over its own picture in a subtle variation.
PAINTED_SUBTLE = 0.35
# The parts of a picture that a locked field of the shot keeps as they are.
KEEPS = {"talent": ("face",), "hair": ("hair",), "set": ("background",), "light": ("background",)}


@dataclass(frozen=True)
class PartPlan:
    """A wish about one part of a picture, read and not yet done; ``line`` says what it comes to."""

    shot: str
    version: int
    part: str
    words: str
    line: str
    revision: int


@dataclass(frozen=True)
class ChangeParts:
    """Make versions that start from a picture on file."""

    revise: Revise
    drafts: Drafts
    parts: Regions
    catalogue: Callable[[], Catalogue]

    def reply(self, board: Board, words: str, to: Offered = "plan") -> Reply | None:
        """Return what words say to what is offered or under way for the board."""
        return self.revise.replies(words, to)

    def plan_region(
        self, board: Board, shot: str, number: int, region: str, words: str
    ) -> PartPlan:
        """Return what ``edit_region`` would do, changing nothing; raises as it does."""
        part, _, _, done = self._read(board, shot, number, region, words)
        line = done or f"The painter is told: {' '.join(words.split())}"
        return PartPlan(shot, number, part, words, line, board.revision)

    def edit_region(
        self, board: Board, shot: str, number: int, region: str, words: str, *, by: str
    ) -> Board:
        """Return the board with a version where only the named part changes as the words say.

        It is made from the original picture with all wishes so far. Raises ``CommandRefused`` where
        there is no picture or no such part, where the part is locked, or where a blocked picture
        cannot show what the words ask for.
        """
        said, panel = " ".join(words.split()), board.panel(shot)
        before = panel.version(number)
        part, drawn, changed, done = self._read(board, shot, number, region, words)
        edits = (before.edits or PartEdits(original=drawn.id, wishes=())).with_wish(
            PartWish(part=part, words=said)
        )
        version = before.model_copy(
            update={"shot": changed, "edits": edits, "seed": drawn.request.seed}
        )
        what = f"{part[:1].upper()}{part[1:]} only: {said}"
        return self._added(board, panel, version, what, done, by)

    def vary(self, board: Board, shot: str, number: int, how: How, *, by: str) -> Board:
        """Return the board with a variation of a version; what is locked stays.

        A strong one sets fields of the shot anew. A subtle one goes lightly over a painted picture
        and keeps its composition; a blocked one takes one neighbouring pose, angle or look.
        """
        panel = board.panel(shot)
        before = panel.version(number)
        drawn = self._found(board, panel, before)
        if how == "subtle" and drawn is not None and drawn.request.generator == "diffusers":
            return self._repainted(board, panel, before, drawn, by)
        strength = SUBTLE if how == "subtle" else STRONG
        shown = board.with_panel(panel.model_copy(update={"current": number}))
        proposal = self.revise.plan(shown, f"Vary, {how}", [Vary(shot=panel.id, strength=strength)])
        if not proposal.changed and drawn is not None and drawn.request.generator == "blocking":
            raise CommandRefused(
                "Everything that a variation could change here is locked.",
                hint="Unlock the pose, the angle or the expression.",
            )
        return self.revise.apply(shown, proposal, by=by)

    def _repainted(
        self, board: Board, panel: Panel, before: Version, drawn: Draft, by: str
    ) -> Board:
        locked = [part for field in before.shot.locked for part in KEEPS.get(field, ())]
        if "garments" in before.shot.locked:
            locked += [merged_part(garment) for garment in before.shot.garments]
        wish = PartWish(part=WHOLE, words="The same picture, varied in small details only")
        edits = PartEdits(
            original=before.edits.original if before.edits else drawn.id,
            wishes=(*(before.edits.wishes if before.edits else ()), wish),
            kept=tuple(dict.fromkeys(locked)),
            strength=PAINTED_SUBTLE,
        )
        version = before.model_copy(update={"edits": edits, "seed": self.revise.clock.seed()})
        return self._added(board, panel, version, "Vary, subtle", "Varied in small details.", by)

    def _read(
        self, board: Board, shot: str, number: int, region: str, words: str
    ) -> tuple[str, Draft, Shot, str]:
        """Return the part, the picture it is in, the shot as the words have it, and that said."""
        said = self._checked(words)
        panel = board.panel(shot)
        before = panel.version(number)
        drawn = self._drawn(board, panel, before)
        part = self._part(drawn, region)
        changed, done = self._changed(before, part, said)
        if same(changed, before.shot):
            self._may_be_free(drawn, before.shot, part)
        return part, drawn, changed, done

    def _checked(self, words: str) -> str:
        said = " ".join(words.split())
        if not said:
            raise BadInput("The wish is empty.", hint="Say what the part should become.")
        if len(said) > LONGEST_MESSAGE:
            raise BadInput(f"A wish has at most {LONGEST_MESSAGE:,} characters.")
        twins = self.revise.casts.registry.twins()
        if named := next((one.name for one in twins if mentions(said, one.name)), ""):
            raise CommandRefused(
                f"A part of a picture does not become somebody else: {named} must be cast.",
                hint="Change who is in the shot instead.",
            )
        return said

    def _found(self, board: Board, panel: Panel, version: Version) -> Draft | None:
        lines = [
            line
            for line in self.drafts.listed(board=board.id)
            if (line.shot, line.version, line.state) == (panel.id, version.number, "finished")
        ]
        newest = max(lines, key=lambda line: line.drafted_at, default=None)
        return self.drafts.draft(newest.id) if newest else None

    def _drawn(self, board: Board, panel: Panel, version: Version) -> Draft:
        found = self._found(board, panel, version)
        if found is None:
            raise CommandRefused(
                f"Version {version.number} has no picture that may be changed yet.",
                hint="Draft it first.",
            )
        return found

    def _part(self, drawn: Draft, region: str) -> str:
        parts = [part for part in self.parts.of(drawn.id).parts if part]
        wanted = " ".join(region.split()).casefold()
        exact = [part for part in parts if part.casefold() == wanted]
        # "coat" is enough for the camel coat, as long as there is one coat.
        near = [part for part in parts if wanted and part.casefold().endswith(f" {wanted}")]
        if exact or len(near) == 1:
            return (exact or near)[0]
        raise CommandRefused(
            f"There is no part {region!r} in this picture.", hint=f"There are: {', '.join(parts)}."
        )

    def _changed(self, before: Version, part: str, words: str) -> tuple[Shot, str]:
        """Return the shot as the words would have it, and that in a sentence."""
        catalogue = self.catalogue()
        plain = (entry.id.replace("_", " ") for entry in catalogue.garments.entries)
        shown = with_pointed(before.shot.with_(no=1), part, plain)
        context = EditContext(
            shots=ShotList.of([shown]),
            last_mentioned=shown.id,
            today=self.revise.clock.now().date(),
        )
        answer = self.revise.interpreter.read_edit(whole(part, words), context)
        commands = read_part(part, words, shown, within(part, answer.commands), catalogue)
        after = apply(commands, context).shot(shown.id).with_(no=before.shot.no)
        # Read as the only shot there is; told by the number that people see.
        told = context.model_copy(update={"shots": ShotList(shots=(before.shot,))})
        done = "; ".join(describe(command, told) for command in commands)
        return after, done

    def _may_be_free(self, drawn: Draft, shot: Shot, part: str) -> None:
        """Refuse free words where only facts can be shown, or where the part is locked."""
        if locked := [field for field in fields_of(part) if field in shot.locked]:
            raise CommandRefused(
                f"The {' and '.join(locked)} of shot {shot.no} cannot change: locked.",
                hint="Unlock it first.",
            )
        if drawn.request.generator == "blocking":
            raise CommandRefused(
                f"A blocked picture cannot show that of the {part}.",
                hint="Say a garment, a colour, a place, a light, a pose or an expression.",
            )

    def _added(
        self, board: Board, panel: Panel, version: Version, what: str, done: str, by: str
    ) -> Board:
        now = self.revise.clock.now()
        facts = {"number": panel.made + 1, "parent": version.number, "what": what}
        new = version.model_copy(update=facts | {"by": by, "at": now, "starred": False})
        told = done or "The painter is told so."
        asked = Turn(by="you", name=by, text=what, at=now, shots=(panel.id,))
        answer = Turn(
            by="toile",
            text=told,
            at=now,
            stays="The rest of the picture stays as it is.",
            shots=(panel.id,),
            draws=(panel.id,),
        )
        changed = board.next(what, by, now).with_panel(panel.with_version(new))
        changed = changed.with_turns(asked, answer)
        self.revise.boards.save(changed)
        return changed
