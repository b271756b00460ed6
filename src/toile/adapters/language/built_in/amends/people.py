"""People put right: "two models", "a man, not a woman", "she is 45", "nobody in the pictures"."""

from toile.adapters.language.built_in.amends.told import Told
from toile.adapters.language.built_in.people.ages import ages
from toile.adapters.language.built_in.people.traits import read_traits
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS
from toile.adapters.language.built_in.text.page import read_page
from toile.domain.brief import Talent


def people_put_right(have: Talent | None, told: Told) -> Talent | None:
    """Return the people as corrected, or ``None`` where the correction is of nobody."""
    given = told.given.talent or _only_traits(told)
    if given is None or have is None or given.people == 0:
        return given
    who = [word for word in given.description if _is_somebody(word)]
    traits = [word for word in given.description if word not in who]
    kept = [
        word
        for word in have.description
        if not (who and _is_somebody(word)) and not any(_alike(word, trait) for trait in traits)
    ]
    lead = [word for word in kept if _is_somebody(word)]
    rest = [word for word in kept if word not in lead]
    words = tuple(dict.fromkeys((*(who or lead), *rest, *traits)))
    return Talent(people=given.people or have.people, description=words)


def _only_traits(told: Told) -> Talent | None:
    traits = read_traits(told.page, [], list(told.refused))
    traits += [age for segment in told.page.live() for age in ages(told.page, segment)]
    return Talent(description=tuple(dict.fromkeys(traits))) if traits else None


def _is_somebody(word: str) -> bool:
    page = read_page(word, FOR_BRIEFS, ("en",))
    return page.has(0, len(page.tokens), "people")


def _alike(one: str, two: str) -> bool:
    """Whether two traits tell of the same: two ages, or two kinds of hair."""
    ages = any(c.isdecimal() for c in one) and any(c.isdecimal() for c in two)
    return ages or one.split()[-1:] == two.split()[-1:]
