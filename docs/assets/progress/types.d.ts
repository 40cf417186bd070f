/* The words of progress; browsers never load it. */

interface HTMLElementTagNameMap {
  "quiz-mark": HTMLElement
}
