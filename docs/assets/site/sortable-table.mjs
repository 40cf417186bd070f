/** Makes the table that follows the element sortable by each column, and its rows filtered. */

const NEXT = { none: "ascending", ascending: "descending", descending: "none" }
const WORDS = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

class SortableTable extends HTMLElement {
  #field = document.createElement("input")
  #status = document.createElement("output")
  /** @type {HTMLTableRowElement[]} */
  #rows = []

  connectedCallback() {
    const table = tableAfter(this)
    if (!table || this.firstChild) return
    this.#rows = [...table.tBodies[0].rows]
    for (const head of table.tHead?.rows[0].cells ?? []) this.#addButton(head)
    this.#addFilter()
    this.#filter()
  }

  /** @param {HTMLTableCellElement} head */
  #addButton(head) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...head.childNodes)
    button.addEventListener("click", () => this.#sort(head))
    head.append(button)
  }

  #addFilter() {
    const label = document.createElement("label")
    label.append("Filter the table ", this.#field)
    this.#field.type = "search"
    this.#field.addEventListener("input", () => this.#filter())
    this.append(label, this.#status)
  }

  #filter() {
    const sought = words(this.#field.value)
    for (const row of this.#rows) {
      const text = words(row.textContent ?? "").join(" ")
      row.hidden = !sought.every((word) => text.includes(word))
    }
    const shown = this.#rows.filter((row) => !row.hidden).length
    this.#status.textContent = `${shown} of ${this.#rows.length} rows`
  }

  /** @param {HTMLTableCellElement} head */
  #sort(head) {
    const next = NEXT[/** @type {keyof typeof NEXT} */ (head.ariaSort ?? "none")]
    for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort")
    if (next !== "none") head.ariaSort = next
    head.closest("table")?.tBodies[0].append(...sorted(this.#rows, head.cellIndex, next))
  }
}

/**
 * The rows in the order of one column, or as written.
 *
 * A cell's `data-order` comes before its words: "medium" lies between "low" and "high".
 *
 * @param {readonly HTMLTableRowElement[]} rows - as written
 * @param {number} column
 * @param {string} order
 */
function sorted(rows, column, order) {
  if (order === "none") return rows
  const sign = order === "ascending" ? 1 : -1
  return rows.toSorted(
    (a, b) => sign * WORDS.compare(value(a.cells[column]), value(b.cells[column])),
  )
}

/** @param {HTMLTableCellElement} cell */
const value = (cell) => cell.dataset.order ?? cell.textContent ?? ""

/** @param {string} text */
const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean)

/**
 * The theme wraps tables, before or after this runs, so that only their order can be relied on.
 *
 * @param {HTMLElement} element
 */
function tableAfter(element) {
  const tables = element.closest("article")?.querySelectorAll("table") ?? []
  return [...tables].find(
    (table) => element.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
}

customElements.get("sortable-table") ?? customElements.define("sortable-table", SortableTable)
