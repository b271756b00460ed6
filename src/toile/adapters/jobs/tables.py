"""The rows of drafting jobs and of the workers that do them; created by the records' migrations."""

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, String, Table, Text

metadata = MetaData()

job = Table(
    "job",
    metadata,
    Column("id", String, primary_key=True),
    Column("board", String, nullable=False, index=True),
    Column("shot", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("person", String, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("interactive", Boolean, nullable=False),
    # Fair order inside a class; see ``turns.py``.
    Column("turn", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("step", String, nullable=True),
    Column("share", Float, nullable=False),
    Column("say", Text, nullable=False),
    Column("forming", String(64), nullable=True),
    Column("stop", Boolean, nullable=False),
    Column("handed", Boolean, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("worker", String, nullable=True),
    Column("queued_at", String, nullable=False),
    Column("started_at", String, nullable=True),
    Column("changed_at", String, nullable=False),
    Column("seconds", Float, nullable=True),
    Column("body", Text, nullable=False),
)

worker = Table(
    "worker",
    metadata,
    Column("id", String, primary_key=True),
    Column("host", String, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("beat", String, nullable=False),
)
