"""A static host whose line can be cut, and the deploys to it."""

from __future__ import annotations

import http.server
import io
import math
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from built.offline import write_worker
from conftest import SUB_PATH, Handler

STAMPED = {".html", ".css", ".js", ".mjs"}
DEPLOYED = "deployed: "


class Line(http.server.ThreadingHTTPServer):
    """A server that falls silent after some more answers, and remembers what it was asked for."""

    folder: Path
    left: float = math.inf

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), AsOnPages)
        self.asked: set[str] = set()


class AsOnPages(Handler):
    """Lets browsers keep every file for ten minutes, as GitHub Pages does."""

    server: Line

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer, or hang up if the line is cut."""
        if not self.server.left:
            return None
        self.server.left -= 1
        self.server.asked.add(self.path.removeprefix(SUB_PATH))
        self.directory = str(self.server.folder)
        del self.headers["If-Modified-Since"]  # in whole seconds; two deploys may fall into one
        return super().send_head()

    def send_header(self, keyword: str, value: str) -> None:
        """Send what Handler sends, but for the cache."""
        super().send_header(keyword, "max-age=600" if keyword == "Cache-Control" else value)


@dataclass
class Host:
    """A static host: the guide is deployed to it, and its line can be cut."""

    built: Path
    deploys: Path
    line: Line

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.line.server_port}{SUB_PATH}"

    def deploy(self, version: int, damage: Callable[[Path], object] = lambda _: None) -> None:
        """Put the guide there at once, with *version* on every page and in every script and style.

        The *damage* is done to its folder before.
        """
        folder = self.deploys / str(len(list(self.deploys.iterdir())))
        shutil.copytree(self.built, folder)
        for path in folder.rglob("*"):
            if path.suffix in STAMPED or path.parent.name == "recorded":
                stamp(path, version)
        write_worker(folder)
        damage(folder)
        self.line.folder = folder

    def redeploy(self, site: Path) -> None:
        """Put *site* there as it was built."""
        self.line.folder = site

    def stamped(self) -> list[str]:
        """The address of everything kept from the start that carries its version."""
        listed = re.findall(r'(?m)^"(.*)": "', self.worker().split("const LATER")[0])
        return [self.url + path for path in listed if re.search(r"(^|/|\.(html|css|m?js))$", path)]

    def worker(self) -> str:
        """The source of the worker that is deployed now."""
        return (self.line.folder / "sw.js").read_text("utf-8")

    def cut(self, after: float = 0) -> None:
        """Answer only so many more requests."""
        self.line.left = after

    def mend(self) -> None:
        """Answer again."""
        self.line.left = math.inf


def stamp(path: Path, version: int) -> None:
    """Write *version* into a page, a script or a style sheet, in place of any other."""
    text = re.sub(rf" \({DEPLOYED}\d+\)|/\* {DEPLOYED}\d+ \*/\n", "", path.read_text("utf-8"))
    if path.suffix == ".html":
        text = text.replace("</h1>", f" ({DEPLOYED}{version})</h1>")
    else:
        text += f"/* {DEPLOYED}{version} */\n"
    path.write_text(text, "utf-8")
