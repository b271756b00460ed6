"""Reading a brief: the layers called in order, and every value kept beside its words."""

from collections.abc import Iterable
from datetime import date

from toile.adapters.language.built_in.amends.corrected import corrected, unclear_correction
from toile.adapters.language.built_in.amends.lines import (
    Line,
    correcting_lines,
    only_line,
    without_lines,
)
from toile.adapters.language.built_in.amends.told import Told, refusals, without_refusals
from toile.adapters.language.built_in.counts.deliverables import read_deliverables
from toile.adapters.language.built_in.counts.look_counts import read_looks
from toile.adapters.language.built_in.counts.scale import scale_of
from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.days.dates import find_dates
from toile.adapters.language.built_in.days.likened import without_likened
from toile.adapters.language.built_in.days.seasons import read_season, without_seasons
from toile.adapters.language.built_in.days.times import Times, read_times
from toile.adapters.language.built_in.flags.all_flags import read_flags
from toile.adapters.language.built_in.flags.orders import injections
from toile.adapters.language.built_in.goods.all_products import all_products
from toile.adapters.language.built_in.goods.home_goods import read_home_goods
from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.goods.products import read_products
from toile.adapters.language.built_in.goods.row_products import price_cells
from toile.adapters.language.built_in.house.brands import read_brand
from toile.adapters.language.built_in.house.name_stretches import mentions
from toile.adapters.language.built_in.house.names import read_collection
from toile.adapters.language.built_in.markets import read_markets
from toile.adapters.language.built_in.money import read_budget
from toile.adapters.language.built_in.people.age_bounds import told_bounds
from toile.adapters.language.built_in.people.talent import read_talent
from toile.adapters.language.built_in.people.twins import read_twins
from toile.adapters.language.built_in.questions import MOST_QUESTIONS, open_questions
from toile.adapters.language.built_in.run_on import cut_run_ons
from toile.adapters.language.built_in.scene.beauty_phrases import read_hmu
from toile.adapters.language.built_in.scene.channels import read_channels
from toile.adapters.language.built_in.scene.copy_lines import read_other
from toile.adapters.language.built_in.scene.copy_room import free_rooms
from toile.adapters.language.built_in.scene.must_nots import read_must_not
from toile.adapters.language.built_in.scene.musts import read_must
from toile.adapters.language.built_in.scene.palette import read_palette
from toile.adapters.language.built_in.scene.places import read_location
from toile.adapters.language.built_in.scene.scene import distinct, read_lighting, read_mood
from toile.adapters.language.built_in.text.bygone import part_bygone
from toile.adapters.language.built_in.text.headings import labels
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.phrases import negated
from toile.adapters.language.built_in.text.sheets import Sheet, read_sheet
from toile.adapters.language.built_in.text.signatures import without_signatures
from toile.adapters.language.built_in.text.speakers import (
    with_bullets,
    with_columns,
    with_dashes,
    without_speakers,
)
from toile.adapters.language.built_in.text.talk import part_talk
from toile.adapters.language.built_in.text.thread import newest_last
from toile.adapters.language.built_in.text.tokens import fold
from toile.domain.brief import Brief, Deliverable, Evidence, OpenQuestion, Talent, TwinWish

Facts = dict[str, object]


def read_brief(text: str, today: date) -> Brief:
    """Understand a brief: only what stands in the text, each fact with its words."""
    lines = correcting_lines(text)
    if not lines:
        return _read(text, today)
    above = without_lines(text, lines)
    brief = _read(above if above.strip() else text, today)
    return _put_right(brief, text, lines, today) if above.strip() else brief


def _put_right(brief: Brief, text: str, lines: list[Line], today: date) -> Brief:
    """Work the correcting lines of a text into what the rest of it says."""
    unclear: list[OpenQuestion] = []
    for line in lines:
        told = _told(only_line(text, line), brief.language, today)
        before, brief = brief, corrected(brief, told)
        if brief == before:
            unclear.append(unclear_correction(told))
    questions = (*unclear, *open_questions(brief))[:MOST_QUESTIONS]
    return brief.model_copy(update={"text": text, "questions": questions})


def _told(words: str, languages: tuple[str, ...], today: date) -> Told:
    page = read_page(words, FOR_BRIEFS, languages)
    refused = refusals(page)
    given = _read(without_refusals(words, page, refused), today, languages)
    return Told(page=page, refused=tuple(refused), given=given)


def _read(text: str, today: date, languages: tuple[str, ...] | None = None) -> Brief:
    plain = without_speakers(with_bullets(without_signatures(text)))
    plain = with_dashes(with_columns(plain))
    page = read_page(plain, FOR_BRIEFS, languages)
    free_rooms(page)
    read_home_goods(page)
    page.segments = cut_run_ons(page)
    page.segments, bygone = part_bygone(page, today)
    orders = injections(page)
    page.masked = {segment.start for segment in orders} | bygone
    sheet = read_sheet(page)
    if sheet:
        page.masked |= {s.start for s in page.segments if sheet.start <= s.start < sheet.end}
    page.masked |= price_cells(page)
    newest_last(page)
    whole, masked = page.segments, page.masked
    page.segments, page.masked = part_talk(page)
    page.labels = labels(page)
    facts: Facts = {}
    notes: list[Evidence] = []
    dates = without_likened(page, without_seasons(page, find_dates(page, today)))
    _read_all(page, dates, facts, notes)
    if sheet:
        _add_sheet(page, sheet, facts, notes)
    times = read_times(page, dates)
    _add_times(page, times, facts, notes)
    page.segments, page.masked = whole, masked  # The flags are to hear all.
    flags = read_flags(page, orders, dates, times, facts, today)
    brief = Brief(
        text=text,
        language=page.languages[:2] if len(page.languages) > 1 else page.languages,
        flags=tuple(flags),
        evidence=tuple(notes),
        **facts,
    )
    return brief.model_copy(update={"questions": open_questions(brief)})


def _read_all(page: Page, dates: list[When], facts: Facts, notes: list[Evidence]) -> None:
    negations = negated(page)
    taken = {place for when in dates for place in range(when.start, when.end)}
    aged = {place for _, start, end in told_bounds(page) for place in range(start, end)}
    taken |= aged
    brand, season = read_brand(page), read_season(page)
    collection = read_collection(page, {one[2] for one in (brand, season) if one})
    for name, found in (("brand", brand), ("season", season), ("collection", collection)):
        if found:
            facts[name] = found[0]
            notes.append(_evidence(page, name, found[1], found[2]))
    named = set(range(brand[1], brand[2])) if brand else set()
    named |= set(range(season[1], season[2])) if season else set()
    named |= set(range(collection[1], collection[2])) if collection else set()
    if season:
        taken |= set(range(season[1], season[2]))
    products = read_products(page, negations, named)
    if (
        brand and not products and page.first(brand[1], *KINDS)
    ):  # "Serum Dagg. 8 stills": what is sold stands in the name.
        products = read_products(page, negations, named - set(range(brand[1], brand[2])))
    goods = {place for one in products for place in range(one.start, one.end)}
    houses = mentions(page, brand[1], brand[2]) if brand else set()
    _ideas(page, facts, notes, negations, named | goods | houses | aged)
    _keep_listed(page, "products", all_products(page, products, negations, named), facts, notes)
    budget = read_budget(page, taken)
    if budget:
        facts["budget"] = budget[0]
        notes.append(_evidence(page, "budget", *budget[1:]))
        taken |= set(range(budget[1], budget[2]))
    _people(page, negations, named, facts, notes)
    looks = read_looks(page, taken)
    if looks:
        facts["looks"] = looks[0]
        notes.append(_evidence(page, "looks", *looks[1:]))
    scale = scale_of(page, looks[0] if looks else None, facts, products)
    _keep_listed(page, "deliverables", read_deliverables(page, scale, taken), facts, notes)
    _markets(page, facts, notes)


def _add_sheet(page: Page, sheet: Sheet, facts: Facts, notes: list[Evidence]) -> None:
    """Let a table say which products there are and how many files of each ratio.

    What the text asks for in another ratio comes on top: "+ one group picture 16:9".
    """
    counted = {one.aspect for one in sheet.deliverables}
    told = facts.get("deliverables")
    told = told if isinstance(told, tuple) else ()
    more = (d for d in told if isinstance(d, Deliverable) and d.aspect not in (None, *counted))
    files = (*sheet.deliverables, *more)
    for name, values in (("products", sheet.products), ("deliverables", files)):
        facts[name] = values
        notes[:] = [note for note in notes if not note.path.startswith(name)]
        notes += [
            _evidence(page, f"{name}.{i}", sheet.start, sheet.end) for i in range(len(values))
        ]


def _ideas(
    page: Page,
    facts: Facts,
    notes: list[Evidence],
    negations: list[tuple[int, int]],
    named: set[int],
) -> None:
    found = {
        "location": distinct(read_location(page, negations, named)),
        "lighting": read_lighting(page, negations, named),
        "mood": read_mood(page, negations),
        "palette": read_palette(page, negations),
        "hmu": read_hmu(page, negations),
        "channels": read_channels(page, negations, named),
        "must_have": read_must(page, negations),
        "other": read_other(page),
        "must_not": read_must_not(page, negations, named),
    }
    house = fold(str(facts.get("brand") or ""))
    found["palette"] = [one for one in found["palette"] if fold(one[0]) != house]
    refused = {place for _, start, end in found["must_not"] for place in range(start, end)}
    found["lighting"] = [
        one
        for one in found["lighting"]
        if one[1] not in refused | named
        and not (house and house in fold(page.words(one[1], one[2])))  # "Silberlicht" is a house.
    ]
    for name, values in found.items():
        if values:
            _keep_listed(page, name, values, facts, notes)


def _keep_listed(
    page: Page,
    name: str,
    values: Iterable[tuple[object, int, int]],
    facts: Facts,
    notes: list[Evidence],
) -> None:
    listed = list(values)
    if listed:
        facts[name] = tuple(value for value, _, _ in listed)
        notes += [
            _evidence(page, f"{name}.{i}", start, end) for i, (_, start, end) in enumerate(listed)
        ]


def _people(
    page: Page,
    negations: list[tuple[int, int]],
    named: set[int],
    facts: Facts,
    notes: list[Evidence],
) -> None:
    talent, twins = read_talent(page, negations, named), read_twins(page, negations)
    if talent is None and twins and twins[0].kind == "digital" and twins[0].names:
        talent = Talent(), twins[1], twins[2]
    if talent:
        facts["talent"] = _with_twins(talent[0], twins[0] if twins else None)
        notes.append(_evidence(page, "talent", talent[1], talent[2]))
    if twins:
        facts["twins"] = twins[0]
        notes.append(_evidence(page, "twins", twins[1], twins[2]))


def _with_twins(talent: Talent, twins: TwinWish | None) -> Talent:
    """Return the talent with the twins it consists of."""
    if twins is None or twins.kind != "digital" or not twins.names:
        return talent
    said = tuple(f"{name}, digital twin" for name in twins.names)
    return Talent(
        people=talent.people or len(twins.names), description=(*talent.description, *said)
    )


def _markets(page: Page, facts: Facts, notes: list[Evidence]) -> None:
    markets = read_markets(page)
    facts["markets"] = tuple(markets.codes)
    facts["markets_excluded"] = tuple(markets.excluded)
    facts["markets_conditional"] = tuple(markets.conditional)
    notes += [_evidence(page, "markets", start, end) for start, end in markets.places]


def _add_times(page: Page, times: Times, facts: Facts, notes: list[Evidence]) -> None:
    for name, value, at in (
        ("window", times.window, times.window_at),
        ("deadline", times.deadline, times.deadline_at),
        ("shoot_date", times.shoot, times.shoot_at),
    ):
        if value is not None and at is not None:
            facts[name] = value
            notes.append(_evidence(page, name, at[0], at[1]))


def _evidence(page: Page, path: str, start: int, end: int) -> Evidence:
    first, last = page.tokens[start].start, page.tokens[max(start, end - 1)].end
    return Evidence(path=path, quote=page.text[first:last], start=first, end=last)
