"""The wiring: the only place that names concrete adapters, each inside the function using it."""

from collections.abc import Callable
from functools import cache
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

from toile.settings import Settings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from toile.adapters.odrl.codec import OdrlCodec
    from toile.adapters.odrl.suite import SuiteReport
    from toile.adapters.records.sql import SqlRecords
    from toile.adapters.rights_data.scenarios import Scenario, Unreadable
    from toile.adapters.search.library import Embedder, GuidelineLibrary
    from toile.domain.blocking import Blocking
    from toile.domain.brief import Usage
    from toile.domain.catalogue import Catalogue
    from toile.domain.fees import RateCard
    from toile.domain.ids import BrandId
    from toile.domain.rights.world import LicenceState, RightsTables
    from toile.workflow.find_twins import FindTwins
    from toile.workflow.ports import Exporter, Interpreter, Marker, Renderer
    from toile.workflow.studio import Studio


def guideline_library(settings: Settings) -> "GuidelineLibrary":
    """Return the library of guideline books in the data folder."""
    from toile.adapters.documents.guarded import GuardedReader
    from toile.adapters.search.library import GuidelineLibrary

    return GuidelineLibrary(
        settings.folder / "library",
        reader=GuardedReader(),
        embedder=_embedder(settings),
        chroma_url=settings.chroma_url or None,
    )


def _embedder(settings: Settings) -> "Embedder":
    if not settings.embedding_model:
        from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder

        return MiniLmEmbedder()
    from toile.adapters.embeddings.openai_compatible import OpenAiCompatibleEmbedder

    return OpenAiCompatibleEmbedder(
        model=settings.embedding_model,
        base_url=settings.embedding_url or None,
        key=settings.embedding_key.get_secret_value(),
    )


def demo_guideline() -> tuple[str, bytes]:
    """Return the name and the PDF of the demo brand's guideline."""
    from toile.adapters.sample_world.brand_book import demo_brand_book

    return demo_brand_book()


def interpreter(settings: Settings | None = None) -> "Interpreter":
    """Return the interpreter: built in, or a language model with the built-in one behind it."""
    from toile.adapters.language.built_in.interpreter import BuiltInInterpreter

    chosen = settings or Settings()
    if not chosen.model:
        return BuiltInInterpreter()
    from toile.adapters.language.chat import Chat
    from toile.adapters.language.openai_compatible import OpenAiCompatibleInterpreter

    key = chosen.model_key.get_secret_value()
    chat = Chat(model=chosen.model, base_url=chosen.model_url or None, key=key)
    return OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())


T = TypeVar("T")


class _Later:
    """Stand for an adapter until it is first used, so that a page does not load what it needs not.

    Built once, whichever thread asks first.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make, self._lock = make, Lock()

    def __getattr__(self, name: str) -> Any:
        with self._lock:
            if "_made" not in self.__dict__:
                self.__dict__["_made"] = self._make()
        return getattr(self.__dict__["_made"], name)


def _later(make: Callable[[], T]) -> T:
    return cast("T", _Later(make))


@cache
def rights_tables() -> "RightsTables":
    """Return the dated tables of law, territories, media and products."""
    from toile.adapters.rights_data.tables import load_tables

    return load_tables()


def rate_card(path: "Path | None") -> "RateCard":
    """Return the rate card of a file, the demo's without one."""
    from toile.adapters.rights_data.rate_cards import load_card

    return load_card(path)


def odrl_codec() -> "OdrlCodec":
    """Return the reader and writer of licences as ODRL JSON-LD."""
    from toile.adapters.odrl.codec import OdrlCodec

    return OdrlCodec()


def odrl_suite(folder: "Path", duty_not_set: str) -> "SuiteReport":
    """Return how the evaluator answers the public ODRL test suite in a folder."""
    from toile.adapters.odrl.suite import run_suite

    return run_suite(folder, duty_not_set)


def rights_scenarios(path: "Path") -> "tuple[Scenario | Unreadable, ...]":
    """Return the questions of a scenario file, ready to be decided."""
    from toile.adapters.rights_data.scenarios import read_scenarios

    return read_scenarios(path, rights_tables())


def records(settings: Settings) -> "SqlRecords":
    """Return the records of the data folder, opened and brought up to date."""
    from toile.adapters.records.sql import SqlRecords
    from toile.adapters.system import SystemClock

    return SqlRecords.open(
        settings.records_url,
        now=SystemClock().now,
        tables=rights_tables,
        ledger_note=settings.folder / "ledger.head",
    )


def studio(settings: Settings) -> "Studio":
    """Return the wired verbs. No model, renderer or search engine is loaded until one is used."""
    from toile.adapters.images.folder import ImageFolder
    from toile.adapters.jobs.durable import DurableJobs
    from toile.adapters.system import SystemClock
    from toile.adapters.vocabulary.market_languages import languages_of
    from toile.adapters.vocabulary.usage_words import load as usage_words
    from toile.domain.ids import BrandId
    from toile.workflow.answer_questions import AnswerQuestions
    from toile.workflow.ask_drafts import AskDrafts
    from toile.workflow.block_shot import BlockShot
    from toile.workflow.cast_shots import CastShots
    from toile.workflow.draft_shot import DraftShot
    from toile.workflow.find_material import FindMaterial
    from toile.workflow.owner import Owner
    from toile.workflow.plan_shots import PlanShots
    from toile.workflow.release import Release
    from toile.workflow.review import Review
    from toile.workflow.revise import Revise
    from toile.workflow.show import Show
    from toile.workflow.studio import Studio
    from toile.workflow.understand import Understand
    from toile.workflow.verify import Verify

    kept, clock, words = records(settings), SystemClock(), usage_words()
    images = ImageFolder(settings.folder / "images")
    jobs = DurableJobs(kept.engine, clock.now)
    casts = CastShots(kept.registry, kept.world, clock, words)
    blocks = BlockShot(kept.registry, _later(lambda: renderer(settings)), catalogue)
    chain = _later(lambda: marker(settings))
    house = settings.brand
    door = DraftShot(
        casts=casts,
        blocks=blocks,
        marker=chain,
        images=images,
        drafts=kept.drafts,
        ledger=kept.ledger,
        jobs=jobs,
        clock=clock,
        studio=settings.studio,
        house=house,
        languages=languages_of,
    )
    library = _later(lambda: guideline_library(settings))
    talks = _later(lambda: interpreter(settings))
    reads = Understand(
        interpreter=talks,
        boards=kept.boards,
        clock=clock,
        words=words,
        house_brand=BrandId(house),
        brands=lambda: _brands(kept),
        people=kept.registry.twins,
    )
    answers = AnswerQuestions(library, casts)
    return Studio(
        understand=reads,
        plans=PlanShots(talks, FindMaterial(library), casts, kept.boards, clock),
        casts=casts,
        material=FindMaterial(library),
        revise=Revise(talks, kept.boards, clock, casts, answers, reads.usage),
        review=Review(kept.boards, kept.drafts, clock),
        asks=AskDrafts(casts, kept.drafts, jobs, clock, door),
        draft_shot=door,
        shows=Show(kept.drafts, images, jobs, blocks, lighting_diagram),
        verifies=Verify(chain, kept.drafts, kept.registry, casts),
        releases=Release(
            casts, kept.drafts, images, kept.ledger, chain, clock, exporters(), settings.studio
        ),
        owner=Owner(kept.registry, kept.drafts, kept.ledger, jobs, clock, kept.world, casts),
        _boards=kept.boards,
        _registry=kept.registry,
        _drafts=kept.drafts,
        _guidelines=library,
    )


def draw(settings: Settings, leave: Event, *, at_once: int = 1) -> None:
    """Draw queued drafts in this process until ``leave`` is set."""
    from toile.adapters.jobs.durable import DurableJobs
    from toile.adapters.jobs.worker import Worker
    from toile.adapters.system import SystemClock

    made, clock = studio(settings), SystemClock()
    engine_url = settings.database_url or f"sqlite:///{settings.folder / 'jobs.db'}"
    jobs = DurableJobs(records(settings).engine, clock.now)
    me = clock.new_id("worker")
    Worker(jobs, made.draft_shot, engine_url=engine_url, me=me).work(leave, at_once=at_once)


def brand_id(name: str) -> "BrandId | None":
    """Return the id of a brand typed on a command line, or ``None`` for none."""
    from toile.domain.ids import BrandId

    return BrandId(name) if name else None


def _brands(kept: "SqlRecords") -> "dict[str, BrandId]":
    """Return the brands that hold licences here, by the names people write."""
    from toile.domain.ids import BrandId

    twins = tuple(twin.id for twin in kept.registry.twins())
    world = kept.world.world(twins)
    ids = {licence.licensee for licence in kept.registry.licences(twins)}
    named = {world.names.get(one, one.replace("-", " ").title()): BrandId(one) for one in ids}
    return named | {one: BrandId(one) for one in ids}


def is_empty(settings: Settings) -> bool:
    """Say whether nobody and nothing is on file yet."""
    kept = records(settings)
    try:
        return not kept.registry.twins() and not kept.boards.listed()
    finally:
        kept.close()


def make_demo(settings: Settings) -> str:
    """Make the sample world in the data folder, once; return what was made, in a sentence."""
    from toile.adapters.sample_world.licences import demo_rights
    from toile.adapters.sample_world.twins import demo_twins

    kept = records(settings)
    try:
        twins = demo_twins()
        rights = demo_rights()
        kept.registry.put(*twins, *rights.licences, *rights.consents)
        kept.world.claim(*rights.claims)
        for licence, state in rights.states.items():
            kept.world.edit(licence, _always(state))
        for party, name in rights.names.items():
            kept.world.know(party, name, rights.affiliates[party])
    finally:
        kept.close()
    name, book = demo_guideline()
    library = guideline_library(settings)
    if not library.listed(rights.brand):
        library.add(book, name, rights.brand)
    _make_example(settings)
    return (
        f"The sample world is in {settings.folder}: {len(twins)} twins who do not exist, "
        f"{len(rights.licences)} licences, one guideline. It is a demo."
    )


def _make_example(settings: Settings) -> None:
    """Make the finished example by the same verbs as any board, its pictures queued last."""
    from toile.adapters.sample_world.example import AFTER, BRIEF, REFUSED

    made = studio(settings)
    if any(line.demo for line in made.boards()):
        return
    board = made.confirm(made.start(BRIEF, by="Demo"), by="Demo")
    for message in AFTER:
        board = made.apply(board, made.propose(board, message), by="Demo")
    board = made.cast(board, (board.panels[-1].id,), REFUSED, by="Demo")
    board = made.mark_demo(board)
    made.draft(board, by="Demo", interactive=False)


def _always(state: "LicenceState") -> "Callable[[LicenceState], LicenceState]":
    return lambda _before: state


def marker(settings: Settings) -> "Marker":
    """Return the marking chain with this studio's keys, made at first use."""
    from toile.adapters.images import codec
    from toile.adapters.marks.chain import MarkChain
    from toile.adapters.marks.invisible.keys import load_keys
    from toile.adapters.marks.invisible.mark import InvisibleMark
    from toile.adapters.marks.visible import VisibleOverlay
    from toile.adapters.metadata.xmp import XmpWriter
    from toile.adapters.provenance.c2pa_signing import C2paSigner
    from toile.adapters.provenance.development_keys import development_credentials, load_credentials
    from toile.adapters.system import SystemClock

    keys = settings.folder / "keys"
    if settings.signing_chain and settings.signing_key:
        credentials = load_credentials(settings.signing_chain, settings.signing_key)
    else:
        credentials = development_credentials(keys, studio=settings.studio, now=SystemClock().now())
    return MarkChain(
        overlay=VisibleOverlay(),
        hidden=InvisibleMark(load_keys(keys)),
        words=XmpWriter(),
        signer=C2paSigner(credentials),
        encode=codec.encode,
        decode=codec.decode,
        mime_of=codec.mime_of,
    )


def renderer(settings: Settings) -> "Renderer":
    """Return the renderer that works on this machine."""
    from toile.adapters.renderers.blocked_drafts import BlockedDrafts
    from toile.adapters.renderers.mitsuba import MitsubaRenderer

    return BlockedDrafts(MitsubaRenderer(threads=settings.render_threads or None))


@cache
def catalogue() -> "Catalogue":
    """Return everything that can be blocked, and the words for it."""
    from toile.adapters.renderers.library import load_catalogue

    return load_catalogue()


def lighting_diagram(blocking: "Blocking") -> str:
    """Return the light plan of a blocking as SVG."""
    from toile.domain.light_plan import lighting_diagram as drawn

    return drawn(blocking)


def exporters() -> "dict[str, Exporter]":
    """Return the kinds of file a board can leave as, by the name people choose."""

    def pdf() -> "Exporter":
        from toile.adapters.exports.pdf import PdfStoryboard

        return PdfStoryboard()

    def pptx() -> "Exporter":
        from toile.adapters.exports.slides import PptxDeck

        return PptxDeck()

    def xlsx() -> "Exporter":
        from toile.adapters.exports.tables import XlsxShotList

        return XlsxShotList()

    def csv() -> "Exporter":
        from toile.adapters.exports.tables import CsvShotList

        return CsvShotList()

    def pictures() -> "Exporter":
        from toile.adapters.exports.package import ZipOfPictures

        return ZipOfPictures()

    made = {"pdf": pdf, "pptx": pptx, "xlsx": xlsx, "csv": csv, "zip": pictures}
    return {name: _later(make) for name, make in made.items()}


def today() -> "date":
    """Return the day by the studio's clock."""
    from toile.adapters.system import SystemClock

    return SystemClock().now().date()


def find_twins(settings: Settings) -> "FindTwins":
    """Return the search of the roster, wired to the rights that are on file."""
    from importlib.resources import files

    import yaml

    from toile.adapters.search.likeness import TwinLikeness
    from toile.domain.months import month_named
    from toile.domain.roster import RosterWords
    from toile.workflow.find_twins import FindTwins

    made = studio(settings)

    def vocabulary() -> RosterWords:
        text = (files("toile") / "data" / "search" / "roster.yaml").read_text("utf-8")
        return RosterWords.model_validate(yaml.safe_load(text))

    def usage_of(text: str) -> "Usage":
        reads = made.understand
        today = reads.clock.now().date()
        usage, month = (
            reads.usage(reads.interpreter.read_brief(text, today)),
            month_named(text, today),
        )
        if month is None or usage.start or usage.end:
            return usage
        return usage.model_copy(update={"start": month[0], "end": month[1]})

    folder = settings.folder / "library"
    likeness = cast("TwinLikeness", _Later(lambda: TwinLikeness(folder, _embedder(settings))))
    return FindTwins(made.casts, likeness, vocabulary, usage_of)
