"""A thing that is not so any more, and what it is now: "the coat isn't wool, it's felt".

The two halves stand in one message, with a comma or "but" between; only things of the board change.
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.wearing import full_name
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import in_english

_THINGS = ("g", "h", "b", "j", "p")
_SAID_OF = ("col", "m", "adj")
_LONGEST = 5


def read_restated(page: Page, board: BoardWords, out: Outcome) -> bool:
    """Put what a thing is now in the place of what it is said not to be; whether that was all."""
    live = list(page.live())
    if not live or page.has(live[0].start, live[-1].end, "fix"):
        return False
    whole = Segment(live[0].start, live[-1].end, 0, 0)
    for old in board.mentions(page, whole.start, whole.end):
        mark = _broken_at(page, whole, old)
        if mark is None or not old.fields & {"garments", "props"}:
            continue
        start, end = _new_words(page, mark + 1, whole.end)
        if start < end and _restate(page, board, out, old, (mark, start, end), whole):
            return True
    return False


def _broken_at(page: Page, whole: Segment, old: Mention) -> int | None:
    """Return the comma, stop or "but" behind words that say a thing is not so any more."""
    behind = range(old.end, whole.end)
    mark = next((p for p in behind if page.form(p) in word_set("restating.marks")), None)
    ahead = page.has(whole.start, old.start, "act", "rel", "neg", "framing", "light")
    if mark is None or ahead or mark - old.end > _LONGEST:
        return None
    denied = page.has(old.end, mark, "neg") and page.form(old.end) in word_set("restating.denied")
    gone = any(page.form(p) in word_set("restating.gone") for p in range(old.end, mark))
    return mark if denied or gone else None


def _new_words(page: Page, start: int, limit: int) -> tuple[int, int]:
    """Return the words that say what the thing is now, without "it's", "use the", "please"."""
    named = page.first(start, *_SAID_OF, *_THINGS) is not None
    if page.form(start) not in word_set("restating.leads") and not named:
        return start, start
    while start < limit and page.form(start) in word_set("restating.leads"):
        start += 1
    end = start
    while end < limit and page.tokens[end].text not in ",.;!?\n" and end - start <= _LONGEST:
        end += 1
    while end > start and page.form(end - 1) in word_set("restating.tails"):
        end -= 1
    return start, end


def _restate(
    page: Page, board: BoardWords, out: Outcome, old: Mention, at: tuple[int, int, int],
    whole: Segment,
) -> bool:  # fmt: skip
    mark, start, end = at
    new = _named_new(page, board, out, start, end)
    if end - start > _LONGEST or new is None:
        return False
    clause = Clause(whole.start, whole.end, mentions=[])
    target = resolve(page, clause, out.context.shots, out.context)
    wanted: dict[str, tuple[Entry, ...]] = {}
    named = bool(named_in(page, whole.start, whole.end))
    for entry in _meant(old, target, named=named):
        value = new or _in_part(page, entry, (old.end, mark), (start, end))
        if value and value != entry.value:
            wanted[value] = (*wanted.get(value, ()), entry)
    for value, entries in wanted.items():
        for command in items.replace_all(entries, value):
            out.do(command)
        out.last = tuple(entry.shot for entry in entries)
    return bool(out.commands)


def _meant(old: Mention, target: Target, *, named: bool) -> tuple[Entry, ...]:
    """Return where the thing stands: in the shots that are named, else everywhere."""
    told = target.how in ("number", "ordinal") or (named and target.how == "description")
    explicit = told and bool(target.shots)
    return items.scoped(old.of("garments", "props"), target, explicit=explicit)


def _named_new(page: Page, board: BoardWords, out: Outcome, start: int, end: int) -> str | None:
    """Return the new thing by name, "" where only its colour or cloth is told, else nothing."""
    if page.has(start, end, "act", "rel", "neg", "light", "framing", "pose", "ref", "f"):
        return None
    if any(page.tokens[p].text.isdecimal() for p in range(start, end)):
        return None
    said = _said(page, start, end)
    if page.form(end - 1) in word_set("shared.one"):
        return said
    if page.first(end - 1, *_THINGS) is None:
        plain = page.has(start, end, *_SAID_OF) and all(
            page.tokens[p].is_word or page.tokens[p].text == "-" for p in range(start, end)
        )
        return "" if plain else None
    if any(m.start >= start and m.fields & {"talent"} for m in board.mentions(page, start, end)):
        return None
    return full_name(out.context.shots, said)


def _said(page: Page, start: int, end: int) -> str:
    english = page.languages[0] == "en"
    return page.words(start, end).lower() if english else in_english(page, start, end)


def _in_part(page: Page, entry: Entry, told: tuple[int, int], new: tuple[int, int]) -> str | None:
    """Return the value with the words that hold no longer exchanged for the new ones."""
    said = _said(page, *new)
    denied = {stem(page.form(p)) for p in range(*told)}
    words = entry.value.split()
    out = [i for i, word in enumerate(words[:-1]) if set(stems(word)) & denied]
    if out and out == list(range(out[0], out[-1] + 1)):
        return " ".join([*words[: out[0]], said, *words[out[-1] + 1 :]])
    cloth, colour = page.first(new[0], "m"), page.first(new[0], "col")
    if colour is not None and colour.end == new[1]:
        return items.recoloured(entry.value, said)
    return items.reclothed(entry.value, said) if cloth is not None else None
