"""What is unsafe or broken in a set-up: its facts in, findings with a next step out.

Belongs here: the judgement. Does not: how the facts are read from a machine.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from toile.domain.checkup import Certificate, DataFolder, Finding, KeptRecords, SetUp, State
from toile.domain.examine_settings import addresses, idle, is_here, rate_card, tool

# A board of drafts with its previews and exports is some 50 MB.
LITTLE_SPACE, NO_SPACE = 2 * 10**9, 200 * 10**6
SHORT_SECRET = 32
SOON = timedelta(days=30)
_REAL_ONE = "Set TOILE_SIGNING_CHAIN and TOILE_SIGNING_KEY to a real one before pictures leave."
# A server's clock and this one may differ by a little without anything being wrong.
SKEW = timedelta(minutes=5)


def examine(found: SetUp, now: datetime) -> tuple[Finding, ...]:
    """Return a finding for everything that was looked at, in the order of the set-up."""
    return (
        _folder(found.home),
        _space(found.home),
        _secrets(found),
        _people(found),
        _visible_marks(found),
        _signing_in(found),
        _public_address(found),
        signing(found.certificate, now),
        _records(found.records, now),
        rate_card(found),
        *addresses(found.addresses),
        *idle(found.idle),
        _painting(found),
        *_likeness(found),
        *(tool(one) for one in found.tools),
    )


def _folder(home: DataFolder) -> Finding:
    about = "data folder"
    if not home.there and not home.writable:
        return Finding(
            about=about,
            state="broken",
            say=f"{home.path} cannot be made.",
            do="Set TOILE_HOME to a folder in which you may write.",
        )
    if not home.there:
        return Finding(about=about, state="fine", say=f"{home.path} will be made at first start.")
    if not home.writable:
        return Finding(
            about=about,
            state="broken",
            say=f"{home.path} may not be written.",
            do="Give yourself the right to write there, or set TOILE_HOME to another folder.",
        )
    if home.others_may:
        return Finding(
            about=about,
            state="unsafe",
            say=f"Others on this machine may read {home.path}.",
            do=f"chmod 700 {home.path}",
        )
    if home.others_may is None:
        return Finding(
            about=about,
            state="advice",
            say=f"Who may read {home.path} cannot be told on this system.",
            do="Look at its sharing yourself.",
        )
    return Finding(about=about, state="fine", say=f"Only you can read {home.path}.")


def _space(home: DataFolder) -> Finding:
    say = f"{home.free_bytes / 10**9:.1f} GB are free."
    if home.free_bytes >= LITTLE_SPACE:
        return Finding(about="disk", state="fine", say=say)
    state: State = "advice" if home.free_bytes >= NO_SPACE else "broken"
    return Finding(about="disk", state=state, say=say, do="Free some space before you draft.")


def _secrets(found: SetUp) -> Finding:
    if not found.readable_secrets:
        return Finding(about="secrets", state="fine", say="Keys and secrets are yours alone.")
    named = " ".join(found.readable_secrets)
    return Finding(
        about="secrets",
        state="unsafe",
        say=f"Others on this machine may read {len(found.readable_secrets)} secret file(s).",
        do=f"chmod 600 {named}",
    )


def _people(found: SetUp) -> Finding:
    about = "people"
    if found.people == "unreadable":
        return Finding(about=about, state="broken", say=found.people_problem)
    if found.people == "one":
        return Finding(
            about=about, state="fine", say="A studio of one: whoever sits here holds every role."
        )
    if found.people_writable:
        return Finding(
            about=about,
            state="unsafe",
            say="Others on this machine may write the list of people and give themselves roles.",
            do="chmod 600 the file that TOILE_PEOPLE names.",
        )
    if not found.admins:
        return Finding(
            about=about,
            state="advice",
            say="Nobody on the list is an admin, so nobody may make a backup.",
            do="Give the role admin to somebody.",
        )
    return Finding(about=about, state="fine", say="There is a list, and it has an admin.")


def _visible_marks(found: SetUp) -> Finding:
    about = "visible marks"
    if found.marks_problem:
        return Finding(about=about, state="broken", say=found.marks_problem)
    if not found.brands_with_marks:
        return Finding(about=about, state="fine", say="They look the same for every brand.")
    say = f"Set by a file for {found.brands_with_marks} brand(s)."
    return Finding(about=about, state="fine", say=say)


def _signing_in(found: SetUp) -> Finding:
    about = "signing in"
    if not found.signs_in and (found.people != "one" or not is_here(found.url)):
        return Finding(
            about=about,
            state="unsafe",
            say="Nobody is asked to sign in: whoever reaches the studio is let in as TOILE_PERSON.",
            do="Put [auth] into .streamlit/secrets.toml; docs/team.md shows how.",
        )
    if not found.signs_in:
        return Finding(about=about, state="fine", say="Off, and served to this machine only.")
    if found.people == "one":
        return Finding(
            about=about,
            state="broken",
            say="People sign in, but there is no list, so nobody is let in.",
            do="Set TOILE_PEOPLE to a file of people, brands and roles.",
        )
    if found.cookie_secret < SHORT_SECRET:
        return Finding(
            about=about,
            state="unsafe",
            say=f"The cookie secret has {found.cookie_secret} characters; sessions can be forged.",
            do=f"Set cookie_secret to {SHORT_SECRET} random characters or more.",
        )
    return Finding(about=about, state="fine", say="People sign in, and a list says who they are.")


def _public_address(found: SetUp) -> Finding:
    if is_here(found.url):
        return Finding(about="address", state="fine", say=f"{found.url} is this machine.")
    if urlsplit(found.url).scheme != "https":
        return Finding(
            about="address",
            state="unsafe",
            say=f"{found.url} is not encrypted: pictures and sessions can be read on the way.",
            do="Serve it under https, and set TOILE_URL to that address.",
        )
    return Finding(about="address", state="fine", say=f"{found.url} is encrypted.")


def signing(found: Certificate, now: datetime) -> Finding:
    """Return whether drafts can be signed now, and what to do."""
    about = "certificate"
    if found.problem:
        return Finding(about=about, state="broken", say=found.problem)
    if not found.own:
        return Finding(about=about, state="advice", say=_made_here(found.ends, now), do=_REAL_ONE)
    if found.ends is not None and found.ends <= now:
        return Finding(
            about=about,
            state="broken",
            say=f"The certificate that signs drafts ran out on {found.ends:%Y-%m-%d}.",
            do="Renew it: until then nothing is drafted.",
        )
    if found.begins is not None and found.begins > now:
        return Finding(
            about=about,
            state="broken",
            say=f"The certificate that signs drafts holds only from {found.begins:%Y-%m-%d}.",
            do="Use one that holds today, or set this machine's clock if it is wrong.",
        )
    left = f" It holds for {_left(found.ends, now)}." if found.ends else ""
    if found.ends is not None and found.ends - now < SOON:
        say = f"The certificate that signs drafts is about to run out.{left}"
        return Finding(about=about, state="advice", say=say, do="Renew it.")
    return Finding(
        about=about, state="fine", say=f"Drafts are signed with your own certificate.{left}"
    )


def _made_here(ends: datetime | None, now: datetime) -> str:
    """Say what is known of a development certificate; the studio renews it at its next start."""
    say = "Drafts are signed with a certificate made here: elsewhere the signer is unknown."
    if ends is None:
        return say
    if ends <= now:
        return f"{say} It ran out on {ends:%Y-%m-%d}; the next start makes a new one."
    return f"{say} It holds for {_left(ends, now)}, and is renewed in time."


def _left(ends: datetime, now: datetime) -> str:
    days = (ends - now).days
    return f"{days:,} more {'day' if days == 1 else 'days'}, until {ends:%Y-%m-%d}"


def _records(found: KeptRecords, now: datetime) -> Finding:
    about = "records"
    if found.problem:
        return Finding(about=about, state="broken", say=found.problem)
    if not found.there:
        return Finding(about=about, state="fine", say="They will be made at first start.")
    if found.latest is not None and found.latest > now + SKEW:
        return Finding(
            about=about,
            state="broken",
            say=f"The last entry is of {found.latest:%Y-%m-%d %H:%M} UTC, and this machine's clock "
            "is before it.",
            do="Set the clock: licences are decided by it.",
        )
    return Finding(
        about=about, state="fine", say=f"They open, and {found.entries} ledger entries link up."
    )


def _painting(found: SetUp) -> Finding:
    if not found.painter:
        return Finding(about="painting", state="fine", say="Off: shots are blocked in 3-D.")
    if found.no_painter:
        return Finding(about="painting", state="broken", say=found.no_painter)
    whole = f"{found.painter} is whole, and may be used for money."
    if found.levers_missed:
        return Finding(
            about="painting",
            state="advice",
            say=f"{whole} It paints without {' '.join(found.levers_missed)}",
            do="Install what is missing, or take it out of TOILE_PAINTER_LEVERS.",
        )
    return Finding(about="painting", state="fine", say=whole)


def _likeness(found: SetUp) -> Iterator[Finding]:
    if not found.face_reader:
        return
    about = "likeness"
    if found.no_likeness:
        yield Finding(about=about, state="broken", say=f"Not measured. {found.no_likeness}")
    else:
        yield Finding(about=about, state="fine", say=f"{found.face_reader} is whole.")
