"""Who works here: from a list, or one person for every role."""

from typing import TYPE_CHECKING

from toile.settings import Settings

if TYPE_CHECKING:
    from toile.workflow.ports import People


def people(settings: Settings) -> "People":
    """Return who works here: the people of a file, or one person for every role."""
    from toile.adapters.people.yaml_file import OneForAll, PeopleFile

    return PeopleFile(settings.people.expanduser()) if settings.people else OneForAll()
