"""`gebuur demo`: a made-up neighbourhood to look at, the same for one seed and day."""

import datetime as dt
import random
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation

from gebuur.apps.neighbourhood.models import Neighbourhood, Person
from gebuur.web.demo import people, places
from gebuur.web.demo.allowances import make_allowances
from gebuur.web.demo.asking import make_strangers
from gebuur.web.demo.at_odds import be_at_odds
from gebuur.web.demo.beside import stand_beside
from gebuur.web.demo.bridges import build_bridges
from gebuur.web.demo.budget_proposals import begin_bench
from gebuur.web.demo.budget_rounds import run_budget, signer_of, speaker_of_town
from gebuur.web.demo.budget_story import tell_last_year
from gebuur.web.demo.budget_vote import run_small_vote
from gebuur.web.demo.cases import write_cases
from gebuur.web.demo.deciding import let_groups_decide
from gebuur.web.demo.first_tasks import make_first_tasks
from gebuur.web.demo.going import make_going
from gebuur.web.demo.group_work import work_in_groups
from gebuur.web.demo.groups_seen import see_groups
from gebuur.web.demo.history import Story
from gebuur.web.demo.initiatives import begin_groups
from gebuur.web.demo.mirror import name_switch
from gebuur.web.demo.past_workshop import hold_workshop
from gebuur.web.demo.present import make_present
from gebuur.web.demo.pulses import feel_pulses
from gebuur.web.demo.staff import LOGINS, Staff, make_staff
from gebuur.web.demo.standing_still import stand_still
from gebuur.web.demo.voices import hear_voices
from gebuur.web.demo.week import lay_week
from gebuur.web.demo.workshops import make_workshop

PEOPLE = 1_200
VOLUNTEERS_PER_THOUSAND = 75
PEOPLE_PER_TILE = 1_200
STEPS = 6
FEWEST, MOST = 50, 1_000_000


class Command(BaseCommand):
    help = "Make the demo neighbourhood De Vlasbloem (once), and say who can sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=int, default=PEOPLE, help="how many neighbours")
        parser.add_argument(
            "--seed", default="vlasbloem", help="another seed, another neighbourhood"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not FEWEST <= options["people"] <= MOST:
            raise CommandError(f"--people must be between {FEWEST} and {MOST}.")
        if Neighbourhood.objects.filter(slug="vlasbloem").exists():
            if options["people"] != PEOPLE:
                raise CommandError(
                    "There is a demo already. Use an empty GEBUUR_HOME for another one."
                )
        else:
            with translation.override("nl"):
                self._make(options["people"], seed=options["seed"])
        self.stdout.write(f"Demo logins, one press each on {settings.SITE_ADDRESS}/demo/ :")
        for email, who in LOGINS:
            self.stdout.write(f"  {email:<28} {who}")

    @transaction.atomic
    def _make(self, count: int, *, seed: str) -> None:
        rng = random.Random(f"{seed}:{count}")  # noqa: S311 - a story, not a secret
        now = timezone.localtime()  # the days of the story are days here, also after midnight
        self._bar(0, "streets")
        place, doors = places.make_quarter(tiles=max(1, count // PEOPLE_PER_TILE), rng=rng)
        self._bar(1, "neighbours")
        staff = make_staff(place, now=now)
        neighbours = people.make_people(place, doors, count=count, rng=rng, now=now)
        self._bar(2, "volunteers")
        offers = people.make_offers(
            place,
            neighbours,
            count=max(20, count * VOLUNTEERS_PER_THOUSAND // 1_000),
            rng=rng,
            now=now,
        )
        self._bar(3, "ten weeks")
        Story(place, neighbours, offers, staff.professional, rng=rng, now=now).play()
        name_switch(place, staff.coordinator, now=now)
        self._bar(4, "today")
        make_present(place, staff, neighbours, rng=rng, now=now)
        make_going(place, staff.professional, rng=rng, now=now)
        make_first_tasks(place, staff.professional, rng=rng, now=now)
        make_allowances(place, staff.coordinator, rng=rng, now=now)
        lay_week(place, staff.professional, now=now)
        stand_still(staff.professional, now=now)
        see_groups(staff.professional, now=now)
        make_workshop(staff.professional, now=now)
        hear_voices(staff.professional, now=now)
        feel_pulses(staff.professional, now=now)
        write_cases(staff.professional, staff.coordinator, now=now)
        hold_workshop(staff.professional, now=now)
        _make_groups(place, neighbours, staff, now=now)
        self._bar(5, "the neighbourhood next door")
        make_strangers(now=now)
        self._bar(STEPS, "ready")

    def _bar(self, done: int, what: str) -> None:
        """Show how far we are; on a terminal the bar stays on one line."""
        bar = "█" * (done * 4) + "░" * ((STEPS - done) * 4)
        end = "\r" if sys.stdout.isatty() and done < STEPS else "\n"
        self.stdout.write(f"  {bar} {what:<30}", ending=end)
        self.stdout.flush()


def _make_groups(
    place: Neighbourhood, neighbours: list[Person], staff: Staff, *, now: dt.datetime
) -> None:
    """Groups, what they do and decide, who stands beside them, what streets are at odds about, and their budget."""
    an = staff.professional
    groups = begin_groups(place, an, now=now)
    stand_beside(groups.molenstraat, groups.garden, an, now=now)
    work_in_groups(groups, now=now)
    let_groups_decide(groups, now=now)
    build_bridges(groups.molenstraat, an, now=now)
    be_at_odds(an, neighbours, now=now)
    nele = staff.coordinator
    sides = (nele, speaker_of_town(place, now=now), signer_of(place))
    tell_last_year(sides, groups, now=now)
    one = run_budget(sides, an, now=now)
    begin_bench(one, groups.molenstraat, now=now)
    run_small_vote(sides, groups.molenstraat, now=now)
