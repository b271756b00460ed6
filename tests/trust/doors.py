"""Every door of the studio that takes bytes from outside, by name."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from trust import samples
from trust.hostile import Surface

from toile import bootstrap
from toile.adapters.backups.folder import read_note
from toile.adapters.documents.limits import Limits
from toile.adapters.documents.reader import read_document
from toile.adapters.images import codec, views
from toile.adapters.language.chat import Heard
from toile.adapters.language.edit_tools import carried_out, read_call
from toile.adapters.language.grounding import grounded
from toile.adapters.language.openai_compatible import _brief as model_said
from toile.adapters.moods.folder import MoodFolder
from toile.adapters.people.yaml_file import PeopleFile
from toile.cli.rights import _answer as decided
from toile.cli.shots import _state as state_of
from toile.settings import Settings
from toile.ui import links
from toile.workflow.edit_state import context_of, face
from toile.workflow.ports import Interpreter

TODAY = date(2026, 11, 24)
LIMITS = Limits(bytes=2**20, unpacked=8 * 2**20, pages=40, pictures=10)
LINK = links.Link("draft", "d", "full", "v")


@cache
def surfaces() -> dict[str, Surface]:
    """Return every door by name."""
    texts, jsons = samples.texts, samples.jsons
    made = (
        Surface("brief", texts(*samples.BRIEFS), _brief, "text"),
        Surface("edit", texts(*samples.EDITS), _edit, "text"),
        Surface("edit state", jsons(samples.SHOTS, samples.BOARD), _edit_state, "json"),
        Surface("commands", jsons(*samples.CALLS), _commands, "json"),
        Surface("model's reading", jsons(_reading()), _model_reading, "json"),
        Surface("scenarios", samples.scenarios(), _rights, "yaml"),
        Surface("people", texts(samples.PEOPLE), _people, "yaml"),
        Surface("licence, JSON-LD", samples.licences("json-ld"), _odrl("json-ld"), "json"),
        Surface("licence, Turtle", samples.licences("turtle"), _odrl("turtle"), "text"),
        Surface("PDF", (samples.pdf(),), _document("book.pdf")),
        Surface("DOCX", (samples.word(),), _document("book.docx"), "zip"),
        Surface("PPTX", (samples.slides(),), _document("book.pptx"), "zip"),
        Surface("Markdown", texts(samples.MARKDOWN), _document("book.md"), "text"),
        Surface("HTML", texts(samples.HTML), _document("book.html"), "text"),
        Surface("picture", samples.pictures(), _picture),
        Surface("TAR", (samples.tape(),), _views),
        Surface("archive", (samples.archive(), samples.slides()), _views, "zip"),
        Surface("moodboard", samples.pictures(), _mood),
        Surface("signed name", texts(links.name(LINK)), _link),
        Surface("backup note", jsons(samples.NOTE), _note, "json"),
        Surface("address of a model", texts("http://127.0.0.1:9/v1", "https://[::1]:9"), _address),
    )
    return {one.name: one for one in made}


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


@cache
def _built_in() -> Interpreter:
    return bootstrap.interpreter(Settings(_env_file=None))


def _brief(data: bytes, _place: Path) -> object:
    reader = _built_in()
    found = reader.read_brief(_decoded(data)[:6000], TODAY)
    return reader.plan(found, TODAY)


def _edit(data: bytes, _place: Path) -> object:
    context = context_of(samples.BOARD, samples.SHOTS, TODAY)
    answer = _built_in().read_edit(_decoded(data)[:2000], context)
    return face(answer, samples.SHOTS)


def _edit_state(data: bytes, place: Path) -> object:
    file = place / "state.json"
    file.write_bytes(data)
    found = state_of(str(file))
    context = context_of(found, found["shots"], TODAY)
    return face(_built_in().read_edit("make 1 warmer", context), found["shots"])


def _commands(data: bytes, _place: Path) -> object:
    call = _json_object(data)
    args = call.get("args")
    command = read_call(str(call.get("name")), args if isinstance(args, dict) else {})
    context = context_of(samples.BOARD, samples.SHOTS, TODAY)
    return carried_out((command,), context, "set the lens, delete all, black coat")


def _json_object(data: bytes) -> dict[str, object]:
    # The endpoint's client has parsed it by then: only whole objects come this far.
    try:
        found = json.loads(_decoded(data))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _reading() -> dict[str, object]:
    found = _built_in().read_brief(samples.BRIEF, TODAY).model_dump(mode="json", exclude_none=True)
    return {name: value for name, value in found.items() if name not in ("text", "flags")}


def _model_reading(data: bytes, _place: Path) -> object:
    sound = _built_in().read_brief(samples.BRIEF, TODAY)
    return grounded(model_said(Heard(_decoded(data), ())), samples.BRIEF, sound, ())


def _rights(data: bytes, place: Path) -> object:
    file = place / "scenarios.yaml"
    file.write_bytes(data)
    return [decided(one) for one in bootstrap.rights_scenarios(file)]


def _people(data: bytes, place: Path) -> object:
    file = place / "people.yaml"
    file.write_bytes(data)
    return PeopleFile(file).everybody()


def _odrl(form: Literal["json-ld", "turtle"]) -> Callable[[bytes, Path], object]:
    return lambda data, _place: bootstrap.odrl_codec().read(_decoded(data), form)


def _document(name: str) -> Callable[[bytes, Path], object]:
    return lambda data, _place: read_document(data, name, LIMITS)


def _picture(data: bytes, _place: Path) -> object:
    codec.mime_of(data)
    return codec.decode(data, max_pixels=4_000_000)


def _views(data: bytes, _place: Path) -> object:
    return [view.place for view in views.views(data)]


def _mood(data: bytes, place: Path) -> object:
    folder = MoodFolder(place / "moods", codec.decode, lambda p: codec.encode(p, "image/jpeg"))
    return folder.read(data, "mood-1", "../../x\x00.jpg", "Ada")


def _link(data: bytes, _place: Path) -> object:
    return links.read(_decoded(data))


def _note(data: bytes, place: Path) -> object:
    (place / "backup.json").write_bytes(data)
    return read_note(place)


def _address(data: bytes, _place: Path) -> object:
    url = _decoded(data)
    return bootstrap.interpreter(Settings(_env_file=None, model="m", model_url=url))
