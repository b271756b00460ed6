"""The words and the icon that a duty asks for on the picture itself."""

from collections.abc import Sequence

from toile.domain.marks import IconKind
from toile.domain.rights import Duty

MOST_LANGUAGES = 3


def disclosure_of(
    duties: Sequence[Duty], languages: Sequence[str] = ()
) -> tuple[str | None, IconKind | None]:
    """Return the visible words and the icon kind of the duties, or ``None`` twice.

    ``languages`` are those of the markets, ISO 639-1. A duty without words in any of them keeps
    its first wording, and one without any wording its own sentence: none is left out for want of
    a translation.
    """
    visible = [duty for duty in duties if duty.visible]
    if not visible:
        return None, None
    said = dict.fromkeys(words for duty in visible for words in _words(duty, languages))
    icons: list[IconKind] = [icon for duty in visible if (icon := _icon(duty.icon))]
    return " · ".join(said), icons[0] if icons else None


def _words(duty: Duty, languages: Sequence[str]) -> tuple[str, ...]:
    words = dict(duty.wording)
    found = tuple(words[language] for language in languages if language in words)
    return found[:MOST_LANGUAGES] or (next(iter(words.values()), duty.say),)


def _icon(name: str) -> IconKind | None:
    kinds: dict[str, IconKind] = {
        "basic": "basic",
        "generated": "generated",
        "fully_generated": "generated",
        "modified": "modified",
        "partly_modified": "modified",
    }
    return kinds.get(name)
