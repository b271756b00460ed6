from toile.adapters.locks.scrypt import ScryptLocks

LOCKS = ScryptLocks()


def test_a_token_has_more_than_128_bits_and_never_comes_twice() -> None:
    tokens = {LOCKS.token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(len(token) >= 43 for token in tokens)


def test_a_password_opens_what_it_sealed_and_nothing_else_does() -> None:
    sealed = LOCKS.seal("camel & écru")
    assert LOCKS.opens("camel & écru", sealed)
    assert not LOCKS.opens("camel & ecru", sealed)
    assert "camel" not in sealed


def test_the_same_password_is_sealed_differently_each_time() -> None:
    assert LOCKS.seal("the same one") != LOCKS.seal("the same one")
