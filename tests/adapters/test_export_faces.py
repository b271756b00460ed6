"""Two people who export at once after a start both find the faces that a page is set in."""

import subprocess
import sys

# The second comes when the first has made one of the two faces known, and not yet the other.
SCRIPT = """
import threading
from reportlab.pdfbase import pdfmetrics
from toile.adapters.exports import typeset

register, begun, second = pdfmetrics.registerFont, threading.Event(), []
def slowly(font):
    register(font)
    begun.set()
    other.join(1)
def comes():
    begun.wait(60)
    typeset.load_faces()
    second.append(pdfmetrics.getFont(typeset.TITLE_FACE).fontName)
pdfmetrics.registerFont = slowly
other = threading.Thread(target=comes)
other.start()
typeset.load_faces()
other.join(60)
print(*second)
"""


def test_the_second_waits_until_both_faces_are_known() -> None:
    told = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True)
    assert told.stdout.strip() == "ToileTitle", told.stderr
