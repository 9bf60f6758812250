"""The archive of a group as one file: a page that reads without a network, sheets, and plain data."""

import io
import json
import zipfile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone

from gebuur.apps.initiatives.models import Activity, Decision, Initiative, MoneyLine
from gebuur.apps.initiatives.queries.archive import archive_data, archive_sheet, read_archive
from gebuur.apps.initiatives.queries.ending import balance_of, get_closing

SHEETS = {"money": MoneyLine, "dates": Activity, "decisions": Decision}


def archive_zip(group: Initiative) -> bytes:
    """Put the page, the sheets and the data of a group into one file, in the reader's language."""
    context = {
        "group": group,
        "place": group.neighbourhood,
        "tables": list(read_archive(group)),
        "balance": balance_of(group),
        "closing": get_closing(group),
        "today": timezone.localdate(),
    }
    data = json.dumps(archive_data(group), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", render_to_string("initiatives/archive_page.html", context))
        archive.writestr("archive.css", render_to_string("initiatives/archive_page.css"))
        for name, model in SHEETS.items():
            archive.writestr(f"{name}.csv", archive_sheet(group, model).as_csv())
        archive.writestr("everything.json", data)
    return file.getvalue()
