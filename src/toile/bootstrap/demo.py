"""The sample world."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from toile.bootstrap.books import demo_guideline, guideline_library
from toile.bootstrap.house import records, studio
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.domain.rights.world import LicenceState


def is_empty(settings: Settings) -> bool:
    """Say whether nobody and nothing is on file yet."""
    kept = records(settings)
    try:
        return not kept.registry.twins() and not kept.boards.listed()
    finally:
        kept.close()


def make_demo(settings: Settings) -> str:
    """Make the sample world in the data folder, once; return what was made, in a sentence."""
    from toile.adapters.sample_world.licences import demo_rights
    from toile.adapters.sample_world.twins import demo_twins

    kept = records(settings)
    try:
        twins = demo_twins()
        rights = demo_rights()
        kept.registry.put(*twins, *rights.licences, *rights.consents)
        kept.world.claim(*rights.claims)
        for licence, state in rights.states.items():
            kept.world.edit(licence, _always(state))
        for party, name in rights.names.items():
            kept.world.know(party, name, rights.affiliates[party])
    finally:
        kept.close()
    name, book = demo_guideline()
    library = guideline_library(settings)
    if not library.listed(rights.brand):
        library.add(book, name, rights.brand)
    _make_example(settings)
    return (
        f"The sample world is in {settings.folder}: {len(twins)} twins who do not exist, "
        f"{len(rights.licences)} licences, one guideline. It is a demo."
    )


def _make_example(settings: Settings) -> None:
    """Make the finished example by the same verbs as any board, its pictures queued last."""
    from toile.adapters.sample_world.example import AFTER, BRIEF, REFUSED

    made = studio(settings)
    if any(line.demo for line in made.boards()):
        return
    board = made.confirm(made.start(BRIEF, by="Demo"), by="Demo")
    for message in AFTER:
        board = made.apply(board, made.propose(board, message), by="Demo")
    board = made.cast(board, (board.panels[-1].id,), REFUSED, by="Demo")
    board = made.mark_demo(board)
    made.draft(board, by="Demo", interactive=False)


def _always(state: "LicenceState") -> "Callable[[LicenceState], LicenceState]":
    return lambda _before: state
