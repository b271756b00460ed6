"""What is unsafe or broken in single settings: addresses, what does nothing, programs, prices.

Belongs here: the judgement of one setting. Does not: the whole set-up, which is ``examine``.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from toile.domain.checkup import Address, Finding, Idle, SetUp, Tool


def is_here(url: str) -> bool:
    """Say whether an address stays on this machine."""
    host = urlsplit(url).hostname or ""
    return host in ("", "localhost", "::1") or host.startswith("127.")


def addresses(found: tuple[Address, ...]) -> Iterator[Finding]:
    for one in found:
        if not one.answers:
            yield Finding(
                about=one.setting,
                state="broken",
                say="Nobody answers there.",
                do=f"Start the server, mend {one.setting}, or take it away.",
            )
            continue
        if is_here(one.url) or one.encrypted:
            yield Finding(about=one.setting, state="fine", say="Stays here, or is encrypted.")
            continue
        yield Finding(
            about=one.setting,
            state="unsafe",
            say="What you write, and any key or password, goes there unencrypted.",
            do=f"Give {one.setting} an encrypted address.",
        )


def idle(found: tuple[Idle, ...]) -> Iterator[Finding]:
    """Yield a finding for every setting that does nothing; somebody meant it to do something."""
    for one in found:
        say, do = "No setting has this name.", f"Take {one.setting} away."
        if one.meant:
            do = f"Write {one.meant}, or take {one.setting} away."
        if one.without:
            say = f"It does nothing: {one.without} is not set."
            do = f"Set {one.without}, or take {one.setting} away."
        yield Finding(about=one.setting, state="broken", say=say, do=do)


def rate_card(found: SetUp) -> Finding:
    """Say whether boards can be priced."""
    about = "rate card"
    if found.rate_card == "unreadable":
        return Finding(
            about=about,
            state="broken",
            say=found.rate_card_problem,
            do="Mend the file that TOILE_RATE_CARD names.",
        )
    if found.rate_card == "none":
        return Finding(about=about, state="fine", say="None: only the sample world has prices.")
    return Finding(about=about, state="fine", say="It reads.")


def tool(found: Tool) -> Finding:
    if found.there:
        return Finding(about=found.name, state="fine", say=f"Installed: {found.gives}.")
    return Finding(
        about=found.name,
        state="advice",
        say=f"Not installed, so there is no {found.gives}.",
        do=f"Install {found.name} if you want it.",
    )
