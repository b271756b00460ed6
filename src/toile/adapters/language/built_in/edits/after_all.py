"""One wish of a shot that takes the place of another: "2 with Noor, or rather with Ada".

Each is read by itself behind the number of the shot. Only where both are wishes about the same
thing does the one that is meant after all stand for the message.
"""

import re
from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.edits.also_heard import changed, numbers_ahead, shots_said
from toile.adapters.language.built_in.edits.clauses import pieces
from toile.adapters.language.built_in.edits.each_alone import Reading, is_whole
from toile.adapters.language.built_in.edits.message import hearing
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.domain.commands import EditContext

_PLAIN = ("set_field", "step_field", "add_items", "remove_items", "replace_item")


def after_all(page: Talk, board: BoardWords, context: EditContext, read: Reading) -> Outcome | None:
    """Return what is meant after all; ``None`` where nothing takes the place of something."""
    marked = any(_pattern(name).search(page.text) for name in ("rather", "bare", "not", "instead"))
    numbers = numbers_ahead(page, pieces(page, board)) if marked else []
    if not numbers or page.masked or hearing.quotes(page):
        return None
    shot = shots_said(page, numbers)
    said = re.sub(r"^:an?\b", "", page.text[page.tokens[numbers[-1]].end :])
    for dropped, meant in _sides(said):
        if _ENDS.search(dropped) or _ENDS.search(meant):
            continue
        before, after = (read(f"{shot} {text}", context) for text in (dropped, meant))
        if _is_plain(before) and _is_plain(after) and set(changed(after)) <= set(changed(before)):
            return after
    return None


def _is_plain(out: Outcome) -> bool:
    plain = all(command.do in _PLAIN for command in out.commands)
    return is_whole(out) and plain and not (out.flags or out.answers or out.unheard)


def _sides(said: str) -> Iterator[tuple[str, str]]:
    """Yield what is dropped and what is meant: "A, no, B", "not A but B", "B, not A"."""
    said = said.strip(_SIGNS)
    for name in ("rather", "bare"):
        for found in re.finditer(_pattern(name), said):
            yield said[: found.start()].strip(_SIGNS), said[found.end() :].strip(_SIGNS)
    denied = _pattern("not").match(said)
    turned = _pattern("but").search(said)
    if denied and turned:
        yield said[denied.end() : turned.start()].strip(_SIGNS), said[turned.end() :].strip(_SIGNS)
    for found in re.finditer(_pattern("not"), said):
        if found.start() and said[: found.start()].rstrip().endswith(","):
            yield said[found.end() :].strip(_SIGNS), said[: found.start()].strip(_SIGNS)
    for found in re.finditer(_pattern("instead"), said):
        yield said[found.end() :].strip(_SIGNS), said[: found.start()].strip(_SIGNS)


_ENDS = re.compile(r"[.;!?]\s|\n")
_SIGNS = " ,;:.…!?–—-\n"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(word_set(f"after_all.{name}"), key=len, reverse=True)
    said = "|".join(re.escape(word).replace("_", r"[\s,]+") for word in words)
    lead = r"(?:^|[\s,;:.…–—-])" if name == "not" else r"[\s,;:.…–—-]"
    said = said.replace("'", "['’]")
    # "No, with Ada" takes something back, "no con Ada" and "non al porto" deny what follows.
    behind = {"bare": r"\s*[,;:.…–—-]", "not": r"(?=\s)(?!\s*,)"}.get(
        name, r"(?:(?<=['’])|(?=[\s,;:.…–—-]))"
    )
    return re.compile(rf"{lead}(?:{said}){behind}", re.IGNORECASE)
