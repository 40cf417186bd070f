"""WebKitGTK, driven over WebDriver by Debian's WebKitWebDriver."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from stories.engine import ANSWER_SECONDS, MissingEngineError, eventually


def webkit_paths() -> tuple[str, str]:
    """Where WebKitGTK's driver and its browser are."""
    driver = shutil.which("WebKitWebDriver")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    if driver is None or not browsers or shutil.which("Xvfb") is None:
        raise MissingEngineError(
            "WebKitGTK is missing; on Debian: apt-get install webkit2gtk-driver xvfb"
        )
    return driver, str(browsers[0])


class WebKit:
    """A tab of WebKitGTK whose reader was never here before."""

    def __init__(self, address: str, browser: str, downloads: Path) -> None:
        self.name = "WebKitGTK"
        self.downloads = downloads
        self.faults: list[str] = []
        self._address = address
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = ""
        told = self._send("POST", "/session", {"capabilities": wanted})
        self._session = f"/session/{told['sessionId']}"
        timeouts = {"script": 1000 * ANSWER_SECONDS, "pageLoad": 1000 * ANSWER_SECONDS}
        self._send("POST", "/timeouts", timeouts)
        self._send("POST", "/window/rect", {"width": 1280, "height": 900})

    def open(self, url: str) -> None:
        """Go to *url* and wait until it is loaded."""
        self._send("POST", "/url", {"url": url})

    def reload(self) -> None:
        """Load the page again."""
        self._send("POST", "/refresh", {})

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401
        """What the *function*, a JavaScript expression, returns for the *arguments*, as JSON."""
        script = f"""const [given, done] = arguments
            const told = async () => JSON.stringify(await ({function})(...JSON.parse(given)))
            told().then((text) => done([text ?? "null"]), (error) => done([null, `${{error}}`]))"""
        told = self._send(
            "POST", "/execute/async", {"script": script, "args": [json.dumps(arguments)]}
        )
        if told[0] is None:
            raise RuntimeError(told[1])
        return json.loads(told[0])

    def act(self, actions: list[dict[str, Any]]) -> None:
        """Perform input actions, as WebDriver writes them."""
        self._send("POST", "/actions", {"actions": actions})

    def choose_file(self, selector: str, path: Path) -> None:
        """Give the file at *path* to the file input."""
        located = self._send("POST", "/element", {"using": "css selector", "value": selector})
        [element] = located.values()
        self._send("POST", f"/element/{element}/value", {"text": str(path)})

    def close(self) -> None:
        """Close the browser."""
        self._send("DELETE", "", None)

    def _send(self, method: str, path: str, body: object) -> Any:  # noqa: ANN401
        request = urllib.request.Request(
            self._address + self._session + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            with error:
                told = json.load(error)["value"]
            raise RuntimeError(f"{path}: {told['error']}: {told['message']}") from None


@contextlib.contextmanager
def webkit_process(folder: Path) -> Iterator[tuple[str, str]]:
    """The address of a running WebKitWebDriver and the path of its browser."""
    driver, browser = webkit_paths()
    port = free_port()
    with virtual_screen() as display:
        process = subprocess.Popen(
            [driver, f"--port={port}"],
            env={
                **os.environ,
                "DISPLAY": display,
                "HOME": str(folder),
                "XDG_DOWNLOAD_DIR": str(folder),
                "GDK_BACKEND": "x11",
                "LIBGL_ALWAYS_SOFTWARE": "1",
                "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # its sandbox refuses root
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            eventually(lambda: is_listening(port))
            yield f"http://127.0.0.1:{port}", browser
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"]
    screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert screen.stdout
    try:
        yield f":{screen.stdout.readline().strip()}"
    finally:
        screen.terminate()
        screen.communicate()


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    """Whether something answers on the *port*."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
