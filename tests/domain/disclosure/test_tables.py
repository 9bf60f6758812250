"""What is hidden cannot be worked out from what is shown and the total."""

from hypothesis import given
from hypothesis import strategies as st

from gebuur.domain.disclosure import gather, protect

COUNTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 40), max_size=9
)


@given(COUNTS, st.integers(2, 10))
def test_every_row_of_a_gathered_table_is_large_enough_and_nobody_is_lost(
    counts: dict[str, int], minimum: int
) -> None:
    alone, rest = gather(counts, minimum=minimum)
    together = sum(counts[group] for group in rest)
    assert all(counts[group] >= minimum for group in alone)
    assert not rest or together >= minimum
    if sum(counts.values()) >= minimum:
        assert sum(counts[group] for group in alone) + together == sum(counts.values())
    else:
        assert (alone, rest) == ([], [])


@given(COUNTS, st.integers(2, 10))
def test_hidden_cells_have_company_and_are_many_together(
    counts: dict[str, int], minimum: int
) -> None:
    shown = protect(counts, minimum=minimum)
    hidden = [counts[key] for key, count in shown.items() if count is None]
    assert all(count is None or count >= minimum for count in shown.values())
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(hidden) >= minimum


def test_nothing_is_hidden_where_everything_is_large() -> None:
    assert protect({"nl": 20, "fr": 9}) == {"nl": 20, "fr": 9}
    assert gather({"nl": 20, "fr": 9}) == (["nl", "fr"], [])


def test_of_equal_groups_the_last_in_the_alphabet_gives_company() -> None:
    assert protect({"a": 9, "b": 9, "c": 1}) == {"a": 9, "b": None, "c": None}
