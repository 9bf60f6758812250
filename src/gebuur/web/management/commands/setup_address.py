"""`gebuur setup_address`: where the first operator begins, while there is none."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse

from gebuur.web import setup_key


class Command(BaseCommand):
    help = (
        "Print the address of the set-up page with its one-time key, or nothing when it was used."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if setup_key.is_needed():
            self.stdout.write(
                f"{settings.SITE_ADDRESS}{reverse('setup')}?key={setup_key.read_key()}"
            )
