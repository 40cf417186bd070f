/* The words of storage; browsers never load it. */

type AttemptsOn = (item: string) => Promise<Attempt[]>
type Add = (attempt: Attempt) => Promise<boolean>
type Connect<From extends any[]> = (...from: From) => Promise<IDBDatabase>
type Create = (database: IDBDatabase, from: number) => void
type Transact = <T>(mode: IDBTransactionMode, work: (stores: IDBObjectStore[]) => T) => Promise<T>
