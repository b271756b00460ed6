"""The search of the roster, wired to the rights that are on file."""

from typing import TYPE_CHECKING, cast

from toile.bootstrap.books import embedder
from toile.bootstrap.house import studio
from toile.bootstrap.later import Later
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.search.likeness import TwinLikeness
    from toile.domain.brief import Usage
    from toile.workflow.find_twins import FindTwins


def find_twins(settings: Settings) -> "FindTwins":
    """Return the search of the roster, wired to the rights that are on file."""
    from importlib.resources import files

    import yaml

    from toile.adapters.search.likeness import TwinLikeness
    from toile.domain.months import month_named
    from toile.domain.roster import RosterWords
    from toile.workflow.find_twins import FindTwins

    made = studio(settings)

    def vocabulary() -> RosterWords:
        text = (files("toile") / "data" / "search" / "roster.yaml").read_text("utf-8")
        return RosterWords.model_validate(yaml.safe_load(text))

    def usage_of(text: str) -> "Usage":
        reads = made.understand
        today = reads.clock.now().date()
        usage, month = (
            reads.usage(reads.interpreter.read_brief(text, today)),
            month_named(text, today),
        )
        if month is None or usage.start or usage.end:
            return usage
        return usage.model_copy(update={"start": month[0], "end": month[1]})

    folder = settings.folder / "library"
    likeness = cast("TwinLikeness", Later(lambda: TwinLikeness(folder, embedder(settings))))
    return FindTwins(made.casts, likeness, vocabulary, usage_of)
