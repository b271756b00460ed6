"""The folder of weights: what is in it, pulling into it, checking it, and opening one for use.

A model is loaded only when it is on the list, safe, whole, and the same file by file as when it
was pinned. Knows nothing of how a model runs.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from toile.adapters.models.catalogue import model_list, named
from toile.adapters.models.hub import fetched
from toile.adapters.models.soundness import LOCK, damaged, files_of, sha256, unsafe
from toile.domain.errors import BadInput, NotFound, SettingMissing
from toile.domain.models import ModelCard, ModelLine, ModelState

Say = Callable[[str], None]


class ModelFolder:
    """One subfolder a model, with a lock that pins its revision and the hash of every file."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.known = model_list(folder)

    def listed(self) -> tuple[ModelLine, ...]:
        """Return every known model and where it stands, without hashing anything."""
        return tuple(self._line(card) for card in self.known.models)

    def check(self, name: str) -> ModelLine:
        """Return where one model stands after reading and hashing every byte of it."""
        card = named(self.known, name)
        line = self._line(card)
        if line.state != "ready":
            return line
        problems = self._changed(card)
        return _line_of(self._pinned(card), "damaged" if problems else "ready", problems)

    def pull(
        self, name: str, *, on: date, by: str, revision: str = "", start: Path | None = None,
        say: Say = lambda _: None,
    ) -> ModelLine:  # fmt: skip
        """Bring a model in from a local folder or the hub, verify it and pin every file.

        ``revision`` is a full commit of the hub: a branch name could become other weights.
        Nothing is left behind when the files are unsafe or damaged.
        """
        card = named(self.known, name)
        target = self._place(card)
        fresh = target.with_name(f".{target.name}.new")
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            if start is None:
                revision = fetched(card, revision, fresh, say)
            else:
                _copied(start, fresh, say)
            self._pin(card, fresh, revision=revision, on=on, by=by, say=say)
            shutil.rmtree(target, ignore_errors=True)
            fresh.replace(target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return self._line(card)

    def opened(self, card: ModelCard) -> tuple[ModelCard, Path]:
        """Return the pinned card and the folder of a model that may be loaded now.

        Raises ``NotFound`` when it is not here and ``BadInput`` when it is not safe or not whole.
        """
        line = self._line(card)
        if line.state == "absent":
            raise NotFound(f"{card.title} is not in the models folder.", hint=line.hint)
        if line.state != "ready":
            raise BadInput(f"{card.title}: {line.problems[0]}", hint=line.hint)
        return line.card, self._place(card)

    def _line(self, card: ModelCard) -> ModelLine:
        if self._folder is None or not (place := self._folder / card.name).is_dir():
            return _line_of(card, "absent", ())
        if problems := unsafe(place):
            return _line_of(card, "not safe", problems)
        if not (place / LOCK).is_file():
            return _line_of(card, "not pinned", ("its files were never checked and pinned.",))
        problems = damaged(place) + self._resized(card) + self._other_than_listed(card)
        return _line_of(self._pinned(card), "damaged" if problems else "ready", problems)

    def _place(self, card: ModelCard) -> Path:
        if self._folder is None:
            raise SettingMissing(
                "No folder is set for model weights.", hint="Set TOILE_MODELS_DIR to one."
            )
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / card.name

    def _pin(
        self, card: ModelCard, place: Path, *, revision: str, on: date, by: str, say: Say
    ) -> None:
        problems = unsafe(place) + damaged(place)
        paths = list(files_of(place))
        problems += _missing(card, place, paths)
        if problems:
            raise BadInput(f"{card.title}: {problems[0]}", hint="Nothing was added.")
        pinned: dict[str, dict[str, object]] = {}
        for path in paths:
            name = path.relative_to(place).as_posix()
            say(f"Hashing {name}")
            pinned[name] = {"sha256": sha256(path), "size": path.stat().st_size}
        lock = {
            "model": card.name,
            "source": card.source,
            # Without a commit, the files name themselves.
            "revision": revision or f"local-{_digest(pinned)}",
            "pulled_on": on.isoformat(),
            "pulled_by": by,
            "files": pinned,
        }
        (place / LOCK).write_text(json.dumps(lock, indent=1, sort_keys=True), encoding="utf-8")

    def _lock(self, card: ModelCard) -> dict[str, dict[str, object]]:
        lock = json.loads((self._place(card) / LOCK).read_text("utf-8"))
        return dict(lock["files"]) | {"": {"revision": lock["revision"]}}

    def _pinned(self, card: ModelCard) -> ModelCard:
        revision = str(self._lock(card)[""]["revision"])
        return card.model_copy(update={"revision": revision})

    def _resized(self, card: ModelCard) -> tuple[str, ...]:
        place, pinned = self._place(card), self._lock(card)
        there = {
            path.relative_to(place).as_posix(): path.stat().st_size for path in files_of(place)
        }
        wanted = {name: entry["size"] for name, entry in pinned.items() if name}
        return tuple(
            f"{name} is not the file that was pinned."
            for name in sorted(there.keys() | wanted.keys())
            if there.get(name) != wanted.get(name)
        )

    def _other_than_listed(self, card: ModelCard) -> tuple[str, ...]:
        """Return why the file pinned is not the one that the list names now, or nothing."""
        pinned = self._lock(card).get(card.file) if card.sha256 else None
        return () if pinned is None or pinned["sha256"] == card.sha256 else (_other(card),)

    def _changed(self, card: ModelCard) -> tuple[str, ...]:
        place, pinned = self._place(card), self._lock(card)
        return tuple(
            f"{name} is not the file that was pinned: its hash differs."
            for name, entry in pinned.items()
            if name and sha256(place / name) != entry["sha256"]
        )


def _line_of(card: ModelCard, state: ModelState, problems: tuple[str, ...]) -> ModelLine:
    again = f"Bring it in: toile models pull {card.name}, or with --from FOLDER."
    hints: dict[ModelState, str] = {
        "ready": "",
        "absent": again,
        "not pinned": f"Pin it: toile models pull {card.name} --from its folder.",
        "damaged": f"Bring it in again: toile models pull {card.name}",
        "not safe": "Remove that file, or bring the model in as safetensors.",
    }
    return ModelLine(card=card, state=state, problems=problems, hint=hints[state])


def _missing(card: ModelCard, place: Path, paths: list[Path]) -> tuple[str, ...]:
    """Return why what was brought is not this model's weights, or nothing."""
    wanted = place / card.file
    if not card.file.endswith(".onnx") and not any(p.suffix == ".safetensors" for p in paths):
        return ("there is no .safetensors file in it.",)
    if (card.sha256 or card.file.endswith(".onnx")) and not wanted.is_file():
        return (f"there is no {card.file} in it.",)
    if card.sha256 and sha256(wanted) != card.sha256:
        return (_other(card),)
    return ()


def _digest(pinned: dict[str, dict[str, object]]) -> str:
    named = json.dumps(pinned, sort_keys=True).encode("utf-8")
    return hashlib.sha256(named).hexdigest()[:12]


def _other(card: ModelCard) -> str:
    return f"{card.file} is not the file whose licence was read: its hash differs."


def _copied(start: Path, target: Path, say: Say) -> None:
    if not start.is_dir():
        raise NotFound(f"There is no folder {start}.", hint="Check the path.")
    say(f"Copying {start}")
    leave = shutil.ignore_patterns(LOCK, ".*")
    try:
        shutil.copytree(start, target, ignore=leave, symlinks=False)
    except (shutil.Error, OSError) as error:
        raise BadInput(
            f"{start} could not be copied.", hint="Check rights and free space."
        ) from error
