"""A brief that is stopped while it is read leaves nothing behind, whoever reads it."""

from pathlib import Path

import pytest
from builders_drawn import a_studio

from toile.domain.errors import Cancelled
from toile.settings import Settings
from toile.workflow.listening import Listener


def test_a_stopped_brief_makes_no_board_even_where_no_model_is_asked(tmp_path: Path) -> None:
    studio = a_studio(Settings(home=tmp_path, _env_file=None))
    before = studio.boards()
    with pytest.raises(Cancelled):
        studio.start("Six coats for spring.", by="Noor", listener=Listener(stopped=lambda: True))
    assert studio.boards() == before
