import type { Announcement } from 'handrail/schema'
import { t } from '../languages'
import type { Scene, Scenes } from '../scene'
import { BY_CODE, LATER, PICTURE, SHOW_ME } from './texts'

const RELEASE = {
  id: 'scene',
  when: BY_CODE,
  title: t(
    'Boards are faster',
    'Boards sind schneller',
    'ボードが速くなりました',
    'تخته‌ها سریع‌تر شدند',
    'اللوحات أسرع الآن',
  ),
  body: t(
    'They open **twice as fast**, and cards can be moved with the keyboard.',
    'Sie öffnen **doppelt so schnell**, und Karten lassen sich mit der Tastatur bewegen.',
    '表示が **2 倍速く**なり、カードをキーボードで動かせるようになりました。',
    'اکنون **دو برابر سریع‌تر** باز می‌شوند و کارت‌ها را می‌توان با صفحه‌کلید جابه‌جا کرد.',
    'تفتح **أسرع بمرتين**، ويمكن نقل البطاقات بلوحة المفاتيح.',
  ),
} as const satisfies Announcement

const announcement = (title: string, more: Partial<Announcement>): Scene => ({
  title,
  config: { version: 1, announcements: [{ ...RELEASE, ...more }] },
})

export const announcements: Scenes = {
  'announcement-modal': announcement('Release note', { media: PICTURE }),
  'announcement-slideout': announcement('Release note in a corner', {
    as: 'slideout',
    media: PICTURE,
    buttons: [
      { label: LATER, do: 'snooze', style: 'secondary' },
      { label: SHOW_ME, do: { navigate: '/gallery' } },
    ],
  }),
  'announcement-banner': announcement('Outage', {
    as: 'banner',
    title: t(
      'Exports are slow today',
      'Exporte sind heute langsam',
      '本日、書き出しに時間がかかっています',
      'خروجی گرفتن امروز کند است',
      'التصدير بطيء اليوم',
    ),
    body: t(
      'We are on it; nothing is lost.',
      'Wir arbeiten daran; nichts geht verloren.',
      '対応中です。データは失われません。',
      'در حال رسیدگی هستیم؛ چیزی از دست نمی‌رود.',
      'نعمل على حل المشكلة، ولن يضيع شيء.',
    ),
  }),
}
