"""Lists the files that the guide needs without a network and writes `sw.js`, which keeps them."""

import base64
import hashlib
import json
import re
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import quote

_HERE = Path(__file__).parent
_WORKER = "sw.js"  # at the root: a worker answers only for addresses below its own

_LEFT_OUT = (
    _WORKER,
    "robots.txt",
    "sitemap.xml",
    ".*",
    "*.gz",
    "*.map",
    "*.d.mts",
    "*/LICENSE",
    "*/README.txt",
    "assets/images/favicon.png",  # the theme's; the guide has its own
    "downloads/*",  # saved by readers for other programs
    "assets/site/card.*",  # shown by the sites where a page is shared
)
"""What no page asks for."""

_SOURCES = re.compile(r"assets/(?!pages/|labs/).*\.mjs")
"""Modules that are packed into those of assets/pages; they stay in the site to be read."""

_ON_DEMAND = "assets/labs/"
"""What one kind of page fetches when a reader starts it: kept from then on, and not before."""

_NOT_ON_DEMAND = ("assets/labs/run/*", "assets/labs/*.css")
"""The part of it that such a page loads by itself."""

_KEPT_AS_IS = "/!$&'()*,;=:@+"
"""Besides letters, digits and `_.-~`: what browsers do not escape in a path."""


def write_worker(site: Path) -> None:
    """Write the worker that keeps all of *site*: the same bytes for the same files."""
    listed = _files(site)
    files = json.dumps(
        {name: digest for name, digest in listed if not _is_on_demand(name)}, indent=0
    )
    later = json.dumps({name: digest for name, digest in listed if _is_on_demand(name)}, indent=0)
    version = hashlib.sha256((files + later).encode()).hexdigest()
    source = (_HERE / "worker.js").read_text("utf-8")
    text = (
        f'const VERSION = "{version}"\nconst FILES = new Map(Object.entries({files}))\n'
        f"const LATER = new Map(Object.entries({later}))\n\n{source}"
    )
    (site / _WORKER).write_text(text, "utf-8", newline="\n")


def retire_worker(site: Path) -> None:
    """Write a worker that takes an earlier one's place, and with it all that was kept, and goes."""
    (site / _WORKER).write_bytes((_HERE / "farewell.js").read_bytes())


def _files(site: Path) -> list[tuple[str, str]]:
    """The address of each file below the root, as browsers ask for it, and its digest."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return [
        (re.sub(r"(^|/)index\.html$", r"\1", quote(name, _KEPT_AS_IS)), _digest(paths[name]))
        for name in sorted(paths)
        if not any(fnmatchcase(name, pattern) for pattern in _LEFT_OUT)
        and not _SOURCES.fullmatch(name)
    ]


def _is_on_demand(name: str) -> bool:
    return name.startswith(_ON_DEMAND) and not any(
        fnmatchcase(name, pattern) for pattern in _NOT_ON_DEMAND
    )


def _digest(path: Path) -> str:
    return base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
