"""The words and the icon that a duty asks for on the picture itself."""

from collections.abc import Sequence

from toile.domain.marks import IconKind
from toile.domain.rights import Duty

MOST_LANGUAGES = 3
PLAIN = "AI-generated"


def disclosure_of(
    duties: Sequence[Duty], languages: Sequence[str] = ()
) -> tuple[str | None, IconKind | None]:
    """Return the visible words and the icon kind of the duties, or ``None`` twice.

    ``languages`` are those of the markets, ISO 639-1. A duty without words in any of them keeps
    its first wording: none is left out for want of a translation. A licence that asks for a mark
    and gives no words is met by the words of the law, or by plain ones.
    """
    visible = [duty for duty in duties if duty.visible]
    if not visible:
        return None, None
    said = dict.fromkeys(words for duty in visible for words in _words(duty, languages))
    said = said or {PLAIN: None}
    icons: list[IconKind] = [icon for duty in visible if (icon := _icon(duty.icon))]
    return " · ".join(said), icons[0] if icons else None


def _words(duty: Duty, languages: Sequence[str]) -> tuple[str, ...]:
    words = dict(duty.wording)
    found = tuple(words[language] for language in languages if language in words)
    return found[:MOST_LANGUAGES] or tuple(words.values())[:1]


def _icon(name: str) -> IconKind | None:
    kinds: dict[str, IconKind] = {
        "basic": "basic",
        "generated": "generated",
        "fully_generated": "generated",
        "modified": "modified",
        "partly_modified": "modified",
    }
    return kinds.get(name)
