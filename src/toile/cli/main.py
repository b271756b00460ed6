"""The ``toile`` command: a table of groups, each loaded when it is called.

Exit codes: 0 done, 1 the answer is no or something was found, 2 the input cannot be used, 3 a
service did not answer, 4 a fault of Toile itself.
"""

import os
import sys
import traceback
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from toile.domain.errors import ServiceUnavailable, ToileError

GROUPS = {
    "studio": ("studio", "Open the studio in the browser."),
    "demo": ("demo", "Make the sample world in the data folder."),
    "brief": ("brief", "Read a brief."),
    "shots": ("shots", "Plan and edit shot lists."),
    "rights": ("rights", "Decide uses, read and write licences."),
    "guidelines": ("guidelines", "Add brand books and ask them."),
    "board": ("board", "Make, show, edit and export boards."),
    "share": ("share", "Review links: make, list, take back."),
    "draft": ("draft", "Draft a shot of a board."),
    "verify": ("verify", "Say whether a picture is ours, and what it may be used for."),
    "twins": ("twins", "Who is on file, what they were used for; pause and revoke."),
    "ledger": ("ledger", "Verify and export the chain of uses."),
    "gallery": ("gallery", "A contact sheet of random blockings."),
    "models": ("models", "Image models: list, pull, check."),
    "evaluate": ("evaluate", "Score reading, editing and search on sets of examples."),
    "backup": ("backup", "Keep the whole data folder in another place."),
    "restore": ("restore", "Bring a backup back."),
    "keys": ("keys", "The keys of the hidden mark: add one, retire one."),
    "doctor": ("doctor", "Say what is unsafe or broken in this set-up."),
    "bench": ("bench", "Measure every part beside its peers, in one table."),
    "worker": ("worker", "Draw queued drafts (the studio starts one by itself)."),
}
HIDDEN = {"worker"}


class LazyGroup(TyperGroup):
    """Load a group's module when it is called, so that ``toile --help`` stays light.

    Typer carries a private copy of Click, whose types have no public name.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        return [name for name in GROUPS if name not in HIDDEN]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in GROUPS:
            return None
        module, help_line = GROUPS[cmd_name]
        command = typer.main.get_command(import_module(f"toile.cli.{module}").app)
        command.name, command.short_help = cmd_name, help_line
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, GROUPS[name][1]) for name in self.list_commands(ctx)])


app = typer.Typer(
    cls=LazyGroup,
    help="Toile: from a brief in plain words to a board of rights-cleared, marked drafts.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _root() -> None:
    """Toile: from a brief in plain words to a board of rights-cleared, marked drafts."""


def main() -> None:
    """Run the command line; a fault is one sentence and the next step, never a traceback."""
    try:
        app()
    except ToileError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(3 if isinstance(error, ServiceUnavailable) else 2) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        # Whoever read along has read enough; what is left to flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except Exception as fault:
        sys.stderr.write(_own_fault(fault))
        raise SystemExit(4) from fault


def _own_fault(fault: Exception) -> str:
    """Return what a person reads: where it happened, and never what was in their files."""
    if os.environ.get("TOILE_TRACE"):
        return "".join(traceback.format_exception(fault))
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{last.filename}, line {last.lineno}"
    return (
        f"A fault of Toile itself: {type(fault).__name__} in {where}. "
        "What was saved before is safe. Set TOILE_TRACE=1 and try again to see all of it.\n"
    )
