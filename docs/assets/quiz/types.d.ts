/* The words of the browser code, for the type checker and for people; browsers never load it. */

type Interaction = "choice" | "order" | "match" | "number" | "recall"
type Outcome = "correct" | "incorrect" | "unanswered"

/** The key is as the page carries it. */
type Judge<T> = (interaction: Interaction, key: string, response: readonly string[]) => T
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
type Decimal = { digits: bigint; power: number } | null

/** Puts everything in the order of this seed. */
type Arrange = (form: HTMLFormElement, key: string, seed: string) => void
/** Shows what the reader needs before giving an answer that can be graded. */
type Reveal = (form: HTMLFormElement) => void
/** Puts a response into the form's controls. */
type Fill = (form: HTMLFormElement, response: readonly string[]) => void
/** Marks what stands in the form, which is graded. */
type Show = (form: HTMLFormElement, key: string) => void

/** Functions of an item's form, and perhaps of more. */
type OfForm<T = void, More extends any[] = []> = (form: HTMLFormElement, ...more: More) => T

/** How one interaction looks and is read. */
interface View {
  /** What the button says, if not "Check". */
  label?: string
  /** The first words after grading, if not "Right." or "Not right." */
  verdicts?: { correct: string; incorrect: string }
  arrange?: Arrange
  /** The submitter is the button that was pressed. */
  read(form: HTMLFormElement, submitter: any): string[]
  reveal?: Reveal
  fill: Fill
  show?: Show
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

/** A function of the attempts on one item, and perhaps of more. */
type OfHistory<T, More extends any[] = []> = (attempts: readonly Attempt[], ...more: More) => T

interface Item {
  id: string
  revision: string
}

/** What an item's latest attempt says of the item as it is now. */
type Verdict = Outcome | "unseen" | "changed"
type Judgement = (attempt?: Attempt, revision?: string) => Verdict

type Make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
) => HTMLElementTagNameMap[Tag]

type Find = (within: Element, selector: string) => any
type Mark = (row: any, isRight: boolean, words: string) => void
type Shuffle<Key extends any[] = []> = (words: string[], ...key: [...Key, seed: string]) => string[]
type Random = (seed: string) => number
type InPlace = (nouns: string, ...asked: Parameters<Asks<string>>) => string

type MakeButton = (name: string, text: string) => Node
type Graded = (response: string[], outcome: "correct" | "incorrect") => void
type MakeRadio = (value: string) => Node
type Listeners = Record<string, (event: any, form: any) => void>

type IsWithin = (decimals: any[]) => boolean
type ParseNumber = (text: string | undefined) => Decimal
type ParseAttempt = (value: any) => Attempt | null

type AttemptsOn = (item: string) => Promise<Attempt[]>
type Add = (attempt: Attempt) => Promise<boolean>
type Connect<From extends any[]> = (...from: From) => Promise<IDBDatabase>
type Create = (database: IDBDatabase, from: number) => void
type Transact = <T>(mode: IDBTransactionMode, work: (stores: IDBObjectStore[]) => T) => Promise<T>

/** Each item's attempts, oldest first, by its id. */
type Histories = ReadonlyMap<string, readonly Attempt[]>

/** What one attempt tells the schedule. */
interface Review {
  /** Whole days since the review before; 0 for the first. */
  elapsed: number
  rating: import("../vendor/ts-fsrs/index.mjs").Grade
}
