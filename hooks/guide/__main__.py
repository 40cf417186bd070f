"""`python -m guide`: check the bank, or write its pages, without a site generator."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import time
from pathlib import Path

from export import FORMATS
from guide import (
    LOG,
    BankError,
    Guide,
    Sources,
    edition_of,
    read_diagrams,
    read_guide,
    read_history,
    read_prose,
    read_sources,
    write_file,
    write_guide,
    write_pages,
)
from guide.build import address_of
from quizbank.lint.figures import figures
from quizbank.lint.remarks import remarks
from quizbank.schema import schema_json

HERE = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Do what *arguments* ask for; print every problem, and return 1 if there is one."""
    options = _parser().parse_args(arguments)
    try:
        sources = Sources(
            files=read_sources(options.root),
            prose=read_prose(options.root),
            diagrams=read_diagrams(options.root),
            history=read_history(options.root, LOG),
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
    elif options.command == "export":
        return _export(guide, options)
    elif options.command == "ids":
        print(*sorted(guide.bank.items), sep="\n")
    else:
        pages = write_guide(guide, "", address_of)
        write_pages(options.folder, {**sources.prose, **pages})
    return 0


def _export(guide: Guide, options: argparse.Namespace) -> int:
    """Write the bank in one format; print why and return 1 if the file cannot be written."""
    site = options.site.rstrip("/")
    edition = edition_of(guide, lambda uri: f"{site}/{address_of(uri)}" if site else "", _now())
    export = FORMATS[options.format].write(guide.bank, edition)
    try:
        write_file(options.out, export.data)
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        print(f"{options.out} cannot be written: {reason}.", file=sys.stderr)
        return 1
    for item in export.left_out:
        print(f"Left out: {item.id}. {item.reason}.")
    return 0


def _remarks_and_figures(guide: Guide) -> str:
    bank, settings = guide.bank, guide.settings
    warnings = remarks(bank, guide.sources.prose, settings, _today())
    return "\n".join([*map(str, warnings), figures(bank, settings, warnings)])


def _today() -> datetime.date:
    return datetime.datetime.fromtimestamp(_now(), datetime.UTC).date()


def _now() -> int:
    """The time that SOURCE_DATE_EPOCH gives the build, or else the time now."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="guide", description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, help="the guide's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="tell every problem and warning of every quiz file and page")
    write = commands.add_parser("write", help="write the whole guide as Markdown")
    write.add_argument("folder", type=Path)
    export = commands.add_parser("export", help="write the bank for another program")
    export.add_argument("format", choices=FORMATS)
    export.add_argument("out", type=Path, help="the file to write")
    site = os.environ.get("SITE_URL", "")
    export.add_argument("--site", default=site, help="the site's address; links need it")
    commands.add_parser("ids", help="print the id of every item")
    commands.add_parser("schema", help="print the JSON Schema of a quiz file")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
