"""Messages that lean on the one before: "same for the garden one", "no, put it back how it was".

The words that lean are read as the message before, told of other shots or turned round.
"""

from toile.adapters.language.built_in.edits.clauses import cut
from toile.adapters.language.built_in.edits.echoes import NAMED, is_echo
from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.message import read_message
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.edits.shots.naming import name_shots
from toile.adapters.language.built_in.edits.shots.places import resolve_loose
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import EditContext


def in_full(page: Page, board: BoardWords, context: EditContext) -> str | None:
    """Return a message that leans on the one before with all its words; ``None`` for any other."""
    if not context.before or not _may_lean(page):
        return None
    own, clauses = _clauses(page.text, board, context)
    if _takes_back(own, clauses, context):
        return _turned_round(read_message(context.before, context.shots, board))
    first = next((c for c in clauses if _says_something(own, c)), None)
    if first is None or not is_echo(own, first):
        return None
    target = resolve_loose(own, first, context.shots, Outcome(context, context.shots))
    if target.how not in NAMED or not target.shots:
        return None
    told = _told_of(context.before, board, context, target)
    if told is None:
        return None
    start, end = own.tokens[first.start].start, own.tokens[first.end - 1].end
    return own.text[:start] + told + own.text[end:]


def _may_lean(page: Page) -> bool:
    same = any(token.form in word_set("echoes.same") for token in page.tokens)
    back = {"undo", "restore"} & {s.name for s in page.spans(0, len(page.tokens), "act")}
    return same or bool(back) or page.form(len(page.tokens) - 1) in word_set("taking_back.back")


def _clauses(text: str, board: BoardWords, context: EditContext) -> tuple[Talk, list[Clause]]:
    page = read_message(text, context.shots, board)
    name_shots(page, board, context.shots, context.last_mentioned)
    return page, cut(page, board)


def _says_something(page: Page, clause: Clause) -> bool:
    """Whether a clause is more than "ok" or "great"."""
    said = {p for s in page.spans(clause.start, clause.end, "chat") for p in range(s.start, s.end)}
    return any(page.tokens[p].is_word and p not in said for p in range(clause.start, clause.end))


def _takes_back(page: Page, clauses: list[Clause], context: EditContext) -> bool:
    """Whether a message takes back what no log can tell any more."""
    acts = {act for clause in clauses for act in names_of(page, clause)}
    numbers = any(token.text.isdecimal() for token in page.tokens)
    back = any(page.form(c.end - 1) in word_set("taking_back.back") for c in clauses)
    told = bool(acts & {"undo", "restore"}) or (not acts and back)
    logged = any(not step.undone for step in context.log)
    return told and not logged and not numbers and acts <= {"undo", "restore", "set", "move"}


def _told_of(before: str, board: BoardWords, context: EditContext, target: Target) -> str | None:
    """Return the message before as told of other shots; ``None`` where it told of several apart."""
    page, clauses = _clauses(before, board, context)
    named = [resolve(page, clause, context.shots, context) for clause in clauses]
    named = [one for one in named if one.how in NAMED and one.places]
    numbers = ", ".join(str(context.shots.shot(i).no) for i in target.shots)
    if not named:
        return f"{numbers}: {page.text}"
    if len({one.shots for one in named}) > 1:
        return None
    places = sorted(named[0].places)
    start, end = page.tokens[places[0]].start, page.tokens[places[-1]].end
    return page.text[:start] + numbers + page.text[end:]


def _turned_round(page: Page) -> str | None:
    """Return the message with what was and what became of it exchanged."""
    end = len(page.tokens)
    while end and not page.tokens[end - 1].is_word:
        end -= 1
    for place in range(end - 1):
        if page.form(place) in word_set("leaning.from"):
            goal = next((p for p in range(place + 2, end - 1) if _leads_to(page, p)), None)
            if goal is not None:
                return _exchanged(page, (place + 1, goal), (goal + 1, end))
    for span in page.spans(0, end, "act"):
        if span.name == "replace" and page.form(span.start) in word_set("leaning.instead"):
            start = span.start
            while start and not _is_edge(page, start - 1):
                start -= 1
            if start < span.start and span.end < end:
                return _exchanged(page, (start, span.start), (span.end, end))
    return None


def _leads_to(page: Page, place: int) -> bool:
    return page.form(place) in word_set("leaning.to")


def _is_edge(page: Page, place: int) -> bool:
    """Whether a word or sign ends what a shot or thing became: "robe in oatmeal instead of …"."""
    token = page.tokens[place]
    small = token.form in word_set("leaning.edge") or token.form in word_set("naming.articles")
    return small or not token.text[:1].isalpha() or page.span_at(place, "act") is not None


def _exchanged(page: Page, one: tuple[int, int], two: tuple[int, int]) -> str:
    """Return the text with two stretches of words in each other's place."""
    head, tail = page.tokens[one[0]].start, page.tokens[two[1] - 1].end
    middle = page.text[page.tokens[one[1] - 1].end : page.tokens[two[0]].start]
    first, second = page.words(*one), page.words(*two)
    return page.text[:head] + second + middle + first + page.text[tail:]
