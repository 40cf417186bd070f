/**
 * What the store promises, whatever it stores in. Runs in Node, where there is memory only, and in a
 * browser, on IndexedDB; so it imports nothing.
 * @param {any} modules - of docs/assets/store, by name, with *attempt* from attempt.mjs
 * @param {boolean} isStored - whether there is storage
 */
export const promises = (
  { attempts, exams, sessions, settings, everything, database, attempt },
  isStored,
) => {
  const ids = (list) => list.map(({ id }) => id)
  const exam = (changes = {}) => ({
    id: "e",
    started: 1,
    deadline: null,
    handedIn: null,
    items: [{ id: "a", revision: "0" }],
    responses: {},
    flagged: [],
    ...changes,
  })
  const DEFAULTS = {
    examDay: null,
    shortcuts: true,
    read: [],
    dailyLimit: 20,
    sessionSize: 10,
    definitionFirst: false,
    knowsSafari: false,
  }
  const session = {
    kind: "review",
    choice: "due",
    started: 1,
    items: [{ id: "a", revision: "0" }],
    attempts: [],
  }

  return {
    async "an attempt is found by its item and among all, as it was added"() {
      const [one, other] = [attempt({ id: "1", item: "a" }), attempt({ id: "2", item: "b" })]

      const saved = [await attempts.add(one), await attempts.add(other)]

      same(saved, [isStored, isStored])
      same(await attempts.ofItem("a"), [one])
      same(await attempts.all(), [one, other])
      same(
        [...(await attempts.ofItems(["b", "none"]))],
        [
          ["b", [other]],
          ["none", []],
        ],
      )
    },

    async "an attempt is added once, however often"() {
      const one = attempt({ id: "1" })

      await Promise.all([
        attempts.add(one),
        attempts.add(one),
        attempts.add({ ...one, response: ["b"] }),
      ])

      same(await attempts.all(), [one])
    },

    async "attempts that are added at once are all there, in their sequence"() {
      const many = Array.from({ length: 50 }, (_, place) => attempt({ id: `${place}` }))

      await Promise.all(many.map(attempts.add))

      same(ids(await attempts.all()), ids(many))
    },

    async "an attempt is taken back, and no other"() {
      await attempts.add(attempt({ id: "1" }))
      await attempts.add(attempt({ id: "2" }))

      await attempts.takeBack("1")
      await attempts.takeBack("none")

      same(ids(await attempts.all()), ["2"])
    },

    async "what is changed after it was added is stored as it was"() {
      const one = attempt({ id: "1" })
      await attempts.add(one)

      one.response.push("b")

      same((await attempts.all())[0].response, ["a"])
    },

    async "an exam is stored, changed and removed"() {
      await exams.put(exam())

      const after = await exams.change(exam(), (before) => ({ ...before, flagged: ["a"] }))

      same(after.flagged, ["a"])
      same(await exams.get("e"), after)
      same(ids(await exams.open()), ["e"])
      await exams.remove("e")
      same([await exams.get("e"), await exams.all()], [null, []])
    },

    async "changes of an exam at once lose nothing of each other"() {
      const flag = (id) =>
        exams.change(exam(), (before) => ({ ...before, flagged: [...before.flagged, id] }))

      await Promise.all(["a", "b", "c"].map(flag))

      same((await exams.get("e")).flagged, ["a", "b", "c"])
    },

    async "an exam that is submitted twice adds its attempts once"() {
      await exams.put(exam())
      const submit = () =>
        exams.change(
          exam(),
          (before) => ({ ...before, handedIn: 5 }),
          () => [attempt({ id: "e-1" })],
        )

      await Promise.all([submit(), submit()])

      same(ids(await attempts.all()), ["e-1"])
      same([ids(await exams.open()), ids(await exams.all())], [[], ["e"]])
    },

    async "exams come the oldest first"() {
      for (const [id, started] of [
        ["b", 3],
        ["c", 1],
        ["a", 2],
      ])
        await exams.put(exam({ id, started }))

      same(ids(await exams.all()), ["c", "a", "b"])
    },

    async "there is one session of each kind"() {
      await sessions.put(session)
      await sessions.put({ ...session, attempts: ["1"] })
      await sessions.put({ ...session, kind: "cards" })

      same((await sessions.get("review")).attempts, ["1"])
      await sessions.remove("review")
      same([await sessions.get("review"), (await sessions.get("cards")).kind], [null, "cards"])
    },

    async "settings are merged, and have defaults"() {
      same(await settings.get(), DEFAULTS)

      await Promise.all([
        settings.put({ shortcuts: false }),
        settings.put({ examDay: "2026-12-24" }),
      ])

      same(await settings.get(), { ...DEFAULTS, examDay: "2026-12-24", shortcuts: false })
    },

    async "everything is read and replaced as a whole"() {
      await attempts.add(attempt({ id: "1" }))
      await exams.put(exam())
      await sessions.put(session)
      await settings.put({ shortcuts: false })
      const before = await everything.read()

      await everything.replace((contents) => ({
        ...contents,
        attempts: [...contents.attempts, attempt({ id: "2" })],
      }))

      const after = await everything.read()
      same(ids(after.attempts), ["1", "2"])
      same({ ...after, attempts: [] }, { ...before, attempts: [] })
      await everything.replace(() => everything.NOTHING)
      same(await everything.read(), { ...everything.NOTHING, warning: "" })
    },

    async "a replacement that fails changes nothing"() {
      await attempts.add(attempt({ id: "1" }))

      const fault = await everything
        .replace(() => {
          throw new Error("no")
        })
        .catch(({ message }) => message)

      same(fault, "no")
      same(ids(await attempts.all()), ["1"])
    },

    async "work that fails changes nothing, and the next is done"() {
      const work = async (stores) => {
        await stores.attempts.add(attempt({ id: "1" }))
        throw new Error("no")
      }

      const fault = await database.write(["attempts"], work).catch(({ message }) => message)
      await attempts.add(attempt({ id: "2" }))

      same([fault, ids(await attempts.all())], ["no", ["2"]])
    },

    async "what cannot be read is set aside, and the learner is told once"() {
      await attempts.add(attempt({ id: "1" }))
      await database.write(["attempts", "exams"], async (stores) => {
        await stores.attempts.add({ id: "half" })
        await stores.exams.put({ id: "odd" }, "odd")
      })

      const [first, second] = [await everything.read(), await everything.read()]

      same([first.warning === "", second.warning], [false, ""])
      same(second.aside, [{ id: "half" }, { id: "odd" }])
      same([ids(second.attempts), second.exams], [["1"], []])
    },
  }
}

/** @param {unknown} actual @param {unknown} expected */
function same(actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(sorted(value)))
  if (is !== should) throw new Error(`${is}\nshould be\n${should}`)
}

/** The same with the names of each record in order. @param {any} value @returns {any} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  )
}
