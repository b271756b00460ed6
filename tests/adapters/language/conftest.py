"""What the tests of language share: an endpoint that answers as it is told, faults included."""

from collections.abc import Iterator

import builders_fault_server as faults
import pytest


@pytest.fixture
def server() -> Iterator[faults.FaultServer]:
    one = faults.FaultServer()
    yield one
    one.close()
