"""Writes the first script into each page, which saves the request that holds up the first paint."""

import re
from pathlib import Path

from built.pack.esbuild import esbuild

_FILE = "assets/site/before-paint.js"
_TAG = re.compile(rf'<script src="[^"]*\b{re.escape(_FILE)}"></script>')


def inline_first_script(site: Path) -> str:
    """Write the script into every page of *site*; the element, for the policy to allow.

    Raises PackError. A second run changes nothing.
    """
    code = esbuild(site, _FILE, "--minify", "--target=es2022", "--charset=utf8").strip()
    element = f"<script>{code}</script>"
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        if _TAG.search(page):
            path.write_text(_TAG.sub(lambda _: element, page), "utf-8", newline="\n")
    return element
