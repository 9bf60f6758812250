"""`gebuur forget_second_factor EMAIL`: for somebody who lost her phone and her spare codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError

from gebuur.apps.accounts.models import User


class Command(BaseCommand):
    help = (
        "Take the app, the passkeys and the spare codes of an account away, and sign it out everywhere. "
        "First make sure, face to face, that it is really this person who asks."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].strip().lower()).first()
        if user is None:
            raise CommandError(f"Nobody signs in with {options['email']}.")
        Authenticator.objects.filter(user=user).delete()
        for session in Session.objects.all().iterator():
            if session.get_decoded().get("_auth_user_id") == str(user.pk):
                session.delete()
        self.stdout.write("Done. At the next sign-in a new app or passkey is asked.")
