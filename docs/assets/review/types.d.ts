/* The words of review and flashcards; browsers never load it. */

/** What a page of sessions asks. */
interface Practice {
  /** What one of its questions is called. */
  noun: string
  /** The legend over the choices. */
  asks: string
  /** Value, name and explanation of each. */
  choices: [string, string, string][]
  itemsOf(index: Index): TopicItem[]
  draw(items: readonly TopicItem[], histories: Histories, plan: Omit<SessionPlan, "choice"> & { choice: string }): TopicItem[]
}

/** Where a page of sessions shows what. */
interface SessionPage {
  practice: Practice
  index: Index
  items: readonly TopicItem[]
  status: HTMLElement
  body: HTMLElement
}

/** What is asked, and the section that it comes from. */
interface Question {
  /** Never shown itself: each time it is asked, a copy is. */
  form: HTMLFormElement
  title: string
  href: string
}

interface Answer extends Question {
  attempt: Attempt
}
