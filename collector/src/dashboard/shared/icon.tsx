// Drawn on a 16 px grid with one stroke weight; colour and size come from the text around them.
const PATHS = {
  portfolio: 'M2.5 13.5h11M4 11V8m4 3V3m4 8V5.5',
  accounts: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  account: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  live: 'M1.5 8h3l2-5 3 10 2-5h3',
  definitions: 'M3.5 2.5h7a2 2 0 0 1 2 2v9h-7a2 2 0 0 1-2-2zM3.5 11.5a2 2 0 0 1 2-2h7',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5v.2',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4l3.1 3.1',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6L12.5 8z',
  flag: 'M3.5 14V2.5M3.5 3h8.2l-1.8 3 1.8 3H3.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  logout: 'M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3',
} as const

export type IconName = keyof typeof PATHS

/** Decoration: the words beside it carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

/** A rail with three posts. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d="M2.5 14.5 21.5 6"
        fill="none"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
      />
      <path
        d="M6 13v7.5M12 10.3v10.2M18 7.6v12.9"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </svg>
  )
}
