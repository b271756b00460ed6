"""Books in, questions answered with citations, silence, and nothing lost between processes."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders_servers import a_chroma_server

from toile.adapters.documents.guarded import GuardedReader
from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.sample_world.brand_book import demo_brand_book
from toile.adapters.search.library import GuidelineLibrary, brand_key
from toile.domain.errors import (
    BadInput,
    DocumentUnreadable,
    NotFound,
    ServiceUnavailable,
    SettingMissing,
)

NOTES = b"# Light\nOne soft key light comes from the left.\n\n# Props\n- No sunglasses\n- No hats\n"


def library_in(folder: Path, chroma_url: str | None = None) -> GuidelineLibrary:
    return GuidelineLibrary(
        folder, reader=GuardedReader(), embedder=MiniLmEmbedder(), chroma_url=chroma_url
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> GuidelineLibrary:
    library = library_in(tmp_path_factory.mktemp("library"))
    name, data = demo_brand_book()
    library.add(data, name, "Maison Orel")
    return library


@pytest.fixture
def library(tmp_path: Path) -> GuidelineLibrary:
    return library_in(tmp_path)


@pytest.mark.parametrize(
    ("question", "page", "words"),
    [
        ("can we make her waist thinner in post", 7, "Body shape"),
        ("aspect ratio for Instagram", 10, "4:5"),
        ("#A63D2F", 5, "#A63D2F"),
        ("Wie alt müssen die Models mindestens sein?", 6, "21 or older"),
        ("Les lunettes de soleil sont-elles interdites ?", 8, "Sunglasses"),
        ("¿Se pueden blanquear los dientes?", 7, "teeth"),
        ("Quanto dura un video?", 12, "15 seconds"),
        ("Hur mycket kontrast behöver logotypen?", 9, "4.5:1"),
    ],
)
def test_a_question_is_answered_by_a_passage_of_the_book(
    demo: GuidelineLibrary, question: str, page: int, words: str
) -> None:
    found = demo.ask(question, "maison-orel")
    assert found[0].in_book
    assert (found[0].citation.page, words in found[0].citation.quote) == (page, True)


@pytest.mark.parametrize(
    "question",
    ["how do I reset my password", "what is our return policy", "Wie lautet die Telefonnummer?"],
)
def test_what_the_book_does_not_say_is_not_answered(demo: GuidelineLibrary, question: str) -> None:
    assert demo.ask(question, "maison-orel") == ()
    answer = demo.answer(question, "maison-orel")
    assert answer.say.startswith("The book does not say.")
    assert answer.nearest


def test_silence_tells_what_no_page_names_and_what_comes_nearest(
    library: GuidelineLibrary,
) -> None:
    library.add(NOTES, "book.md", "Orel")
    say = library.answer("what colour is the umbrella on the left", "orel").say
    assert say.startswith("The book does not say. No page names “colour” or “umbrella”.")
    say = library.answer("Darf ein Tätowierter eine Zigarette halten?", "orel").say
    assert say == "The book does not say. No page names “tattoo” or “cigarette”."


CHARTE = """# Plateau

- Un parent reste à portée de vue pendant toute la séance.
- Le flash direct est interdit.

# Chaussures

- Les chaussettes montent au-dessus de la cheville.

# Livraison

- Les images sont livrées huit jours après la prise de vue.
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Peut-on utiliser un flash direct ?", "flash direct"),
        ("is on-camera flash allowed", "flash direct"),
        ("can a parent stay on set", "Un parent"),
        ("which socks do they wear", "chaussettes"),
        ("Wann werden die Bilder geliefert?", "livrées"),
    ],
)
def test_a_book_in_another_language_answers_in_any(
    library: GuidelineLibrary, question: str, words: str
) -> None:
    library.add(CHARTE.encode(), "charte.md", "Orel")
    answer = library.answer(question, "orel")
    assert words in (answer.found or answer.nearest)[0].citation.quote


def test_a_library_made_ready_the_old_way_is_made_ready_anew(
    library: GuidelineLibrary, tmp_path: Path
) -> None:
    library.add(CHARTE.encode(), "charte.md", "Orel")
    library._vectors.forget_brand("orel", library._catalogue.generation())
    library._catalogue.set_fact("embedder", MiniLmEmbedder.name)
    opened = library_in(tmp_path)
    assert opened._vectors.count("orel", opened._catalogue.generation()) == 3
    assert opened.passages("charte.md")[0].language == "fr"


def test_another_brand_never_sees_the_book(demo: GuidelineLibrary) -> None:
    assert demo.ask("where does the key light come from", "Nordvik") == ()
    assert demo.listed("Nordvik") == ()


def test_the_same_file_again_changes_nothing(library: GuidelineLibrary) -> None:
    first = library.add(NOTES, "book.md", "Orel")
    assert library.add(NOTES, "book.md", "orel") == first


def test_a_changed_file_takes_the_place_of_its_passages(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    second = library.add(NOTES.replace(b"left", b"right"), "book.md", "Orel")
    assert second.version == 2
    quotes = [found.citation.quote for found in library.ask("which side is the key light", "orel")]
    assert any("right" in quote for quote in quotes)
    assert not any("left" in quote for quote in quotes)
    assert library.listed() == (second,)


def test_a_book_that_cannot_be_read_leaves_the_library_as_it_was(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    before = (library.listed(), library.passages("book.md"))
    with pytest.raises(DocumentUnreadable):
        library.add(b"%PDF-1.4 broken", "book.md", "Orel")
    with pytest.raises(DocumentUnreadable):
        library.add(b"# Only a heading", "book.md", "Orel")
    assert (library.listed(), library.passages("book.md")) == before
    assert library.ask("key light", "orel")


def test_a_removed_book_answers_nothing(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    library.remove("book.md")
    assert library.ask("key light", "orel") == ()
    with pytest.raises(NotFound):
        library.remove("book.md")


def test_one_name_under_two_brands_must_be_named_by_id(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    library.add(NOTES, "book.md", "Nordvik")
    with pytest.raises(BadInput, match="2 brands"):
        library.remove("book.md")


def test_the_index_is_made_again_from_the_catalogue(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    library._vectors.forget_brand("orel", library._catalogue.generation())
    assert library.rebuild() == 2
    assert library.ask("key light", "orel")


def test_an_index_that_was_lost_is_whole_again_at_the_next_question(
    library: GuidelineLibrary,
) -> None:
    library.add(NOTES, "book.md", "Orel")
    assert library.ask("key light", "orel")
    library._vectors.forget_brand("orel", library._catalogue.generation())
    assert library.ask("key light", "orel")[0].citation.quote.startswith("One soft key light")
    assert library._vectors.count("orel", library._catalogue.generation()) == 2


@pytest.mark.slow
def test_books_from_a_data_folder_are_found_by_meaning_on_a_server_named_later_and_back(
    library: GuidelineLibrary, tmp_path: Path
) -> None:
    library.add(NOTES, "book.md", "Orel")
    with a_chroma_server(tmp_path / "chroma") as url:
        served = library_in(tmp_path, chroma_url=url)
        assert served.ask("key light", "orel") == library.ask("key light", "orel")
        assert served._vectors.count("orel", 0) == 2
        served.add(NOTES, "second.md", "Orel")
    back = library_in(tmp_path)
    back.ask("key light", "orel")
    assert back._vectors.count("orel", back._catalogue.generation()) == 4


def test_pictures_and_the_file_itself_are_kept(demo: GuidelineLibrary) -> None:
    book = demo.listed()[0]
    assert demo.source(book.id).startswith(b"%PDF")
    assert len(demo.pictures(book.id, 5)) == 7


def test_an_empty_question_and_a_wrong_server_are_refused(
    library: GuidelineLibrary, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        library.answer("  ", "orel")
    with pytest.raises(SettingMissing, match="not the address"):
        GuidelineLibrary(
            tmp_path, reader=GuardedReader(), embedder=MiniLmEmbedder(), chroma_url="nonsense"
        )


def test_brands_are_compared_without_case_accents_or_hyphens() -> None:
    assert brand_key("Maison  Orél") == brand_key("maison-orel") == "maison-orel"


_ADDS = """
import sys
import time
from pathlib import Path
from toile.adapters.documents.guarded import GuardedReader
from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.search.library import GuidelineLibrary
library = GuidelineLibrary(Path(sys.argv[1]), reader=GuardedReader(), embedder=MiniLmEmbedder())
for no in range(int(sys.argv[3])):
    text = f"# Part {no}\\n{sys.argv[2]} rule {no}: the {sys.argv[2]} umbrella is kept closed.\\n"
    library.add(text.encode(), f"{sys.argv[2]}-{no}.md", "Orel")
"""


def test_an_open_library_sees_what_other_processes_add(library: GuidelineLibrary) -> None:
    library.add(NOTES, "book.md", "Orel")
    assert library.ask("key light", "orel")
    folder = str(library._catalogue._path.parent)
    others = [
        subprocess.Popen([sys.executable, "-c", _ADDS, folder, colour, "4"])
        for colour in ("green", "purple")
    ]
    assert [other.wait(120) for other in others] == [0, 0]
    assert len(library.listed("orel")) == 9
    now = library._catalogue.generation()
    near = library._vectors.count("orel", now)
    assert near == sum(book.passages for book in library.listed("orel"))
    for colour in ("green", "purple"):
        found = library.ask(f"may the {colour} umbrella be open", "orel", 5)
        assert any(colour in one.citation.quote for one in found)
        vector = library._asker._asked(f"{colour} umbrella").vector
        ids = library._vectors.near("orel", vector, 5, now)
        assert any(colour in row.passage.text for row in library._catalogue.rows(ids))


@pytest.mark.slow
def test_a_team_keeps_its_vectors_on_a_chroma_server(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "run", "--path", str(tmp_path / "server"), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.5)
        library = GuidelineLibrary(
            tmp_path / "library",
            reader=GuardedReader(),
            embedder=MiniLmEmbedder(),
            chroma_url=f"http://127.0.0.1:{port}",
        )
        library.add(NOTES, "book.md", "Orel")
        assert library.ask("where does the key light come from", "orel")
        library.remove("book.md")
        assert library.ask("where does the key light come from", "orel") == ()
    finally:
        server.terminate()
        server.wait(20)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    library = GuidelineLibrary(
        tmp_path,
        reader=GuardedReader(),
        embedder=MiniLmEmbedder(),
        chroma_url="http://127.0.0.1:9",
    )
    with pytest.raises(ServiceUnavailable, match=r"127\.0\.0\.1:9"):
        library.add(NOTES, "book.md", "Orel")
    assert library.listed() == ()
