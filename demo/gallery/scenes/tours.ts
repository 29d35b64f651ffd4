import type { Config, Step } from 'handrail/schema'
import { t } from '../languages'
import type { Scene, Scenes } from '../scene'
import { BY_CODE, LATER, LONG_BODY, LONG_WORD, PICTURE, SHOW_ME } from './texts'

const START: Step = {
  id: 'start',
  target: '#third',
  title: t(
    'Start with a project',
    'Mit einem Projekt beginnen',
    'プロジェクトから始めましょう',
    'با یک پروژه شروع کنید',
    'ابدأ بمشروع',
  ),
  body: t(
    'A project holds **tasks**, people and files. You can change everything later.',
    'Ein Projekt enthält **Aufgaben**, Personen und Dateien. Alles lässt sich später ändern.',
    'プロジェクトには**タスク**、メンバー、ファイルが入ります。あとからすべて変更できます。',
    'هر پروژه **کارها**، آدم‌ها و پرونده‌ها را در خود دارد. همه چیز را بعداً می‌توانید عوض کنید.',
    'يضم المشروع **المهام** والأشخاص والملفات. يمكنك تغيير كل شيء لاحقًا.',
  ),
}
const TEAM: Step = {
  id: 'team',
  target: '#third',
  title: t('Bring your team', 'Holen Sie Ihr Team dazu', 'チームを招待', 'تیم خود را بیاورید', 'أحضر فريقك'),
}
const HELLO: Step = {
  id: 'hello',
  as: 'modal',
  title: t(
    'Welcome, {{user.name|there}}',
    'Willkommen, {{user.name}}',
    '{{user.name}} さん、ようこそ',
    '{{user.name}}، خوش آمدید',
    'مرحبًا {{user.name}}',
  ),
  body: t(
    'Two minutes, three steps:\n\n- make a project\n- invite your team\n- see the first report',
    'Zwei Minuten, drei Schritte:\n\n- ein Projekt anlegen\n- das Team einladen\n- den ersten Bericht ansehen',
    '2 分、3 ステップ:\n\n- プロジェクトを作る\n- チームを招待する\n- 最初のレポートを見る',
    'دو دقیقه، سه گام:\n\n- یک پروژه بسازید\n- تیم خود را دعوت کنید\n- نخستین گزارش را ببینید',
    'دقيقتان، ثلاث خطوات:\n\n- أنشئ مشروعًا\n- ادعُ فريقك\n- شاهد أول تقرير',
  ),
  media: PICTURE,
}

const config = (...steps: Step[]): Config => ({ version: 1, tours: [{ id: 'scene', when: BY_CODE, steps }] })
const step = (title: string, first: Partial<Step>, ...rest: Step[]): Scene => ({
  title,
  config: config({ ...START, ...first }, ...rest),
})

const PLACEMENTS = ['top', 'right', 'bottom', 'left'] as const
const ALIGNMENTS = ['', '-start', '-end'] as const

/** Tooltips on each side of their target, in the middle and at the ends of it. */
const placements: Scenes = Object.fromEntries(
  PLACEMENTS.flatMap((side) =>
    ALIGNMENTS.map((end) => {
      const placement = `${side}${end}` as const
      return [`tooltip-${placement}`, step(`Tooltip, ${placement}`, { placement }, TEAM)]
    }),
  ),
)

export const tours: Scenes = {
  ...placements,
  'tooltip-middle': {
    ...step('Tooltip in the middle of a tour', {}, TEAM, { ...HELLO, id: 'end' }),
    after: ({ click }) => click('.primary'),
  },
  'tooltip-media': step('Tooltip with a picture and buttons of its own', {
    media: PICTURE,
    buttons: [
      { label: LATER, do: 'snooze', style: 'link' },
      { label: SHOW_ME, do: 'next' },
    ],
  }),
  'tooltip-body': {
    title: 'Tooltip without a title',
    config: config({ id: 'body', target: '#third', body: LONG_BODY }),
  },
  'tooltip-waits': step('Tooltip that waits for a click', { advance: { click: true } }, TEAM),
  'tooltip-many': step(
    'Tooltip of a tour with more steps than dots',
    {},
    ...Array.from({ length: 11 }, (_, index) => ({ ...TEAM, id: `step-${index}` })),
  ),
  'tooltip-words': step('Tooltip with a word that is too long', { title: LONG_WORD, body: LONG_WORD }, TEAM),
  'tooltip-missing-image': step('Tooltip whose picture does not come', {
    media: { ...PICTURE, image: '/gallery/absent.png' },
  }),
  'tooltip-dialog': {
    ...step('Tooltip in a dialog of the product', { target: 'dialog >>> input[name=title]' }, TEAM),
    before: ({ openDialog }) => openDialog(),
  },
  'tooltip-plain': step('Tooltip without a spotlight', { spotlight: false }, TEAM),
  spotlight: step('Spotlight on a round target', { target: '[data-tour=new-project]' }, TEAM),
  highlights: step('Several highlights', { highlight: ['#search', '[data-tour=new-project]'] }, TEAM),
  blocked: step('Blocked target', { target: '[data-tour=new-project]', block: true }, TEAM),
  centered: step(
    'Step whose target does not come',
    { target: '#nowhere', waitSeconds: 0, missing: 'center' },
    TEAM,
  ),
  modal: { title: 'Modal', config: config(HELLO, TEAM) },
  'modal-long': {
    title: 'Modal that scrolls',
    config: config({ ...HELLO, body: LONG_BODY, media: { ...PICTURE, height: 640 } }, TEAM),
  },
  slideout: step('Slideout with a video', {
    as: 'slideout',
    spotlight: false,
    media: { video: 'https://youtu.be/abcdefghijk', title: 'Tandem', poster: '/gallery/picture.svg' },
  }),
  'slideout-start': step(
    'Slideout at the start',
    { as: 'slideout', position: 'start', spotlight: false },
    TEAM,
  ),
  banner: step('Banner', { as: 'banner', spotlight: false }),
  'banner-bottom': step('Banner at the bottom', {
    as: 'banner',
    position: 'bottom',
    spotlight: false,
    media: PICTURE,
    buttons: [{ label: SHOW_ME, do: 'next' }],
  }),
}
