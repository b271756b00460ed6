"""A request made ready for the gates: codes expanded, days of a zone, and the case of one twin.

Belongs here: normalising once per decision. Does not know: any gate.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from toile.domain import days
from toile.domain.consent import Consent
from toile.domain.kept import kept
from toile.domain.licences import Clause, Licence
from toile.domain.rights.codes import Gate, Outcome, Reason
from toile.domain.rights.decision import Cell, Finding
from toile.domain.rights.request import UseRequest
from toile.domain.rights.world import RightsTables, TwinFacts, World


@dataclass(frozen=True, slots=True)
class Asked:
    """The request with its territories as country codes and its media as leaves."""

    request: UseRequest
    territories: frozenset[str]
    territory_order: tuple[str, ...]
    media: tuple[str, ...]
    media_set: frozenset[str]
    window: tuple[Any, Any] | None
    _spans: dict[str, days.Span] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, request: UseRequest, tables: RightsTables) -> "Asked":
        """Return the request made ready, once for one version of the tables."""
        known = kept(request).get("asked")
        if known is not None and known[0] is tables:
            return known[1]  # type: ignore[no-any-return]
        made = cls._made(request, tables)
        kept(request).pop("law", None)
        kept(request)["asked"] = (tables, made)
        return made

    @classmethod
    def _made(cls, request: UseRequest, tables: RightsTables) -> "Asked":
        codes = tables.territories.expand(request.territory or ())
        leaves: dict[str, None] = {}
        for medium in request.media or ():
            leaves.update(dict.fromkeys(sorted(tables.media.leaves(medium))))
        return cls(
            request=request,
            territories=codes,
            territory_order=tuple(sorted(codes)),
            media=tuple(leaves),
            media_set=frozenset(leaves),
            window=_window(request),
        )

    def span(self, tz: str) -> days.Span | None:
        """Return the window as instants of a zone, half-open."""
        if self.window is None:
            return None
        known = self._spans.get(tz)
        if known is None:
            known = days.start_of(self.window[0], tz), days.end_of(self.window[1], tz)
            self._spans[tz] = known
        return known

    def days(self, tz: str) -> days.DayRange | None:
        """Return the window as whole days of a zone."""
        if self.window is None:
            return None
        return days.first_day(self.window[0], tz), days.first_day(self.window[1], tz)


def _window(request: UseRequest) -> tuple[Any, Any] | None:
    window = request.window
    if window is None or window.start is None or window.end is None:
        return None
    start, end = days.first_day(window.start, "UTC"), days.first_day(window.end, "UTC")
    return (window.start, window.end) if start <= end else None


@dataclass(slots=True)
class Case:
    """One twin of a request, and all that is known about it."""

    asked: Asked
    twin: str
    facts: TwinFacts | None
    consents: Sequence[Consent]
    licences: Sequence[Licence]
    world: World
    instant: datetime
    tz: str = "UTC"
    findings: list[Finding] = field(default_factory=list)

    @property
    def request(self) -> UseRequest:
        """Return the request as given."""
        return self.asked.request

    @property
    def name(self) -> str:
        """Return what people call the twin."""
        return self.world.name(self.twin)

    def add(
        self,
        gate: Gate,
        outcome: Outcome,
        code: Reason,
        say: str,
        *,
        licence: Licence | None = None,
        about: str = "",
        clause: str | None = None,
        missing: tuple[str, ...] = (),
        cells: tuple[Cell, ...] = (),
        source: str = "",
    ) -> None:
        """Note a reason, with the clause about the matter where the licence has one."""
        found = clause_of(licence, about, clause)
        self.findings.append(
            Finding(
                gate=gate,
                outcome=outcome,
                code=code,
                say=_with_clause(say, found),
                twin=self.twin,
                licence=licence.id if licence else "",
                clause=found.number if found else "",
                quote=found.text if found else "",
                source=source or (f"licence {licence.id}" if licence else ""),
                missing=missing,
                cells=cells,
            )
        )

    def unknown(self, gate: Gate, name: str, say: str, licence: Licence | None = None) -> None:
        """Note that a fact needed for the answer is not given."""
        self.add(
            gate,
            Outcome.NOT_ENOUGH_INFORMATION,
            Reason.INPUT_MISSING,
            say,
            licence=licence,
            missing=(name,),
        )


def clause_of(licence: Licence | None, about: str, number: str | None) -> Clause | None:
    """Return the clause of a licence by its number or its matter."""
    if licence is None:
        return None
    if number:
        return next((c for c in licence.clauses if c.number == number), None)
    return licence.clause(about) if about else None


def _with_clause(say: str, clause: Clause | None) -> str:
    if clause is None:
        return say
    return f"{say.removesuffix('.')} (clause {clause.number})."
