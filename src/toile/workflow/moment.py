"""What is on file at one instant, read once and asked many times; never kept for later.

Two shots that ask the same question share one answer, so a wall of three hundred is decided in the
time of a few.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from toile.domain.brief import Usage
from toile.domain.casting import Casting, Role
from toile.domain.consent import Consent
from toile.domain.ids import BrandId, TwinId
from toile.domain.licences import Licence
from toile.domain.rights import (
    Decision,
    Duty,
    UseRequest,
    World,
    decide,
    planned_duties,
    strictest,
)
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.workflow.ports import Registry, WorldFacts
from toile.workflow.usage_words import UsageWords
from toile.workflow.uses import people_in, use_requests

State = tuple[Sequence[Licence], Sequence[Consent], World]


@dataclass
class Moment:
    """Decide, for this instant only."""

    registry: Registry
    facts: WorldFacts
    words: UsageWords
    instant: datetime
    _states: dict[TwinId, State] = field(default_factory=dict)
    _made: dict[str, Decision] = field(default_factory=dict)

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """Return everybody on file."""
        return self.registry.twins()

    def licences(self, twin: TwinId) -> Sequence[Licence]:
        """Return the licences on file for a twin."""
        return self._state(twin)[0]

    def decision(
        self,
        shot: Shot,
        twin: TwinId,
        *,
        brand: BrandId,
        usage: Usage,
        action: str = "generate",
        key: str | None = None,
        picture: str | None = None,
    ) -> Decision:
        """Decide one twin in one shot for one action; of several products the strictest counts."""
        requests = use_requests(
            shot,
            twin,
            brand=brand,
            usage=usage,
            words=self.words,
            action=action,
            key=key,
            picture=picture,
        )
        return strictest(*(self._decided(request, twin) for request in requests))

    def casting(
        self,
        shot: Shot,
        *,
        brand: BrandId,
        usage: Usage,
        action: str = "generate",
        also: Sequence[TwinId] = (),
        key: str | None = None,
        picture: str | None = None,
    ) -> Casting:
        """Decide everybody that a shot names, and everybody in ``also``."""
        names = {twin.id: twin.name for twin in self.twins}
        people = dict(people_in(shot, self.twins)) | {one: names.get(one, one) for one in also}
        roles = tuple(
            Role(
                twin=twin,
                name=name,
                decision=self.decision(
                    shot,
                    twin,
                    brand=brand,
                    usage=usage,
                    action=action,
                    key=key,
                    picture=picture,
                ),
            )
            for twin, name in people.items()
        )
        return Casting(shot=shot.id, brand=brand, usage=usage, roles=roles)

    def publishing_duties(
        self, shot: Shot, twins: Sequence[TwinId], *, brand: BrandId, usage: Usage
    ) -> tuple[Duty, ...]:
        """Return the duties that publishing would carry, approvals still open or not."""
        found: list[Duty] = []
        for twin in twins:
            for request in use_requests(
                shot, twin, brand=brand, usage=usage, words=self.words, action="publish"
            ):
                found += planned_duties(request, *self._state(twin), self.instant)
        return tuple(dict.fromkeys(found))

    def _decided(self, request: UseRequest, twin: TwinId) -> Decision:
        # By digest: two equal requests carry sums of their own, which are not to be compared.
        asked = request.digest()
        if asked not in self._made:
            self._made[asked] = decide(request, *self._state(twin), self.instant)
        return self._made[asked]

    def _state(self, twin: TwinId) -> State:
        if twin not in self._states:
            self._states[twin] = (
                self.registry.licences((twin,)),
                self.registry.consents((twin,)),
                self.facts.world((twin,)),
            )
        return self._states[twin]
