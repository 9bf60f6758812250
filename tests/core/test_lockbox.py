"""The box with three locks: any two keys open it, one key and everything that is stored open nothing."""

import itertools

import pytest

from gebuur.core import lockbox
from gebuur.core.lockbox import WrongKeys


@pytest.fixture(scope="module")
def box() -> lockbox.NewBox:
    return lockbox.make_box()


@pytest.mark.parametrize("pair", list(itertools.permutations(range(3), 2)))
def test_any_two_keys_open_it_in_any_order(box: lockbox.NewBox, pair: tuple[int, int]) -> None:
    sealed = lockbox.drop(box.public, b"\x01\x00", place="here", length=4)
    opened = lockbox.open_box(box.wraps, [box.keys[number] for number in pair])
    assert opened.take(sealed, place="here") == b"\x01\x00"


def test_a_key_is_read_as_people_type_it(box: lockbox.NewBox) -> None:
    one, two = (f" {key[:4].lower()}-{key[4:]} " for key in box.keys[:2])
    lockbox.open_box(box.wraps, [one, two])


def test_one_key_twice_a_wrong_one_or_none_opens_nothing(box: lockbox.NewBox) -> None:
    other = lockbox.make_box().keys[0]
    for typed in ([box.keys[0]] * 2, [box.keys[0], other], ["", ""], [box.keys[1], ""]):
        with pytest.raises(WrongKeys):
            lockbox.open_box(box.wraps, typed)


def test_an_envelope_that_was_moved_or_changed_cannot_be_read(box: lockbox.NewBox) -> None:
    sealed = lockbox.drop(box.public, b"\x01", place="Emine", length=2)
    opened = lockbox.open_box(box.wraps, box.keys[:2])
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for bad, place in ((sealed, "Joris"), (changed, "Emine")):
        with pytest.raises(WrongKeys):
            opened.take(bad, place=place)


def test_all_ballots_are_equally_long_and_no_two_are_alike(box: lockbox.NewBox) -> None:
    said = [b"", b"\x01", b"\x01\x02\x03", b"\x01"]
    sealed = [lockbox.drop(box.public, one, place="here", length=3) for one in said]
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == len(said)
    with pytest.raises(ValueError, match="4"):
        lockbox.drop(box.public, b"1234", place="here", length=3)
