"""Every fault a person may meet. A refusal is not here: it is a value, ``rights.Decision``.

ToileError
├── BadInput              what was given cannot be used
│   ├── DocumentUnreadable    a guideline or brief file that cannot be read
│   └── CommandRefused        an edit that the board cannot take
├── NotFound              the thing named is not on file
├── NotAllowed            this person's role may not do that
├── SettingMissing        the studio is not set up for it
├── ServiceUnavailable    a model, database or card did not answer
│   ├── ModelAnswerUnusable   it answered, and the answer failed its checks
│   └── CardLost              the card failed, and only a fresh process may use it again
├── MarkFailed            a picture could not be marked, signed or read back: nothing was kept
└── Cancelled             a person stopped the work
"""


class ToileError(Exception):
    """A fault with one sentence for a person and, as ``hint``, the next step."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadInput(ToileError):
    """What was given cannot be used."""


class DocumentUnreadable(BadInput):
    """A document that cannot be read; the library is as it was."""


class CommandRefused(BadInput):
    """An edit that the board cannot take; the board is as it was."""


class NotFound(ToileError):
    """The thing named is not on file."""


class NotAllowed(ToileError):
    """This person's role may not do that."""


class SettingMissing(ToileError):
    """The studio is not set up for it."""


class ServiceUnavailable(ToileError):
    """A model, database or card did not answer."""


class ModelAnswerUnusable(ServiceUnavailable):
    """The answer failed its checks twice."""


class CardLost(ServiceUnavailable):
    """The card failed in a way that ends this process; what it drew goes on in a fresh one."""


class MarkFailed(ToileError):
    """A picture could not be marked, signed or read back; nothing was kept."""


class Cancelled(ToileError):
    """A person stopped the work."""
