"""How the engine writes its own notes: JSON of ids and words; pickles, and so pixels, cannot be."""

import json
from typing import Any

from dbos import Serializer

from toile.domain.errors import ServiceUnavailable


class FactsOnly(Serializer):
    """Plain JSON; of a fault only its kind is noted, since its message may quote a brief."""

    def serialize(self, data: Any) -> str:
        """Return JSON, or refuse a value that is not plain."""
        return json.dumps(data, default=_fault_kind)

    def deserialize(self, serialized_data: str) -> Any:
        """Return the value, a noted fault as one of ours."""
        data = json.loads(serialized_data)
        if isinstance(data, dict) and set(data) == {"fault"}:
            return ServiceUnavailable(f"The draft stopped: {data['fault']}.")
        return data

    def name(self) -> str:
        """Return the name that is noted beside each value."""
        return "toile_json"


def _fault_kind(value: object) -> dict[str, str]:
    if isinstance(value, BaseException):
        return {"fault": type(value).__name__}
    raise TypeError(f"{type(value).__name__} is not a plain fact.")
