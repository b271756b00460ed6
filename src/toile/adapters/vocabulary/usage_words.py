"""Read ``data/usage_words.yaml``: words of channels, goods and content as paths of the trees."""

from importlib.resources import files
from typing import Any

import yaml

from toile.domain.errors import SettingMissing
from toile.workflow.usage_words import UsageWords

TABLES = ("channels", "products", "content")


def load() -> UsageWords:
    """Return the packaged words; raises ``SettingMissing`` where a table is not word: path."""
    text = (files("toile") / "data" / "usage_words.yaml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    for name in TABLES:
        _check(name, tables.get(name))
    return UsageWords(**{name: tables[name] for name in TABLES})


def _check(name: str, table: object) -> None:
    if not isinstance(table, dict) or not all(
        isinstance(word, str) and isinstance(path, str) and word == word.lower()
        for word, path in table.items()
    ):
        raise SettingMissing(
            f"usage_words.yaml: {name} must map lower-case words to paths.",
            hint="Quote words that YAML would read as something else.",
        )
