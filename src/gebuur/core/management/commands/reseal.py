"""`gebuur reseal`: seal every note, and what second locks are made of, again with the newest key."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from gebuur.core.crypto import LOCKS, SealBroken, Sealed, SealedTextField, seal, unseal


class Command(BaseCommand):
    help = "Seal every note again with the first key of GEBUUR_NOTE_KEYS. Safe while people work."

    def handle(self, *args: Any, **options: Any) -> None:
        newest = next(iter(settings.NOTE_KEYS))
        changed, broken = 0, 0
        for model, field in sealed_fields():
            rows = model._base_manager.values_list("pk", field.attname)  # noqa: SLF001 - documented by Django
            for row, value in rows.iterator(chunk_size=500):
                if not value or value.startswith(f"v1:{newest}:"):
                    continue
                try:
                    changed += reseal(model, field, row, value)
                except SealBroken as where:
                    broken += 1
                    self.stderr.write(f"cannot open {where}")
        changed += reseal_locks(newest)
        self.stdout.write(f"{changed} notes sealed again with key {newest}.")
        if broken:
            raise CommandError(
                f"{broken} notes did not open. Keep every old key, and look for the missing one."
            )


def sealed_fields() -> list[tuple[type[models.Model], SealedTextField]]:
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, SealedTextField)
    ]


def reseal(model: type[models.Model], field: SealedTextField, row: object, value: Sealed) -> int:
    """Replace one sealed value, unless somebody wrote a new one in the meantime."""
    place = field.place_of(row)
    fresh = seal(unseal(value, place=place), place=place)
    same = model._base_manager.filter(pk=row, **{field.attname: value})  # noqa: SLF001 - as above
    return same.update(**{field.attname: fresh})


def reseal_locks(newest: str) -> int:
    """The secrets of apps and spare codes; they stand inside JSON, so each row is taken by itself."""
    changed = 0
    for row in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).values_list("pk"):
        with transaction.atomic():
            lock = Authenticator.objects.select_for_update().get(pk=row[0])
            name = "secret" if "secret" in lock.data else "seed"
            value = lock.data.get(name, "")
            if value and not value.startswith(f"v1:{newest}:"):
                lock.data[name] = seal(unseal(value, place=LOCKS), place=LOCKS)
                lock.save(update_fields=["data"])
                changed += 1
    return changed
