"""Our own routes beside Streamlit's: fonts, pictures and exports under signed names.

A picture never goes through Streamlit's media store, which re-encodes it and serves it to anyone.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from toile.domain.errors import ToileError
from toile.ui import links, services, waiting
from toile.ui.places import STATIC
from toile.workflow.release import Export, Told

FONTS = STATIC / "fonts"
_SAFE = {"X-Content-Type-Options": "nosniff"}
# Short, so that a picture withdrawn today is not shown from a browser's cache tomorrow.
_KEPT = _SAFE | {"Cache-Control": "private, max-age=300"}
_ONCE = _SAFE | {"Cache-Control": "no-store"}
_BLOCK = 2**18
_OLD = "This address has expired. Go back to the studio, reload its page and open this from there."
_FONT = _SAFE | {"Cache-Control": "public, max-age=31536000, immutable"}


async def font(request: Request) -> Response:
    """Serve one of our own font files."""
    path = FONTS / Path(request.path_params["name"]).name
    if not path.is_file():
        return Response(status_code=404)
    return FileResponse(path, headers=_FONT)


async def signed(request: Request) -> Response:
    """Serve what a signed name stands for, to the viewer it was signed for."""
    link = links.read(request.path_params["name"])
    if link is None:
        return PlainTextResponse(_OLD, 403, headers=_ONCE)
    try:
        return await run_in_threadpool(_KINDS[link.kind], link)
    except ToileError as error:
        return PlainTextResponse(str(error), 404, headers=_ONCE)


def _picture(link: links.Link) -> Response:
    studio = services.desk_of(link.viewer)
    if link.form == "forming":
        found = studio.forming(link.of)
        if found is None:
            return PlainTextResponse("There is no picture yet.", 404, headers=_ONCE)
        return Response(found[0], 200, _ONCE, found[1])
    data, mime = studio.picture(link.of, link.form)
    return Response(data, 200, _KEPT, mime)


def _released(link: links.Link) -> Response:
    studio = services.desk_of(link.viewer)

    def make(told: Told) -> Export:
        return studio.export(studio.board(link.of), link.form, by=link.viewer, told=told)

    found = services.waiting_room().ask(str(link), make)
    if isinstance(found, int):
        again = {"Retry-After": str(waiting.AGAIN)}
        # Whoever waits longer than an address lasts is handed the next one in time.
        address = links.export_url(link.of, link.form, link.viewer)
        return Response(waiting.page(found, address), 202, _ONCE | again, "text/html")
    attached = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
        "Content-Length": str(found.size),
    }
    return StreamingResponse(_blocks(found), 200, _ONCE | attached, found.form.mime)


def _blocks(export: Export) -> Iterator[bytes]:
    with export.file as file:
        while block := file.read(_BLOCK):
            yield block


def _book(link: links.Link) -> Response:
    data = services.desk_of(link.viewer).book(link.of)
    if not data.startswith(b"%PDF"):
        return PlainTextResponse("Only a PDF opens here.", 404, headers=_ONCE)
    return Response(data, 200, _KEPT, "application/pdf")


def _parts(link: links.Link) -> Response:
    found = services.desk_of(link.viewer).regions(link.of)
    return Response(found.model_dump_json(), 200, _KEPT, "application/json")


def _mood(link: links.Link) -> Response:
    data = services.desk_of(link.viewer).moods.picture(link.of, link.form)
    return Response(data, 200, _KEPT, "image/jpeg")


def _shared(link: links.Link) -> Response:
    """Whether the link is open and the picture may be seen outside is decided at every look."""
    data, mime = services.desks().guests.picture(link.viewer, link.of)
    return Response(data, 200, _ONCE, mime)


_KINDS: dict[links.Kind, Callable[[links.Link], Response]] = {
    "draft": _picture,
    "export": _released,
    "book": _book,
    "shared": _shared,
    "parts": _parts,
    "mood": _mood,
}
ROUTES = [
    Route("/app/static/fonts/{name}", font),
    Route(links.PREFIX + "{name}", signed),
    Route(links.EXPORTS + "{name}", signed),
    Route(links.SHARED + "{name}", signed),
    Route(links.BOOKS + "{name}", signed),
    Route(links.PARTS + "{name}", signed),
    Route(links.MOODS + "{name}", signed),
]
