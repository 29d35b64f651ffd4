import type { Area } from './area'
import { attempt } from './attempt'

// 400 days is the most that browsers keep: https://developer.chrome.com/blog/cookie-max-age-expires
const MAX_AGE_S = 400 * 86_400
const SHARED_KEYS = /\.(identity|session|consent)$/
/** Begins what stands in `area` for a value that is in a cookie; no JSON does. */
const MARK = '#'

/**
 * Keeps what the subdomains of a site share in cookies, and everything else, or what is too long, in `area`. No tab hears of a
 * cookie: beside each stands a mark in `area`, another one for each value, of which the tabs of the same origin do.
 */
export function withCookies(area: Area): Area {
  const domain = widestDomain()
  const put = (key: string, value: string, maxAgeS: number): void => {
    const secure = location.protocol === 'https:' ? ';secure' : ''
    putCookie(`${key}=${value};path=/;max-age=${maxAgeS};samesite=lax${domain}${secure}`)
  }
  const getItem = (key: string): string | null => {
    const text = readCookie(key) ?? area.getItem(key)
    return text?.startsWith(MARK) ? null : text
  }
  const mark = (key: string): void => {
    const count = Number(area.getItem(key)?.slice(MARK.length)) || 0
    area.setItem(key, MARK + (count + 1))
  }
  const removeItem = (key: string): void => {
    area.removeItem(key)
    if (SHARED_KEYS.test(key)) put(key, '', -1)
  }
  return {
    getItem,
    setItem(key, text) {
      if (!SHARED_KEYS.test(key)) return area.setItem(key, text)
      put(key, encodeURIComponent(text), MAX_AGE_S)
      // Where the area is full the value is kept all the same, and tabs look at it when they get the focus.
      if (readCookie(key) === text) return void attempt(() => mark(key))
      removeItem(key)
      area.setItem(key, text)
    },
    removeItem,
    keys: () => [...area.keys(), ...cookiePairs().map(([key]) => key)],
  }
}

/** Set through the property, because the Cookie Store API is asynchronous and the page may be ending. */
const putCookie = (cookie: string): boolean => Reflect.set(document, 'cookie', cookie)

const cookiePairs = (): [string, string][] =>
  document.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), pair.slice(at + 1)]
  })

function readCookie(key: string): string | undefined {
  const found = cookiePairs().find(([name]) => name === key)
  return found && decodeURIComponent(found[1])
}

/** `;domain=…` of the whole site: the shortest suffix of the host name for which the browser accepts a cookie. */
function widestDomain(): string {
  const labels = location.hostname.split('.')
  const name = 'handrail.probe'
  for (let from = labels.length - 2; from >= 0; from--) {
    const domain = `;domain=${labels.slice(from).join('.')}`
    putCookie(`${name}=1;max-age=5${domain}`)
    const accepted = readCookie(name) === '1'
    putCookie(`${name}=;max-age=-1${domain}`)
    if (accepted) return domain
  }
  return '' // localhost, an IP address: this host only
}
