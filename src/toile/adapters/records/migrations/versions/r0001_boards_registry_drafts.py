"""Boards, registry, drafts, ledger and counts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    _boards()
    _registry()
    _drafts()
    _ledger()
    _counts()


def downgrade() -> None:
    """Drop them again."""
    for name in (
        "reservation",
        "unit_count",
        "ledger_twin",
        "ledger",
        "draft_twin",
        "draft",
        "consent",
        "revocation",
        "licence",
        "twin",
        "board_revision",
        "board",
    ):
        op.drop_table(name)


def _boards() -> None:
    op.create_table(
        "board",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("brand", sa.String, nullable=False, index=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("shots", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.String, nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
    )
    op.create_table(
        "board_revision",
        sa.Column("board", sa.String, sa.ForeignKey("board.id"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )


def _registry() -> None:
    op.create_table(
        "twin",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "licence",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("twin", sa.String, nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "revocation",
        sa.Column("licence", sa.String, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "consent",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("twin", sa.String, nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("board", sa.String, nullable=False, index=True),
        sa.Column("mark", sa.String(16), nullable=False, unique=True),
        sa.Column("drafted_at", sa.String, nullable=False, index=True),
        sa.Column("quarantined", sa.String, nullable=True),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "draft_twin",
        sa.Column("draft", sa.String, sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("twin", sa.String, primary_key=True, index=True),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "ledger_twin",
        sa.Column("number", sa.Integer, sa.ForeignKey("ledger.number"), primary_key=True),
        sa.Column("twin", sa.String, primary_key=True, index=True),
    )


def _counts() -> None:
    op.create_table(
        "unit_count",
        sa.Column("licence", sa.String, primary_key=True),
        sa.Column("taken", sa.Integer, nullable=False),
    )
    op.create_table(
        "reservation",
        sa.Column("licence", sa.String, sa.ForeignKey("unit_count.licence"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("quantity", sa.Integer, nullable=False),
        sa.Column("until", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
    )
