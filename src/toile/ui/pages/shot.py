"""Shot room: one picture large, its versions beside it, what it is made of, what people say."""

from toile.ui import opened, panels, session
from toile.ui.places import go
from toile.ui.stages import dock, room

held, board = session.in_room(), opened.board(keep_shot=True)
if board is None or held.shot not in {panel.id for panel in board.panels}:
    go("studio")
now = panels.wall_of(board)
panel = board.panel(held.shot or "")
numbers = {version.number for version in panel.versions}
version = panel.version(held.version if held.version in numbers else panel.current)

room.side(now, panel, version)
room.header(now, panel, version)
laid = room.laid()
left, middle, right = laid.places
with left:
    room.versions(now, panel, version, laid.measure(room.TREE))
with middle:
    room.picture(now, panel, version)
with right:
    room.facts(now, panel, version)
dock.dock(now, working=now.busy(panel) is not None, about=[panel])
