"""Plain words beside known products in a list are products too: "shirt, skort, visor"."""

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import (
    KINDS,
    Found,
    merge,
)
from toile.adapters.language.built_in.text.lexicon import common_words, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import clauses, function_words, inside, trim

_QUOTES = ('"', "“", "„", "«")
_ELSEWHERE = (
    *"media people s set light chan group cue neg month look hmu mood must season aspect".split(),
    *"claim weekday feast unit nobody twin role pose inj young".split(),
    *KINDS,
)


def siblings(
    page: Page,
    segment: Segment,
    found: list[Found],
    negations: list[tuple[int, int]],
    skip: set[int],
) -> None:
    """Take short neighbours of products in a list for products: "shirt, skort, visor"."""
    parts = clauses(page, segment)
    known = {
        i
        for i, (start, end) in enumerate(parts)
        if any(start <= f.end - 1 < end for f in found) and end - start <= 6
    }
    for index, (start, end) in enumerate(parts):
        beside = known & {index - 1, index + 1}
        if index in known or not beside or len(known) < 2:
            continue
        begin, stop = trim(page, start, end)
        if not 0 < stop - begin <= 4 or inside(begin, negations) or begin in skip:
            continue
        words = [page.tokens[p] for p in range(begin, stop)]
        if (
            page.has(begin, stop, *_ELSEWHERE)
            or not all(t.is_word for t in words)
            or words[-1].form in common_words() | word_set("goods.made_so")
            or page.has(begin, stop, "col", "p", "m")
            or page.form(begin) in word_set("colourways.sure") | word_set("colourways.words")
        ):
            continue
        if any(t.form in function_words() for t in words) or countries(page, begin, stop):
            continue
        if page.text[page.tokens[begin].start - 1 : page.tokens[begin].start] in _QUOTES:
            continue
        if (
            page.form(stop) in ("(", ":")  # "Subject: a ring, two chains" heads the goods.
            or page.form(start - 1) == "("
            or begin in skip
            or stop - 1 in skip
        ):
            continue
        new = Found(
            begin, stop, words[-1].text.lower() if page.languages[0] == "en" else words[-1].text, []
        )
        for place in range(begin, stop - 1):
            inner = page.first(place, "col", "m")
            if inner:
                take(page, new, inner)
            else:
                new.words.append(page.tokens[place].text)
        merge(found, new)
