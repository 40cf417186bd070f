"""Lists the files that the guide needs without a network and writes `sw.js`, which keeps them."""

import base64
import hashlib
import json
import re
import shutil
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import quote

from built.offline.parcels import PARCELS, parcel_of, write_parcel
from built.pack.esbuild import esbuild

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
    f"{PARCELS}/*",
    "downloads/*",  # saved by readers for other programs
    "assets/site/card.*",  # shown by the sites where a page is shared
    "assets/fonts/*.txt",  # licenses
    "assets/labs/SHA256SUMS",
    "assets/labs/*.c",
)
"""What no page asks for."""

_SOURCES = re.compile(r"assets/(?!pages/|labs/run/).*\.mjs")
"""Modules that are packed into those of the other folders; they stay in the site to be read."""

_ON_DEMAND = "assets/labs/"
"""What one kind of page fetches when a reader starts it: kept from then on, and not before."""

_NOT_ON_DEMAND = ("assets/labs/run/*", "assets/labs/*.css")
"""The part of it that such a page loads by itself."""

_KEPT_AS_IS = "/!$&'()*,;=:@+"
"""Besides letters, digits and `_.-~`: what browsers do not escape in a path."""


_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
"""The style of a page: half of its bytes, and the same after most changes of the page."""

_DIGEST_SIZE = 9
"""Bytes of each digest that are listed: enough to tell any two files apart by accident."""


def write_worker(site: Path) -> None:
    """Write the worker that keeps all of *site*, and what it keeps it from.

    The same bytes for the same files. Raises PackError.
    """
    parcels: dict[str, dict[str, str]] = {}
    members: dict[str, list[tuple[str, str]]] = {}
    later: dict[str, str] = {}
    for name, address in _files(site):
        digest = _digest(site / name)
        if _is_on_demand(name):
            later[address] = digest
            continue
        parcel = parcel_of(name)
        parcels.setdefault(parcel, {})[address] = digest
        members.setdefault(parcel, []).append((name, address))
    shutil.rmtree(site / PARCELS, ignore_errors=True)  # of an earlier run
    for parcel, files in members.items():
        if parcel:
            write_parcel(site, parcel, files)
            _write_bare(site, files)
    listed = (
        f"const PARCELS = {json.dumps(sorted(parcels.items()), indent=0)}\n"
        f"const LATER = new Map(Object.entries({json.dumps(later, indent=0)}))\n"
    )
    source = esbuild(_HERE, "worker.js", "--minify", "--target=es2022", "--charset=utf8")
    version = hashlib.sha256(listed.encode()).hexdigest()
    text = f'const VERSION = "{version}"\nconst DIGEST_SIZE = {_DIGEST_SIZE}\n{listed}\n{source}'
    (site / _WORKER).write_text(text, "utf-8", newline="\n")


def _write_bare(site: Path, files: list[tuple[str, str]]) -> None:
    """Write each page among *files* without its style, for whoever has that of the page before."""
    for name, address in files:
        if not address or address.endswith("/"):
            page = (site / name).read_bytes().decode("utf-8")
            path = site / PARCELS / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_STYLE.sub("<style></style>", page, count=1).encode())


def retire_worker(site: Path) -> None:
    """Write a worker that takes an earlier one's place, and with it all that was kept, and goes."""
    (site / _WORKER).write_bytes((_HERE / "farewell.js").read_bytes())


def _files(site: Path) -> list[tuple[str, str]]:
    """Each file that a page asks for: its name in *site*, and its address as browsers write it."""
    names = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    return [
        (name, re.sub(r"(^|/)index\.html$", r"\1", quote(name, _KEPT_AS_IS)))
        for name in names
        if not any(fnmatchcase(name, pattern) for pattern in _LEFT_OUT)
        and not _SOURCES.fullmatch(name)
    ]


def _is_on_demand(name: str) -> bool:
    return name.startswith(_ON_DEMAND) and not any(
        fnmatchcase(name, pattern) for pattern in _NOT_ON_DEMAND
    )


def _digest(path: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).digest()
    return base64.b64encode(digest[:_DIGEST_SIZE]).decode()
