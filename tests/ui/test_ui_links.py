import pytest

from toile.ui import links


def test_a_signed_name_leads_back_to_its_picture() -> None:
    url = links.picture_url("draft-1", "preview", "Noor", now=1000.0)
    name = url.removeprefix(links.PREFIX)
    assert links.read(name, now=1000.0) == links.Link("draft", "draft-1", "preview", "Noor")


def test_a_name_is_the_same_for_a_while_so_that_the_browser_can_keep_the_picture() -> None:
    first = links.picture_url("draft-1", "preview", "Noor", now=1000.0)
    assert first == links.picture_url("draft-1", "preview", "Noor", now=1100.0)


def test_a_name_ends_within_twenty_minutes() -> None:
    name = links.picture_url("draft-1", "full", "Noor", now=1000.0).removeprefix(links.PREFIX)
    assert links.read(name, now=1000.0 + 1201) is None


def test_a_name_for_one_picture_opens_no_other() -> None:
    one = links.picture_url("draft-1", "full", "Noor", now=0.0).removeprefix(links.PREFIX)
    two = links.picture_url("draft-2", "full", "Noor", now=0.0).removeprefix(links.PREFIX)
    forged = f"{two.partition('.')[0]}.{one.partition('.')[2]}"
    assert links.read(forged, now=0.0) is None


@pytest.mark.parametrize("name", ["", ".", "nonsense", "a.b", "..", "%2e%2e/etc/passwd", "ü.é"])
def test_what_was_never_signed_is_refused(name: str) -> None:
    assert links.read(name) is None
