"""The workflows trust nobody: pinned actions, few permissions, no text of strangers in a shell."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
LINKS = 'make links BASE="$BASE_PATH/"'
ENGINES = "sudo apt-get update && sudo apt-get install --yes webkit2gtk-driver xvfb"

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    """The workflow with every scalar as text, so that `on` stays a word."""
    return dict(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job.get("steps", [])


def commands(path: Path) -> list[str]:
    runs = [step["run"] for step in steps(path) if "run" in step]
    return [line.strip() for run in runs for line in run.splitlines() if line.strip()]


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "deploy.yml",
        "engines.yml",
        "lighthouse.yml",
        "test.yml",
        "zensical.yml",
    ]


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    uses = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    pinned = re.compile(r"(- )?uses: (\$/[\w./-]+|[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){2})")

    assert uses
    assert [line for line in uses if not pinned.fullmatch(line)] == []


def test_an_action_has_one_pin_in_all_workflows() -> None:
    texts = [path.read_text("utf-8") for path in WORKFLOWS]
    pins = {pin for text in texts for pin in re.findall(r"uses: ([\w/-]+)@(.+)", text)}

    assert len(pins) == len({action for action, _ in pins})


@each_workflow
def test_permissions_are_given_job_by_job(path: Path) -> None:
    workflow = read(path)

    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert all(isinstance(job.get("permissions"), dict) for job in workflow["jobs"].values())


@each_workflow
def test_strangers_never_run_with_our_rights(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run"} & set(read(path)["on"])


@each_workflow
def test_no_expression_is_pasted_into_a_command(path: Path) -> None:
    assert [line for line in commands(path) if "${{" in line] == []


@each_workflow
def test_checkout_keeps_no_token(path: Path) -> None:
    checkouts = [step for step in steps(path) if "actions/checkout@" in step.get("uses", "")]

    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@each_workflow
def test_a_workflow_runs_only_what_a_person_runs(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    rules = re.findall(r"^([\w -]+):(?!=)", makefile, re.MULTILINE)
    targets = {f"make {target}" for rule in rules for target in rule.split()}

    unknown = [line for line in commands(path) if line not in targets]

    assert [line for line in unknown if line not in (LINKS, ENGINES)] == []
    assert "make links" in targets


@each_workflow
def test_a_workflow_that_is_asked_for_exists(path: Path) -> None:
    called = [job["uses"] for job in read(path)["jobs"].values() if "uses" in job]

    assert all((ROOT / name.removeprefix("$/")).is_file() for name in called)


def test_every_job_that_runs_has_a_time_limit() -> None:
    jobs = [job for path in WORKFLOWS for job in read(path)["jobs"].values()]

    assert all("timeout-minutes" in job for job in jobs if "steps" in job)
