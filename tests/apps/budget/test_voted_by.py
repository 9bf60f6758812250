"""What people vote on and by: the text that was handed in, and the frame that both sides signed before."""

import pytest
from django.test import Client
from django.utils import timezone

from gebuur.apps.budget import actions
from gebuur.apps.budget.queries import Resident
from gebuur.apps.initiatives.permissions import Seat
from gebuur.apps.neighbourhood.models import Neighbourhood, Role
from tests import cast
from tests.voting import after, make_voting_round

pytestmark = pytest.mark.django_db
STREET = "Speelstraat in juli"


def test_people_vote_on_what_was_handed_in_and_not_on_what_was_written_since(
    place: Neighbourhood,
) -> None:
    now, nele = timezone.now(), cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = make_voting_round(place, nele)
    street = one.proposals.get(title=STREET)
    seat = Seat(street.group.members.get())
    actions.write_proposal(street, actor=seat, now=now, title="Gratis straat")
    actions.write_cost(street, street.costs.get(), actor=seat, now=now, once_cents=100)
    keys, entry = actions.open_vote(one, actor=nele, now=now), Resident("Godelieve Maes")
    voter = actions.add_to_roll(one, entry, actor=nele, now=now)
    code = actions.give_code(voter, way="slip", actor=nele, now=now)
    ballot = Client().post(f"/budget/{one.pk}/vote/", {"code": code}).content.decode()
    assert "Gratis straat" not in ballot
    assert 'data-cents="1400000"' in ballot
    actions.cast_ballot(one, {street.pk.hex: 1}, code=code, now=now)
    count = actions.count_box(one, (keys[0], keys[1]), actor=nele, now=after(one))
    told = {row["title"]: row["cents"] for row in count.result["projects"]}
    assert told == {STREET: 1_400_000}


def test_while_people_vote_the_way_of_voting_stays(place: Neighbourhood) -> None:
    now, nele = timezone.now(), cast.make_staff(place, "Nele", role=Role.COORDINATOR)
    one = make_voting_round(place, nele)
    els = one.frames.latest("number").authority_by
    assert els is not None
    actions.change_round(one, actor=nele, ballot="knapsack")
    waits = actions.draw_up_frame(one, actor=nele, why="Anders stemmen", now=now)
    actions.open_vote(one, actor=nele, now=now)
    with pytest.raises(actions.VoteGoesOn):
        actions.sign_for_authority(waits, actor=els, digest=waits.digest, now=now)
    actions.change_round(one, actor=nele, pot_cents=1)
    page = cast.sign_in(nele).post(
        f"/staff/budget/{one.pk}/", {"act": "draw", "why": "Minder geld"}
    )
    assert "Mensen stemmen nu." in page.content.decode()
    actions.change_round(
        one, actor=nele, pot_cents=2_000_000, ballot="approval", contact_name="Karim"
    )
    actions.draw_up_frame(one, actor=nele, why="Iemand anders aan de lijn", now=now)
