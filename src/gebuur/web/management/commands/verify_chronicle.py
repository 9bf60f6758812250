"""`gebuur verify-chronicle`: was any line of the chronicle changed, taken away or put in between?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gebuur.apps.chronicle.queries import verify
from gebuur.apps.neighbourhood.models import Neighbourhood


class Command(BaseCommand):
    help = "Follow the hash chain of every neighbourhood; exit 1 when one is broken."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = []
        for place in Neighbourhood.objects.order_by("slug"):
            verdict = verify(place)
            if verdict.is_whole:
                self.stdout.write(f"{place.slug}: {verdict.lines} lines, whole")
            else:
                broken.append(f"{place.slug}: broken at line {verdict.broken_at}")
        if broken:
            raise CommandError("\n".join(broken), returncode=1)
