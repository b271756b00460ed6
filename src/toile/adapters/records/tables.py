"""The tables as they stand after the newest migration: few columns, and the document beside them.

A column exists only because something asks for rows by it; the truth is ``body``, the value's JSON.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

board = Table(
    "board",
    metadata,
    Column("id", String, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("brand", String, nullable=False, index=True),
    Column("title", String, nullable=False),
    Column("shots", Integer, nullable=False),
    Column("changed_at", String, nullable=False),
    Column("demo", Boolean, nullable=False),
)

board_revision = Table(
    "board_revision",
    metadata,
    Column("board", String, ForeignKey("board.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

twin = Table(
    "twin",
    metadata,
    Column("id", String, primary_key=True),
    Column("body", Text, nullable=False),
)

licence = Table(
    "licence",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("twin", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

# A licence never changes; that it was revoked or suspended is a fact beside it.
revocation = Table(
    "revocation",
    metadata,
    Column("licence", String, primary_key=True),
    Column("body", Text, nullable=False),
)

consent = Table(
    "consent",
    metadata,
    Column("id", String, primary_key=True),
    Column("twin", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("id", String, primary_key=True),
    Column("board", String, nullable=False, index=True),
    # 64 bits unsigned do not fit a signed column: 16 hex digits.
    Column("mark", String(16), nullable=False, unique=True),
    Column("drafted_at", String, nullable=False, index=True),
    Column("quarantined", String, nullable=True),
    Column("entry", Integer, nullable=False),
    Column("line", Text, nullable=False),
    Column("body", Text, nullable=False),
)

draft_twin = Table(
    "draft_twin",
    metadata,
    Column("draft", String, ForeignKey("draft.id"), primary_key=True),
    Column("twin", String, primary_key=True, index=True),
)

ledger = Table(
    "ledger",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

ledger_twin = Table(
    "ledger_twin",
    metadata,
    Column("number", Integer, ForeignKey("ledger.number"), primary_key=True),
    Column("twin", String, primary_key=True, index=True),
)

# Units of a licence already taken: committed ones, and reserved ones that have not lapsed.
unit_count = Table(
    "unit_count",
    metadata,
    Column("licence", String, primary_key=True),
    Column("taken", Integer, nullable=False),
)

reservation = Table(
    "reservation",
    metadata,
    Column("licence", String, ForeignKey("unit_count.licence"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("quantity", Integer, nullable=False),
    Column("until", String, nullable=False),
    Column("state", String, nullable=False),
)

# What other parties hold on a twin: exclusivities, options, bookings.
claim = Table(
    "claim",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String, nullable=False),
    Column("twin", String, nullable=True, index=True),
    Column("body", Text, nullable=False),
)

# Payment, first use and approvals under a licence; its counts are reservations.
licence_state = Table(
    "licence_state",
    metadata,
    Column("licence", String, primary_key=True),
    Column("body", Text, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("affiliates", Text, nullable=False),
)

# Review links are found by the hash of their token; the token itself is nowhere.
share = Table(
    "share",
    metadata,
    Column("id", String, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("board", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

wrong_guess = Table(
    "wrong_guess",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at_what", String, nullable=False, index=True),
    Column("at", String, nullable=False),
)
