"""What a person is told when the book is silent: what it names nowhere, and what comes nearest.

Belongs here: the sentences. Does not: how silence is decided (``ranking``).
"""

from toile.domain.guidelines import Found

SILENT = "The book does not say."
_MOST_WORDS = 3
# Less sure than this, the nearest passage has nothing to do with the question.
_NEAR = 0.1


def silence(unheard: tuple[str, ...], unnamed: tuple[str, ...], nearest: Found | None) -> str:
    """Return the sentences: ``unheard`` are the question's words, ``unnamed`` in English."""
    said = [SILENT]
    if unheard:
        said.append(f"These words were not understood: {', '.join(unheard)}.")
    named = [word for word in unnamed if word not in unheard][:_MOST_WORDS]
    if named:
        said.append(f"No page names {_listed(named)}.")
    if nearest and nearest.score >= _NEAR and nearest.citation.headings:
        where = nearest.citation
        said.append(f"The nearest it has stands under “{where.headings[-1]}” ({where}).")
    return " ".join(said)


def _listed(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join((", ".join(quoted[:-1]), quoted[-1]) if len(quoted) > 1 else quoted)
