"""Orders that are denied in front: "we're not going to delete 4", "il vaut mieux ne pas ...".

Before the denial stand small words alone, behind it the verb: "I don't want the hat" denies none.
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_CONTENT = ("g", "h", "b", "j", "p", "s", "set", "light", "framing", "angle", "lens", "rel", "pose",
            "noun", "aspect", "col")  # fmt: skip
_SMALL_ACTS = ("set", "keep")
_FAR = 8
# Spanish denies with other forms than it orders: "no borres", "no borrar", but "no, borra".
SPANISH = ("s", "r", "en", "an")


def is_denied_ahead(page: Page, clause: Clause) -> bool:
    """Whether a clause only says what shall not be done, or is only thought of."""
    if _is_told_before(page, clause) or _is_ones_own(page, clause):
        return True
    for place in range(clause.start, min(clause.start + _FAR, clause.end)):
        end = _denial_end(page, place)
        if end > place:
            suggested = _suggests(page, clause, place) or _goes_on(page, clause, end)
            return not suggested and _orders(page, clause, place, end)
        if _says_more(page, clause, place):
            return False
    return False


def _is_ones_own(page: Page, clause: Clause) -> bool:
    """Whether "I'll delete 4 myself", "je vais le faire moi-même" asks nobody else."""
    last = page.form(clause.end - 1) in word_set("denied.own")
    return last and page.form(clause.end - 2) not in word_set("denied.alone")


def _is_told_before(page: Page, clause: Clause) -> bool:
    """Whether a German verb at the end hangs on what stands before the comma: "es wäre schade,
    die 4 zu löschen"; "schade, lösch die 4" orders it.
    """
    verbs = page.spans(clause.start, clause.end, "act")
    if page.languages[0] != "de" or not verbs or verbs[-1].end != clause.end:
        return False
    if verbs[0].start == clause.start and len(verbs) > 1:
        return False
    comma = clause.start - 1
    near = range(max(0, comma - _FAR), comma)
    told = (page.span_at(p, "deny") for p in near if page.form(comma) == ",")
    return any(one is not None and one.end == comma for one in told)


def _denial_end(page: Page, place: int) -> int:
    """Return where "don't", "ne pas", "no reason to" ends; the place itself where none begins."""
    neg = page.span_at(place, "neg")
    denials = [page.span_at(place, "deny"), neg if neg is not None and neg.name == "not" else None]
    ends = [one.end for one in denials if one is not None]
    if not ends:
        return place
    behind = page.span_at(max(ends), "neg")
    return behind.end if behind is not None else max(ends)


def _says_more(page: Page, clause: Clause, place: int) -> bool:
    """Whether a word before the denial is more than politeness: "the hat isn't ..."."""
    if page.form(place) in word_set("denied.we") | word_set("denied.leads"):
        return False  # "Better not", "meglio non".
    act = page.span_at(place, "act")
    denies = act is not None and page.has(act.start, act.end, "neg")  # "Behöver inte".
    strong = act is not None and not denies and act.name not in _SMALL_ACTS
    named = any(m.start == place for m in clause.mentions)
    numbered = page.tokens[place].text.isdecimal()
    return strong or named or numbered or page.first(place, *_CONTENT) is not None


def _suggests(page: Page, clause: Clause, place: int) -> bool:
    """Whether "why don't we ...", "couldn't we ...?" wishes what it seems to deny."""
    asked = place == clause.start and page.form(clause.end) == "?"
    return asked or page.form(place - 1) in word_set("denied.why")


def _orders(page: Page, clause: Clause, denied: int, place: int) -> bool:
    """Whether an order follows, behind "want to", "going to", "sure we should"."""
    first = place
    while place < clause.end and page.form(place) in word_set("denied.leads"):
        if page.form(place - 1) in word_set("denied.to") and _has_somebody(page, place):
            return True  # "I don't want to have her sitting in 2".
        place += 1
    last = page.spans(place, clause.end, "act")[-1:]
    if page.languages[0] == "de" and last and last[0].end == clause.end:
        return True
    verb = page.first(place, "act", "rel")
    bare = verb is None or verb.end == place + 1  # "Get rid of" is more than "get".
    weak = bare and page.form(place) in word_set("denied.weak")
    if place >= clause.end or (weak and page.form(place - 1) not in word_set("denied.to")):
        return False
    if page.form(denied) == "no" and place == first and "es" in page.languages:
        return page.form(place).endswith(SPANISH) and verb is not None
    return page.first(place, "act", "rel") is not None or page.form(place) in word_set(
        "denied.does"
    )


def _has_somebody(page: Page, place: int) -> bool:
    made = page.form(place) in word_set("denied.lets")
    return made and page.form(place + 1) in word_set("refusals.hers")


def _goes_on(page: Page, clause: Clause, start: int) -> bool:
    """Whether a clause turns to what is done instead, or tells of what is over: "anymore"."""
    stepped = {p for s in page.spans(start, clause.end, "rel") for p in range(s.start, s.end)}
    forms = {page.form(p) for p in range(start, clause.end) if p not in stepped}
    return bool(forms & (word_set("denied.turns") | word_set("denied.over")))
