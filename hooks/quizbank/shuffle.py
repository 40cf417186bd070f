"""An order that looks random and is the same at every build."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Entry = TypeVar("Entry")


def in_seeded_order(seed: str, entries: Sequence[Entry]) -> list[Entry]:
    """*entries* in the order that *seed* gives them."""

    def rank(numbered: tuple[int, Entry]) -> bytes:
        return hashlib.sha256(f"{seed}/{numbered[0]}".encode()).digest()

    return [entry for _, entry in sorted(enumerate(entries), key=rank)]
