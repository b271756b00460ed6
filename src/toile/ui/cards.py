"""Turns a board into what the wall shows. Values in, plain data out; nothing is drawn here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

from toile.domain.board import Board, Panel, Version
from toile.domain.drafts import DraftStatus
from toile.domain.ids import DraftId
from toile.domain.shots import Shot
from toile.domain.staging import ratio
from toile.ui import underway, wording
from toile.ui.links import Size, picture_url

Data = dict[str, Any]
Place = tuple[str, int]
BUSY = ("queued", "running")


@dataclass(frozen=True)
class Standing:
    """How one shot stands: the strictest outcome, who is in it, and the headline of a refusal.

    ``held`` is why its picture may be drawn and may not leave the house yet.
    """

    outcome: wording.Standing
    allowed: bool
    people: str
    headline: str
    held: str = ""

    @property
    def badge(self) -> wording.Standing:
        """Return what stands on the card: cleared to be drawn is not yet cleared to leave."""
        return wording.DRAFT_ONLY if self.held else self.outcome

    @property
    def refused(self) -> bool:
        """Say whether the answer was a plain no."""
        return self.outcome is wording.STANDINGS["denied"]


@dataclass(frozen=True)
class Wall:
    """Everything a card is made from; pictures and work are found by shot and version."""

    board: Board
    standings: Mapping[str, Standing]
    drawn: Mapping[Place, DraftId]
    work: Mapping[Place, DraftStatus]
    viewer: str
    picked: frozenset[str] = frozenset()

    def picture(self, shot: str, version: int, size: Size = "thumbnail") -> str | None:
        """Return the address of a version's picture, or ``None`` before it is drawn."""
        draft = self.drawn.get((shot, version))
        return picture_url(draft, size, self.viewer) if draft else None

    def shown(self, panel: Panel, size: Size = "thumbnail") -> str | None:
        """Return the picture on the wall: this version's, or the last one it was made from."""
        version: Version | None = panel.now
        while version is not None:
            if url := self.picture(panel.id, version.number, size):
                return url
            version = panel.version(version.parent) if version.parent else None
        return None

    def busy(self, panel: Panel) -> DraftStatus | None:
        """Return the work on a panel's current version while it goes on."""
        status = self.work.get((panel.id, panel.current))
        return status if status and status.state in BUSY else None

    def unfinished(self) -> tuple[DraftStatus, ...]:
        """Return the work on current versions that ended in a fault."""
        found = (self.work.get((panel.id, panel.current)) for panel in self.board.panels)
        return tuple(status for status in found if status and status.state == "failed")

    def stuck(self) -> bool:
        """Say whether nothing is drawn here and nothing may be: the use itself is in the way."""
        refused = not any(standing.allowed for standing in self.standings.values())
        return refused and bool(self.board.panels) and not self.drawn

    def owed(self) -> tuple[Panel, ...]:
        """Return the panels to be drawn anew with the last change, which nobody asked for since."""
        told = next((turn for turn in reversed(self.board.talk) if turn.by == "toile"), None)
        wanted = told.draws if told else ()
        return tuple(
            panel
            for panel in self.undrawn()
            if panel.id in wanted and (panel.id, panel.current) not in self.work
        )

    def undrawn(self) -> tuple[Panel, ...]:
        """Return the panels that may be drawn and have neither picture nor work under way."""
        return tuple(
            panel
            for panel in self.board.panels
            if self.standings[panel.id].allowed
            and (panel.id, panel.current) not in self.drawn
            and not self.busy(panel)
        )


def setups(wall: Wall, panels: Sequence[Panel] | None = None) -> list[Data]:
    """Return the set-ups in order, each with its cards."""
    chosen = wall.board.panels if panels is None else panels
    common = common_ratio(wall.board)
    groups: dict[str, list[Panel]] = {}
    for panel in chosen:
        groups.setdefault(panel.now.shot.group or "", []).append(panel)
    return [
        {
            "id": chr(ord("A") + place % 26),
            "title": _setup_title(group, members),
            "shots": [_card(wall, panel, common) for panel in members],
        }
        for place, (group, members) in enumerate(groups.items())
    ]


def common_ratio(board: Board) -> str:
    """Return the ratio most shots have, as CSS says it; the wall keeps one."""
    ratios = Counter(css_ratio(panel.now.shot) for panel in board.panels)
    return ratios.most_common(1)[0][0] if ratios else "4/5"


def css_ratio(shot: Shot) -> str:
    """Return a shot's ratio as CSS says it."""
    wide, high = ratio(shot.aspect)
    both = gcd(wide, high)
    return f"{wide // both}/{high // both}"


def title(shot: Shot) -> str:
    """Return the shot's title, or the words that come nearest to one."""
    first = shot.title or shot.pose or shot.look or ", ".join(shot.garments[:2])
    shown = ", ".join(filter(None, (shot.framing, *shot.talent, shot.set)))
    return wording.capital(first or shown or "Untitled")


def line(shot: Shot) -> str:
    """Return framing, lens and light in one line; and the place where its set-up names another."""
    elsewhere = shot.set if shot.set and not _stands_in(shot) else None
    words = (shot.framing, wording.spaced(shot.lens or ""), shot.light, elsewhere)
    return " · ".join(wording.capital(word) for word in words if word)


def place(shot: Shot) -> str:
    """Return what a shot's set-up is called, or where it is now if it was moved out of it."""
    if shot.group and _stands_in(shot):
        return wording.capital(shot.group)
    return wording.capital(", ".join(word for word in (shot.set, shot.light) if word))


def _stands_in(shot: Shot) -> bool:
    """Say whether a shot is where its set-up is; one that is only lettered is anywhere."""
    group = (shot.group or "").casefold()
    return len(group) <= 2 or (shot.set or "").casefold() in group


def filtered(wall: Wall, choice: str) -> list[Panel]:
    """Return the panels that a filter keeps."""
    tests = {
        "starred": lambda panel: any(version.starred for version in panel.versions),
        "cleared": lambda panel: (
            wall.standings[panel.id].allowed and not wall.standings[panel.id].held
        ),
        "held": lambda panel: bool(wall.standings[panel.id].held),
        "settle": lambda panel: not wall.standings[panel.id].allowed,
    }
    keep = tests.get(choice)
    return [panel for panel in wall.board.panels if keep is None or keep(panel)]


def whole_order(board: Board, seen: Sequence[str]) -> tuple[str, ...]:
    """Return the order of all shots when those seen stand in a new order; the others stay."""
    waiting = iter(seen)
    moved = set(seen)
    return tuple(next(waiting) if panel.id in moved else panel.id for panel in board.panels)


def contact(wall: Wall) -> list[Data]:
    """Return every drawn version of every shot that may be shown, in the order of the board."""
    return [
        {
            "id": f"{panel.id}/{version.number}",
            "no": panel.now.shot.no,
            "version": version.number,
            "image": url,
            "current": version.number == panel.current,
            "starred": version.starred,
            "ratio": css_ratio(version.shot),
            "alt": f"Shot {panel.now.shot.no}, version {version.number}: {version.what}",
        }
        for panel in wall.board.panels
        if not wall.standings[panel.id].refused
        for version in panel.versions
        if (url := wall.picture(panel.id, version.number))
    ]


def rows(wall: Wall) -> list[Data]:
    """Return the shot list as a table: the professional columns."""
    return [_row(wall, panel) for panel in wall.board.panels]


def _row(wall: Wall, panel: Panel) -> Data:
    shot, standing = panel.now.shot, wall.standings[panel.id]
    found = {
        "Shot": shot.no,
        "Picture": None if standing.refused else wall.shown(panel),
        "Title": title(shot),
        "People": standing.people,
        "Framing": shot.framing,
        "Angle": shot.angle,
        "Lens": wording.spaced(shot.lens or ""),
        "Light": shot.light,
        "Set": shot.set,
        "Look": shot.look or ", ".join(shot.garments),
        "Format": shot.aspect,
        "Priority": shot.priority,
        "Rights": standing.badge.word,
        "Version": panel.current,
    }
    return {name: "" if value is None else value for name, value in found.items()}


def progress(statuses: Iterable[DraftStatus]) -> tuple[DraftStatus, ...]:
    """Return the work under way, the running one first."""
    busy = [status for status in statuses if status.state in BUSY]
    return tuple(sorted(busy, key=lambda status: (status.state != "running", status.queued_at)))


def _card(wall: Wall, panel: Panel, ratio: str) -> Data:
    shot, standing = panel.now.shot, wall.standings[panel.id]
    busy = wall.busy(panel)
    return {
        "id": panel.id,
        "no": shot.no,
        "title": title(shot),
        "people": standing.people,
        "line": line(shot),
        "version": f"v{panel.current}",
        "starred": panel.now.starred,
        "picked": panel.id in wall.picked,
        "ratio": ratio,
        "rights": {"word": standing.badge.word, "colour": standing.badge.colour},
        # A refused person's face is not shown, not even greyed: only the words.
        "image": None if standing.refused else wall.shown(panel),
        "refused": standing.refused,
        "state": _state(standing, wall.work.get((panel.id, panel.current))),
        "forming": _forming(busy, panel, wall.viewer) if busy else None,
    }


def _state(standing: Standing, status: DraftStatus | None) -> str:
    if not standing.allowed:
        return standing.headline
    words = {"queued": "", "running": "", "failed": "Did not finish"}
    return words.get(status.state, "Not drawn yet") if status else "Not drawn yet"


def _forming(status: DraftStatus, panel: Panel, viewer: str) -> Data:
    if status.state == "queued":
        text = "Next" if status.queue_place in (None, 1) else f"{status.queue_place} in the queue"
        return {"share": 0.0, "text": text, "image": None}
    time = "" if status.eta_seconds is None else f", {wording.seconds(status.eta_seconds)}"
    verb = "Stopping" if status.stopping else "Drawing"
    return {
        "share": round(status.share, 2),
        "text": f"{verb} v{panel.current}{time}",
        "image": underway.forming(status, viewer),
    }


def _setup_title(group: str, panels: Sequence[Panel]) -> str:
    if len(group) > 2:
        return wording.capital(group)
    shot = panels[0].now.shot
    words = [word for word in (shot.set, shot.light) if word]
    return wording.capital(", ".join(words)) or "Place still open"
