const PATHS = {
  projects: 'M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v6h-4z',
  reports: 'M4 19V5M4 19h16M8 16v-4M12 16V8M16 16v-6',
  team: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 5.5a3 3 0 0 1 0 5M17.5 13.7a5.5 5.5 0 0 1 3 5.3',
  settings:
    'M5 7h8M17 7h2M5 17h2M11 17h8M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  billing: 'M3.5 6.5h17v11h-17zM3.5 10.5h17M7 14.5h3',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  exit: 'M14 5h5v14h-5M14 12H4M8 8l-4 4 4 4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const

/** A line drawing of 24 px, in the colour of the text around it; decoration to a screen reader. */
export function Icon({ name, mirrored = false }: { name: keyof typeof PATHS; mirrored?: boolean }) {
  return (
    <svg class={mirrored ? 'icon mirrored' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** Two wheels that share an axle. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <circle class="logo-back" cx="20" cy="16" r="8.5" />
      <circle class="logo-front" cx="12" cy="16" r="8.5" />
    </svg>
  )
}
