"""Counting units of a licence: reserve, then commit or release; pure values.

Belongs here: the rule that a store must keep in one atomic conditional update. Does not: a store.

The contract of a store, for one licence: ``reserve`` succeeds exactly when ``Counter.reserved``
returns a counter; two at once must see each other. ``commit`` turns a reservation into used units
and remembers its key; ``release`` gives it back. The same key never counts twice.
"""

from datetime import datetime

from toile.domain.days import Instant
from toile.domain.values import Value


class Reservation(Value):
    """Units set aside under an idempotency key until they are used, released or run out."""

    key: str
    qty: int
    expires_at: Instant | None = None

    def live(self, instant: datetime) -> bool:
        """Say whether the reservation still holds."""
        return self.expires_at is None or instant < self.expires_at


class Counter(Value):
    """Units used and set aside; ``limit`` ``None`` is without a limit."""

    limit: int | None
    used: int = 0
    reservations: tuple[Reservation, ...] = ()
    counted_keys: tuple[str, ...] = ()

    def free(self, instant: datetime, key: str | None = None) -> int | None:
        """Return the units left for ``key``, live reservations of others taken off."""
        if self.limit is None:
            return None
        held = sum(r.qty for r in self.reservations if r.key != key and r.live(instant))
        return self.limit - self.used - held

    def fits(self, quantity: int, instant: datetime, key: str | None = None) -> bool:
        """Say whether the quantity is free, or was counted under this key before."""
        if key is not None and key in self.counted_keys:
            return True
        free = self.free(instant, key)
        return free is None or quantity <= free

    def reserved(
        self, key: str, quantity: int, instant: datetime, until: datetime
    ) -> "Counter | None":
        """Return the counter with the units set aside, or ``None`` when they are not free."""
        if quantity < 0 or not self.fits(quantity, instant, key):
            return None
        if key in self.counted_keys:
            return self
        others = tuple(r for r in self.reservations if r.key != key and r.live(instant))
        mine = Reservation(key=key, qty=quantity, expires_at=until)
        return self.model_copy(update={"reservations": (*others, mine)})

    def committed(self, key: str) -> "Counter":
        """Return the counter with the reservation used; a key counted before changes nothing."""
        mine = next((r for r in self.reservations if r.key == key), None)
        if mine is None or key in self.counted_keys:
            return self
        return self.model_copy(
            update={
                "used": self.used + mine.qty,
                "reservations": tuple(r for r in self.reservations if r.key != key),
                "counted_keys": (*self.counted_keys, key),
            }
        )

    def released(self, key: str) -> "Counter":
        """Return the counter without the reservation."""
        return self.model_copy(
            update={"reservations": tuple(r for r in self.reservations if r.key != key)}
        )
