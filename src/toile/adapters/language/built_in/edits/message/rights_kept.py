"""Wishes to get round a licence, a consent or the check of them: refused, and told why.

"Skip the rights check for 3", "use Ines even though she said no", "no need to ask Nora".
"""

from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.refusals import people_of
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.domain.brief import Flag

_WHY = (
    "Every use of a twin is decided by its own licence and consent; nothing goes round that. "
    "Clear the use first, then ask again."
)
_BETWEEN = 4
_SUBJECT = 3


def refuse_going_round(page: Page, out: Outcome) -> bool:
    """Refuse the sentences that go round a right; say whether nothing else is left to read."""
    people = people_of(out.context)
    for segment in [*page.live()]:
        found = _skipped(page, segment) or _unasked(page, segment, people)
        found = found or _in_spite(page, segment, people)
        if found is not None:
            quote = page.words(found.start, found.end)
            flag = Flag(code="TWIN_RIGHTS", action="refuse", why=_WHY, quote=quote)
            out.flags.append(flag)
            page.segments = [s for s in page.segments if s is not segment]
    return bool(out.flags) and not any(page.live())


def _skipped(page: Page, segment: Segment) -> Span | None:
    """Return the right that is to be left aside: only small words lead from the verb to it."""
    asks = page.form(segment.start) in word_set("rights.asks")
    for verb in _named(page, segment.start, segment.end, "skip"):
        if asks or _is_denied(page, segment, verb):
            continue
        for right in _named(page, verb.end, min(segment.end, verb.end + _BETWEEN), "right"):
            between = (page.form(p) for p in range(verb.end, right.start))
            if all(form in word_set("rights.small") for form in between):
                return right
    return None


def _unasked(page: Page, segment: Segment, people: frozenset[str]) -> Span | None:
    """Return the words that leave somebody unasked: "without asking Nora"."""
    for verb in _named(page, segment.start, segment.end, "unasked"):
        behind = {page.form(p) for p in range(verb.end, min(segment.end, verb.end + _SUBJECT))}
        if behind & (people | word_set("rights.owners")) and not _is_denied(page, segment, verb):
            return verb
    return None


def _in_spite(page: Page, segment: Segment, people: frozenset[str]) -> Span | None:
    """Return the refusal of a person that a sentence passes over: "she said no, use her anyway"."""
    if not _named(page, segment.start, segment.end, "anyway"):
        return None
    before = max((s for s in page.live() if s.end <= segment.start), key=_end, default=segment)
    for told in (segment, before):  # "Ines declined 3. Use her anyway."
        for denial in _named(page, told.start, told.end, "denied"):
            if _is_of_the_use(page, told, denial, people):
                return denial
    return None


def _end(segment: Segment) -> int:
    return segment.end


def _is_of_the_use(page: Page, segment: Segment, denial: Span, people: frozenset[str]) -> bool:
    """Whether a person or a paper says no, to being pictured: "no to the hat" is another's wish."""
    near = range(max(segment.start, denial.start - _SUBJECT), denial.end)
    forms = {page.form(p) for p in near}
    whose = forms & (people | word_set("rights.owners")) or _unsaid(page, segment, people)
    thing = word_set("naming.articles") | word_set("rights.to")
    of_a_thing = page.form(denial.end) in thing and not forms & word_set("rights.papers")
    if denial.name == "unwilling":  # Not "she doesn't want to squint".
        ends = denial.end >= segment.end or not page.tokens[denial.end].is_word
        of_a_thing = not ends and page.form(denial.end) not in word_set("rights.used")
    return bool(whose) and not of_a_thing


def _named(page: Page, start: int, end: int, name: str) -> list[Span]:
    return [s for s in page.spans(start, end, f"round_{name}") if s.end <= end]


def _is_denied(page: Page, segment: Segment, verb: Span) -> bool:
    """Whether a "don't" or "never" leads: "don't skip the rights check"."""
    before = range(segment.start, verb.start)
    return any(page.span_at(p, "neg") for p in before)


def _unsaid(page: Page, segment: Segment, people: frozenset[str]) -> set[str]:
    """Return who is meant where a language leaves "she" out: "anche se ha detto di no"."""
    if page.languages[0] not in ("it", "es"):
        return set()
    return {page.form(p) for p in range(segment.start, segment.end)} & people
