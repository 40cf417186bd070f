/* The words of the browser code, for the type checker and for people; browsers never load it. */

type Interaction = "choice" | "order" | "match" | "number" | "recall"
type Difficulty = "recall" | "apply" | "analyze"
type Outcome = "correct" | "incorrect" | "unanswered"

/** The key, split at its spaces, makes ids. */
type Asks<T> = (ids: readonly string[], response: readonly string[]) => T

/** What one interaction asks of a response. */
interface Rule {
  /** The sentence that says what the response lacks to be an answer; "" if it is one. */
  lacks: Asks<string>
  isRight: Asks<boolean>
  /** The sentence that says what is right in a wrong response; "" if nothing can be said. */
  gains?: Asks<string>
}

/** An exact number: digits × 10^power. */
interface Decimal {
  digits: bigint
  power: number
}

type Confidence = "sure" | "unsure" | "guessing"

/** One answer to one item; never changed once stored. */
interface Attempt {
  id: string
  item: string
  /** Of the item when it was answered. */
  revision: string
  response: string[]
  outcome: Outcome
  confidence: Confidence | null
  /** Milliseconds since 1970. */
  at: number
}

type Test = (value: any) => boolean

interface Item {
  id: string
  revision: string
}

/** What an item's latest attempt says of the item as it is now. */
type Verdict = Outcome | "unseen" | "changed"

/* What is kept, and what there is */

/** A mock exam: what is asked, and what was answered until it was submitted. */
interface Exam {
  id: string
  /** Milliseconds since 1970, as are the next three. */
  started: number
  /** When the time is up; null without a timer. */
  deadline: number | null
  /** Since when the clock stands still; null while it runs. */
  paused: number | null
  /** When it was submitted; null until then. The exam's attempts are stored with it. */
  handedIn: number | null
  /** In the sequence in which they are asked, as they were at the start. */
  items: Item[]
  /** By the item's id; no entry where nothing was chosen. */
  responses: Record<string, string[]>
  /** The ids of the items to look at again. */
  flagged: string[]
  /** The ids of the items whose answer is a guess. */
  guessed: string[]
  /** The options that the reader has ruled out, by the item's id. */
  struck: Record<string, string[]>
  /** Milliseconds spent on each item, by its id. */
  times: Record<string, number>
}

/** A run of review or of flashcards that is under way. */
interface Session {
  kind: "review" | "cards"
  /** What was asked for: "due", "missed", "mix", "topic-peft", ... */
  choice: string
  /** Milliseconds since 1970. */
  started: number
  /** In the sequence in which they are asked. */
  items: Item[]
  /** The ids of its attempts so far, one for each of the first items. */
  attempts: string[]
}

/** What readers may set. */
interface ReaderSettings {
  /** "YYYY-MM-DD" in the reader's own time zone. */
  examDay: string | null
  /** Whether single keys do something in the mock exam. */
  shortcuts: boolean
  /** The lessons that were read, by their path from the site's root. */
  read: string[]
  /** How many questions come up for review on one day; 0 is no limit. */
  dailyLimit: number
  /** How many questions a session of review has. */
  sessionSize: number
  /** Whether flashcards show the definition first. */
  definitionFirst: boolean
  /** Whether the note on what Safari deletes was read. */
  knowsSafari: boolean
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

/** All that is stored. */
interface Contents extends Progress {
  sessions: Session[]
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
  items: (Item & {
    objective: string
    interaction: Interaction
    difficulty: Difficulty
    facts: number[]
  })[]
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
  exam: ExamSettings
  /** Groups of quizzes, by slug, whose subjects are taken for one another. */
  confusable: string[][]
}

/** How a mock exam is set and scored. */
interface ExamSettings {
  /** How many questions a reader may ask for. */
  sizes: number[]
  /** Time for one question. */
  seconds: number
  /** What a share of right answers does not say about a score. */
  scale: string
  /** Percent of right answers that the guide suggests before the real exam. */
  goal: number
}

/* Review and flashcards */

/** An item, and the quiz or list that it comes from. */
interface TopicItem extends Item {
  topic: string
  /** Numbers of the facts that it asks and that others ask too. */
  facts?: number[]
  /** Whether its topic is taken for another one. */
  isConfusable?: boolean
}

/** What a review session is made of. */
interface SessionPlan {
  choice: "due" | "missed" | "mix" | "new" | "all"
  size: number
  /** Milliseconds since 1970. */
  now: number
  /** YYYY-MM-DD, null if there is none. */
  examDay: string | null
  /** The same seed gives the same session. */
  seed: string
}

/** What decides when an item is due. */
interface Standing {
  attempts: readonly Attempt[]
  /** YYYY-MM-DD, null if there is none or it is over. */
  examDay: string | null
}

/* Mock exam */

/** What a learner asks of a new exam; "" where anything will do. */
interface ExamChoice {
  objective: string
  /** The slug of a quiz. */
  topic: string
  difficulty: Difficulty | ""
  only: "unseen" | "missed" | ""
}

/** What an exam may ask, and the quiz that it comes from. */
type Candidate = QuizEntry["items"][number] & { quiz: QuizEntry }

/** How far a response goes. */
type Extent = "unanswered" | "incomplete" | "answered"

/** The result of one item of an exam that was submitted. */
type Result = Pick<Attempt, "item" | "revision" | "response" | "outcome">

/* Progress */

/** A share of the exam's questions that the reader would get right, in percent, and its likely range. */
interface Estimate {
  score: number
  low: number
  high: number
}

interface Readiness extends Estimate {
  seen: number
  level: "unknown" | "not yet" | "nearly" | "ready"
  /** The weight is in percent. */
  objectives: (Estimate & {
    name: string
    title: string
    weight: number
    questions: number
    seen: number
  })[]
}

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

/** Each item's attempts, oldest first, by its id. */
type Histories = ReadonlyMap<string, readonly Attempt[]>

/** What one attempt tells the schedule. */
interface Review {
  /** Whole days since the review before; 0 for the first. */
  elapsed: number
  rating: import("../vendor/ts-fsrs/index.mjs").Grade
}

/* Where the reader stands */

interface Counts {
  questions: number
  seen: number
  unseen: number
  right: number
  /** Wrong the last time. */
  missed: number
  mastered: number
  due: number
}

interface WeekDay {
  answers: number
  isToday: boolean
  isDone: boolean
}

interface ReaderState extends Counts {
  /** How many attempts there are. */
  answers: number
  /** The open mock exam: its id, its size, the place of its first open question, milliseconds left. */
  exam: { id: string; size: number; place: number; left: number | null } | null
  weakest: { slug: string; title: string; page: string } | null
  /** Days to the exam, null without a date that lies ahead. */
  daysLeft: number | null
  cards: { due: number; known: number }
  topics: (Counts & { slug: string })[]
  week: WeekDay[]
}

type Advice = "exam" | "due" | "missed" | "weakest" | "unseen" | "done"
