"""What others wrote is served as they published it, and keeps to the site's policy."""

import hashlib
import re
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "docs" / "assets" / "vendor"
PACKAGES = sorted(VENDOR.iterdir())
SCRIPTS = sorted(VENDOR.rglob("*.mjs"))

ASKS_THE_NETWORK = (
    r"\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon"
    r"|importScripts|Worker|Image)\b|\bimport\b|\bfrom\s*[\"']|https?:"
)
MAKES_CODE_OF_TEXT = (
    r"\beval\b|\bFunction\s*\(|\bset(?:Timeout|Interval)\b|\bdocument\b|\b(?:inner|outer)HTML\b"
)


def code_of(script: Path) -> str:
    return re.sub(r"(?s:/\*.*?\*/)|(?m:^\s*//.*$)", "", script.read_text("utf-8"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_each_file_is_the_published_one(package: Path) -> None:
    readme = (package / "README.txt").read_text("utf-8")

    told = {name: digest for digest, name in re.findall(r"(?m)^([0-9a-f]{64})  (\S+)$", readme)}

    files = [file for file in package.iterdir() if file.name != "README.txt"]
    assert told == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    assert "LICENSE" in told


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.parent.name)
@pytest.mark.parametrize("refused", [ASKS_THE_NETWORK, MAKES_CODE_OF_TEXT])
def test_no_script_asks_the_network_or_makes_code_of_text(script: Path, refused: str) -> None:
    assert not re.findall(refused, code_of(script))
