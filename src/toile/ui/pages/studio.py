"""Studio: begin, understand, or work on the wall, whichever the board is ready for."""

from toile.ui import opened
from toile.ui.stages.at_work import carry_over
from toile.ui.stages.briefing import briefing
from toile.ui.stages.first import first
from toile.ui.stages.wall import wall

board = opened.board()
if board is None:
    first()
elif board.stage == "briefing":
    briefing(board)
else:
    carry_over(board)
    wall(board)
