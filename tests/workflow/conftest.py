"""A studio with the demo's people and contracts, on a data folder of its own."""

from datetime import date
from pathlib import Path

import pytest

from toile import bootstrap
from toile.adapters.sample_world.licences import demo_rights
from toile.adapters.sample_world.twins import demo_twins
from toile.domain.brief import Usage
from toile.settings import Settings
from toile.workflow.studio import Studio


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


@pytest.fixture
def studio(settings: Settings) -> Studio:
    kept = bootstrap.records(settings)
    rights = demo_rights()
    kept.registry.put(*demo_twins(), *rights.licences, *rights.consents)
    kept.world.claim(*rights.claims)
    for licence, state in rights.states.items():
        kept.world.change(licence, **state.model_dump())
    for party, name in rights.names.items():
        kept.world.know(party, name)
    kept.close()
    return bootstrap.studio(settings)


@pytest.fixture
def spring() -> Usage:
    """Web shop and organic social, Germany and France, March and April 2027."""
    return Usage(
        media=("digital.owned.ecommerce", "digital.social.organic"),
        territories=("DE", "FR"),
        start=date(2027, 3, 1),
        end=date(2027, 4, 30),
        product="apparel",
    )
