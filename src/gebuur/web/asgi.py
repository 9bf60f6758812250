"""The door for uvicorn: pages through Django, open streams beside it. Background work runs in a daemon thread."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
pages = get_asgi_application()

from gebuur.core import bodies, live  # noqa: E402 - settings first

if settings.RUN_JOBS_IN_PROCESS:
    from gebuur.web import jobs

    jobs.start()


async def application(scope: live.Scope, receive: live.Receive, send: live.Send) -> None:
    """Hold a stream open without Django's middleware, which would pack it and wait; all else is a page."""
    if scope["type"] == "http" and scope["path"].startswith(live.PREFIX):
        await live.serve(scope, receive, send)
    else:
        await pages(scope, bodies.bounded(scope, receive), send)
