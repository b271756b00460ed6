"""People who shall not be in the pictures: "the mum should NOT be in it"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words

_NEAR = 5


def is_kept_out(page: Page, span: Span, segment: Segment) -> bool:
    """Whether a sentence says no more of somebody than that he is not to be seen."""
    if page.tokens[span.start].is_name and page.languages[0] != "de" and span.start > segment.start:
        return False
    negs = page.spans(span.end, min(segment.end, span.end + _NEAR), "neg")
    if not negs or any(page.tokens[p].text == "," for p in range(span.end, negs[0].start)):
        return False
    stop = next((p for p in range(negs[0].end, segment.end) if page.form(p) in _ENDS), segment.end)
    told = [p for p in range(span.end, stop) if not negs[0].start <= p < negs[0].end]
    shown = word_set("people.shown_at_all") | function_words()
    seen = any(page.form(p) in word_set("people.shown_at_all") for p in range(negs[0].end, stop))
    modal = word_set("musts.drop")
    return seen and all(page.form(p) in shown | modal or "must" in page.at[p] for p in told)


_ENDS = frozenset((",", ";", "(", "-", "–"))
