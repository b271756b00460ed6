"""The search of the roster, wired to the rights that are on file."""

from typing import TYPE_CHECKING

from toile.bootstrap.books import embedder
from toile.bootstrap.later import later
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.language.remembered import Remembered
    from toile.adapters.search.likeness import TwinLikeness
    from toile.domain.roster import RosterWords
    from toile.workflow.cast_shots import CastShots
    from toile.workflow.find_twins import FindTwins, ReadUse
    from toile.workflow.understand import Understand

# The fields of a brief whose words tell of a use and ask for nobody.
_OF_THE_USE = ("markets", "channels", "window", "season", "deadline", "shoot_date")


def find_twins(settings: Settings, casts: "CastShots", reads: "Understand") -> "FindTwins":
    """Return the search of the roster, for the use and the days that its words tell."""
    from toile.adapters.language.remembered import Remembered
    from toile.workflow.find_twins import FindTwins

    readings = Remembered(reads.interpreter)
    return FindTwins(
        casts,
        later(lambda: _likeness(settings)),
        _vocabulary,
        lambda text: _read_use(reads, readings, text),
    )


def _read_use(reads: "Understand", readings: "Remembered", text: str) -> "ReadUse":
    from toile.adapters.language.built_in.asked_days import asked_countries, asked_days
    from toile.workflow.find_twins import ReadUse

    today = reads.clock.now().date()
    brief = readings.read_brief(text, today)
    days = asked_days(text, today) or brief.window
    said = [one.quote for one in brief.evidence if one.path.split(".")[0] in _OF_THE_USE]
    said += [days.note] if days and days.note else []
    if not (brief.markets or brief.markets_excluded):
        codes, words = asked_countries(text)
        brief, said = brief.model_copy(update={"markets": codes}), [*said, *words]
    return ReadUse(usage=reads.usage(brief), days=days, said=tuple(said))


def _likeness(settings: Settings) -> "TwinLikeness":
    from toile.adapters.search.likeness import TwinLikeness

    return TwinLikeness(settings.folder / "library", embedder(settings))


def _vocabulary() -> "RosterWords":
    from importlib.resources import files

    import yaml

    from toile.domain.roster import RosterWords

    text = (files("toile") / "data" / "search" / "roster.yaml").read_text("utf-8")
    return RosterWords.model_validate(yaml.safe_load(text))
