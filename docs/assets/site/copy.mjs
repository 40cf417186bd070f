/** A button on each block of code that copies it. */

import { make } from "../ui/make.mjs"

const NAME = "Copy to clipboard"
const STAYS = 2_000

for (const code of document.querySelectorAll(".highlight pre > code")) {
  const button = make("button", { type: "button", className: "md-code__button", title: NAME })
  button.dataset.mdType = "copy"
  const status = make("output", { className: "visually-hidden" })
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(code.textContent ?? "").then(
      () => "Copied",
      () => "Your browser did not allow copying",
    )
    button.title = done
    status.textContent = done
    button.classList.add("md-code__button--active")
    setTimeout(() => {
      button.title = NAME
      status.textContent = ""
      button.classList.remove("md-code__button--active")
    }, STAYS)
  })
  code.before(make("div", { className: "md-code__nav" }, button, status))
}
