"""Words of another language that look English: "ich bin" bins nothing, "un pin" locks nothing."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.tokens import Token


def leave_own_words(
    tokens: tuple[Token, ...], at: list[dict[str, Span]], spoken: tuple[str, ...]
) -> None:
    """Take out what single words would say in English, where a message is in another language."""
    if not spoken or "en" in spoken:
        return
    own = word_set(f"own_words.{spoken[0]}")
    for place, token in enumerate(tokens):
        if token.form in own:
            alone = [kind for kind, span in at[place].items() if span.end == place + 1]
            for kind in alone:
                del at[place][kind]
