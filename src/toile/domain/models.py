"""Image models as values: whose, which revision, under which licence, and whether it is sound.

Knows nothing of folders, hubs or tensors.
"""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from toile.domain.ids import BrandId
from toile.domain.painting import GeneratorAbility, no_commercial_use
from toile.domain.values import Value

# A finder finds faces in a picture; a face reader turns one into numbers.
Part = Literal["base", "control", "references", "finder", "face"]
ModelState = Literal["ready", "absent", "not pinned", "damaged", "not safe"]


class Checked(Value):
    """Who read the licence, when and where."""

    on: date
    by: str
    where: str


class ModelCard(Value):
    """One model on the list; ``revision`` is empty until it is pinned by pulling it."""

    name: str
    title: str
    family: str
    part: Part
    source: str
    licence: str
    commercial: bool
    checked: Checked
    size_gb: float
    file: str = ""
    # Of that file, in hex, where the licence holds for these bytes and not for all of the source.
    sha256: str = Field(default="", pattern="^([0-9a-f]{64})?$")
    encoder: str = ""
    revision: str = ""
    steps: int | None = None
    guidance: float | None = None
    # What a single file of weights does not say of itself.
    config: dict[str, str | int | tuple[int, ...]] = {}

    @model_validator(mode="after")
    def _hash_of_a_file(self) -> Self:
        if self.sha256 and not self.file:
            raise ValueError("a sha256 is that of one file, and no file is named")
        return self

    def refusal(self, brand: BrandId) -> str:
        """Return why this model may not work for a commercial brand, or an empty string."""
        if self.commercial:
            return ""
        return no_commercial_use(self.title, self.licence, brand)


class FamilyCard(Value):
    """What one family of models can do, as data: the ground of a ``GeneratorAbility``."""

    name: str
    title: str
    needs: tuple[Part, ...]
    takes: tuple[Part, ...]
    references: int
    maps: tuple[Literal["blocked", "pose", "depth", "normals", "regions"], ...]
    maps_together: int
    images_together: int = 0
    strengths: bool
    mask: bool
    identity: Literal["references", "twin weights", "none"]
    steps: int
    multiple_of: int
    longest_side: int
    edit_pixels: int = 0
    memory_gb: float

    def ability(self, base: ModelCard, *, device: str) -> GeneratorAbility:
        """Return the ability of this family with that model on that device."""
        shared = self.model_dump(exclude={"name", "title", "needs", "takes"})
        return GeneratorAbility(
            **(shared | {"steps": base.steps or self.steps}),
            family=self.name,
            model=base.title,
            revision=base.revision,
            licence=base.licence,
            commercial=base.commercial,
            device=device,
        )


class ModelLine(Value):
    """A model in a list: its card, where it stands on this machine, and the next step."""

    card: ModelCard
    state: ModelState
    problems: tuple[str, ...] = ()
    hint: str = ""


class ModelList(Value):
    """Every model and family that is known; what is not in it is never loaded."""

    families: tuple[FamilyCard, ...]
    models: tuple[ModelCard, ...]

    def family(self, name: str) -> FamilyCard | None:
        """Return the family of that name, or ``None``."""
        return next((family for family in self.families if family.name == name), None)

    def model(self, name: str) -> ModelCard | None:
        """Return the model of that name, title or source, or ``None``."""
        wanted = name.casefold()
        for model in self.models:
            if wanted in (model.name, model.title.casefold(), model.source.casefold()):
                return model
        return None

    def parts(self, family: str) -> tuple[ModelCard, ...]:
        """Return the models of a family, base first."""
        return tuple(model for model in self.models if model.family == family)
