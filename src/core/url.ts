// Browsers skip control characters inside a scheme, so "java\tscript:" is one: https://url.spec.whatwg.org/#concept-basic-url-parser
const SAFE = /^(?!\s)(?:https?:|mailto:|tel:|(?![a-z][a-z0-9+.-]*:))[^\p{Cc}]*$/iu

/** Whether a URL may be followed: http(s), mailto, tel or relative, without control characters. */
export const isSafeUrl = (url: string): boolean => SAFE.test(url)
