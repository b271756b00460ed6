"""The wiring: the only place that names concrete adapters, each inside the function using it."""

from toile.bootstrap.books import check_draft, demo_guideline, guideline_library, guideline_page
from toile.bootstrap.demo import is_empty, make_demo
from toile.bootstrap.desks import desk, desks, permit
from toile.bootstrap.exports import exporters
from toile.bootstrap.house import brand_id, draw, records, studio, today
from toile.bootstrap.language import interpreter
from toile.bootstrap.pictures import catalogue, lighting_diagram, marker, renderer
from toile.bootstrap.rights import (
    odrl_codec,
    odrl_suite,
    rate_card,
    rights_scenarios,
    rights_tables,
)

__all__ = [
    "brand_id",
    "catalogue",
    "check_draft",
    "demo_guideline",
    "desk",
    "desks",
    "draw",
    "exporters",
    "guideline_library",
    "guideline_page",
    "interpreter",
    "is_empty",
    "lighting_diagram",
    "make_demo",
    "marker",
    "odrl_codec",
    "odrl_suite",
    "permit",
    "rate_card",
    "records",
    "renderer",
    "rights_scenarios",
    "rights_tables",
    "studio",
    "today",
]
