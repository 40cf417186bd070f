/* The words of storage; browsers never load it. */

type StoreName = "attempts" | "aside" | "snapshots" | "exams" | "settings" | "sessions"

/** One store inside a transaction. */
interface Store {
  get(key: string): Promise<any>
  /** Every record, or those in which the field *index* is *value*. */
  all(index?: string, value?: string): Promise<any[]>
  /** The keys of the same. */
  keys(index?: string, value?: string): Promise<any[]>
  put(record: unknown, key: string): Promise<void>
  /** Under a new key. */
  add(record: unknown): Promise<void>
  remove(key: any): Promise<void>
  clear(): Promise<void>
}

type Stores = Record<string, Store>

/** Awaits nothing but the stores' verbs, or the transaction ends under it. */
type Work<T> = (stores: Stores) => Promise<T>

/** All of the work takes effect, or nothing. */
type Transact = <T>(mode: IDBTransactionMode, names: StoreName[], work: Work<T>) => Promise<T>

/** A page that was opened in this visit. */
interface RecentPage {
  title: string
  path: string
}
