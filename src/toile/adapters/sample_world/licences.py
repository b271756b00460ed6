"""The demo contracts from ``data/demo/licences.yaml``: licences, consents, claims, parties.

Belongs here: reading that file. Does not know: what they allow.
"""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from toile.domain.consent import Consent
from toile.domain.ids import BrandId, LicenceId
from toile.domain.licences import Licence
from toile.domain.rights import Booking, Exclusivity, Hold, LicenceState
from toile.domain.rights.world import Claim


@dataclass(frozen=True)
class DemoRights:
    """Everything of the sample world that a decision looks at, apart from the twins."""

    brand: BrandId
    licences: tuple[Licence, ...]
    consents: tuple[Consent, ...]
    claims: tuple[Claim, ...]
    states: dict[LicenceId, LicenceState]
    names: dict[str, str]
    affiliates: dict[str, tuple[str, ...]]


def demo_rights() -> DemoRights:
    """Return the twelve licences and what belongs to them, each marked as a demo."""
    text = (files("toile") / "data" / "demo" / "licences.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    rows = [_over(found["base"], row) for row in found["licences"]]
    return DemoRights(
        brand=BrandId(found["brand"]),
        licences=tuple(_licence(row) for row in rows),
        consents=tuple(Consent.model_validate({**row, "demo": True}) for row in found["consents"]),
        claims=(
            *(Exclusivity.model_validate(row) for row in found["exclusivities"]),
            *(Hold.model_validate(row) for row in found["holds"]),
            *(Booking.model_validate(row) for row in found["bookings"]),
        ),
        states={LicenceId(row["id"]): LicenceState.model_validate(row["state"]) for row in rows},
        names={key: value["name"] for key, value in found["parties"].items()},
        affiliates={
            key: tuple(value.get("affiliates", ())) for key, value in found["parties"].items()
        },
    )


def _licence(row: dict[str, Any]) -> Licence:
    fields = {key: value for key, value in row.items() if key not in ("state", "grant")}
    return Licence.model_validate({**fields, "grants": (row["grant"],), "demo": True})


def _over(base: Any, own: Any) -> Any:
    """Return ``own`` laid over ``base``; the territory and changes of a grant replace whole."""
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return {
        **base,
        **{
            key: value
            if key in ("territory", "modifications", "term")
            else _over(base.get(key), value)
            for key, value in own.items()
        },
    }
