/** Questions and answers as a line of text, from the form as its page has it. */

/** Of each interaction: the words of a response. @type {Record<string, (form: HTMLFormElement, response: readonly string[]) => string[]>} */
const WORDS = {
  choice: (form, ids) => ids.map((id) => textOf(form.querySelector(`label:has([value="${id}"])`))),
  order: (form, ids) =>
    ids.map(
      (id, at) => `${at + 1}. ${wordsOf(form.querySelector(`fieldset [data-step="${id}"]`))}`,
    ),
  match: (form, ids) =>
    [...form.querySelectorAll("select")].map((select, at) => {
      const option = [...select.options].find(({ value }) => value !== "" && value === ids[at])
      return `${textOf(select.closest("label")?.firstElementChild)}: ${option ? wordsOf(option) : "–"}`
    }),
}

/** "" of nothing. @param {Paper} paper @param {readonly string[]} response */
export const answerWords = ({ explained, interaction }, response) =>
  response.some(Boolean) ? WORDS[interaction](explained, response).join("; ") : ""

/** @param {Paper} paper */
export const keyWords = (paper) => answerWords(paper, paper.key.split(" "))

/** Its own, without its controls. @param {HTMLElement | null} element */
const wordsOf = (element) => element?.dataset.text ?? textOf(element)

/** @param {Element | null | undefined} element */
const textOf = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim()
