"""How numpy's threads are shared; what else vectors.py does shows in the tests of its users."""

import threading

import pytest
from threadpoolctl import threadpool_info

from organizer.vectors import one_blas_thread


def blas_threads() -> set[int]:
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def _needs_threads():
    if blas_threads() <= {1}:
        pytest.skip("numpy has one thread, or none that can be limited, anyway")


def test_numpy_has_all_its_threads_again_when_the_last_leaves():
    usual = blas_threads()
    is_within, may_leave = threading.Event(), threading.Event()

    def work() -> None:
        with one_blas_thread():
            is_within.set()
            may_leave.wait(60)

    first = threading.Thread(target=work)
    first.start()
    assert is_within.wait(60)
    # The second enters while the first is within, and leaves after it.
    with one_blas_thread():
        may_leave.set()
        first.join()
        assert blas_threads() == {1}
    assert blas_threads() == usual
