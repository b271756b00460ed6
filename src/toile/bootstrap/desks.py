"""The wiring of desks: what pages and commands are given instead of the studio itself."""

from typing import TYPE_CHECKING

from toile.bootstrap.books import guideline_library
from toile.bootstrap.house import records, studio
from toile.bootstrap.later import later
from toile.bootstrap.people import people
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.workflow.desk import Desk, Desks


def desks(settings: Settings) -> "Desks":
    """Return the studio behind its desks, one for everybody who works here."""
    from toile.adapters.jobs.durable import DurableJobs
    from toile.adapters.people.yaml_file import verb_table
    from toile.adapters.system import SystemClock
    from toile.workflow.access import Whose
    from toile.workflow.desk import Desks
    from toile.workflow.guests import Guests

    kept = records(settings)
    whose = Whose(
        boards=kept.boards,
        drafts=kept.drafts,
        jobs=DurableJobs(kept.engine, SystemClock().now),
        registry=kept.registry,
        guidelines=later(lambda: guideline_library(settings)),
    )
    made = studio(settings)
    guests = Guests(
        shares=kept.shares,
        boards=kept.boards,
        drafts=kept.drafts,
        ledger=kept.ledger,
        clock=made.review.clock,
        locks=made.shares.locks,
        leaving=made.shares.leaving,
        review=made.review,
        shows=made.shows,
    )
    return Desks(made, people(settings), verb_table(), whose, guests)


def desk(settings: Settings) -> "Desk":
    """Return the desk of whoever calls the command line: ``TOILE_PERSON``."""
    return desks(settings).desk(settings.person)


def permit(settings: Settings, act: str, *, brand: str = "", twins: tuple[str, ...] = ()) -> str:
    """Return who calls the command line, or raise where the roles do not have an act."""
    from toile.adapters.people.yaml_file import verb_table
    from toile.domain.people import Subject
    from toile.workflow import access

    person = access.known(people(settings), settings.person)
    access.permit(person, verb_table().acts[act], Subject(brand or None, twins))
    return person.name
