"""The door for uvicorn. Background work runs in a daemon thread of this same process."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
application = get_asgi_application()

if settings.RUN_JOBS_IN_PROCESS:
    from gebuur.web import jobs

    jobs.start()
