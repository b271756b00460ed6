"""Studio: begin, understand, or work on the wall, whichever the board is ready for."""

from toile.ui import services, session
from toile.ui.stages.briefing import briefing
from toile.ui.stages.first import first
from toile.ui.stages.wall import wall

held = session.read()
if held.board is None:
    first()
else:
    session.show_address(session.write(shot=None))
    board = services.studio().board(held.board)
    if board.stage == "briefing":
        briefing(board)
    else:
        wall(board)
