"""Words that stand for a thing already on the board."""

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.domain.commands import EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList


def test_a_navy_one_is_the_same_coat_in_navy() -> None:
    shot = Shot(id=ShotId("a"), garments=("burgundy wool coat",), talent=("Imani",))
    context = EditContext(shots=ShotList.of([shot]))
    answer = BuiltInInterpreter().read_edit("swap the coat for a navy one in 1", context)
    assert answer.shots.shots[0].garments == ("navy wool coat",)
