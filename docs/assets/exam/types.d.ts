/* The words of the mock exam; browsers never load it. */

/** An item of an exam. */
interface Paper extends Item {
  interaction: Interaction
  /** Never on the page while the exam is sat. */
  key: string
  /** As it is asked: without anything that says what is right. */
  form: HTMLFormElement
  /** As it is explained, for cloning. */
  explained: HTMLFormElement
  /** The steps or responses whose places in this list name them in the form. */
  disguises: string[]
  /** Puts the form in its first order. */
  reset(): void
}

type Papers = ReadonlyMap<string, Paper>
