"""Several new shots at once, of which nobody says what each shows: "add two portraits of Ines".

It is asked: two shots that are alike are hardly meant, and nothing of it belongs to shot 2.
"""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

_MOST = 12
_PLURAL = ("s", "x", "n", "i", "r")


def read_several_new(page: Page, clause: Clause, out: Outcome) -> bool:
    """Ask what each of several new shots shows; return whether several are wished for."""
    for place in range(clause.start, clause.end):
        count = count_at(page, place)
        if count is not None and 1 < count[0] <= _MOST:
            wished = _is_asked(page, clause, place) and _are_shots(page, clause, place, count[1])
            if wished:
                out.asks.append(f"What shall each of the {count[0]} new shots show?")
            return wished
        if not _asks(page, place):
            return False
    return False


def _asks(page: Page, place: int) -> bool:
    """Whether a word before the count only asks: "could we have", "we need", "ajoute"."""
    act = page.span_at(place, "act")
    asking = word_set("new_shots.asking") | word_set("new_shots.need") | word_set("denied.polite")
    return (act is not None and act.name in ("add", "set")) or page.form(place) in asking


def _is_asked(page: Page, clause: Clause, count: int) -> bool:
    adds = any(s.name == "add" for s in page.spans(clause.start, count, "act"))
    needs = any(page.form(p) in word_set("new_shots.need") for p in range(clause.start, count))
    return adds or needs or page.form(count + 1) in word_set("several_new.more")


def _are_shots(page: Page, clause: Clause, count: int, end: int) -> bool:
    """Whether shots are counted, and none of them is told of: "two more: a detail, a wide"."""
    more = page.form(end) in word_set("several_new.more")
    head = page.first(end + more, "framing", "kind") or page.span_at(end + more, "noun")
    if any(page.tokens[p].text in ":;" for p in range(end, clause.end)):
        return False
    if head is None:
        led = page.form(end + 1) in word_set("people.of") | word_set("people.with")
        copied = page.span_at(end + 2, "ref") is not None or any(
            token.text.isdecimal() for token in page.tokens[end : clause.end]
        )  # "Two more of those", "2 more of 6".
        return more and led and not copied
    several = page.form(head.end - 1).endswith(_PLURAL) or page.form(head.start).endswith(_PLURAL)
    # "2 more wide" is shot 2, "two more wides" are two.
    return several or not page.tokens[count].text.isdecimal()
