"""The interpreter."""

from typing import TYPE_CHECKING

from toile.settings import Settings

if TYPE_CHECKING:
    from toile.domain.commands import Offered, Reply
    from toile.workflow.ports import Interpreter


def interpreter(settings: Settings | None = None) -> "Interpreter":
    """Return the interpreter: built in, or a language model with the built-in one behind it."""
    from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

    chosen = settings or Settings()
    if not chosen.model:
        return BuiltInInterpreter()
    from toile.adapters.language.chat import Chat
    from toile.adapters.language.openai_compatible import OpenAiCompatibleInterpreter

    key = chosen.model_key.get_secret_value()
    chat = Chat(
        model=chosen.model,
        base_url=chosen.model_url or None,
        key=key,
        seconds=chosen.model_seconds,
        budget=chosen.model_tokens,
    )
    return OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())


def reply_of(message: str, to: "Offered") -> "Reply | None":
    """Return what words say to a plan, to an offer to draw, or to the drawing under way."""
    from toile.adapters.language.built_in.edits.replies import reply_of

    return reply_of(message, to)
