"""`python -m guide`: check the bank, or write its pages, without a site generator."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from pathlib import Path

from guide import (
    BankError,
    Guide,
    Sources,
    read_diagrams,
    read_guide,
    read_prose,
    read_sources,
    write_guide,
    write_pages,
)
from guide.build import address_of
from quizbank.lint.figures import figures
from quizbank.lint.remarks import remarks
from quizbank.schema import schema_json

HERE = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Do what *arguments* say; 1 if the guide has problems, each of them printed."""
    options = _parser().parse_args(arguments)
    try:
        sources = Sources(
            files=read_sources(options.root),
            prose=read_prose(options.root),
            diagrams=read_diagrams(options.root),
            today=datetime.datetime.now(datetime.UTC).date(),
        )
    except BankError as error:
        print(error, file=sys.stderr)
        return 1
    guide = read_guide(sources)
    if guide.problems:
        print(BankError(guide.problems), file=sys.stderr)
        return 1
    if options.command == "check":
        print(_remarks_and_figures(guide))
    elif options.command == "schema":
        sys.stdout.write(schema_json(guide.settings))
    elif options.command == "ids":
        print(*sorted(guide.bank.items), sep="\n")
    else:
        pages = write_guide(guide, "", address_of)
        write_pages(options.folder, {**sources.prose, **pages})
    return 0


def _remarks_and_figures(guide: Guide) -> str:
    bank, settings = guide.bank, guide.settings
    warnings = remarks(bank, guide.sources.prose, settings, _today())
    return "\n".join([*map(str, warnings), figures(bank, settings, warnings)])


def _today() -> datetime.date:
    """The day that the build is said to be made on, or else the day that it is."""
    now = os.environ.get("SOURCE_DATE_EPOCH") or time.time()
    return datetime.datetime.fromtimestamp(float(now), datetime.UTC).date()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the guide's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="tell every problem and warning of every quiz file and page")
    write = commands.add_parser("write", help="write the whole guide as Markdown")
    write.add_argument("folder", type=Path)
    commands.add_parser("ids", help="print the id of every item")
    commands.add_parser("schema", help="print the JSON Schema of a quiz file")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
