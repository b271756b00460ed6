"""Talk changes the board: a message becomes a proposal, a proposal becomes new versions.

Nothing that the proposal does not name changes, and nothing is drafted here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toile.domain.board import Board, Turn
from toile.domain.brief import Brief, Usage
from toile.domain.brief_edits import with_fact
from toile.domain.commands import (
    Command,
    EditAnswer,
    EditContext,
    Offered,
    Reply,
    SetBrief,
    Vary,
    apply,
    describe,
)
from toile.domain.errors import BadInput, CommandRefused
from toile.domain.ids import ShotId
from toile.domain.shots import Shot
from toile.workflow.cast_shots import CastShots
from toile.workflow.listening import NOBODY, Listener
from toile.workflow.make_versions import MakeVersions
from toile.workflow.past import last_mentioned, snapshots, steps_of
from toile.workflow.ports import Boards, Clock, Interpreter
from toile.workflow.proposal import NOTHING, Proposal, Waits, changed_shots, stays, wording_of

LONGEST_MESSAGE = 8_000
CHANGES = ("change", "partial")
NOTHING_DONE = ("ask", "none", "refuse")
VERSIONS = {"redraft", "vary", "set_brief"}


@dataclass(frozen=True)
class Revise:
    """Propose, apply, undo and redo."""

    interpreter: Interpreter
    boards: Boards
    clock: Clock
    casts: CastShots
    answers: Callable[[Board, Command], str]
    elsewhere: Callable[[Board, Sequence[str], str], str]
    briefs: Callable[[Brief], Usage]
    varies: Callable[[Board, Sequence[Command]], tuple[Command, ...]]
    places: Mapping[str, str]
    replies: Callable[[str, Offered], Reply | None]

    @property
    def versions(self) -> MakeVersions:
        """Return what makes new versions of shots, under the same licences and clock."""
        return MakeVersions(self.clock, self.casts)

    def propose(
        self,
        board: Board,
        message: str,
        listener: Listener = NOBODY,
        waits: Waits = NOTHING,
    ) -> Proposal:
        """Return what the message would do to this board; the board is as it was.

        Said upon a plan that waits, the words mean what is planned, and add to it. Where something
        is offered they may be no more than a yes or a no. Raises ``Cancelled`` where the listener
        stops a language model.
        """
        if not message.strip():
            raise BadInput("The message is empty.", hint="Say what to change.")
        if len(message) > LONGEST_MESSAGE:
            raise BadInput(f"A message has at most {LONGEST_MESSAGE:,} characters.")
        reply = self.replies(waits.words, waits.to) if waits.words else None
        if reply == "agree" or reply == "decline":
            answer = EditAnswer(type=reply, shots=board.shots)
            return Proposal(message=message, revision=board.revision, answer=answer)
        upon = waits.plan if reply != "instead" else None
        context = _spoken_of(self.context(board), waits.plan)
        context = context.model_copy(update={"shots": upon.answer.shots}) if upon else context
        answer = self.interpreter.read_edit(message, context, listener)
        answer = self._with_reasons(board, message, self._for_its_use(board, message, answer))
        if any(isinstance(command, Vary) for command in answer.commands):
            answer = self._carried_out(board, answer.commands, context)
        if upon and answer.type in CHANGES:
            answer = answer.model_copy(update={"unheard": _both_unheard(upon.answer, answer)})
            return upon.and_then(self._proposal(board, message, answer, context))
        answer = answer if not upon else answer.model_copy(update={"shots": board.shots})
        return self._proposal(board, message, answer, context)

    def _for_its_use(self, board: Board, message: str, answer: EditAnswer) -> EditAnswer:
        """Return the answer; "use Kenji for paid social" is decided for paid social."""
        before = {panel.id: panel.now.shot.talent for panel in board.panels}
        cast = [
            one.id for one in answer.shots.shots if one.talent != before.get(one.id, one.talent)
        ]
        no = self.elsewhere(board, cast, message) if cast and answer.commands else ""
        return EditAnswer(type="refuse", shots=board.shots, say=no) if no else answer

    def _with_reasons(self, board: Board, message: str, answer: EditAnswer) -> EditAnswer:
        """Return the answer; who may not be cast is refused with the clause and who may be."""
        refused = answer.flag is not None and answer.flag.code == "TWIN_RIGHTS"
        if not refused and answer.type not in NOTHING_DONE:
            return answer
        no = self.casts.refusal_of(board, message)
        if no is None:
            return answer
        if answer.type in NOTHING_DONE or answer.flag is None:
            return EditAnswer(type="refuse", shots=board.shots, say=no)
        return answer.model_copy(update={"say": answer.say.replace(answer.flag.why, no)})

    def plan(self, board: Board, message: str, commands: Sequence[Command]) -> Proposal:
        """Return what typed commands would do to this board, said as ``message`` in the talk.

        The same road as words take: seen before it is done, and undone like any other edit.
        Raises ``CommandRefused`` where one cannot be done or meets a lock.
        """
        context = self.context(board)
        return self._proposal(board, message, self._carried_out(board, commands, context), context)

    def _carried_out(
        self, board: Board, commands: Sequence[Command], context: EditContext
    ) -> EditAnswer:
        spelled = self.varies(board, commands)
        said = (wording_of(command, context) for command in spelled)
        return EditAnswer(
            type="change",
            shots=apply(spelled, context),
            commands=spelled,
            say=". ".join(said) + ".",
        )

    def _proposal(
        self, board: Board, message: str, answer: EditAnswer, context: EditContext
    ) -> Proposal:
        changed = changed_shots(board, answer.shots)
        told = [(command, self.answers(board, command)) for command in answer.commands]
        done = [command for command, said in told if not said]
        # Where something is only asked, the answer is all that is said: no echo of the question.
        words = [answer.say] if done or not told else []
        words += [said for _, said in told if said]
        answer = answer.model_copy(update={"say": " ".join(words)})
        return Proposal(
            message=message,
            revision=board.revision,
            answer=answer,
            lines=tuple(describe(command, context) for command in done),
            stays=" ".join((*_unheard(answer), stays(board, changed))).strip(),
            changed=changed,
        )

    def apply(
        self, board: Board, proposal: Proposal, *, by: str, draws: Sequence[str] = ()
    ) -> Board:
        """Return the board with the proposal done, every changed shot as a new version.

        ``draws`` are the shots whose pictures whoever asks will have drawn anew.
        """
        if proposal.revision != board.revision:
            raise CommandRefused(
                "The board changed since this was proposed.", hint="Say it once more."
            )
        asked = Turn(by="you", name=by, text=proposal.message, at=self.clock.now())
        kind = "refusal" if proposal.type == "refuse" else "said"
        told = Turn(
            by="toile",
            text=proposal.say,
            stays=proposal.stays,
            at=self.clock.now(),
            kind="question" if proposal.type == "ask" else kind,
            steps=proposal.lines,
            shots=proposal.changed,
            draws=tuple(map(ShotId, draws)),
        )
        wishes = {command.do for command in proposal.commands}
        moved = proposal.answer.shots.ids != board.shots.ids
        if not (proposal.changed or moved or wishes & VERSIONS):
            return self._saved(board.noted(self.clock.now()).with_turns(asked, told))
        panels = self.versions.after(board, proposal, by)
        what = "; ".join(proposal.lines)[:200] or "A change by talking"
        facts = self._facts(board, proposal)
        changed = board.next(what, by, self.clock.now(), **facts).with_panels(panels)
        return self._saved(changed.with_turns(asked, told))

    def undo(self, board: Board, *, by: str) -> Board:
        """Return the board with the last edit taken back; the conversation stays and says so."""
        return self._saved(self._moved(board, back=True, by=by))

    def redo(self, board: Board, *, by: str) -> Board:
        """Return the board with the last undone edit done again."""
        return self._saved(self._moved(board, back=False, by=by))

    def edit_field(self, board: Board, shot: str, field: str, value: object, *, by: str) -> Board:
        """Return the board with one field of one shot set, as a new version."""
        if field not in Shot.model_fields or field in {"id", "no"}:
            raise CommandRefused(f"A shot has no field {field!r} that can be set.")
        shots = board.shots.with_shot(board.shots.shot(shot).with_(**{field: value}))
        panels = self.versions.panels(board, shots, f"Set {field.replace('_', ' ')}", by)
        what = f"Set {field.replace('_', ' ')} of shot {board.shots.shot(shot).no}"
        return self._saved(board.next(what, by, self.clock.now()).with_panels(panels))

    def context(self, board: Board) -> EditContext:
        """Return what the interpreter may know: the shots, their versions, who is cleared."""
        return EditContext(
            shots=board.shots,
            log=steps_of(board, self.boards),
            versions={panel.id: snapshots(panel) for panel in board.panels},
            last_mentioned=last_mentioned(board),
            before=board.talk[-1].text if board.talk else None,
            twins=self.casts.cleared_names(board),
            today=self.clock.now().date(),
            live=(board.usage.start, board.usage.end),
            places=self.places,
        )

    def _moved(self, board: Board, *, back: bool, by: str) -> Board:
        stack = board.undo_to if back else board.redo_to
        if not stack:
            raise CommandRefused(f"There is nothing to {'undo' if back else 'redo'}.")
        target = self.boards.board(board.id, stack[-1])
        edit = self.boards.board(board.id, board.content_of) if back else target
        said = f"{'Taken back' if back else 'Done again'}: {edit.what[:1].lower()}{edit.what[1:]}."
        told = Turn(by="toile", text=said, at=self.clock.now())
        moved = board.next("Undid" if back else "Redid", by, self.clock.now())
        later = {panel.id: panel for panel in board.panels}
        panels = (
            panel.carrying(later[panel.id]) if panel.id in later else panel
            for panel in target.panels
        )
        return moved.with_turns(told).model_copy(
            update={
                "panels": tuple(panels),
                "brief": target.brief,
                "usage": target.usage,
                "brand": target.brand,
                "stage": target.stage,
                "title": target.title,
                "content_of": target.revision,
                "undo_to": board.undo_to[:-1] if back else (*board.undo_to, board.content_of),
                "redo_to": (*board.redo_to, board.content_of) if back else board.redo_to[:-1],
            }
        )

    def _facts(self, board: Board, proposal: Proposal) -> dict[str, object]:
        """Return the brief and the usage after the proposal's changes to facts."""
        edits = [c for c in proposal.commands if isinstance(c, SetBrief)]
        if board.brief is None or not edits:
            return {}
        brief = board.brief
        for edit in edits:
            brief = with_fact(brief, edit)
        return {"brief": brief, "usage": self.briefs(brief)}

    def _saved(self, board: Board) -> Board:
        self.boards.save(board)
        return board


def _both_unheard(one: EditAnswer, more: EditAnswer) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.unheard, *more.unheard)))


def _unheard(answer: EditAnswer) -> tuple[str, ...]:
    """Say which words came to nothing, so that nobody takes them for done."""
    words = ", ".join(f"“{one}”" for one in answer.unheard)
    return (f"Not understood, and left undone: {words}.",) if words else ()


def _spoken_of(context: EditContext, plan: Proposal | None) -> EditContext:
    """Return the context in which a plan that waits is what was spoken of last."""
    if plan is None:
        return context
    last = plan.changed[-1] if plan.changed else context.last_mentioned
    return context.model_copy(update={"last_mentioned": last, "before": plan.say})
