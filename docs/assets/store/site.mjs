/** The path of this site. Sites on one host share its storage, so every name in it starts with the path. */

export const SITE = new URL("../../", import.meta.url).pathname
