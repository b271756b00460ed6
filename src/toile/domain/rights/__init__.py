"""May this twin be used like this, now? One pure ``decide``, and the values it takes and gives."""

from toile.domain.rights.codes import DutyCode, Gate, Outcome, Reason
from toile.domain.rights.deciding import decide, planned_duties
from toile.domain.rights.decision import (
    Cell,
    Decision,
    Duty,
    Finding,
    Ground,
    Remedy,
    strictest,
)
from toile.domain.rights.offering import offer_conflicts
from toile.domain.rights.remedies import apply_remedy
from toile.domain.rights.request import UseRequest, Window
from toile.domain.rights.roster import Roster, who_may
from toile.domain.rights.ways import Way, ways_to_yes
from toile.domain.rights.world import (
    ActionWords,
    Approval,
    Booking,
    Exclusivity,
    Hold,
    LicenceState,
    RightsTables,
    ToolFacts,
    TwinFacts,
    World,
)

__all__ = [
    "ActionWords",
    "Approval",
    "Booking",
    "Cell",
    "Decision",
    "Duty",
    "DutyCode",
    "Exclusivity",
    "Finding",
    "Gate",
    "Ground",
    "Hold",
    "LicenceState",
    "Outcome",
    "Reason",
    "Remedy",
    "RightsTables",
    "Roster",
    "ToolFacts",
    "TwinFacts",
    "UseRequest",
    "Way",
    "Window",
    "World",
    "apply_remedy",
    "decide",
    "offer_conflicts",
    "planned_duties",
    "strictest",
    "ways_to_yes",
    "who_may",
]
