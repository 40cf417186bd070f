"""`python -m guide`: check the bank, or write its pages, without a site generator."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from pathlib import Path

from guide import BankError, build_guide, read_diagrams, read_prose, read_sources, write_pages
from quizbank.lint.figures import figures
from quizbank.lint.remarks import remarks
from quizbank.model import Bank
from quizbank.parse.quiz import parse_bank
from quizbank.schema import schema_json

HERE = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Do what *arguments* say; 1 if the bank has problems, each of them printed."""
    asked = _parser().parse_args(arguments)
    if asked.command == "schema":
        sys.stdout.write(schema_json())
        return 0
    try:
        sources, prose = read_sources(asked.root), read_prose(asked.root)
        pages = build_guide(sources, prose, read_diagrams(asked.root))
    except BankError as error:
        print(error, file=sys.stderr)
        return 1
    if asked.command == "check":
        print(_remarks_and_figures(parse_bank(sources, prose)))
    if asked.command == "write":
        write_pages(asked.folder, pages)
    return 0


def _remarks_and_figures(bank: Bank) -> str:
    found = remarks(bank, _today())
    return "\n".join([*map(str, found), figures(bank, found)])


def _today() -> datetime.date:
    """The day that the build is said to be made on, or else the day that it is."""
    now = os.environ.get("SOURCE_DATE_EPOCH") or time.time()
    return datetime.datetime.fromtimestamp(float(now), datetime.UTC).date()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the guide's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="tell every problem and warning of every quiz file and page")
    write = commands.add_parser("write", help="write every page that quizzes make or change")
    write.add_argument("folder", type=Path)
    commands.add_parser("schema", help="print the JSON Schema of a quiz file")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
