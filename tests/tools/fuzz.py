"""Damage quiz files at random and see that nothing but a BankError ever comes of it.

    python tests/tools/fuzz.py HOW_MANY [FIRST_SEED]

Prints how many files were tried, how many parsed, the slowest, and each seed that failed.
"""

from __future__ import annotations

import os
import random
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from guide import BankError, build_guide

GOLDEN = Path(__file__).parents[1] / "engine" / "golden"
SETTINGS = {"quiz_data/guide.yml": (GOLDEN / "guide.yml").read_bytes()}
PROSE = {"methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n"}
TOKENS = [
    *("- ", ": ", "\n", "  ", "\t", "#", " #", "'", '"', "|", ">-", "[", "]", "{", "}", ",", "&a"),
    *(
        "*a",
        "!!str",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "? ",
        "@",
        "`",
        "```\n",
        "~~~",
        "<b>",
    ),
    *("</form>", "](/", "](javascript:", "{: x}", "key: a", "id: ", "\u202e", "\ufeff", "\x00"),
    *("\x85", "\u2028", "\xa0", "Ã©", "9" * 50, "1e999", "options:", "order:", "- - - - - - - -"),
]
CHUNK = 1000


def damaged(seed: int, good: list[bytes]) -> bytes:
    """A good file with one to six random wounds."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(good))
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = start + chance.choice([0, 0, 1, 2, 10, 100])
        graft = chance.choice(
            [
                b"",
                chance.choice(TOKENS).encode(),
                bytes([chance.randrange(256)]),
                bytes(data[start : start + 40]) * chance.randint(1, 3),
            ]
        )
        data[start:end] = graft
    return bytes(data)


def attempt(first: int) -> tuple[int, float, list[str]]:
    """Try CHUNK files from seed *first*: how many parsed, the slowest in CPU seconds, failures."""
    sound = (path.parent / "quiz.yml" for path in sorted(GOLDEN.glob("*/page-quiz.md")))
    good = [path.read_bytes() for path in sound]
    parsed, slowest, failures = 0, 0.0, []
    for seed in range(first, first + CHUNK):
        began = time.process_time()
        try:
            build_guide({"quiz_data/quiz.yml": damaged(seed, good), **SETTINGS}, PROSE, {})
            parsed += 1
        except BankError:
            pass
        except Exception:
            failures.append(f"seed {seed}\n{traceback.format_exc()}")
        slowest = max(slowest, time.process_time() - began)
    return parsed, slowest, failures


def chunks(arguments: list[str]) -> Iterator[int]:
    """The first seed of each chunk that *arguments* ask for."""
    first = int(arguments[1]) if len(arguments) > 1 else 0
    return iter(range(first, first + int(arguments[0]), CHUNK))


def main(arguments: list[str]) -> int:
    """Try as many files as *arguments* say; 1 if any failed."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(attempt, chunks(arguments)))
    failures = [failure for _, _, found in results for failure in found]
    tried, parsed = len(results) * CHUNK, sum(parsed for parsed, _, _ in results)
    slowest = max(slowest for _, slowest, _ in results)
    print("\n".join(failures[:20]))
    print(
        f"{tried:,} files, {parsed:,} still good, {len(failures)} failures, {slowest:.3f} s worst"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
