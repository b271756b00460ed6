"""Records, jobs and the whole studio."""

from threading import Event
from typing import TYPE_CHECKING

from toile.bootstrap.books import guideline_library
from toile.bootstrap.exports import exporters
from toile.bootstrap.language import interpreter, reply_of
from toile.bootstrap.later import later
from toile.bootstrap.looks import distances, look_book, moodboard, read_file, vary_shot
from toile.bootstrap.painting import (
    make_picture,
    paint_shot,
    sealed_originals,
    side_by_side,
    twin_vault,
    while_allowed,
    why_not_painting,
)
from toile.bootstrap.people import people
from toile.bootstrap.pictures import (
    catalogue,
    lighting_diagram,
    mark_styles,
    marker,
    measure_draft,
    renderer,
)
from toile.bootstrap.rights import price_board, rights_tables
from toile.bootstrap.roster import find_twins
from toile.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from toile.adapters.records.sql import SqlRecords
    from toile.domain.drafts import Generator
    from toile.domain.ids import BrandId
    from toile.workflow.ports import Locks
    from toile.workflow.studio import Studio


def records(settings: Settings) -> "SqlRecords":
    """Return the records of the data folder, opened and brought up to date."""
    from toile.adapters.memory import share_heaps
    from toile.adapters.records.sql import SqlRecords
    from toile.adapters.system import SystemClock

    # Here, since every process opens them before it searches, draws or exports in threads.
    share_heaps()
    return SqlRecords.open(
        settings.records_url,
        now=SystemClock().now,
        tables=rights_tables,
        ledger_note=settings.folder / "ledger.head",
    )


def studio(settings: Settings) -> "Studio":
    """Return the wired verbs. No model, renderer or search engine is loaded until one is used."""
    from toile.adapters.exports.outgoing import InOrder, blank
    from toile.adapters.images.folder import ImageFolder
    from toile.adapters.jobs.durable import DurableJobs
    from toile.adapters.people.yaml_file import verb_table
    from toile.adapters.system import SystemClock
    from toile.adapters.vocabulary.market_languages import languages_of
    from toile.adapters.vocabulary.usage_words import load as usage_words
    from toile.domain.ids import BrandId
    from toile.workflow.answer_questions import AnswerQuestions
    from toile.workflow.ask_drafts import AskDrafts
    from toile.workflow.block_shot import BlockShot
    from toile.workflow.cast_shots import CastShots
    from toile.workflow.change_parts import ChangeParts
    from toile.workflow.contact_sheet import ContactSheet
    from toile.workflow.count_units import CountUnits
    from toile.workflow.draft_shot import DraftShot
    from toile.workflow.find_material import FindMaterial
    from toile.workflow.find_ways import FindWays
    from toile.workflow.hold_to_book import HoldToBook
    from toile.workflow.house import House
    from toile.workflow.leaving import Leaving
    from toile.workflow.may_we import MayWe
    from toile.workflow.owner import Owner
    from toile.workflow.owner_offers import OwnerOffers
    from toile.workflow.plan_shots import PlanShots
    from toile.workflow.publish import Publish
    from toile.workflow.regions import Regions
    from toile.workflow.release import Release
    from toile.workflow.review import Review
    from toile.workflow.revise import Revise
    from toile.workflow.share import Sharing
    from toile.workflow.show import Show
    from toile.workflow.studio import Studio
    from toile.workflow.understand import Understand
    from toile.workflow.verify import Verify
    from toile.workflow.who_may import WhoMay

    kept, clock, words = records(settings), SystemClock(), usage_words()
    images = ImageFolder(settings.folder / "images")
    originals = later(lambda: sealed_originals(settings))
    jobs = DurableJobs(kept.engine, clock.now)
    casts = CastShots(kept.registry, kept.world, clock, words)
    blocks = BlockShot(kept.registry, later(lambda: renderer(settings)), catalogue)
    chain = later(lambda: marker(settings))
    house = settings.brand

    paints = while_allowed(
        settings,
        lambda stopped: paint_shot(settings, blocks.renderer, kept.registry, jobs.turn, stopped),
    )
    door = DraftShot(
        casts=casts,
        pictures=make_picture(kept.drafts, images, originals, blocks, paints),
        measures=measure_draft,
        marker=chain,
        images=images,
        drafts=kept.drafts,
        ledger=kept.ledger,
        jobs=jobs,
        clock=clock,
        studio=settings.studio,
        house=house,
        languages=languages_of,
        style_of=mark_styles(settings),
    )
    library = later(lambda: guideline_library(settings))
    talks = later(lambda: interpreter(settings))
    reads = Understand(
        interpreter=talks,
        boards=kept.boards,
        clock=clock,
        words=words,
        house_brand=BrandId(house),
        brands=lambda: _brands(kept),
        people=kept.registry.twins,
    )
    finds = find_twins(settings, casts, reads)
    may_we = MayWe(casts, finds)
    answers = AnswerQuestions(library, may_we, WhoMay(casts, finds))
    parts = Regions(kept.drafts, blocks)
    places = rights_tables().territories.called()
    revise = Revise(
        talks,
        kept.boards,
        clock,
        casts,
        answers,
        may_we.elsewhere,
        reads.usage,
        vary_shot(clock),
        places,
        reply_of,
    )
    sheets = ContactSheet(kept.drafts, images, distances)
    plans = PlanShots(talks, FindMaterial(library), casts, kept.boards, clock)
    return Studio(
        understand=reads,
        plans=plans,
        ways=FindWays(casts, plans),
        finds=finds,
        prices=price_board(settings, casts),
        house=House(people(settings), verb_table()),
        casts=casts,
        material=FindMaterial(library),
        revise=revise,
        review=Review(kept.boards, kept.drafts, clock, kept.ledger),
        asks=AskDrafts(
            casts, kept.drafts, jobs, clock, door, lambda brand: _generator(settings, brand)
        ),
        draft_shot=door,
        shows=Show(kept.drafts, images, jobs, blocks, lighting_diagram),
        verifies=Verify(chain, kept.drafts, kept.registry, casts, images),
        releases=Release(
            casts=casts,
            drafts=kept.drafts,
            images=images,
            marker=chain,
            clock=clock,
            exporters=exporters(),
            studio=settings.studio,
            units=CountUnits(kept.counts, clock),
            languages=languages_of,
            spread=sheets.spread,
            turns=InOrder(settings.exports_at_once).turn,
            blank=lambda: blank(settings.folder),
        ),
        published=Publish(
            Leaving(casts, languages_of),
            kept.drafts,
            kept.ledger,
            clock,
            CountUnits(kept.counts, clock),
        ),
        shares=Sharing(
            shares=kept.shares,
            drafts=kept.drafts,
            ledger=kept.ledger,
            clock=clock,
            locks=_locks(),
            leaving=Leaving(casts, languages_of),
            studio=settings.studio,
        ),
        owner=Owner(
            registry=kept.registry,
            drafts=kept.drafts,
            ledger=kept.ledger,
            jobs=jobs,
            clock=clock,
            facts=kept.world,
            casts=casts,
            vault=later(lambda: twin_vault(settings)),
            originals=originals,
            boards=kept.boards,
        ),
        offers=OwnerOffers(
            kept.registry, kept.world, kept.drafts, images, originals, kept.ledger, clock
        ),
        looks=look_book(library),
        moods=moodboard(settings, clock),
        sheets=sheets,
        parts=parts,
        changes=ChangeParts(revise, kept.drafts, parts, catalogue),
        rules=HoldToBook(library, kept.drafts, kept.registry),
        reads=read_file,
        why_blocked=lambda brand: why_not_painting(settings, brand),
        _boards=kept.boards,
        _registry=kept.registry,
        _drafts=kept.drafts,
        _guidelines=library,
    )


def _locks() -> "Locks":
    from toile.adapters.locks.scrypt import ScryptLocks

    return ScryptLocks()


def _generator(settings: Settings, brand: str) -> "Generator":
    return "diffusers" if settings.painter and not why_not_painting(settings, brand) else "blocking"


def draw(settings: Settings, leave: Event, *, at_once: int | None = None) -> None:
    """Draw queued drafts in this process until ``leave`` is set; by default as many as it can."""
    from toile.adapters.jobs.durable import DurableJobs
    from toile.adapters.jobs.worker import Worker
    from toile.adapters.system import SystemClock
    from toile.workflow.sweep_originals import SweepOriginals

    made, clock = studio(settings), SystemClock()
    engine_url = settings.database_url or f"sqlite:///{settings.folder / 'jobs.db'}"
    jobs = DurableJobs(records(settings).engine, clock.now)
    door, me = made.draft_shot, clock.new_id("worker")
    sweep = SweepOriginals(made.owner.originals, door.drafts, made.owner.registry, clock)
    worker = Worker(jobs, door, door.drafts.draft, engine_url=engine_url, me=me, tidy=sweep)
    worker.work(leave, at_once=at_once or side_by_side(settings))


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


def today() -> "date":
    """Return the day by the studio's clock."""
    from toile.adapters.system import SystemClock

    return SystemClock().now().date()
