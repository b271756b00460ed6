"""Paint a blocked shot: the director's composition, the twins' own likeness, words from facts.

Belongs here: what the painter is told. Does not: deciding rights, marking or keeping; the drafting
verb does both before and after, and gives the licences that hold.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from toile.domain.blocking import Blocking
from toile.domain.drafts import DraftRequest
from toile.domain.errors import NotAllowed
from toile.domain.ids import BrandId, LicenceId, TwinId
from toile.domain.maps import Maps
from toile.domain.paint_words import PaintTemplate, PaintWords, facts_of
from toile.domain.painting import (
    Likeness,
    Painted,
    PaintRequest,
    Reference,
    TwinWeights,
    licence_refusal,
)
from toile.domain.pictures import Picture
from toile.domain.region_edits import RegionEdit, rederived
from toile.workflow.block_shot import size_of
from toile.workflow.ports import (
    LikenessScorer,
    Painter,
    Progress,
    Registry,
    Renderer,
    Stopped,
    TwinVault,
)

BLOCKING = 0.25


@dataclass(frozen=True)
class PaintedShot:
    """A painted picture, still unmarked, the words it was painted from and what was said."""

    painted: Painted
    words: PaintWords
    said: tuple[str, ...]
    likeness: tuple[Likeness, ...] = ()
    # The words as the model was given them: the template's, after the wishes of an edit.
    told: str = ""
    # Whose pictures the model was shown, by name, and how many of each.
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class PaintShot:
    """Turn one draft request into one painted picture."""

    painter: Painter
    renderer: Renderer
    registry: Registry
    vault: TwinVault
    template: PaintTemplate
    scorer: LikenessScorer

    def __call__(
        self,
        request: DraftRequest,
        blocking: Blocking,
        *,
        holding: Collection[LicenceId],
        progress: Progress,
        stopped: Stopped,
        formed: Callable[[Picture], None],
        original: Picture | None = None,
        edits: tuple[RegionEdit, ...] = (),
    ) -> PaintedShot:
        """Return the picture; every forming one goes to ``formed``, which marks it first.

        ``holding`` are the licences that decided this draft. With ``original``, the edits so far
        are made again from it. Raises ``NotAllowed`` for a model that the brand may not use.
        """
        brand = BrandId(request.casting.brand)
        if refusal := licence_refusal(self.painter.ability, brand, commercial=True):
            raise NotAllowed(refusal, hint="Choose a model with a commercial licence.")
        words = self.words(request)
        asked, said = self._asked(request, blocking, words, holding, progress, stopped)
        if original is not None:
            asked = _freely(rederived(asked, original, edits), request)
        painted = self.painter.paint(
            [asked],
            progress=lambda share, say: progress(BLOCKING + share * (1 - BLOCKING), say),
            stopped=stopped,
            preview=lambda _, __, forming: formed(forming),
        )[0]
        likeness = self._likeness_of(painted.picture, request.casting.twins, asked.references)
        said += painted.facts.said + tuple(_aloud(one) for one in likeness)
        names = {str(twin.id): twin.name for twin in self.registry.twins()}
        return PaintedShot(
            painted,
            words,
            tuple(_by_name(one, request.casting.twins, names) for one in said),
            likeness,
            asked.prompt,
            _shown(painted.facts.references, names),
        )

    def words(self, request: DraftRequest) -> PaintWords:
        """Return what the model will be told, for the recipe card and before it is spent on."""
        shot = request.shot
        known = {twin.id: twin for twin in self.registry.twins()}
        twins = [known[twin] for twin in request.casting.twins if twin in known]
        rules = [reason.because for reason in shot.reasons if reason.source]
        return self.template.fill(facts_of(shot, twins, rules))

    def _likeness_of(
        self, picture: Picture, twins: tuple[TwinId, ...], references: tuple[Reference, ...]
    ) -> tuple[Likeness, ...]:
        return tuple(
            self.scorer.score(
                picture, twin, [one.picture for one in references if one.twin == twin]
            )
            for twin in twins
        )

    def _asked(
        self,
        request: DraftRequest,
        blocking: Blocking,
        words: PaintWords,
        holding: Collection[LicenceId],
        progress: Progress,
        stopped: Stopped,
    ) -> tuple[PaintRequest, tuple[str, ...]]:
        references, weights, said = self._likeness(request.casting.twins, holding)
        asked = PaintRequest(
            id=request.id,
            prompt=words.text,
            seed=request.seed,
            width=request.width,
            height=request.height,
            blocked=self._blocked(request, blocking, progress, stopped),
            maps=self._maps(request, blocking, progress),
            references=references,
            weights=weights,
        )
        return asked, said

    def _blocked(
        self, request: DraftRequest, blocking: Blocking, progress: Progress, stopped: Stopped
    ) -> Picture | None:
        """Return the blocking as a picture, unless this model takes none: it is the dear part."""
        if "blocked" not in self.painter.ability.maps:
            return None
        return self.renderer.render(
            blocking,
            size=size_of(request.shot.aspect, "preview"),
            quality="preview",
            style="colour",
            progress=lambda share, say: progress(share * BLOCKING, say),
            stopped=stopped,
        )

    def _maps(self, request: DraftRequest, blocking: Blocking, progress: Progress) -> Maps | None:
        if not set(self.painter.ability.maps) - {"blocked"}:
            return None
        progress(BLOCKING, "Measuring the blocking")
        return self.renderer.maps(blocking, size=(request.width, request.height))

    def _likeness(
        self, twins: tuple[TwinId, ...], holding: Collection[LicenceId]
    ) -> tuple[tuple[Reference, ...], tuple[TwinWeights, ...], tuple[str, ...]]:
        """Return what there is of the cleared twins and of nobody else."""
        pictures: list[tuple[Reference, ...]] = []
        weights: list[TwinWeights] = []
        said: list[str] = []
        for twin in twins:
            try:
                mine = self.vault.references(twin, holding)
                own = self.vault.opened(twin, holding)
            except NotAllowed as refusal:
                # Another licence of the twin decided this draft: its likeness stays sealed.
                said.append(refusal.message)
                mine, own = (), None
            pictures.append(mine)
            weights += [own] if own else []
            if not mine and own is None:
                said.append(
                    f"No licensed picture or weights of {twin} are on file: "
                    "the face is painted from words and is nobody's."
                )
        # In turns, so that a model with little room still sees every twin once.
        turns = (one for turn in zip_longest(*pictures) for one in turn if one is not None)
        return tuple(turns), tuple(weights), tuple(said)


def _freely(asked: PaintRequest, request: DraftRequest) -> PaintRequest:
    """Return the wish with the freedom that its edits name, if they name one."""
    if request.edits is None or request.edits.strength is None:
        return asked
    return replace(asked, strengths=replace(asked.strengths, edit=request.edits.strength))


def _aloud(likeness: Likeness) -> str:
    found = likeness.because if likeness.score is None else f"{likeness.score:.2f}"
    return f"Likeness to {likeness.twin}: {found}"


def _by_name(said: str, twins: tuple[TwinId, ...], names: Mapping[str, str]) -> str:
    """Return what was said with people's names for the ids that adapters know them by."""
    for twin in twins:
        said = re.sub(rf"(?<![\w-]){re.escape(twin)}(?![\w-])", names.get(twin, twin), said)
    return said


def _shown(references: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    counted = Counter(names.get(one, one) for one in references)
    return tuple(
        f"{count} picture{'s' if count > 1 else ''} of {whom}" for whom, count in counted.items()
    )
