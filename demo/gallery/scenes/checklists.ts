import type { Checklist, Item, Text } from 'handrail/schema'
import { t } from '../languages'
import type { Scene, Scenes } from '../scene'
import { BY_CODE, LONG_WORD } from './texts'

const item = (id: string, title: Text, more: Partial<Item> = {}): Item => ({
  id,
  title,
  done: { event: id },
  ...more,
})

const GET_STARTED: Checklist = {
  id: 'scene',
  when: BY_CODE,
  title: t('Get started', 'Erste Schritte', 'はじめに', 'شروع کار', 'البدء'),
  open: true,
  celebrate: true,
  items: [
    item(
      'project',
      t('Create a project', 'Ein Projekt anlegen', 'プロジェクトを作成', 'یک پروژه بسازید', 'أنشئ مشروعًا'),
      { do: { open: '/gallery' } },
    ),
    item(
      'invite',
      t('Invite a teammate', 'Jemanden einladen', 'メンバーを招待', 'یک هم‌تیمی دعوت کنید', 'ادعُ زميلًا'),
      {
        body: t(
          'Work is easier to see when it is shared.',
          'Arbeit wird sichtbar, wenn sie geteilt wird.',
          '仕事は共有すると見えやすくなります。',
          'کار وقتی دیده می‌شود که تقسیم شود.',
          'يسهل رؤية العمل حين يُشارَك.',
        ),
        do: { open: '/gallery' },
        label: t('Invite', 'Einladen', '招待', 'دعوت', 'دعوة'),
      },
    ),
    item(
      'task',
      t(
        'Add three tasks',
        'Drei Aufgaben hinzufügen',
        'タスクを 3 つ追加',
        'سه کار بیفزایید',
        'أضف ثلاث مهام',
      ),
      { do: { open: '/gallery' } },
    ),
    item(
      'report',
      t(
        'Read your first report',
        'Den ersten Bericht lesen',
        '最初のレポートを読む',
        'نخستین گزارش را بخوانید',
        'اقرأ أول تقرير',
      ),
      { after: ['task'] },
    ),
  ],
}
const ALL = GET_STARTED.items.map(({ id }) => id)

const checklist = (
  title: string,
  events: readonly string[],
  more: Partial<Checklist> = {},
  after?: Scene['after'],
): Scene => ({
  title,
  config: { version: 1, checklists: [{ ...GET_STARTED, ...more }] },
  events,
  ...(after && { after }),
})

export const checklists: Scenes = {
  checklist: checklist('Checklist, partly done', ['project']),
  'checklist-new': checklist('Checklist, nothing done yet', [], {
    body: t(
      'Four small things, ten minutes.',
      'Vier kleine Dinge, zehn Minuten.',
      '小さなこと 4 つ、10 分で終わります。',
      'چهار کار کوچک، ده دقیقه.',
      'أربعة أشياء صغيرة في عشر دقائق.',
    ),
  }),
  'checklist-words': checklist('Checklist with words that are too long', ['project'], {
    title: LONG_WORD,
    items: [item('project', LONG_WORD), item('invite', LONG_WORD, { body: LONG_WORD })],
  }),
  'checklist-asks': checklist('Checklist that is dismissed', ['project'], {}, ({ click }) => click('.close')),
  'checklist-done': checklist('Checklist, all done', ALL),
  launcher: checklist('Launcher', ['project'], { open: false }),
  'launcher-start': checklist('Launcher at the start, nothing done yet', [], {
    open: false,
    launcher: 'bottom-start',
  }),
  'launcher-done': checklist('Launcher, all done', ALL, { open: false }),
}
