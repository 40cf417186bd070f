/* The words of a quiz's page; browsers never load it. */

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

type Mark = (row: any, isRight: boolean, words: string) => void

type MakeButton = (name: string, text: string) => Node
type Graded = (response: string[], outcome: "correct" | "incorrect") => void
type MakeRadio = (value: string) => Node
type Listeners = Record<string, (event: any, form: any) => void>
