"""The words and the icon that a duty asks for on the picture itself."""

from collections.abc import Sequence

from toile.domain.marks import IconKind
from toile.domain.rights import Duty

USUAL_LANGUAGE = "en"


def disclosure_of(
    duties: Sequence[Duty], language: str = USUAL_LANGUAGE
) -> tuple[str | None, IconKind | None]:
    """Return the visible words and the icon kind of the duties, or ``None`` twice.

    A visible duty without words in the language falls back to its first wording, and without any
    to its own sentence: a duty is never left out for want of a translation.
    """
    visible = [duty for duty in duties if duty.visible]
    if not visible:
        return None, None
    said = dict.fromkeys(_words(duty, language) for duty in visible)
    icons: list[IconKind] = [icon for duty in visible if (icon := _icon(duty.icon))]
    return " · ".join(said), icons[0] if icons else None


def _words(duty: Duty, language: str) -> str:
    words = dict(duty.wording)
    return words.get(language) or next(iter(words.values()), duty.say)


def _icon(name: str) -> IconKind | None:
    kinds: dict[str, IconKind] = {
        "basic": "basic",
        "generated": "generated",
        "fully_generated": "generated",
        "modified": "modified",
        "partly_modified": "modified",
    }
    return kinds.get(name)
