"""Markets put right: "not Norway", "only Ireland", "Finland too"."""

from toile.adapters.language.built_in.amends.told import Told
from toile.adapters.language.built_in.countries import countries
from toile.domain.brief import Brief


def markets_put_right(brief: Brief, told: Told) -> dict[str, object]:
    """Return the lists of markets that a correction changes."""
    out = [
        code
        for start, end in told.refused
        for country in countries(told.page, start, end)
        for code in country.codes
    ]
    out += [code for code in told.given.markets_excluded if code not in out]
    perhaps = told.given.markets_conditional
    given = [code for code in told.given.markets if code not in out]
    if not (out or given or perhaps):
        return {}
    maybe = {one.code for one in perhaps}
    back = any(code in brief.markets_excluded for code in given)
    adds = told.says("amends.also") or told.says("amends.more") or out or perhaps or back
    before = brief.markets if adds or not given else ()
    codes = [code for code in dict.fromkeys((*before, *given)) if code not in out]
    excluded = [code for code in (*brief.markets_excluded, *out) if code not in given]
    held = [c for c in brief.markets_conditional if c.code not in (*out, *given, *maybe)]
    return {
        "markets": tuple(code for code in codes if code not in maybe),
        "markets_excluded": tuple(dict.fromkeys(excluded)),
        "markets_conditional": (*held, *perhaps),
    }
