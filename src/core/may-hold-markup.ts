/** What emphasis, code, links, escapes, line breaks and lists begin with, as JSON writes it. */
const MARKUP = /\*[^\s"*]|`|\]\(|\\[^"]|" {0,3}(?:[-+*]|\d{1,9}[.)]) /

/** Whether a text in this part of a config may hold Markdown, which only then has to be parsed; rather once too often. */
export const mayHoldMarkup = (part: object): boolean => MARKUP.test(JSON.stringify(part))
