/** A page of sessions: what waits and what to ask, the session, and what came of it. */

import { byItem } from "../core/history.mjs"
import { dueAt, forecast, stillAhead } from "../core/schedule.mjs"
import { waiting } from "../core/session-draw.mjs"
import { newId, notice } from "../store/database.mjs"
import * as everything from "../store/everything.mjs"
import { button, goTo } from "../ui/controls.mjs"
import { make } from "../ui/make.mjs"
import { fetchIndex } from "../ui/site.mjs"
import { forecastPart } from "./forecast-chart.mjs"
import { examDayField, startForm } from "./forms.mjs"
import { fetchQuestions } from "./questions.mjs"
import { runSession } from "./run.mjs"
import { whatCame, whatNext, whatWaits, whenAgain } from "./sentences.mjs"

const UNREACHABLE = "The questions could not be loaded. Look at your connection and try again; your answers are safe."
const NOTHING = "There is nothing of that to ask now. Choose something else."
const DAYS = 14
const TEN_YEARS = 3650

/**
 * @param {Element} host
 * @param {Practice} practice
 */
export async function openSessions(host, practice) {
  const status = make("p", { className: "quiz-item__notice", role: "status", tabIndex: -1 })
  const body = make("div", { className: "quiz-session" })
  host.replaceChildren(status, body)
  const index = await fetchIndex()
  if (index) await offer({ practice, index, items: practice.itemsOf(index), status, body })
  else status.textContent = UNREACHABLE
}

/** Say what waits and let the reader choose. @param {SessionPage} page */
async function offer(page) {
  const { practice, items, status, body } = page
  const { attempts, settings, warning } = await everything.read()
  status.textContent = `${warning}${notice()}`
  const line = make("p", { className: "quiz-session__line", role: "status", tabIndex: -1 })
  const chart = make("div")
  let standing = show(settings.examDay ?? null)
  body.replaceChildren(
    line,
    startForm(practice, (choice, size) => begin(page, standing, choice, size)),
    make("h2", {}, `The coming ${DAYS} days`),
    chart,
    examDayField(standing.examDay, (day) => (standing = show(day))),
  )
  return line

  /** @param {string | null} day */
  function show(day) {
    const now = Date.now()
    const examDay = stillAhead(day, now)
    const histories = byItem(attempts, now)
    const coming = forecast(items, histories, now, TEN_YEARS, examDay)
    line.textContent = whatWaits(waiting(items, histories, now, examDay), coming, now, items.length, practice.noun)
    chart.replaceChildren(...forecastPart(coming.slice(0, DAYS), now, practice.noun))
    return { attempts, examDay }
  }
}

/**
 * @param {SessionPage} page
 * @param {Standing} standing
 * @param {string} choice
 * @param {number} size
 */
async function begin(page, { attempts, examDay }, choice, size) {
  const { practice, index, items, status, body } = page
  const now = Date.now()
  const histories = byItem(attempts, now)
  const drawn = practice.draw(items, histories, { choice, size, now, examDay, seed: newId() })
  const questions = await fetchQuestions(drawn, index).catch(() => null)
  if (!questions?.length) {
    status.textContent = questions ? NOTHING : UNREACHABLE
    status.focus()
    return
  }
  status.textContent = ""
  const answers = await runSession(body, questions, practice.noun, (attempt) => {
    const history = [...(histories.get(attempt.item) ?? []), attempt]
    return whenAgain(dueAt(history, attempt.revision, examDay) ?? attempt.at, attempt.at)
  })
  if (answers.length === 0) goTo(await offer(page))
  else end(page, { attempts: [...attempts, ...answers.map(({ attempt }) => attempt)], examDay }, answers)
}

/**
 * @param {SessionPage} page
 * @param {Standing} standing - with what was answered
 * @param {readonly Answer[]} answers
 */
function end(page, { attempts, examDay }, answers) {
  const { practice, items, body } = page
  const now = Date.now()
  const next = whatNext(forecast(items, byItem(attempts, now), now, TEN_YEARS, examDay), now, practice.noun)
  const heading = make("h2", { tabIndex: -1 }, "Session over")
  const again = button("Another session", async () => goTo(await offer(page)))
  body.replaceChildren(heading, make("p", {}, `${whatCame(answers)} ${next}`), ...readAgain(answers), again)
  goTo(heading)
}

/** The sections behind what was missed. @param {readonly Answer[]} answers */
function readAgain(answers) {
  const missed = answers.filter(({ attempt }) => attempt.outcome !== "correct")
  const sections = new Map(missed.map(({ href, title }) => [href, title]))
  if (sections.size === 0) return []
  const links = [...sections].map(([href, title]) => make("li", {}, make("a", { href }, title)))
  return [make("h3", {}, "Read again"), make("ul", {}, ...links)]
}
