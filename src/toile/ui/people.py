"""People on file as pages show them: their pictures, the use in words, the filters."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st
from babel.numbers import format_currency

from toile.domain.brief import Usage
from toile.domain.licences import Licence
from toile.domain.twins import Twin
from toile.ui import cards, services, session, wording
from toile.ui.components.faces import initial
from toile.ui.components.layout import ink
from toile.ui.links import Size, picture_url
from toile.workflow.cast_shots import Candidate
from toile.workflow.values import DraftLine

_FEW = 2
_RIGHTS = {
    "permitted": "Cleared",
    "permitted_with_duties": "With duties",
    "needs_approval": "Needs approval",
}


def portrait(twin: Twin, size: Size = "thumbnail") -> str:
    """Return the newest picture drawn of a twin alone, or an initial while there is none."""
    lines = services.studio().twin_drafts(twin.id)
    alone = [line for line in lines if line.state == "finished" and line.twins == (twin.id,)]
    if not alone:
        return initial(twin.name)
    newest = max(alone, key=lambda line: line.drafted_at)
    return picture_url(newest.id, size, session.person())


def thumbnail(line: DraftLine) -> str:
    """Return the address of a picture, small."""
    return picture_url(line.id, "thumbnail", session.person())


def busiest(twins: Sequence[str]) -> int:
    """Return the place of the twin with most pictures: the page that has most to say."""
    counts = [len(services.studio().twin_drafts(twin)) for twin in twins]
    return counts.index(max(counts))


def asked_about(line: DraftLine) -> tuple[str, str]:
    """Return what a picture is and where it would run, for the owner of the twin in it."""
    request = services.studio().draft_of(line.id).request
    shot, usage = request.shot, request.casting.usage
    what = f"{wording.brand(request.casting.brand)}: {cards.title(shot)}"
    return f"{what}, version {line.version}", " · ".join(use_in_words(usage))


def use_in_words(usage: Usage) -> tuple[str, ...]:
    """Say media, places and days, one line each; what is unknown says so."""
    media = ", ".join(map(wording.medium, usage.media or ())) or "media not known yet"
    places = wording.places(usage.territories or ()) or "places not known yet"
    days = wording.days(usage.start, usage.end) or "days not known yet"
    return wording.capital(media), places, days


def terms(one: Candidate, *, prices: bool) -> tuple[str, ...]:
    """Say line by line what a licence lets this brand do, where and until when, and its price."""
    if not one.licences:
        return ("No licence on file for this brand.",)
    licence = one.licences[0]
    media = sorted({medium for grant in licence.grants for medium in grant.media or ()})
    codes = sorted({code for grant in licence.grants for code in grant.territory.include or ()})
    until = wording.days(None, licence.term.end if licence.term else None)
    lines = (
        wording.capital(_few([wording.medium(path) for path in media])),
        wording.capital(", ".join(filter(None, (_few(list(map(wording.place, codes))), until)))),
        _price(licence) if prices else "",
    )
    return tuple(line for line in lines if line)


def _few(names: Sequence[str]) -> str:
    """Say two names and how many more; a third takes no more room than its count."""
    if len(names) <= _FEW + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"


def _price(licence: Licence) -> str:
    fee = licence.fee
    if fee.amount_minor is None or not fee.currency:
        return ""
    amount, kind = fee.amount_minor / 100, "Offer" if licence.kind == "offer" else "Licence"
    said = format_currency(amount, fee.currency, "¤\u00a0#,##0", "en_GB", currency_digits=False)
    return f"{kind} {said}"


def filters(twins: Sequence[Twin]) -> Callable[[Candidate], bool]:
    """Draw the filters and return the test they make."""
    rights = _pills("Rights", list(_RIGHTS), "f_rights", _RIGHTS)
    heights = sorted(twin.measurements.height_cm for twin in twins) or [150.0, 200.0]
    low, high = int(heights[0]), int(heights[-1]) + 1
    tall = st.slider("Height, cm", low, high, (low, high), key="f_height")
    hair = _pills("Hair", sorted({twin.hair.colour for twin in twins}), "f_hair")
    agency = _pills("Agency", sorted({twin.agency for twin in twins}), "f_agency")

    def kept(one: Candidate) -> bool:
        return (
            (not rights or one.decision.outcome in rights)
            and tall[0] <= one.twin.measurements.height_cm <= tall[1]
            and (not hair or one.twin.hair.colour in hair)
            and (not agency or one.twin.agency in agency)
        )

    return kept


def _pills(
    label: str, options: list[str], key: str, words: Mapping[str, str] | None = None
) -> list[str]:
    return st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda one: ink((words or {}).get(one, wording.capital(one))),
        wrap=True,
        key=key,
    )
