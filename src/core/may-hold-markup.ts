/** What emphasis, code, links, escapes, line breaks and lists begin with, as JSON writes it; or a picture or video. */
const MARKUP = /\*[^\s"*]|`|\]\(|\\[^"]|" {0,3}(?:[-+*]|\d{1,9}[.)]) |"media":/

/** Whether this part of a config may hold Markdown or media, which are loaded only then; rather once too often. */
export const mayHoldMarkup = (part: object): boolean => MARKUP.test(JSON.stringify(part))
