"""A brief with one correction worked in: what it names is changed, all else stays."""

from toile.adapters.language.built_in.amends.files import files_put_right
from toile.adapters.language.built_in.amends.goods import goods_put_right
from toile.adapters.language.built_in.amends.ideas import ideas_put_right
from toile.adapters.language.built_in.amends.markets import markets_put_right
from toile.adapters.language.built_in.amends.people import people_put_right
from toile.adapters.language.built_in.amends.told import Told
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.domain.brief import Brief, Budget, Evidence, Flag, OpenQuestion, Window

_DATED = frozenset(("AMBIGUOUS_DATE", "DATE_PAST", "TIMELINE_TIGHT"))
_OF_THE_WHOLE = frozenset(("MISSING_FACTS",))


def corrected(brief: Brief, told: Told) -> Brief:
    """Return the brief as a correction leaves it; one that changes nothing is asked about."""
    changed = {
        name: value
        for name, value in _changes(brief, told).items()
        if value != getattr(brief, name)
    }
    flags = _flags(brief, told, changed)
    evidence = _evidence(brief, told, changed)
    return brief.model_copy(update={**changed, "flags": flags, "evidence": evidence})


def unclear_correction(told: Told) -> OpenQuestion:
    """Return the question about a correction that changes nothing."""
    words = told.page.text.strip()
    return OpenQuestion(about="correction", ask=f"What should “{words}” change?")


def _changes(brief: Brief, told: Told) -> dict[str, object]:
    changed: dict[str, object] = {
        **ideas_put_right(brief, told),
        **markets_put_right(brief, told),
        **_days(brief, told),
    }
    for name, value in (
        ("deliverables", files_put_right(brief.deliverables, told)),
        ("products", goods_put_right(brief.products, told)),
        ("talent", people_put_right(brief.talent, told)),
        ("budget", _budget(brief, told)),
        ("season", told.given.season),
        ("looks", told.given.looks),
        ("twins", told.given.twins),
        ("brand", _name(told, "brand")),
        ("collection", _name(told, "collection")),
    ):
        if value is not None:
            changed[name] = value
    return changed


def _name(told: Told, field: str) -> object:
    """Return the name that a correction gives, where it says of what: "the brand is Aska"."""
    cued = any(s.name == field for s in told.wanted("cue", "head"))
    return getattr(told.given, field) if cued else None


def _budget(brief: Brief, told: Told) -> Budget | None:
    given = told.given.budget
    if given and brief.budget and not given.currency:
        return given.model_copy(update={"currency": brief.budget.currency})
    return given


def _days(brief: Brief, told: Told) -> dict[str, object]:
    """Return the days that a correction gives; one end of a window leaves the other."""
    given = told.given
    changed: dict[str, object] = {}
    window, due = given.window, given.deadline
    if due and brief.window and not brief.deadline and not _is_due(told):
        window, due = Window(end=due.date), None
    if window:
        before = brief.window or Window()
        changed["window"] = before.model_copy(
            update={"start": window.start or before.start, "end": window.end or before.end}
        )
    if due:
        changed["deadline"] = due
    if given.shoot_date:
        changed["shoot_date"] = given.shoot_date
    return changed


def _is_due(told: Told) -> bool:
    """Whether a day is one of delivery: "by 5 March", not "bis 31.5."."""
    until = word_set("times.until")
    dues = (s for s in told.wanted("cue") if s.name == "due")
    return any(told.page.form(s.start) not in until for s in dues)


def _flags(brief: Brief, told: Told, changed: dict[str, object]) -> tuple[Flag, ...]:
    """Return the flags: those of days and of sums go with what they were about."""
    gone = set(_OF_THE_WHOLE) if changed else set()
    if changed.keys() & {"window", "deadline", "shoot_date"}:
        gone |= _DATED
    if "deliverables" in changed:
        gone.add("CONTRADICTION")
    kept = [flag for flag in brief.flags if flag.code not in gone]
    codes = {flag.code for flag in kept}
    more = [f for f in told.given.flags if f.code not in codes | _OF_THE_WHOLE]
    return (*kept, *more)


def _evidence(brief: Brief, told: Told, changed: dict[str, object]) -> tuple[Evidence, ...]:
    """Return the words behind each fact: a changed one stands on the correction."""
    words = told.page.text.strip()
    start = len(told.page.text) - len(told.page.text.lstrip())
    kept = [note for note in brief.evidence if note.path.split(".")[0] not in changed]
    for name, value in changed.items():
        before = {path: note for note in brief.evidence if (path := note.path)}
        old = list(getattr(brief, name) or ()) if isinstance(value, tuple) else []
        listed = value if isinstance(value, tuple) else (value,)
        for index, one in enumerate(listed):
            path = name if name.startswith("markets") or value is one else f"{name}.{index}"
            note = before.get(f"{name}.{old.index(one)}") if one in old else None
            note = note or Evidence(path=path, quote=words, start=start, end=start + len(words))
            kept.append(note.model_copy(update={"path": path}))
    return tuple(kept)
