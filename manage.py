#!/usr/bin/env python3
"""Run a management command from a checkout: `python manage.py migrate`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

if __name__ == "__main__":
    from gebuur.web.cli import main

    main()
