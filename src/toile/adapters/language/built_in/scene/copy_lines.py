"""The copy that is to stand on the pictures."""

import re

from toile.adapters.language.built_in.scene.scene import Idea, distinct
from toile.adapters.language.built_in.text.page import Page

_QUOTED = re.compile(r'["“„«»]([^"”“»«]{4,90})["”“»«]')


def read_other(page: Page) -> list[Idea]:
    """Return the copy that is to stand on the pictures, in the client's own words."""
    found: list[Idea] = []
    for segment in page.segments:
        cues = [s for s in page.spans(segment.start, segment.end, "claim") if s.name == "cue"]
        if not cues:
            continue
        stop = page.tokens[cues[-1].end - 1].end
        match = _QUOTED.search(page.text, stop, min(len(page.text), stop + 120))
        if not match:
            opens = page.tokens[max(0, segment.start - 1)].start
            match = _QUOTED.search(page.text, opens, page.tokens[cues[0].start].start)
        if match:
            words = [p for p, t in enumerate(page.tokens) if match.start() <= t.start < match.end()]
            if words:
                found.append(
                    (f"copy on picture: {match.group(1).strip()}", words[0], words[-1] + 1)
                )
    return distinct(found)
