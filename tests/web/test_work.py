import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
def test_one_round_says_what_was_done(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("work", once=True)
    assert "messages sent: 0" in capsys.readouterr().out


def test_work_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    surroundings = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    with subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=ROOT,
        env=surroundings | {"GEBUUR_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "Working. Stop with Ctrl-C.\n"
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
