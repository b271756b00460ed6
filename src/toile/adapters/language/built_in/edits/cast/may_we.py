"""Questions for a use: "may we show these on billboards?", "can we use Freya in Japan?"."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.places import missing
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, Segment, read_page
from toile.domain.commands import CheckRights


def read_may_we(page: Talk, board: BoardWords, out: Outcome) -> bool:
    """Read what a use is asked about; return whether the message is that question alone."""
    asked = [one for one in page.live() if asks_may_we(page, one)]
    if not asked or len(asked) < len(list(page.live())):
        return False
    start, end = asked[0].start, asked[-1].end
    name_shots(page, board, out.context.shots, out.context.last_mentioned)
    clause = Clause(start, end, mentions=board.mentions(page, start, end))
    target = resolve(page, clause, out.context.shots, out.context)
    if target.missing:
        out.cannot.append(missing(target, out.context.shots))
        return True
    shots = target.shots if target.how in ("number", "ordinal") else ()
    person = next((m.shots for m in clause.mentions if m.fields == {"talent"}), ())
    return out.do(CheckRights(shots=tuple(shots or person), text=_without_may_we(page, start, end)))


def _without_may_we(page: Page, start: int, end: int) -> str:
    """Return the question behind "may we": who reads the use must not take May for a month."""
    opening = word_set("may_we.may") | word_set("may_we.we")
    places = range(start, min(end, start + _OPENING))
    first = max((place + 1 for place in places if page.form(place) in opening), default=start)
    return page.words(first, min(end + 1, len(page.tokens))).strip()


def asks_may_we(page: Page, segment: Segment) -> bool:
    """Whether a sentence asks if a use is allowed: "may we", showing, a place or medium."""
    start, end = segment.start, segment.end
    if page.form(end) != "?":
        return False
    forms = [page.form(place) for place in range(start, end)]
    opens, whole = set(forms[:_OPENING]), set(forms)
    ours = opens & word_set("may_we.we")
    shown = ours and whole & (word_set("board_talk.using") | word_set("may_we.put"))
    # "Can 4 be shown in Germany?", "darf die 4 in Japan laufen?" ask of a shot.
    itself = bool(set(forms[:1]) & word_set("may_we.may")) and _names_shot(page, start)
    goes = itself and whole & word_set("may_we.goes")
    if not (opens & word_set("may_we.may") and (shown or goes)):
        return False
    # "Laufen" is no pose where it is asked whether a picture may.
    scene = _SCENE if shown else [kind for kind in _SCENE if kind != "pose"]
    return not page.has(start, end, *scene) and _tells_a_use(page, start, end)


def _names_shot(page: Page, start: int) -> bool:
    near = range(start + 1, min(start + _OPENING, len(page.tokens)))
    return any(page.tokens[place].text.isdecimal() for place in near)


def _tells_a_use(page: Page, start: int, end: int) -> bool:
    brief = read_page(page.text, FOR_BRIEFS, page.languages, hummed=True)
    named = [one for one in countries(brief, start, end) if not one.adjective]
    return bool(named) or brief.has(start, end, "chan")


_OPENING = 4
# What a picture shows is no use of it: "can we use a street in Japan?".
_SCENE = ("s", "light", "pose", "g", "col", "rel", "framing", "angle", "lens", "aspect")
