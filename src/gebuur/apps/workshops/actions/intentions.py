"""One's own intention, sent to oneself. It is kept nowhere: not in the session, not in the outbox."""

import datetime as dt
import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from gebuur.apps.workshops.models import Session
from gebuur.core.errors import RuleBroken
from gebuur.core.limits import may_try
from gebuur.core.tokens import hashed

MAILS_OF_ONE_SEAT = 3
MAILS_OF_EVERYBODY = 300
log = logging.getLogger(__name__)


class MailNotSent(RuleBroken):
    """The mail cannot leave now; what was typed is still there."""


def mail_intention(
    session: Session, *, secret: str, email: str, text: str, due_on: dt.date, calendar: bytes
) -> None:
    """Send an intention to the one who wrote it, at once, with the day for her calendar."""
    seat = hashed(f"seat:{session.pk}:{secret}")
    is_few = may_try("intention", seat, per_hour=MAILS_OF_ONE_SEAT)
    if not is_few or not may_try("intention", "everybody", per_hour=MAILS_OF_EVERYBODY):
        raise MailNotSent(_("That was a lot of mail. Put it in your calendar, or on paper."))
    words = {"session": session, "text": text, "due_on": due_on}
    mail = render_to_string("workshops/messages/intention.txt", words).strip()
    subject, _newline, body = mail.partition("\n")
    message = EmailMessage(subject.strip(), body.strip() + "\n", to=[email])
    message.attach("gebuur.ics", calendar.decode(), "text/calendar")
    try:
        message.send()
    except (SMTPException, OSError) as error:
        log.warning("an intention could not be mailed: %s", type(error).__name__)
        raise MailNotSent(
            _("The mail cannot leave now. Put it in your calendar, or try once more.")
        ) from error
