/** What people write under their score, by mood: promoters, passives, detractors. */
export const REASONS = {
  en: [
    [
      'Everybody sees the same board, so our Monday meeting went from an hour to fifteen minutes.',
      'It stays out of the way. I open it, move my cards and get on with the day.',
      'New people find their way on the first morning without anyone explaining it.',
      'The throughput report is the first thing my director asks for.',
      'Keyboard moves. I hardly touch the mouse any more.',
      'Fast, even on the train.',
    ],
    [
      'Good boards, but I would like to see all my tasks over all projects in one list.',
      'Works well for us. Notifications could be smarter.',
      'Fine for planning. We still keep budgets in a spreadsheet next to it.',
      'I like it, but not everyone on the team has picked it up yet.',
      'Reports are useful, I only miss a way to compare two months.',
    ],
    [
      'The export drops the due dates, so I type them in again every Friday.',
      'We asked support about permissions three weeks ago and are still waiting.',
      'Boards get slow once there are a few hundred cards on them.',
      'Too expensive for the people who only look at a board once a week.',
      'Since the last update my filters are gone every time I come back.',
      'Hard to use on a phone when I am out on site.',
    ],
  ],
  fa: [
    ['همه یک تخته را می‌بینند و جلسه‌هایمان کوتاه شده است.', 'ساده و سریع است؛ همان روز اول یادش گرفتیم.'],
    ['خوب است، ولی کاش تقویم شمسی هم داشت.', 'برای برنامه‌ریزی خوب است، اعلان‌ها می‌توانست بهتر باشد.'],
    ['خروجی فارسی در اکسل به‌هم می‌ریزد.', 'پشتیبانی دیر جواب می‌دهد.'],
  ],
  de: [
    [
      'Alle arbeiten auf demselben Board, das spart uns jede Woche ein Meeting.',
      'Schnell und übersichtlich.',
    ],
    [
      'Gute Boards, aber mir fehlt eine Liste über alle Projekte.',
      'Solide. Berichte dürften flexibler sein.',
    ],
    ['Der Export verliert die Fälligkeiten.', 'Zu teuer für Leute, die nur mitlesen.'],
  ],
} as const

export type Mood = 0 | 1 | 2

/** The reasons in the language of a locale, English where there are none. */
export function reasonsFor(locale: string, mood: Mood): readonly [string, ...string[]] {
  const language = locale.slice(0, 2)
  const texts = language === 'fa' || language === 'de' ? REASONS[language] : REASONS.en
  return texts[mood]
}
