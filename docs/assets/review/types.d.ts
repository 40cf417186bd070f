/* The words of review; browsers never load it. */

/** What is asked, and where it comes from. */
interface Question {
  /** Never shown itself: each time it is asked, a copy is. */
  form: HTMLFormElement
  /** Of its quiz. */
  title: string
  /** The address of the page that explains it. */
  page: string
  /** The address of the question itself. */
  link: string
}

/** What the start of review shows. */
interface Waiting {
  /** How many of each are there. */
  due: number
  today: number
  missed: number
  unseen: number
  limit: number
  /** Of an open session. */
  open: { place: number; size: number } | null
  weakest: { slug: string; title: string } | null
}
