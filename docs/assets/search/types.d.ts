/* The words of the search, for the type checker and for people; browsers never load it. */

/** A page, or a section of one, as the build writes it. */
interface Entry {
  /** From the site's root; with # where it is a section. */
  location: string
  title: string
  text: string
  boost?: number
}

interface Prepared {
  entry: Entry
  /** The title of its page. */
  page: string
  names: ReadonlySet<string>
  title: readonly string[]
  text: ReadonlyMap<string, number>
  weight: number
}

interface Searchable {
  prepared: readonly Prepared[]
  /** In how many entries each word is. */
  known: ReadonlyMap<string, number>
  /** The words of titles. */
  spelled: ReadonlyMap<string, number>
}

interface Hit {
  entry: Entry
  page: string
  score: number
}
