"""The talent of a brief: people, their number, their names and their traits."""

from toile.adapters.language.built_in.people.age_bounds import bound_behind, told_bounds
from toile.adapters.language.built_in.people.beside_names import beside_names
from toile.adapters.language.built_in.people.cast_names import cast_names
from toile.adapters.language.built_in.people.head_counts import people_in
from toile.adapters.language.built_in.people.people import (
    GENDERS,
    Group,
    groups_of,
    of_the_newest,
)
from toile.adapters.language.built_in.people.traits import read_traits
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.brief import Talent

_PARTS = frozenset(
    ("hands only", "legs only", "feet only", "from the knee down", "wrist only", "ears only",
     "hands and forearms only", "hands and ears only")
)  # fmt: skip
_UNSURE = frozenset(("model", "couple"))
_CLOSES = frozenset((",", ";", ".", "", "(", "de", "di", "of", "von", "av"))
_PLAIN = frozenset(("model", "person", "twins"))
_SAID = {"woman": ("woman", "women"), "man": ("man", "men"), "parent": ("parent", "parents")}


def read_talent(
    page: Page, negations: list[tuple[int, int]], skip: set[int]
) -> tuple[Talent, int, int] | None:
    """Return the people asked for with the tokens of the first mention."""
    groups, depth = of_the_newest(page, groups_of(page, negations, skip))
    nobody = _nobody(page, negations)
    cast = any(span.name != "model" for span, _ in groups)
    if nobody and cast and all("model" in said for said in nobody[0].description[:1]):
        nobody = None  # "A couple, no models" are people of the street.
    if nobody and not any(count and span.name not in _UNSURE for span, count in groups):
        return nobody
    named = cast_names(page)
    bounds = told_bounds(page)
    if not groups and not named and bounds:
        said, start, end = bounds[0]
        return Talent(description=(said,)), start, end
    if not groups and not named:
        return _only_described(page, negations) or _only_part(page, negations)
    told = _labelled_count(page) or beside_names(page, groups) or people_in(page, groups)
    people = told or len(named) or None
    traits = read_traits(page, groups, negations, depth)
    words = tuple(dict.fromkeys((*(name for name, _ in named), *_kinds(page, groups), *traits)))
    words = _plainly(_within(words, [said for said, _, _ in bounds]), people or 1, bool(named))
    if people is None and not words:
        return None
    start, end = (
        (groups[0][0].start, groups[0][0].end) if groups else (named[0][1], named[0][1] + 1)
    )
    return Talent(people=people, description=words), start, end


def _plainly(words: tuple[str, ...], people: int, named: bool) -> tuple[str, ...]:
    """Drop "adult" where each has an age, and "no models" where somebody is cast by name."""
    aged = sum(word.isdecimal() for word in words)
    said = {"adult": aged >= people, "no models": named}
    return tuple(word for word in words if not said.get(word))


def _within(words: tuple[str, ...], bounds: list[str]) -> tuple[str, ...]:
    """Add the ages that nobody may be beyond, and drop the same read the other way round."""
    turned = {_TURNED[b.split()[0]] + b[b.index(" ") :] for b in bounds}
    plain = {b.split()[1] for b in bounds}
    kept = (word for word in words if word not in turned | plain)
    return tuple(dict.fromkeys((*kept, *bounds)))


_TURNED = {"over": "under", "under": "over"}


def _labelled_count(page: Page) -> int | None:
    """Return how many are cast where a label counts them alone: "Talent: two – a man, a woman"."""
    for _, start in page.labelled("talent"):
        counted = count_at(page, start)
        if counted and page.form(counted[1]) in word_set("talent.behind_count"):
            return counted[0]
    return None


def _only_described(page: Page, negations: list[tuple[int, int]]) -> tuple[Talent, int, int] | None:
    """Read "Model: male, late 20s, curls": one person where the label counts one."""
    for segment, start in page.labelled("talent"):
        words = tuple(dict.fromkeys(read_traits(page, [], negations)))
        alone = page.form(start - 2) in word_set("people.singular")
        counted = count_at(page, start)
        told = counted[0] if counted and page.form(counted[1]) in _CLOSES else None
        if words or told:
            return Talent(people=told or int(alone) or None, description=words), start, segment.end
    return None


def _only_part(page: Page, negations: list[tuple[int, int]]) -> tuple[Talent, int, int] | None:
    """Read "hands only": somebody, of whom no more is seen."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "look"):
            if span.name in _PARTS and not inside(span.start, negations):
                english = page.languages[0] == "en"
                said = page.words(span.start, span.end).lower() if english else span.name
                return Talent(people=None, description=(said,)), span.start, span.end
    return None


def _nobody(page: Page, negations: list[tuple[int, int]]) -> tuple[Talent, int, int] | None:
    """Return that nobody is to be seen, as the text says it."""
    spans = [
        s
        for seg in page.live()
        for s in page.spans(seg.start, seg.end, "nobody")
        if page.text[page.tokens[s.end - 1].end :][:2] not in ("'s", "’s")
        and page.form(s.end) not in word_set("people.else")
        and not bound_behind(page, s.end)
        and not _does_something(page, s)
    ]
    if not spans:
        return None
    said = [
        page.words(s.start, s.end).lower() if page.languages[0] == "en" else s.name for s in spans
    ]
    said += [
        page.words(s.start, s.end).lower() if page.languages[0] == "en" else s.name
        for seg in page.live()
        for s in page.spans(seg.start, seg.end, "look")
        if not inside(s.start, negations)
    ]
    return (
        Talent(people=0, description=tuple(_closest(said))),
        spans[0].start,
        spans[0].end,
    )


def _does_something(page: Page, span: Span) -> bool:
    """Whether "nobody" only leaves something undone: "nobody smiles", not "nobody in it"."""
    end = span.end
    if end - span.start > 1 or end >= page.segment_of(span.start).end:
        return False
    token = page.tokens[end]
    small = function_words() | word_set("talent.nobody_in")
    return token.is_word and token.form not in small and not token.is_name


def _closest(said: list[str]) -> list[str]:
    """Return what is said of there being nobody, without what only says it again less closely."""
    once = list(dict.fromkeys(said))
    plain = word_set("people.plainly_nobody")
    closer = [one for one in once if "_".join(one.split()) not in plain]
    return closer or once[:1]


def _kinds(page: Page, groups: list[Group]) -> list[str]:
    """Return "2 women", "bride" and so on, counts said where there are several kinds."""
    words: list[str] = []
    counted = len({span.name for span, _ in groups if span.name not in _PLAIN}) > 1
    for span, count in groups:
        if span.name in _PLAIN:
            continue
        own = page.words(span.start, span.end).lower()
        plain = page.languages[0] == "en" and span.name not in GENDERS and len(own) > 1
        many_of = f"{span.name[:-3]}men" if span.name.endswith("man") else f"{span.name}s"
        singular, plural = _SAID.get(span.name, (span.name, many_of))
        many = (count or 1) > 1 and span.name != "couple" and not span.name.endswith("s")
        word = own if plain else plural if many else singular
        words.append(f"{count} {word}" if counted and many else word)
    return words
