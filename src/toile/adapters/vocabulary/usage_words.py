"""Read ``data/usage_words.yaml``: words of channels, goods and content as paths of the trees."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml

from toile.domain.errors import SettingMissing
from toile.workflow.usage_words import UsageWords

TABLES = ("channels", "sold", "content")
_FILE = "usage_words.yaml"


def load() -> UsageWords:
    """Return the packaged words; raises ``SettingMissing`` for a table of another shape."""
    text = (files("toile") / "data" / _FILE).read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.safe_load(text)
    for name in TABLES:
        _check(name, tables.get(name))
    return UsageWords(goods=goods_of(tables["goods"]), **{name: tables[name] for name in TABLES})


def goods_of(groups: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the path of each noun; raises ``SettingMissing`` for a noun that has two."""
    paths: dict[str, str] = {}
    for path, nouns in groups.items():
        _check("goods", dict.fromkeys(nouns, path))
        for noun in nouns:
            if paths.setdefault(noun, path) != path:
                raise SettingMissing(
                    f"{_FILE}: {noun!r} stands under {paths[noun]} and under {path}.",
                    hint="A noun has one path.",
                )
    return paths


def _check(name: str, table: object) -> None:
    if not isinstance(table, dict) or not all(
        isinstance(word, str) and isinstance(path, str) and word == word.lower()
        for word, path in table.items()
    ):
        raise SettingMissing(
            f"{_FILE}: {name} must map lower-case words to paths.",
            hint="Quote words that YAML would read as something else.",
        )
