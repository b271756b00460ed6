"""The words that come with the studio: the trade's, everyday ones, forms of answers, lookalikes."""

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from pydantic import ValidationError

from toile.domain.answer_kinds import AnswerKinds
from toile.domain.errors import ServiceUnavailable
from toile.domain.glossary import Glossary, kinds_of
from toile.domain.lookalikes import Lookalikes
from toile.domain.ranking import Scheme
from toile.domain.rule_wordings import RuleWordings

# Lists of the brief's reader, in the same six languages.
_OF_BRIEFS = ("dictionary.psv", "nouns.psv", "wardrobe.psv", "scenery.psv", "colours.psv")


def packaged_glossary() -> Glossary:
    """Return the trade's words, then the house's dictionary; with what words are kinds of."""
    data = files("toile") / "data" / "search"
    kinds = gzip.decompress((data / "kinds.txt.gz").read_bytes()).decode("utf-8")
    lines = (data / "glossary.txt").read_text("utf-8").splitlines()
    return Glossary.of(lines, kinds_of(kinds.splitlines()), tuple(dictionary()))


def dictionary() -> Iterator[str]:
    """Yield everyday words, and those that briefs are read with, as lines of a glossary."""
    everyday = (files("toile") / "data" / "search" / "everyday.txt").read_text("utf-8")
    yield from (line for line in everyday.splitlines() if not line.startswith("#"))
    for name in _OF_BRIEFS:
        for line in (files("toile") / "data" / "language" / name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                # The first of seven columns is the entry's key.
                yield "|".join(line.replace(",", ";").split("|")[-6:])


@cache
def packaged_answer_kinds() -> AnswerKinds:
    """Return the forms that answers take."""
    text = (files("toile") / "data" / "search" / "answers.yaml").read_text("utf-8")
    return AnswerKinds.of(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def packaged_lookalikes() -> Lookalikes:
    """Return the words that only look like a breach of a rule."""
    text = (files("toile") / "data" / "search" / "lookalikes.txt").read_text("utf-8")
    return Lookalikes.of(text.splitlines())


@cache
def packaged_ranking() -> Scheme:
    """Return the weights that passages are ranked by."""
    return read_ranking(files("toile") / "data" / "search" / "ranking.yaml")


def read_ranking(path: Traversable) -> Scheme:
    """Return the weights of a file; refuse one that lacks a weight or has one too many."""
    try:
        return Scheme.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise ServiceUnavailable(
            f"The search's weights in {path.name} cannot be read: {_first_fault(error)}.",
            hint="Install the studio again: pip install --force-reinstall toile-studio.",
        ) from error


def _first_fault(error: Exception) -> str:
    """Return the place and the fault where a field is wrong, else the fault."""
    if not isinstance(error, ValidationError):
        return " ".join(str(error).split())
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}" if where else first["msg"]


def packaged_rule_wordings(glossary: Glossary) -> RuleWordings:
    """Return how books of other languages than English say their rules."""
    text = (files("toile") / "data" / "search" / "rule_words.yaml").read_text("utf-8")
    return RuleWordings.of(yaml.load(text, Loader=yaml.CSafeLoader), glossary)
