"""Firefox, driven over WebDriver BiDi without a driver program in between."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websocket import create_connection

from stories.engine import ANSWER_SECONDS, MissingEngineError, eventually

PREFERENCES = {
    "app.update.enabled": False,
    "browser.download.alwaysOpenPanel": False,  # it would take the keys
    "browser.download.folderList": 2,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


def firefox_path() -> str:
    """Where Firefox is."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        raise MissingEngineError("Firefox is missing; on Debian: apt-get install firefox-esr")
    return path


class Firefox:
    """A tab of Firefox whose reader was never here before."""

    def __init__(self, address: str, downloads: Path) -> None:
        self.name = "Firefox"
        self.downloads = downloads
        self.faults: list[str] = []
        self._number = 0
        self._socket = create_connection(address, timeout=ANSWER_SECONDS, suppress_origin=True)
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._reader = self._send("browser.createUserContext")["userContext"]
        created = self._send("browsingContext.create", type="tab", userContext=self._reader)
        self._tab = created["context"]
        window = {"width": 1280, "height": 800}
        self._send("browsingContext.setViewport", context=self._tab, viewport=window)

    def open(self, url: str) -> None:
        """Go to *url* and wait until it is loaded."""
        self._send("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def reload(self) -> None:
        """Load the page again."""
        self._send("browsingContext.reload", context=self._tab, wait="complete")

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401
        """What the *function*, a JavaScript expression, returns for the *arguments*, as JSON."""
        told = self._send(
            "script.callFunction",
            functionDeclaration=f"async (given) => JSON.stringify("
            f"await ({function})(...JSON.parse(given))) ?? 'null'",
            arguments=[{"type": "string", "value": json.dumps(arguments)}],
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def act(self, actions: list[dict[str, Any]]) -> None:
        """Perform input actions, as WebDriver writes them."""
        self._send("input.performActions", context=self._tab, actions=actions)

    def choose_file(self, selector: str, path: Path) -> None:
        """Give the file at *path* to the file input."""
        located = self._send(
            "browsingContext.locateNodes",
            context=self._tab,
            locator={"type": "css", "value": selector},
        )
        node = {"sharedId": located["nodes"][0]["sharedId"]}
        self._send("input.setFiles", context=self._tab, element=node, files=[str(path)])

    def close(self) -> None:
        """Forget the reader."""
        self._send("browser.removeUserContext", userContext=self._reader)
        self._send("session.end")
        self._socket.close()

    def _send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask Firefox for something and wait for its answer; events on the way are noted."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(command))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("method") == "log.entryAdded":
                self._note(message["params"])
            if message.get("id") == self._number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
                return message["result"]

    def _note(self, entry: dict[str, Any]) -> None:
        if entry["level"] == "error" and entry.get("text"):
            self.faults.append(entry["text"])


@contextlib.contextmanager
def firefox_process(folder: Path, **settings: object) -> Iterator[str]:
    """The address of a running Firefox whose profile is in *folder*."""
    profile = folder / "profile"
    profile.mkdir(parents=True)
    preferences = {**PREFERENCES, "browser.download.dir": str(folder), **settings}
    (profile / "user.js").write_text(
        "".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in preferences.items()),
        "utf-8",
    )
    command = [firefox_path(), "--headless", "--no-remote", "--remote-debugging-port=0"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile)],
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield eventually(lambda: socket_address(profile / "WebDriverBiDiServer.json"))
    finally:
        process.terminate()
        process.wait()


def socket_address(file: Path) -> str | None:
    """The address that Firefox wrote into the *file*, once it has."""
    with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
        told = json.loads(file.read_text("utf-8"))
        return f"ws://{told['ws_host']}:{told['ws_port']}/session"
    return None
