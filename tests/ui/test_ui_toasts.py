"""What is said in passing is seen, once, also where the page is made anew right after."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from toile.ui import toasts

    if st.button("Cancel"):
        toasts.toast("Stopped.", icon=":material/stop_circle:")
        st.rerun()
    st.write("The page")
    toasts.show()


def test_words_said_before_the_page_is_made_anew_are_shown_by_the_next_and_by_no_other() -> None:
    page = AppTest.from_function(_page).run()
    assert not page.toast
    page.button[0].click().run()
    assert [one.value for one in page.toast] == ["Stopped."]
    page.run()
    assert not page.toast


def _review() -> None:
    from datetime import UTC, datetime

    import streamlit as st

    from toile.domain.board import Verdict
    from toile.domain.ids import DraftId
    from toile.ui import toasts
    from toile.ui.components import review as parts
    from toile.workflow.guests import ReviewBoard, ReviewPicture

    answers = st.session_state.setdefault("answers", {})
    board = ReviewBoard(
        title="Autumn",
        by="Noor",
        mode="comment",
        until="14 December",
        pictures=tuple(
            ReviewPicture(
                shot=f"s{no}",
                version=1,
                no=no,
                title=f"the turn {no}",
                aspect="4:5",
                draft=None if no == 3 else DraftId(f"{no:064d}"),
                verdict=answers.get(no),
                comments=(),
            )
            for no in (1, 2, 3, 4)
        ),
    )
    one = parts.chosen(board)
    st.write(f"Looking at {one.no}")
    if st.button("Approve"):
        answers[one.no] = Verdict(
            version=1, answer="approved", by="Ana", at=datetime(2026, 11, 24, tzinfo=UTC), image="a"
        )
        parts.answered(board, one, "approved")
        st.rerun()
    toasts.show()


def test_an_answer_is_heard_and_turns_to_the_next_picture_that_may_be_seen_and_waits() -> None:
    page = AppTest.from_function(_review).run()
    seen = []
    for _ in range(3):
        seen.append(page.markdown[0].value)
        page.button[0].click().run()
        assert not page.exception
    assert seen == ["Looking at 1", "Looking at 2", "Looking at 4"]
    assert page.markdown[0].value == "Looking at 4"
    assert [one.value for one in page.toast] == ["Approved: 4 The turn 4"]
