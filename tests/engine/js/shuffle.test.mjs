import assert from "node:assert/strict"
import test from "node:test"
import { shuffled, unsolved } from "../../../docs/assets/core/shuffle.mjs"
import { generator } from "./random.mjs"

const WORDS = ["a", "b", "c", "d", "e"]

test("a seed always gives the same order, however the words come", () => {
  const order = shuffled(WORDS, "peft-lora 0 ")

  assert.deepEqual(shuffled([...WORDS].reverse(), "peft-lora 0 "), order)
  assert.deepEqual(order, ["d", "a", "e", "b", "c"])
})

test("nothing is lost, doubled or changed in place", () => {
  const words = Object.freeze([...WORDS])

  for (let seed = 0; seed < 1000; seed++)
    assert.deepEqual(shuffled(words, `x ${seed} `).sort(), WORDS)
})

test("a retry gives another order, nearly always", () => {
  const orders = Array.from({ length: 200 }, (_, attempts) =>
    shuffled(WORDS, `peft-lora ${attempts} `).join(),
  )

  const same = orders.filter((order, place) => order === orders[place + 1])
  assert.ok(same.length < 10, `${same.length}`)
})

test("every word stands in every place about equally often", () => {
  const runs = 12_000
  const counts = new Map()
  for (let run = 0; run < runs; run++) {
    shuffled(WORDS.slice(0, 4), `item-${run % 40} ${Math.floor(run / 40)} `).forEach(
      (word, place) => {
        counts.set(word + place, (counts.get(word + place) ?? 0) + 1)
      },
    )
  }

  assert.equal(counts.size, 16)
  for (const [where, count] of counts)
    assert.ok(Math.abs(count - runs / 4) < 200, `${where}: ${count}`)
})

test("steps to be ordered are never shown in order, with distractors or without", () => {
  const { below } = generator(7)
  for (let run = 0; run < 20_000; run++) {
    const key = ["1", "2", "3", "4", "5"].slice(0, 3 + below(3))
    const distractors = ["8", "9"].slice(below(3))

    const order = unsolved([...key, ...distractors], key, `item ${run} `)

    assert.notDeepEqual(
      order.filter((id) => key.includes(id)),
      key,
    )
    assert.deepEqual([...order].sort(), [...key, ...distractors])
  }
})
