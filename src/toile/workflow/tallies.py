"""Right, invented and missed facts, counted."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """Right, invented and missed facts of one field."""

    right: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: "Tally") -> None:
        self.right += other.right
        self.invented += other.invented
        self.missed += other.missed


@dataclass
class Scored:
    """One brief's figures."""

    fields: dict[str, Tally] = field(default_factory=dict)
    flags_missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    wrong_actions: list[str] = field(default_factory=list)
    asked: bool = True
    remarks: list[str] = field(default_factory=list)
