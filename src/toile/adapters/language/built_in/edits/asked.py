"""Questions about the board: answered from it, nothing changed."""

from toile.adapters.language.built_in.edits.board_words import BoardWords
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.targets import resolve
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page
from toile.adapters.language.built_in.ratios import find_ratios
from toile.domain.commands import EditContext
from toile.domain.shots import ShotList

_POLITE = word_set("asked.polite")
_YOU = word_set("asked.you")
_OPINION = word_set("asked.opinion")


def is_question(page: Page) -> bool:
    """Whether a message asks for an answer and not, politely, for a change."""
    if not page.tokens:
        return False
    first = page.span_at(0, "q") or page.span_at(1, "q")
    ends = page.tokens[-1].text == "?" or any(t.text == "?" for t in page.tokens[-3:])
    form = page.form(0)
    if first and first.name in ("howmany",):
        return True
    if any(s.name == "howmany" for s in page.spans(0, len(page.tokens), "q")) and ends:
        return True
    if first and first.name == "which":
        return ends or form in word_set("asked.is_question")
    if form in _POLITE and ends and page.form(1) in _YOU:
        return False
    if (
        form in ("what", "how", "et", "e", "y")
        and page.form(1) in ("if", "about", "si", "se")
        and ends
    ):
        return True
    if form in _POLITE and form != "would" and ends:
        return False
    return ends and (form in _OPINION or form == "ist" or "think" in {t.form for t in page.tokens})


def answer(page: Page, board: BoardWords, context: EditContext) -> str:
    """Answer a question from the board."""
    shots = context.shots
    clause = Clause(0, len(page.tokens), mentions=board.mentions(page, 0, len(page.tokens)),
                    ratios=find_ratios(page, 0, len(page.tokens)))  # fmt: skip
    found = matching(page, clause, shots)
    counted = any(s.name == "howmany" for s in page.spans(0, len(page.tokens), "q"))
    if found is not None:
        numbers = ", ".join(str(shots.shot(i).no) for i in found)
        return (
            f"{len(found)} (shots {numbers})."
            if found and counted
            else f"Shots {numbers}."
            if found
            else "None."
        )
    if counted:
        return f"{len(shots)} shots."
    target = resolve(page, clause, shots, context)
    fields = [s.name for s in page.spans(0, len(page.tokens), "f")]
    if len(target.shots) == 1:
        shot = shots.shot(target.shots[0])
        if page.form(0) in ("who", "qui", "wer", "vem", "chi") or page.form(1) in ("who",):
            fields = ["talent"]
        wanted = fields or ["framing", "angle", "lens", "light", "set", "aspect"]
        facts = ", ".join(f"{f}: {_said(getattr(shot, f))}" for f in wanted if getattr(shot, f))
        return f"Shot {shot.no}: {facts}. Nothing is changed."
    return "Nothing is changed. Say what you would like, and for which shot."


def matching(page: Page, clause: Clause, shots: ShotList) -> tuple[str, ...] | None:
    ids: set[str] | None = None
    for ratio in clause.ratios:
        own: set[str] = {s.id for s in shots.shots if s.aspect == ratio.value}
        ids = own if ids is None else ids & own
    for kind in ("framing", "angle", "lens", "priority", "kind"):
        for span in page.spans(0, len(page.tokens), kind):
            if page.form(span.start) in ("should", "could") or (
                page.first(span.start, "f") and span.end - span.start == 1
            ):
                continue
            own = {s.id for s in shots.shots if getattr(s, kind) == span.name}
            ids = own if ids is None else ids & own
    for mention in clause.mentions:
        if not mention.fields <= {"framing", "angle"}:
            ids = set(mention.shots) if ids is None else ids & set(mention.shots)
    return tuple(s.id for s in shots.shots if s.id in ids) if ids is not None else None


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
