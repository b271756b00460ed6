"""All flags of a brief, in the order in which a person reads them."""

from datetime import date

from toile.adapters.language.built_in.counts.scale import scale_of
from toile.adapters.language.built_in.counts.wrong_sums import sum_flags
from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.days.times import Times
from toile.adapters.language.built_in.flags.birth_years import born_minors
from toile.adapters.language.built_in.flags.contradictions import contradictions
from toile.adapters.language.built_in.flags.flagging import wishes
from toile.adapters.language.built_in.flags.reader_flags import (
    date_flags,
    injection_flags,
    once,
    order_flags,
    thin,
    twin_flags,
)
from toile.adapters.language.built_in.people.told_names import called_names, known_names
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import negated
from toile.domain.brief import Flag


def read_flags(
    page: Page,
    orders: list[Segment],
    dates: list[When],
    times: Times,
    facts: dict[str, object],
    today: date,
) -> list[Flag]:
    """Return what a person must know of a brief, each flag once."""
    flags = [*injection_flags(page, orders), *date_flags(page, dates, times, facts, today)]
    flags += born_minors(page, today) + contradictions(page, negated(page))
    people, houses = known_names(page, facts)
    flags += wishes(page, negated(page), people, houses, called=called_names(page, facts) - houses)
    flags += order_flags(page, times, dates)
    flags += twin_flags(page, facts) + thin(facts)
    taken = {place for when in dates for place in range(when.start, when.end)}
    flags += sum_flags(page, scale_of(page, None, facts, []), taken)
    return once(flags)
