"""The client's own words with the understood facts underlined."""

from typing import Any

from toile.ui.components.kit import Measure, part

_marked = part("marked", '<div class="t"><p></p><ul></ul></div>')


def marked(
    text: str,
    spans: list[dict[str, Any]],
    legend: list[tuple[str, str]],
    *,
    key: str,
    measure: Measure,
) -> None:
    """Draw the text; only the kinds that occur are in the legend."""
    kinds = {span["kind"] for span in spans}
    used = [[kind, name] for kind, name in legend if kind in kinds]
    _marked(
        data={"text": text, "spans": spans, "legend": used, "measure": measure.data},
        key=key,
        on_room_change=measure.measured,
    )
