"""Places, light, mood and wishes put right: "dawn, not dusk", "dogs are fine", "no Instagram"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.amends.told import GOODS, Stretch, Told, same_thing
from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.scene.must_nots import read_must_not
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.phrases import say
from toile.domain.brief import Brief

Words = tuple[str, ...]
SEEN = ("location", "lighting", "mood", "palette", "hmu", "channels")


def ideas_put_right(brief: Brief, told: Told) -> dict[str, Words]:
    """Return the lists of ideas that a correction changes."""
    changed: dict[str, Words] = {}
    refused = dict(_refused(told))
    allowed = told.says("amends.allows") and _allowed(brief, told) != brief.must_not
    for name in SEEN:
        have: Words = getattr(brief, name) or ()
        given: Words = getattr(told.given, name) or ()
        left = tuple(one for one in have if not any(same_thing(one, out) for out in refused))
        if told.says("amends.also") or told.says("amends.more"):
            left = tuple(dict.fromkeys((*left, *given)))
        elif given and not allowed:
            left = given
        if left != have:
            changed[name] = left
    left_over = {out: at for out, at in refused.items() if not _was_there(brief, changed, out)}
    return changed | _wishes(brief, told, left_over)


def _was_there(brief: Brief, changed: dict[str, Words], out: str) -> bool:
    """Whether what is refused was asked for above: it goes, and nothing more is forbidden."""
    return any(same_thing(one, out) for name in changed for one in getattr(brief, name) or ())


def _wishes(brief: Brief, told: Told, refused: dict[str, Stretch]) -> dict[str, Words]:
    changed: dict[str, Words] = {}
    forbidden = _allowed(brief, told) if told.says("amends.allows") else brief.must_not
    wished = tuple(
        one for one in brief.must_have if not any(same_thing(one, out) for out in refused)
    )
    if wished == brief.must_have:
        unseen = read_must_not(told.page, list(refused.values()), set())
        forbidden = tuple(dict.fromkeys((*forbidden, *(idea for idea, _, _ in unseen))))
    wished = tuple(dict.fromkeys((*wished, *told.given.must_have)))
    for name, value in (("must_have", wished), ("must_not", forbidden)):
        if value != getattr(brief, name):
            changed[name] = value
    return changed


def _allowed(brief: Brief, told: Told) -> Words:
    """Return what stays ruled out where a correction says that something is fine."""
    said = say(told.page, 0, len(told.page.tokens))
    return tuple(one for one in brief.must_not if not same_thing(one, said))


def _refused(told: Told) -> Iterator[tuple[str, Stretch]]:
    """Yield what a correction refuses to see, in English where known, and where it says so."""
    page = told.page
    for start, end in told.refused:
        elsewhere = page.has(start, end, "media", "aspect", *GOODS, "col")
        exchanged = told.given.talent is not None and page.has(start, end, "people")
        if elsewhere or exchanged or countries(page, start, end):
            continue
        first = start
        while first < end and (page.span_at(first, "neg") or page.form(first) in _VERBS):
            first += 1
        channels = page.spans(first, end, "chan")
        words = channels[0].name if channels else say(page, first, end)
        forms = {page.form(p) for p in range(first, end)}
        if words and not forms <= word_set("amends.nameless"):  # "drop the last one"
            yield words, (first, end)


_VERBS = word_set("amends.refuses") | word_set("taken_back.verbs")
