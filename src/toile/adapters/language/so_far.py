"""What a person may see of a model's answer while it is still being given.

Facts are named without their values: those are held against the text first.
"""

from langchain_core.utils.json import parse_partial_json

from toile.adapters.language.chat import Heard
from toile.adapters.language.edit_tools import SAYINGS
from toile.domain.brief import Brief

_LEFT_OUT = frozenset(("text", "language", "flags", "questions", "evidence"))


def words_so_far(heard: Heard) -> str:
    """Return what a model has said in words, and which changes it has begun to spell."""
    said = [str(args.get("text", "")) for name, args in heard.calls if name in SAYINGS]
    made = [name.replace("_", " ") for name, _ in heard.calls if name not in SAYINGS]
    changes = f"Changes: {', '.join(made)}." if made else ""
    return " ".join(filter(None, (changes, *said))) or heard.text


def facts_so_far(heard: Heard) -> str:
    """Return which facts of a brief a model has found: "Found: brand, collection"."""
    try:
        read = parse_partial_json(heard.text)
    except ValueError:
        return ""
    named = read if isinstance(read, dict) else {}
    known = [name for name in named if name in Brief.model_fields and name not in _LEFT_OUT]
    found = ", ".join(name.replace("_", " ") for name in known if named[name])
    return f"Found: {found}" if found else ""
