"""The words of a C2PA manifest: claims to JSON and JSON back to a reading. Signs nothing.

Sources: C2PA 2.2 (actions, ingredients, soft binding); CAWG training and data mining 1.1.
"""

import json
import re
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import ValidationError

from toile.domain.marks import Claims, ManifestReading, SourceType
from toile.domain.values import Value

SOFT_BINDING: Final = "toile.spread-tile.1"
PARENT: Final = "parent"
_LICENCE: Final = "toile.licence"
_MARK: Final = re.compile("[0-9a-f]{16}")
_EXPIRED: Final = "signingCredential.expired"
_STATES: Final[dict[str, Literal["trusted", "valid", "altered"]]] = {
    "Trusted": "trusted",
    "Valid": "valid",
}
_FORBIDDEN_USES: Final = ("ai_generative_training", "ai_training", "ai_inference", "data_mining")


def write_manifest(claims: Claims, mime: str, *, with_parent_file: bool) -> str:
    """Return the manifest definition as JSON; ingredients with a file are added by the signer."""
    agent = {"name": claims.software.name, "version": claims.software.version}
    definition = {
        "claim_generator_info": [agent],
        "title": claims.title,
        "format": mime,
        "ingredients": [*_twins(claims), *([] if with_parent_file else _parent(claims))],
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "data": {"actions": _actions(claims, agent), "allActionsIncluded": True},
            },
            {"label": "cawg.training-mining", "data": {"entries": _no_training()}},
            *_soft_binding(claims),
            {"label": _LICENCE, "data": _licence(claims)},
        ],
    }
    return json.dumps(definition)


def _actions(claims: Claims, agent: dict[str, str]) -> list[dict[str, Any]]:
    stamped = {"softwareAgent": agent, "when": claims.signed_at.isoformat()}
    made = {**stamped, "digitalSourceType": claims.source_type.uri} | _from_twins(claims)
    actions: list[dict[str, Any]] = [{"action": "c2pa.created", **made}]
    if claims.parent_draft_id is not None:
        opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": [PARENT]}, **stamped}
        changes = claims.changes or ("drafted again",)
        edits = [{"action": "c2pa.edited", "description": change, **made} for change in changes]
        actions = [opened, *edits]
    if claims.mark_id is not None:
        actions.append({"action": "c2pa.watermarked.bound", **stamped})
    return actions


def _from_twins(claims: Claims) -> dict[str, Any]:
    twins = [_twin_label(twin) for twin in claims.twin_ids]
    return {"parameters": {"ingredientIds": twins}} if twins else {}


def _twin_label(twin_id: str) -> str:
    return f"twin:{twin_id}"


def _twins(claims: Claims) -> list[dict[str, str]]:
    return [
        {
            "title": f"Licensed twin {twin}",
            "relationship": "inputTo",
            "instance_id": _twin_label(twin),
            "label": _twin_label(twin),
        }
        for twin in claims.twin_ids
    ]


def _parent(claims: Claims) -> list[dict[str, str]]:
    if claims.parent_draft_id is None:
        return []
    return [parent_ingredient(claims.parent_draft_id)]


def parent_ingredient(draft_id: str) -> dict[str, str]:
    """Return the earlier draft as an ingredient."""
    return {
        "title": f"Draft {draft_id}",
        "relationship": "parentOf",
        "instance_id": PARENT,
        "label": PARENT,
    }


def _no_training() -> dict[str, dict[str, str]]:
    return {f"cawg.{use}": {"use": "notAllowed"} for use in _FORBIDDEN_USES}


def _soft_binding(claims: Claims) -> list[dict[str, Any]]:
    if claims.mark_id is None:
        return []
    block = {"scope": {}, "value": f"{claims.mark_id:016x}"}
    data = {"alg": SOFT_BINDING, "blocks": [block]}
    return [{"label": "c2pa.soft-binding", "data": data}]


class _LicenceAssertion(Value):
    """Our own assertion, as it stands in the file."""

    draft: str
    version: int
    twins: tuple[str, ...]
    licences: tuple[str, ...]
    parent: str | None
    signed_at: datetime


def _licence(claims: Claims) -> dict[str, Any]:
    assertion = _LicenceAssertion(
        draft=claims.draft_id,
        version=claims.version,
        twins=claims.twin_ids,
        licences=claims.licence_ids,
        parent=claims.parent_draft_id,
        signed_at=claims.signed_at,
    )
    return assertion.model_dump(mode="json")


def read_manifest(report: dict[str, Any], state: str) -> ManifestReading:
    """Return what the active manifest of a reader's JSON report says.

    ``state`` is the reader's own word: Trusted, Valid or Invalid. A foreign credential gives a
    reading without ids.
    """
    active = report.get("manifests", {}).get(report.get("active_manifest"), {})
    assertions = {entry["label"]: entry.get("data", {}) for entry in active.get("assertions", [])}
    licence = _our_licence(assertions.get(_LICENCE))
    actions = assertions.get("c2pa.actions.v2", {}).get("actions", [])
    return ManifestReading(
        state="expired" if _only_expired(report) else _STATES.get(state, "altered"),
        signer=active.get("signature_info", {}).get("issuer") or "",
        signed_at=licence and licence.signed_at,
        title=active.get("title") or "",
        draft_id=licence and licence.draft,
        version=licence and licence.version,
        twin_ids=licence.twins if licence else (),
        licence_ids=licence.licences if licence else (),
        parent_draft_id=licence and licence.parent,
        source_type=_source_type(actions),
        mark_id=_mark_id(assertions.get("c2pa.soft-binding", {})),
        changes=_changes(actions),
        problems=_problems(report),
    )


def _only_expired(report: dict[str, Any]) -> bool:
    """Whether signature and bytes hold, and nothing but the age of the certificate is wrong.

    The library asks whom it trusts by today's date, so an old certificate is unknown to it, too.
    """
    found = report.get("validation_results", {}).get("activeManifest", {})
    held = {one.get("code") for one in found.get("success", ())}
    return _problems(report) == (_EXPIRED,) and "claimSignature.validated" in held


def _our_licence(data: Any) -> _LicenceAssertion | None:
    try:
        return _LicenceAssertion.model_validate(data)
    except ValidationError:
        return None


def _changes(actions: list[dict[str, Any]]) -> tuple[str, ...]:
    edits = (action for action in actions if action.get("action") == "c2pa.edited")
    return tuple(str(action.get("description", "")) for action in edits)


def _problems(report: dict[str, Any]) -> tuple[str, ...]:
    codes = [str(problem.get("code")) for problem in report.get("validation_status", ())]
    # An unknown signer is the state "valid", not a fault of the file.
    return tuple(dict.fromkeys(code for code in codes if code != "signingCredential.untrusted"))


def _source_type(actions: list[dict[str, Any]]) -> SourceType | None:
    for action in actions:
        word = str(action.get("digitalSourceType", "")).rpartition("/")[2]
        if word in set(SourceType):
            return SourceType(word)
    return None


def _mark_id(binding: dict[str, Any]) -> int | None:
    if binding.get("alg") != SOFT_BINDING:
        return None
    value = str(binding["blocks"][0]["value"])
    return int(value, 16) if _MARK.fullmatch(value) else None
