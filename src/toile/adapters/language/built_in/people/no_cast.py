"""People a text tells of who are in no picture: who makes the goods, comes along, works there."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_NEAR = 5
_STAFF = frozenset(("person", "employee", "friends"))
_SHOWN = ("media", "set", "twin")


def makes_it(page: Page, span: Span, segment: Segment) -> bool:
    """Whether somebody makes the goods: "the designer, a man of 62", "spun by two sisters"."""
    start = span.start
    while start > segment.start and count_at(page, start - 1):
        start -= 1
    before = page.form(start - 1)
    mine = before in word_set("people.self") | word_set("people.ours")
    if mine and (page.form(span.end) in word_set("bygone.did") or _is_at_home(page, span, segment)):
        return True  # "Mi padre fue pescador"
    if start > segment.start and before in word_set("people.made"):
        return True  # "la hilan dos hermanas"
    if before == "," and page.form(start - 2) in word_set("people.makers"):
        return True
    worn = any(page.form(p) in word_set("wearers.worn") for p in range(segment.start, start))
    made = any(page.form(p) in word_set("people.made") for p in range(segment.start, segment.end))
    return before in word_set("wearers.by") and made and not worn


def _is_at_home(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a sentence tells of the writer's kin, and of no picture: "my gran embroidered"."""
    opens = span.start - 1 == segment.start
    return opens and not page.has(segment.start, segment.end, *_PICTURED)


_PICTURED = ("media", "g", "h", "b", "j", "look", "pose", "n", "set", "must", "age")


def is_bystander(page: Page, span: Span, segment: Segment) -> bool:
    """Whether somebody only comes along: "Mum will be on set", "der Vater ist dabei"."""
    near = range(span.end, min(segment.end, span.end + _NEAR))
    said = word_set("people.present")
    return any(page.form(p) in said or f"{page.form(p)}_{page.form(p + 1)}" in said for p in near)


def work_there(page: Page, span: Span, segment: Segment, we: bool) -> bool:
    """Whether a house tells how many it is: "zwölf Leute", "ocho personas en plantilla"."""
    shown = page.label(segment) or page.has(segment.start, segment.end, *_SHOWN)
    if span.name not in _STAFF or shown:
        return False
    makes = word_set("products.house_verbs")
    makes_goods = any(page.form(p) in makes for p in range(segment.start, span.start))
    if we or (span.name == "employee" and makes_goods):
        return True
    near = range(span.end, min(segment.end, span.end + _NEAR))
    if any(page.form(p) in word_set("people.staff") for p in near):
        return True
    counted = next(
        (p for p in range(span.start - 1, segment.start, -1) if count_at(page, p)), segment.start
    )
    lead = page.form(counted - 1), page.form(counted - 2)
    ours = lead[0] in word_set("people.we_number") or (
        span.name == "employee" and lead[0] in word_set("people.we_have")
    )
    return counted > segment.start and ours
