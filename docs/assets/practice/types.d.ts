/* The words of practice, for the type checker and for people; browsers never load it. */

/* What is kept, and what there is */

/** A mock exam: what is asked, and what was answered until it was handed in. */
interface Exam {
  id: string
  /** Milliseconds since 1970, as are the next two. */
  started: number
  /** When the time is up; null without a timer. */
  deadline: number | null
  /** Null until then; the exam's attempts are stored with it. */
  handedIn: number | null
  /** In the sequence in which they are asked, as they were at the start. */
  items: Item[]
  /** By the item's id; no entry where nothing was chosen. */
  responses: Record<string, string[]>
  /** The ids of the items to look at again. */
  flagged: string[]
}

/** What readers may set. */
interface ReaderSettings {
  /** "YYYY-MM-DD" in the reader's own time zone. */
  examDay: string | null
  /** Whether single keys do something in the mock exam. */
  shortcuts: boolean
}

/** What travels in an exported file. Each list is in the sequence in which it was stored. */
interface Progress {
  attempts: Attempt[]
  /** What was found in storage and is no attempt. */
  aside: unknown[]
  exams: Exam[]
  /** Only what the reader has set. */
  settings: Partial<ReaderSettings>
}

/** All that is kept. */
interface Contents extends Progress {
  /** What was there before the last import, and the ids of attempts and exams that it added. */
  snapshot: (Progress & { added: string[] }) | null
}

interface Score {
  questions: number
  seen: number
  right: number
  mastered: number
}

/** What quizzes/index.json tells of a quiz. */
interface QuizEntry {
  slug: string
  title: string
  page: string
  items: (Item & { objective: string; interaction: Interaction })[]
}

/** An entry of the glossary; its flashcard is filed under the id. */
interface TermEntry extends Item {
  anchor: string
}

/** What quizzes/index.json holds. */
interface Index {
  quizzes: QuizEntry[]
  terms: TermEntry[]
  /** How much each exam objective weighs in a mock exam. */
  blueprint: Record<string, number>
  /** What each objective of the blueprint says. */
  objectives: Record<string, string>
}

/* Review and flashcards */

/** An item, and the quiz or list that it comes from. */
interface TopicItem extends Item {
  topic: string
}

/** What a review session is made of. */
interface SessionPlan {
  choice: "due" | "missed" | "mix"
  size: number
  /** Milliseconds since 1970. */
  now: number
  /** YYYY-MM-DD, null if there is none. */
  examDay: string | null
  /** The same seed gives the same session. */
  seed: string
}

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

/** What decides when an item is due. */
interface Standing {
  attempts: readonly Attempt[]
  /** YYYY-MM-DD, null if there is none or it is over. */
  examDay: string | null
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

/* Mock exam */

/** What an exam may ask, and the quiz that it comes from. */
type Candidate = QuizEntry["items"][number] & { quiz: QuizEntry }

/** An item of an exam. */
interface Paper extends Item {
  interaction: Interaction
  /** Never on the page while the exam is sat. */
  key: string
  /** As it is asked: without anything that tells what is right. */
  form: HTMLFormElement
  /** As it is explained, for cloning. */
  explained: HTMLFormElement
  /** The steps or responses whose places in this list stand for them in the form. */
  disguises: string[]
}

type Papers = ReadonlyMap<string, Paper>

/** How far a response goes. */
type Extent = "unanswered" | "incomplete" | "answered"

/** What an item of an exam that was handed in came to. */
type Result = Pick<Attempt, "item" | "revision" | "response" | "outcome">

/* Progress */

/** How one item stands. */
interface ItemScore {
  /** Answered at least once. */
  seen: boolean
  /** The latest answer is right and holds for the item as it is. */
  right: boolean
  /** The latest answer is not right and holds for the item as it is. */
  wrong: boolean
  mastered: boolean
  due: boolean
}

/** By the item's id. */
type ItemScores = ReadonlyMap<string, ItemScore>

/** Of the answers given with one confidence. */
interface Calibration {
  confidence: Confidence
  answers: number
  right: number
}

interface Week {
  /** Days from 1970. */
  monday: number
  /** How many answers were given on each day that is not still to come. */
  counts: number[]
}

/** Of a table. */
type Cell = Node | string

interface HTMLElementTagNameMap {
  "quiz-mark": HTMLElement
}
