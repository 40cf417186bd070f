/** Says why a file of the lab did not come. */

/** A HEAD request goes past what the guide keeps, to the network. @returns {Promise<string>} */
export const whyNotLoaded = () =>
  fetch(location.href, { method: "HEAD", cache: "no-store" }).then(
    () =>
      "A file of the lab could not be loaded, although there is a network. The guide has probably been updated since you opened this page: reload the page.",
    () => "A file of the lab could not be loaded, because there is no network.",
  )
