/* The words of a quiz's page; browsers never load it. */

/** Puts everything in the order of this seed. */
type Arrange = (form: HTMLFormElement, key: string, seed: string) => void
/** Puts a response into the form's controls. */
type Fill = (form: HTMLFormElement, response: readonly string[]) => void
/** Marks what is in the form, which is graded, and explains it. */
type Show = (form: HTMLFormElement, key: string) => void

/** Functions of an item's form, and perhaps of more. */
type OfForm<T = void, More extends any[] = []> = (form: HTMLFormElement, ...more: More) => T

/** How one interaction looks and is read. */
interface View {
  /** What the button says, if not "Check". */
  label?: string
  /** The first words after grading, if not "Right." or "Not quite." */
  verdicts?: { correct: string; incorrect: string }
  arrange?: Arrange
  /** The submitter is the button that was pressed. */
  read(form: HTMLFormElement, submitter: any): string[]
  /** Chooses what has this place, from 0. */
  choose?: OfForm<void, [place: number]>
  /** How much of an answer there is, in words; "" if there is nothing to count. */
  progress?: OfForm<string, [key: string]>
  /** Shows what the learner needs before giving an answer that can be graded. */
  reveal?: OfForm
  /** The buttons by which the learner grades the answer. */
  judge?: () => Node[]
  fill: Fill
  show?: Show
  /** The sentence that says what is right. */
  verdict?: OfForm<string | (string | Node)[], [key: string]>
  /** Selectors of the reasons for what was chosen and is wrong. */
  missteps?: OfForm<string[], [key: string]>
}

type Graded = (response: string[], outcome: "correct" | "incorrect") => void
type Listeners = Record<string, (event: any) => void>
