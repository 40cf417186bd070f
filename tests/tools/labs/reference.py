"""What a lab gives outside of a browser: in Node, and what `make labs` has recorded."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[3]

Settings = dict[str, str | float]

LABS: dict[str, tuple[Settings, Settings]] = {
    "instruction-tuning": (
        {"examples": 20, "loss": "reply", "rate": "usual"},
        {"examples": 20, "loss": "reply", "rate": "times-30"},
    ),
    "domain-adaptation": (
        {"documents": 20, "field": "clinical"},
        {"documents": 5, "field": "clinical"},
    ),
    "transfer-learning": (
        {"labels": 20, "trained": "all"},
        {"labels": 20, "trained": "scratch"},
    ),
    "continued-pre-training": ({"replay": 10}, {"replay": 0}),
    "rlhf": (
        {"method": "rlhf", "comparisons": 60, "beta": 0.5},
        {"method": "rlhf", "comparisons": 60, "beta": 0},
    ),
    "peft": ({"method": "lora-4"}, {"method": "lora-1"}),
}
"""Each lab at a value that works, and at one that fails."""

IN_NODE = """
const [folder, lab, settings] = process.argv.slice(1)
const { run } = await import(`${folder}/experiments/${lab}.mjs`)
const { fastMachine } = await import(`${folder}/kernels/load.mjs`)
const { readFileSync } = await import("node:fs")
const halves = (name) => new Uint16Array(new Uint8Array(readFileSync(`${folder}/${name}`)).buffer)
const machine = await fastMachine(readFileSync(`${folder}/kernels/kernels.wasm`))
const files = { weights: halves("base.bin"), policy: halves("policy.bin") }
const experiment = run({ machine, ...files, settings: JSON.parse(settings), seed: 3 })
let next = experiment.next()
while (!next.done) next = experiment.next()
console.log(JSON.stringify(next.value.result))
"""


def query(settings: Settings, seed: int = 3) -> str:
    """What follows the address of a lab."""
    return "?" + "&".join(f"{name}={value}" for name, value in {**settings, "seed": seed}.items())


def in_node(lab: str, settings: Settings) -> dict[str, float]:
    """What the same run measures outside of any browser."""
    folder = (ROOT / "docs" / "assets" / "labs").as_uri().removeprefix("file://")
    node = str(ROOT / ".venv" / "bin" / "node")
    command = [node, "--input-type=module", "-e", IN_NODE, folder, lab, json.dumps(settings)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result: dict[str, float] = json.loads(output)
    return result


def recorded(lab: str, settings: Settings) -> dict[str, dict[str, float]]:
    """What `make labs` has recorded for these settings."""
    path = ROOT / "docs" / "assets" / "labs" / "recorded" / f"{lab}.json"
    positions = json.loads(path.read_text("utf-8"))["positions"]
    return next(one["result"] for one in positions if one["settings"] == settings)
