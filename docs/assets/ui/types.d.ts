/* The words of parts of a page; browsers never load it. */

type Make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
) => HTMLElementTagNameMap[Tag]

type Find = (within: Element, selector: string) => any

/** Of a table. */
type Cell = Node | string

/** A key, or several, and what it does: ["1 to 9", "choose an option"]. */
type Shortcut = readonly [key: string, what: string]
