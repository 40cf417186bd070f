"""Writes parity.json: loss, gradients, and Adam steps of a tiny transformer, in float64 by NumPy.

`python parity.py` (needs NumPy). Nothing here is shared with the labs' engine, and gradients are
central differences of the loss, so that no rule of differentiation is shared either.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

WORDS, WIDTH, LAYERS, HEADS, WIDE, LENGTH = 20, 8, 2, 2, 16, 7
TEXTS, KINDS = 3, ("full", "lora", "adapters", "prompt")
RANK, ALPHA, NARROW, PROMPT = 3, 6, 5, 2
RATE, LIMIT, DECAY, BETAS, EPSILON = 1e-2, 0.1, 0.01, (0.9, 0.99), 1e-8
STEP = 1e-5

Tensors = dict[str, np.ndarray]


def scatter(number: int, size: int) -> np.ndarray:
    """Numbers between -0.5 and 0.5 that JavaScript makes as exactly."""
    places = np.arange(size)
    return np.float32(((places * 7919 + number * 104729 + 13) % 1000) / 1000 - 0.5).astype(float)


def shapes(kind: str) -> dict[str, tuple[int, int]]:
    """The name and shape of each parameter, in the engine's order."""
    named = {"E": (WORDS, WIDTH), "P": (LENGTH, WIDTH)}
    for n in range(LAYERS):
        named |= {f"{n}.norm1": (1, WIDTH), f"{n}.qkv": (WIDTH, 3 * WIDTH)}
        named |= {f"{n}.out": (WIDTH, WIDTH), f"{n}.norm2": (1, WIDTH)}
        named |= {f"{n}.up": (WIDTH, WIDE), f"{n}.down": (WIDE, WIDTH)}
    named["lastNorm"] = (1, WIDTH)
    for n in range(LAYERS):
        if kind == "lora":
            for name, columns in (("qkv", 3 * WIDTH), ("out", WIDTH)):
                named |= {f"{n}.{name}.A": (WIDTH, RANK), f"{n}.{name}.B": (RANK, columns)}
        if kind == "adapters":
            for name in ("attention", "feedForward"):
                named |= {f"{n}.{name}.down": (WIDTH, NARROW), f"{n}.{name}.bias": (1, NARROW)}
                named[f"{n}.{name}.up"] = (NARROW, WIDTH)
    if kind == "prompt":
        named["prompt"] = (PROMPT, WIDTH)
    return named


def start(kind: str) -> Tensors:
    """Every parameter before training; norms are near 1."""
    return {
        name: scatter(number, rows * columns).reshape(rows, columns) + ("norm" in name.lower())
        for number, (name, (rows, columns)) in enumerate(shapes(kind).items())
    }


def loss(p: Tensors) -> float:
    """The weighted language-model loss."""
    words = (np.arange(TEXTS * LENGTH) * 7 + 3) % WORDS
    words = words.reshape(TEXTS, LENGTH)
    weights = scatter(99, TEXTS * LENGTH).reshape(TEXTS, LENGTH)
    weights = np.where(weights > -0.25, weights / 10, 0)
    x = p["E"][words] + p["P"]
    k = 0
    if "prompt" in p:
        k = PROMPT
        x = np.concatenate([np.broadcast_to(p["prompt"], (TEXTS, k, WIDTH)), x], axis=1)
    for n in range(LAYERS):
        x = x + adapted(p, f"{n}.attention", attention(p, n, norm(x, p[f"{n}.norm1"])))
        fed = np.maximum(0, norm(x, p[f"{n}.norm2"]) @ p[f"{n}.up"]) @ p[f"{n}.down"]
        x = x + adapted(p, f"{n}.feedForward", fed)
    scores = norm(x, p["lastNorm"]) @ p["E"].T
    scores = scores - scores.max(-1, keepdims=True)
    likely = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    first = 0 if k else 1
    return -sum(
        weights[b, t] * likely[b, k + t - 1, words[b, t]]
        for b in range(TEXTS)
        for t in range(first, LENGTH)
    )


def norm(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return w * x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-5)


def through(p: Tensors, name: str, x: np.ndarray) -> np.ndarray:
    extra = ALPHA / RANK * (x @ p[f"{name}.A"] @ p[f"{name}.B"]) if f"{name}.A" in p else 0
    return x @ p[name] + extra


def adapted(p: Tensors, name: str, y: np.ndarray) -> np.ndarray:
    if f"{name}.down" not in p:
        return y
    return y + np.maximum(0, y @ p[f"{name}.down"] + p[f"{name}.bias"]) @ p[f"{name}.up"]


def attention(p: Tensors, n: int, x: np.ndarray) -> np.ndarray:
    count, length, _ = x.shape
    by_head = [
        part.reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
        for part in np.split(through(p, f"{n}.qkv", x), 3, axis=-1)
    ]
    query, key, value = by_head
    fit = query @ key.transpose(0, 1, 3, 2) / np.sqrt(WIDTH / HEADS)
    fit = np.where(np.tril(np.ones((length, length))) > 0, fit, -np.inf)
    share = np.exp(fit - fit.max(-1, keepdims=True))
    share /= share.sum(-1, keepdims=True)
    mixed = (share @ value).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
    return through(p, f"{n}.out", mixed)


def gradients(p: Tensors, of: Callable[[Tensors], float]) -> Tensors:
    """Central differences, number by number."""
    slopes = {name: np.zeros_like(x) for name, x in p.items()}
    for name, x in p.items():
        for place in np.ndindex(x.shape):
            before = x[place]
            x[place] = before + STEP
            above = of(p)
            x[place] = before - STEP
            slopes[name][place] = (above - of(p)) / (2 * STEP)
            x[place] = before
    return slopes


def train(kind: str) -> dict[str, object]:
    """Three steps of Adam on every parameter, and what the first saw."""
    p = start(kind)
    means = {name: (np.zeros_like(x), np.zeros_like(x)) for name, x in p.items()}
    losses, first = [], {}
    for step in range(1, 4):
        losses.append(loss(p))
        slopes = gradients(p, loss)
        first = first or slopes
        length = np.sqrt(sum((slope**2).sum() for slope in slopes.values()))
        for name, whole in slopes.items():
            slope = whole * min(1, LIMIT / length)
            m, v = means[name]
            m += (1 - BETAS[0]) * (slope - m)
            v += (1 - BETAS[1]) * (slope**2 - v)
            move = (m / (1 - BETAS[0] ** step)) / (np.sqrt(v / (1 - BETAS[1] ** step)) + EPSILON)
            p[name] -= RATE * (move + DECAY * p[name])
    return {"losses": losses, "gradients": rounded(first), "end": rounded(p)}


def rounded(p: Tensors) -> dict[str, list[float]]:
    return {name: [float(f"{x:.6g}") for x in values.ravel()] for name, values in p.items()}


if __name__ == "__main__":
    results = {kind: train(kind) for kind in KINDS}
    text = json.dumps(results, separators=(",", ":")) + "\n"
    Path(__file__).with_name("parity.json").write_text(text, "utf-8")
