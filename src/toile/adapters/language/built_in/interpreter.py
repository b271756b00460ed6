"""The built-in interpreter: one object for reading briefs, planning and reading edits."""

from datetime import date

from toile.adapters.language.built_in.plan.planner import plan_shots
from toile.adapters.language.built_in.reader import read_brief
from toile.domain.brief import Brief
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import ShotList
from toile.workflow.listening import NOBODY, Listener


class BuiltInInterpreter:
    """Understands by vocabulary and rules; the same answer every time, without any service."""

    def read_brief(self, text: str, today: date, listener: Listener = NOBODY) -> Brief:
        """Understand a brief: facts with the words they came from, flags and open questions."""
        return read_brief(text, today)

    def plan(self, brief: Brief, today: date) -> ShotList:
        """Plan the shots of a brief, each choice with its reason."""
        return plan_shots(brief)

    def read_edit(
        self, message: str, context: EditContext, listener: Listener = NOBODY
    ) -> EditAnswer:
        """Understand an edit as commands on the board it is about."""
        from toile.adapters.language.built_in.edits.reader import read_edit

        return read_edit(message, context)
