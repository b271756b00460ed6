"""Roles are checked in the workflow: pages and commands hold desks, and every verb has a row."""

import inspect
import re
from pathlib import Path

import pytest

from toile.adapters.people.yaml_file import verb_table
from toile.workflow.change_parts import ChangeParts
from toile.workflow.find_twins import FindTwins
from toile.workflow.find_ways import FindWays
from toile.workflow.hold_to_book import HoldToBook
from toile.workflow.house import House
from toile.workflow.look_book import LookBook
from toile.workflow.moodboard import Moodboard
from toile.workflow.owner import Owner
from toile.workflow.owner_offers import OwnerOffers
from toile.workflow.publish import Publish
from toile.workflow.share import Sharing
from toile.workflow.studio import Studio

ROOT = Path(__file__).parents[2] / "src" / "toile"
OUTSIDE = sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "cli").rglob("*.py")])
PARTS: dict[str, type] = {
    "owner": Owner,
    "offers": OwnerOffers,
    "shares": Sharing,
    "published": Publish,
    "looks": LookBook,
    "moods": Moodboard,
    "rules": HoldToBook,
    "changes": ChangeParts,
    "ways": FindWays,
    "finds": FindTwins,
    "house": House,
}
TABLE = verb_table()
FREE = {"house"}


def public(kind: type) -> dict[str, inspect.Signature]:
    found = inspect.getmembers(kind, inspect.isfunction)
    return {name: inspect.signature(f) for name, f in found if not name.startswith("_")}


def verbs() -> dict[str, inspect.Signature]:
    parts = {f"{part}.{name}": sign for part, kind in PARTS.items()
             for name, sign in public(kind).items()}  # fmt: skip
    return public(Studio) | parts


def test_every_public_verb_has_a_row_and_every_row_a_verb() -> None:
    assert set(TABLE.verbs) == set(verbs())


@pytest.mark.parametrize("verb", sorted(TABLE.verbs))
def test_a_row_names_the_argument_that_says_whose_thing_it_is(verb: str) -> None:
    row = TABLE.verbs[verb]
    assert row.of in FREE or row.of in verbs()[verb].parameters


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_and_no_command_holds_the_studio_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"workflow\.studio\b|bootstrap\.studio\(|import Studio\b", text)
    assert "_inner" not in text


def test_acts_beside_the_studio_are_asked_for_by_name() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in OUTSIDE)
    asked = set(re.findall(r'\bpermit\(\s*[\w().]+, "(\w+)"', said))
    assert asked == set(TABLE.acts)
