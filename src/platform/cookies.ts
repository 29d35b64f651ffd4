import type { Area } from './area'

// 400 days is the most that browsers keep: https://developer.chrome.com/blog/cookie-max-age-expires
const MAX_AGE_S = 400 * 86_400
const SHARED_KEYS = /\.(identity|session|consent)$/

/** Keeps what the subdomains of a site share in cookies, and everything else, or what is too long, in `area`. */
export function withCookies(area: Area): Area {
  const domain = widestDomain()
  const put = (key: string, value: string, maxAgeS: number): void => {
    const secure = location.protocol === 'https:' ? ';secure' : ''
    putCookie(`${key}=${value};path=/;max-age=${maxAgeS};samesite=lax${domain}${secure}`)
  }
  const removeItem = (key: string): void => {
    area.removeItem(key)
    if (SHARED_KEYS.test(key)) put(key, '', -1)
  }
  return {
    getItem: (key) => readCookie(key) ?? area.getItem(key),
    setItem(key, text) {
      if (!SHARED_KEYS.test(key)) return area.setItem(key, text)
      put(key, encodeURIComponent(text), MAX_AGE_S)
      if (readCookie(key) === text) return area.removeItem(key)
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
