"""Files made to be slow, large or strange cost no more than their length."""

from __future__ import annotations

import pytest

from authoring.problems import Report
from authoring.yaml_text import read

LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
MERGES = "m0: &m0 {k: v}\n" + "".join(
    f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 10)}]}}\n" for n in range(1, 8)
)
"""A plain load of this one takes ten seconds; one level more, a hundred."""


def problems(data: bytes) -> list[str]:
    report = Report()
    assert read(data, report.on("a.yml")) is None
    return list(map(str, report.problems))


@pytest.mark.parametrize("bomb", [LAUGHS, MERGES], ids=["aliases", "merge keys"])
def test_a_bomb_is_refused_at_its_first_anchor(bomb: str) -> None:
    said = problems(bomb.encode())

    assert len(said) == 1
    assert said[0].startswith("a.yml:1:5: ")
    assert "is an anchor" in said[0]


def test_a_file_over_one_mebibyte_is_refused_unread() -> None:
    said = problems(b"a: " + b"x" * (1 << 20))

    assert said == ["a.yml:1:1: the file has 1,048,579 bytes; the most is 1,048,576"]


def test_a_file_of_just_one_mebibyte_is_read() -> None:
    assert read(b"a: " + b"x" * ((1 << 20) - 3), Report().on("a.yml")) is not None


@pytest.mark.parametrize(
    "data", ["\ufeffa: b".encode("utf-16-le"), "\ufeffa: b".encode("utf-16-be")]
)
def test_utf_16_is_named(data: bytes) -> None:
    assert problems(data) == ["a.yml:1:1: the file is UTF-16; save it as UTF-8"]


def test_what_is_not_utf_8_is_told_where_it_is() -> None:
    assert problems(b"a: b\r\nc: \xff") == [
        "a.yml:2:4: byte 0xff is not UTF-8; save the file as UTF-8"
    ]


def test_deep_nesting_is_told_and_not_followed() -> None:
    said = problems(b"[" * 100_000)

    assert said == ["a.yml:1:13: nested deeper than 12 levels"]
