"""Who voted what: an attacker with everything we store, and more, does no better than who guesses.

She has every table after every single vote, the server's own keys, the times of an access log, and the ballots as
the count publishes them. The same attack on envelopes that the server could open, or that keep the order of
arrival, finds nearly everybody: so the attack is alive.
"""

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.models import Box, Envelope, RollEntry
from gebuur.apps.chronicle.models import Line
from gebuur.core import crypto, lockbox
from tests import cast
from tests.voting import make_vote

VOTERS, ROUNDS = 50, 100
Seal = Callable[[bytes, str], bytes]
Guess = Callable[[Sequence[bytes], Sequence[bytes]], Iterable[bytes | None]]


def by_arrival(_envelopes: Sequence[bytes], published: Sequence[bytes]) -> Iterable[bytes]:
    """The order of rows, of backups and of the access log are one: that of arrival."""
    return published


def by_bytes(envelopes: Sequence[bytes], published: Sequence[bytes]) -> Iterable[bytes]:
    """The smallest envelope holds the ballot that stands first."""
    rank = {
        at: number
        for number, at in enumerate(sorted(range(len(envelopes)), key=envelopes.__getitem__))
    }
    return [published[rank[at]] for at in range(len(envelopes))]


def by_length(envelopes: Sequence[bytes], published: Sequence[bytes]) -> Iterable[bytes]:
    """The shortest envelope holds the shortest ballot."""
    order = sorted(range(len(envelopes)), key=lambda at: len(envelopes[at]))
    fullest = sorted(published, key=lambda one: len(one.rstrip(b"\0")))
    return [one for _at, one in sorted(zip(order, fullest, strict=True))]


def by_opening(envelopes: Sequence[bytes], published: Sequence[bytes]) -> Iterable[bytes | None]:
    """Open it with the server's own keys, or read it as it is; else take any."""
    return [_opened(one) or published[at] for at, one in enumerate(envelopes)]


def _opened(envelope: bytes) -> bytes | None:
    if envelope.startswith(b"plain:"):
        return envelope.removeprefix(b"plain:")
    try:
        return bytes.fromhex(crypto.unseal(envelope.decode(), place="here"))
    except (crypto.SealBroken, UnicodeDecodeError, ValueError):
        return None


ATTACKS: tuple[Guess, ...] = (by_arrival, by_bytes, by_length, by_opening)


def share_found(seal: Seal, *, is_mixed: bool = True) -> float:
    """How many of all voters the best attack links to their ballot."""
    chance = random.Random(20261128)  # noqa: S311 - an attack that can be repeated
    found = dict.fromkeys(ATTACKS, 0)
    for _round in range(ROUNDS):
        ballots = [number.to_bytes(2, "big") for number in chance.sample(range(60_000), VOTERS)]
        envelopes = [seal(one, "here") for one in ballots]
        published = sorted(ballots) if is_mixed else ballots
        for attack in ATTACKS:
            guessed = attack(envelopes, published)
            found[attack] += sum(a == b for a, b in zip(guessed, ballots, strict=True))
    return max(found.values()) / (VOTERS * ROUNDS)


def for_the_box() -> Seal:
    """Seal as a vote does, for one box."""
    public = lockbox.make_box().public
    return lambda one, place: lockbox.drop(public, one, place=place, length=2)


def test_envelopes_link_nobody_better_than_chance() -> None:
    assert share_found(for_the_box()) <= 1 / VOTERS + 0.01


def by_the_server(content: bytes, place: str) -> bytes:
    return crypto.seal(content.hex(), place=place).encode()


def by_nobody(content: bytes, _place: str) -> bytes:
    return b"plain:" + content


@pytest.mark.parametrize("seal", [by_the_server, by_nobody])
def test_the_same_attack_reads_what_the_server_could_read(seal: Seal) -> None:
    assert share_found(seal) > 0.95


def test_the_same_attack_links_ballots_that_keep_the_order_of_arrival() -> None:
    assert share_found(for_the_box(), is_mixed=False) > 0.95


def everything() -> dict[str, Any]:
    """Every row of every table as it is stored, sealed fields opened, and the bytes of each envelope."""
    rows: dict[str, Any] = {}
    for model in apps.get_models():
        if model._meta.managed and not model._meta.proxy:
            for row in json.loads(serializers.serialize("json", model._default_manager.all())):
                rows[f"{row['model']} {row['pk']}"] = row["fields"]
    return rows


def differences(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    changed = {name for name in after if after[name] != before.get(name)}
    return {name.partition(" ")[0] for name in changed | (before.keys() - after.keys())}


@pytest.mark.django_db
def test_a_backup_after_every_vote_shows_who_came_and_not_what_she_chose() -> None:
    """Two backups differ in one envelope and in nothing else; no row anywhere holds a code or a choice."""
    vote = make_vote(cast.make_place())
    voters = [vote.voter(name) for name in ("Godelieve Maes", "Emine Kaya", "Joris Claes")]
    lines, before = Line.objects.count(), everything()
    lengths = set()
    for number, (entry, code) in enumerate(voters):
        vote.cast(code, number % 3)
        after = everything()
        assert differences(before, after) == {"budget.envelope"}
        lengths.add(len(bytes(Envelope.objects.get(entry=entry).sealed)))
        before = after
    assert (len(lengths), Line.objects.count()) == (1, lines)
    stored = json.dumps(before)
    box = Box.objects.get()
    for secret in (*vote.keys, *(code.replace("-", "")[4:] for _entry, code in voters)):
        assert secret not in stored
    for envelope in Envelope.objects.all():
        assert envelope.pk.version == 4, "its number tells no time"
        assert _opened(bytes(envelope.sealed)) is None
        for pair in (
            [settings.SECRET_KEY, next(iter(settings.NOTE_KEYS))],
            [vote.keys[0], vote.keys[0]],
        ):
            with pytest.raises(lockbox.WrongKeys):
                lockbox.open_box(box.wraps, pair)
    vote.count()
    left = json.dumps(everything())
    assert not re.search(r"budget\.envelope|budget\.paperballot", left)


@pytest.mark.django_db
def test_the_last_ballot_counts_whatever_was_forced_before() -> None:
    """Scripts of voting over and over, now and then a paper ballot: what comes out is each one's last word."""
    vote, chance = make_vote(cast.make_place()), random.Random(24)  # noqa: S311 - the same scripts every time
    last: list[set[str]] = []
    for number in range(12):
        entry, code = vote.voter(f"Buur {number}")
        chosen: list[int] = []
        for _again in range(chance.randint(1, 4)):
            chosen = chance.sample(range(3), chance.randint(0, 3))
            vote.cast(code, *chosen)
        if number % 4 == 3:
            actions.hand_out_paper(entry, actor=vote.nele, now=timezone.now())
        else:
            last.append({vote.proposals[one].title for one in chosen})
    assert sorted(map(sorted, vote.count())) == sorted(map(sorted, last))
    assert RollEntry.objects.filter(paper_given=True).count() == 3
