"""Words said to a page under test, and the wait until the page has answered them."""

import time

from streamlit.testing.v1 import AppTest

_TRIES = 600
_PAUSE_SECONDS = 0.1


def say(app: AppTest, message: str) -> AppTest:
    """Say something at the prompt, and return the page once it is no longer reading."""
    return read(app.chat_input[0].set_value(message).run())


def read(app: AppTest) -> AppTest:
    """Return the page once it is no longer reading what was said.

    A page answers in the same run where it can; on a busy machine it shows that it is reading and
    draws itself again, which nothing does for it here.
    """
    for _ in range(_TRIES):
        if not any(button.key == "stop_hearing" for button in app.button):
            return app
        time.sleep(_PAUSE_SECONDS)
        app.run()
    raise AssertionError("the page still reads what was said")
