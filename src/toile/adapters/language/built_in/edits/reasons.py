"""Clauses that only say why, or once more what went: "it is nicer", "grau ist raus"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.sparing import keeps_field
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import Redo, ReplaceItem, RestoreVersion, Undo


def is_reason(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether a clause only says why: "client killed the film"."""
    rest = any(s.name == "rest" for s in page.spans(clause.start, clause.end, "ref"))
    if rest or keeps_field(page, clause.start, clause.end):
        return False
    only_kept = bool(out.kept) and not out.commands
    start = clause.start
    if only_kept:  # "Do not touch 3, the client signed it off this morning."
        start += page.form(start) in word_set("naming.articles")
    why = page.form(start) in word_set("reader.why")
    good = _praises(page, clause) or _likes_pair(page, clause) or _prefers_undone(page, clause, out)
    if _of_the_budget(page, clause):
        return True
    told = (only_kept and why) or (bool(out.commands) and (why or good))
    return told and not any(
        page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end)
    )


def _of_the_budget(page: Page, clause: Clause) -> bool:
    """Whether "budget got cut", "we are over budget" speaks of money, and of no shot or thing."""
    said = any(page.form(p) in word_set("reasons.budget") for p in range(clause.start, clause.end))
    shots = page.has(clause.start, clause.end, "noun", "ord", "priority", "g", "h", "b", "j", "p")
    return said and not (shots or clause.mentions) and clause.end - clause.start <= _BRIEF


def _praises(page: Page, clause: Clause) -> bool:
    """Whether a clause says what is good of what was done: "it is more nice"."""
    vague = [s for s in page.spans(clause.start, clause.end, "rel") if s.name == "vague"]
    return (
        len(vague) == 1
        and page.form(clause.start) in word_set("reader.it_is")
        and page.form(vague[0].start) in word_set("reader.better")
        and not page.has(clause.start, clause.end, "act", "light", "framing", "angle", "neg")
    )


def _prefers_undone(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether "the strips were better" only says why something was taken back."""
    taken = bool(out.commands) and isinstance(out.commands[-1], Undo | Redo | RestoreVersion)
    liked = word_set("reader.better") | word_set("reasons.liked")
    said = any(page.form(p) in liked for p in range(clause.start, clause.end))
    steps = (s.name != "vague" for s in page.spans(clause.start, clause.end, "rel"))
    acts = (s.name not in ("set", "undo") for s in page.spans(clause.start, clause.end, "act"))
    return taken and said and not any(steps) and not any(acts)


def _likes_pair(page: Page, clause: Clause) -> bool:
    """Whether "zu zweit ist lustiger" only says why somebody came in."""
    opens = page.span_at(clause.start, "ref")
    return (
        opens is not None
        and opens.name == "together"
        and not page.has(clause.start, clause.end, "act", "light", "framing", "angle")
    )


def drops_colour(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether "grau ist raus" only names the colour that the clause before took from a thing."""
    colours = [s.name for s in page.spans(clause.start, clause.end, "col")]
    done = out.commands[-1] if out.commands else None
    if len(colours) != 1 or not isinstance(done, ReplaceItem):
        return False
    went = colours[0] in done.old.split() and colours[0] not in done.new.split()
    numbered = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    brief = clause.end - clause.start <= _BRIEF
    stepped = any(s.name != "vague" for s in page.spans(clause.start, clause.end, "rel"))
    said = stepped or page.has(clause.start, clause.end, *_SAID)
    return went and brief and not numbered and not said


def gives_way(page: Page, clause: Clause, later: list[Clause]) -> bool:
    """Whether "neon's out" only says what goes, and a value of its kind follows: "candles in 5"."""
    kinds = [k for k in ("col", "light", "set") if page.has(clause.start, clause.end, k)]
    if not kinds or clause.end - clause.start > _BRIEF:
        return False
    known = {p for s in page.spans(clause.start, clause.end, *kinds) for p in range(s.start, s.end)}
    known |= {p for m in clause.mentions if m.fields <= {"light", "set"}
              for p in range(m.start, m.end)}  # fmt: skip
    rest = [p for p in range(clause.start, clause.end) if p not in known]
    goes = any(page.form(p) in word_set("reasons.goes") for p in rest)
    small = word_set("reasons.goes") | word_set("naming.articles") | word_set("exchanging.is")
    plain = all(page.form(p) in small for p in rest)
    follows = any(page.has(c.start, c.end, kind) for c in later[:1] for kind in kinds)
    return goes and plain and follows


_BRIEF = 6
_SAID = ("g", "h", "b", "j", "p", "light", "framing", "angle", "pose", "ord")
