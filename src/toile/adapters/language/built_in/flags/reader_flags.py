"""The flags of a brief that depend on its dates, twins and pasted text."""

from datetime import date, timedelta
from typing import cast

from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.days.times import Times, of_a_licence
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Deliverable, Flag

_TIGHT = timedelta(days=21)
_TIGHT_SMALL = timedelta(days=7)
_TIGHT_SMALL_NOBODY = timedelta(days=3)
_FEW = 6


def injection_flags(page: Page, orders: list) -> list[Flag]:  # type: ignore[type-arg]
    why = "Pasted text gives orders to the studio. Nothing of it was followed."
    return [
        Flag(
            code="PROMPT_INJECTION",
            action="ignore_and_tell",
            why=why,
            quote="\n".join(page.words(s.start, s.end) for s in orders),
        )
        for _ in orders[:1]
    ]


def date_flags(
    page: Page, dates: list[When], times: Times, facts: dict[str, object], today: date
) -> list[Flag]:
    flags: list[Flag] = []
    for when in dates:
        quote = page.words(when.start, when.end)
        if when.start in page.masked:
            continue
        if when.other and _matters(when, times):
            why = f"{when.first:%-d %B %Y} or {when.other:%-d %B %Y}?"
            flags.append(Flag(code="AMBIGUOUS_DATE", action="ask", why=why, quote=quote))
        elif when.last < today and _matters(when, times):
            why = f"{when.last:%-d %B %Y} has passed."
            flags.append(Flag(code="DATE_PAST", action="ask", why=why, quote=quote))
    due = times.deadline.date if times.deadline else None
    start = times.window.start if times.window else None
    for day in (due, start):
        if day and today <= day < today + _time_needed(facts):
            why = f"{day:%-d %B %Y} is {(day - today).days} days away."
            flags.append(Flag(code="TIMELINE_TIGHT", action="flag", why=why))
    return flags


def _time_needed(facts: dict[str, object]) -> timedelta:
    """Return the days below which a job is tight: a few stills need no three weeks."""
    asked = cast(tuple[Deliverable, ...], facts.get("deliverables") or ())
    stills = all(one.kind == "still" for one in asked)
    if not asked or not stills or sum(one.count or 0 for one in asked) > _FEW:
        return _TIGHT
    return _TIGHT_SMALL if facts.get("talent") else _TIGHT_SMALL_NOBODY


_ENOUGH = ("deliverables", "looks", "location", "markets", "window", "talent", "collection")


def thin(facts: dict[str, object]) -> list[Flag]:
    if any(facts.get(name) for name in _ENOUGH):
        return []
    products = facts.get("products")
    if isinstance(products, tuple) and (len(products) > 1 or facts.get("brand")):
        return []
    return [Flag(code="MISSING_FACTS", action="ask", why="There is too little here to plan from.")]


def _matters(when: When, times: Times) -> bool:
    kept = (times.deadline_at, times.window_at, times.shoot_at)
    return any(at is not None and at[0] <= when.start < at[1] for at in kept)


def twin_flags(page: Page, facts: dict[str, object]) -> list[Flag]:
    twins = facts.get("twins")
    kind = getattr(twins, "kind", None)
    if kind == "unclear":
        why = "Real twins, or digital twins of licensed models?"
        return [Flag(code="AMBIGUOUS_TWINS", action="ask", why=why)]
    if kind != "digital":
        return []
    flags = [
        Flag(
            code="AI_DISCLOSURE",
            action="flag",
            why="Pictures of digital twins are to be labelled in the EU and New York.",
        )
    ]
    for segment in page.live():
        bad = [s for s in page.spans(segment.start, segment.end, "twinright") if s.name == "bad"]
        if bad:
            why = "A twin is used only where its licence covers this client and campaign."
            flags.append(
                Flag(
                    code="TWIN_RIGHTS",
                    action="flag",
                    why=why,
                    quote=page.words(segment.start, segment.end),
                )
            )
            break
    return flags


def once(flags: list[Flag]) -> list[Flag]:
    seen: dict[str, Flag] = {}
    for flag in flags:
        seen.setdefault(flag.code, flag)
    return list(seen.values())


def order_flags(page: Page, times: Times, dates: list[When]) -> list[Flag]:
    """Return what the order of the days makes impossible."""
    flags: list[Flag] = []
    due = times.deadline.date if times.deadline else None
    if due and times.shoot and due < times.shoot.start:
        why = f"The finals are due on {due:%-d %B}, before the shoot on {times.shoot.start:%-d %B}?"
        flags.append(Flag(code="CONTRADICTION", action="ask", why=why))
    end = times.window.end if times.window else None
    for segment in page.live():
        for when in dates:
            own = segment.start <= when.start < segment.end
            if end and own and of_a_licence(page, segment, when) and when.last < end:
                why = (
                    f"A permission ends on {when.last:%-d %B %Y}, the campaign on {end:%-d %B %Y}."
                )
                flags.append(Flag(code="TWIN_RIGHTS", action="flag", why=why))
    return flags
