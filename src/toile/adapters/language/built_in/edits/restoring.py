"""An earlier version of a shot, and what of the shot as it is now stays: "but keep the jeans"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.worn_places import is_of_kind
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import EditContext, RestoreVersion

_THINGS = ("garments", "props", "talent")
_PLAIN = ("set", "pose", "light", "framing", "angle", "lens")


def read_restore(
    page: Page, clause: Clause, context: EditContext, shot: str, number: int
) -> RestoreVersion:
    """Return the restore meant, with what is kept or what alone comes back."""
    begin = _kept_from(page, clause)
    fields, items = _kept(page, clause, context, shot, begin)
    only = tuple(s.name for s in page.spans(clause.start, begin, "f") if s.name not in fields)
    return RestoreVersion(
        shot=shot,
        version=number,
        keep=fields,
        items=items,
        instead=_giving_way(context, shot, number, items),
        fields=only,
    )


def keeps_of_restored(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Read "but he's still running" behind a restore, or a mere "go back" that repeats it."""
    last = out.commands[-1] if out.commands else None
    if not isinstance(last, RestoreVersion) or last.fields or set(acts) - {"keep", *_BACK}:
        return False
    told = "keep" in acts or _now(page, clause.start, clause.end) is not None
    fields, items = _kept(page, clause, out.context, last.shot, clause.start)
    if not (fields or items):
        said = page.has(clause.start, clause.end, "f", "n", "col", *_PLAIN)
        return bool(set(acts) & set(_BACK)) and not clause.mentions and not said
    if not told:
        return False
    kept = last.model_copy(
        update={
            "keep": tuple(dict.fromkeys((*last.keep, *fields))),
            "items": tuple(dict.fromkeys((*last.items, *items))),
            "instead": (
                *last.instead,
                *_giving_way(out.context, last.shot, last.version, items),
            ),
        }
    )
    out.commands.pop()
    out.shots = out.rebuilt()
    return out.do(kept)


_BACK = ("undo", "restore", "set")


def _now(page: Page, start: int, end: int) -> int | None:
    """Return the place of "like now", "still", "von jetzt": words for what a shot has today."""
    for place in range(start, end):
        behind = page.form(place) in word_set("restoring.now")
        if behind or page.form(place) in word_set("restoring.still"):
            return place
    return None


def _kept_from(page: Page, clause: Clause) -> int:
    """Return where the words of what is kept begin: behind the verb, else before it."""
    keep = next((s for s in page.spans(clause.start, clause.end, "act") if s.name == "keep"), None)
    now = _now(page, clause.start, clause.end)
    if keep is None and now is None:
        return clause.end
    behind = Clause(keep.end if keep else clause.end, clause.end, mentions=clause.mentions)
    things = any(m.start >= behind.start for m in behind.mentions)
    if things or page.has(behind.start, behind.end, "f", *_PLAIN):
        return behind.start
    place = keep.start if keep is not None else now or clause.start
    while place > clause.start and page.form(place - 1) not in word_set("history_words.but"):
        place -= 1
    return place


def _kept(
    page: Page, clause: Clause, context: EditContext, shot: str, begin: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields and the things that words from ``begin`` on keep of a shot."""
    entries = [
        entry
        for mention in clause.mentions
        if mention.start >= begin
        for entry in mention.entries
        if entry.shot == shot
    ]
    today = context.shots.shot(shot)
    fields = [s.name for s in page.spans(begin, clause.end, "f")]
    fields += [e.field for e in entries if e.field in _PLAIN]
    fields += [
        s.kind for s in page.spans(begin, clause.end, *_PLAIN) if getattr(today, s.kind) == s.name
    ]
    items = [e.value for e in entries if e.field in _THINGS]
    return tuple(dict.fromkeys(fields)), tuple(dict.fromkeys(items))


def _giving_way(
    context: EditContext, shot: str, number: int, items: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the garments of a version that are worn where the kept ones are."""
    versions = (v.fields for v in context.versions.get(shot, ()) if v.v == number)
    worn = next(versions, {}).get("garments")
    there = worn if isinstance(worn, tuple) else ()
    return tuple(old for old in there if any(is_of_kind(old, item) for item in items))
