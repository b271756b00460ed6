"""Drafting jobs and the workers that do them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "job",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("board", sa.String, nullable=False, index=True),
        sa.Column("shot", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False, index=True),
        sa.Column("interactive", sa.Boolean, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("step", sa.String, nullable=True),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("say", sa.Text, nullable=False),
        sa.Column("forming", sa.String(64), nullable=True),
        sa.Column("stop", sa.Boolean, nullable=False),
        sa.Column("handed", sa.Boolean, nullable=False),
        sa.Column("starts", sa.Integer, nullable=False),
        sa.Column("worker", sa.String, nullable=True),
        sa.Column("queued_at", sa.String, nullable=False),
        sa.Column("started_at", sa.String, nullable=True),
        sa.Column("changed_at", sa.String, nullable=False),
        sa.Column("seconds", sa.Float, nullable=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "worker",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("host", sa.String, nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("beat", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("worker")
    op.drop_table("job")
