"""The example in the README can be pasted into a new file."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from guide import Sources, read_diagrams, read_guide, read_prose, read_sources, write_guide
from guide.build import address_of
from quizbank.lint.remarks import remarks

ROOT = Path(__file__).parents[2]
EXAMPLE = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[0]
PATH = "quiz_data/sample.yml"


def test_the_example_has_no_problem_no_warning_and_a_page() -> None:
    files = {**read_sources(ROOT), PATH: EXAMPLE.encode()}
    sources = Sources(files=files, prose=read_prose(ROOT), diagrams=read_diagrams(ROOT))

    guide = read_guide(sources)
    warnings = remarks(guide.bank, sources.prose, guide.settings, datetime.date(2026, 12, 1))

    assert [str(problem) for problem in guide.problems] == []
    assert [str(warning) for warning in warnings if warning.path == PATH] == []
    assert "quizzes/sample.md" in write_guide(guide, "", address_of)
