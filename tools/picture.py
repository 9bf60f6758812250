"""Take the picture of the README from a running demo: the desk while Godelieve phones.

`./start`, then in another window `.venv/bin/python tools/picture.py [ADDRESS]` (needs what `./check` installs).
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "picture.png"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, locale="nl-BE", base_url=address
        )
        page = context.new_page()
        page.goto("/demo/")
        page.locator("form:has(input[value='an@vlasbloem.example']) button").click()
        page.goto("/desk/")
        page.fill("#id_caller", "09 000 00 42")
        page.keyboard.press("Enter")
        page.locator("button:has-text('Die is het')").first.click()
        page.locator("label.chip:has-text('Wandelen')").first.click()
        page.locator("section.who li.helper").first.wait_for()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
