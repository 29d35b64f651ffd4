import type { Question, Step, Text } from '../../../../src/schema'
import type { Guide } from './gallery'

export type Scene = Guide & {
  saved?: unknown
  /** What the user does next. */
  next?: () => void
}

const t = (en: string, fa: string, ar: string): Text => ({ en, fa, ar })

const words = {
  title: t('Start with a project', 'با یک پروژه شروع کنید', 'ابدأ بمشروع'),
  body: t(
    'A project holds **tasks**, people and files. You can change everything later.',
    'هر پروژه **کارها**، آدم‌ها و پرونده‌ها را در خود دارد. همه چیز را بعداً می‌توانید عوض کنید.',
    'يضم المشروع **المهام** والأشخاص والملفات. يمكنك تغيير كل شيء لاحقًا.',
  ),
}

const PEOPLE: Step = {
  id: 'people',
  target: '#third',
  title: t('Bring your team', 'تیم خود را بیاورید', 'أحضر فريقك'),
}
const BOARD: Step = {
  id: 'hello',
  as: 'modal',
  title: t('Welcome, {{user.name|there}}', '{{user.name}}، خوش آمدید', 'مرحبًا {{user.name}}'),
  body: t(
    'Two minutes, three steps:\n\n- make a project\n- invite your team\n- see the first report',
    'دو دقیقه، سه گام:\n\n- یک پروژه بسازید\n- تیم خود را دعوت کنید\n- نخستین گزارش را ببینید',
    'دقيقتان، ثلاث خطوات:\n\n- أنشئ مشروعًا\n- ادعُ فريقك\n- شاهد أول تقرير',
  ),
  media: { image: '/picture.svg', alt: 'A board with three columns', width: 640, height: 280 },
}

const step = (first: Partial<Step> & { id: string }, ...more: Step[]): Scene => ({
  kind: 'tour',
  guide: { id: 'scene', steps: [{ target: '[data-tour=new-project]', ...words, ...first }, ...more] },
})

const survey = (...questions: Question[]): Scene => ({
  kind: 'survey',
  guide: {
    id: 'scene',
    metric: 'nps',
    questions,
    thanks: [
      {
        title: t('Thank you, {{user.name}}', 'سپاس، {{user.name}}', 'شكرًا {{user.name}}'),
        body: t(
          'Every answer is read by the people who build this.',
          'هر پاسخ را سازندگان می‌خوانند.',
          'يقرأ كل إجابة من يبنون هذا المنتج.',
        ),
      },
    ],
  },
})

const NPS: Question = {
  id: 'score',
  type: 'nps',
  title: t(
    'How likely are you to recommend Tandem to a colleague?',
    'چقدر احتمال دارد تندم را به همکاری پیشنهاد کنید؟',
    'ما مدى احتمال أن توصي زميلًا باستخدام تاندم؟',
  ),
}
const WHY: Question = {
  id: 'why',
  type: 'text',
  title: t(
    'What is the main reason for your score?',
    'دلیل اصلی امتیاز شما چیست؟',
    'ما السبب الرئيسي لتقييمك؟',
  ),
  optional: true,
}

const item = (id: string, title: Text, more = {}) => ({ id, title, done: { event: id }, ...more })
const CHECKLIST = {
  id: 'scene',
  title: t('Get started', 'شروع کار', 'البدء'),
  open: true,
  celebrate: true,
  items: [
    item('project', t('Create a project', 'یک پروژه بسازید', 'أنشئ مشروعًا'), { do: { start: 'welcome' } }),
    item('invite', t('Invite a teammate', 'یک هم‌تیمی دعوت کنید', 'ادعُ زميلًا'), {
      body: t(
        'Work is easier to see when it is shared.',
        'کار وقتی دیده می‌شود که تقسیم شود.',
        'يسهل رؤية العمل حين يُشارَك.',
      ),
      do: { navigate: '/team' },
      label: t('Invite', 'دعوت', 'دعوة'),
    }),
    item('task', t('Add three tasks', 'سه کار بیفزایید', 'أضف ثلاث مهام'), { do: { navigate: '/projects' } }),
    item('report', t('Read your first report', 'نخستین گزارش را بخوانید', 'اقرأ أول تقرير'), {
      after: ['task'],
    }),
  ],
}
const checklist = (done: string[], collapsed = false): Scene => ({
  kind: 'checklist',
  guide: CHECKLIST,
  saved: { done, collapsed },
})

/** Every surface in its states, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  tooltip: step({ id: 'new' }, PEOPLE, BOARD),
  'tooltip-buttons': step({
    id: 'new',
    target: '#third',
    placement: 'right',
    media: { image: '/picture.svg', alt: '', width: 640, height: 280 },
    buttons: [
      { label: t('Later', 'بعداً', 'لاحقًا'), do: 'snooze', style: 'link' },
      { label: t('Show me', 'نشانم بده', 'أرني'), do: 'next' },
    ],
  }),
  modal: { kind: 'tour', guide: { id: 'scene', steps: [BOARD, PEOPLE] } },
  slideout: step(
    {
      id: 'new',
      as: 'slideout',
      spotlight: false,
      media: { video: 'https://youtu.be/abcdefghijk', title: 'Two minutes of Tandem' },
    },
    PEOPLE,
  ),
  banner: step({ id: 'new', as: 'banner', spotlight: false }),
  checklist: checklist(['project']),
  launcher: checklist(['project'], true),
  'checklist-done': checklist(['project', 'invite', 'task', 'report']),
  nps: survey(NPS, WHY),
  text: { ...survey(NPS, WHY), next: () => choose('6') },
  thanks: { ...survey(NPS), next: () => choose('9') },
  csat: survey({
    id: 'a',
    type: 'csat',
    look: 'emoji',
    title: t('How was the support you got?', 'پشتیبانی چطور بود؟', 'كيف كان الدعم؟'),
  }),
  stars: survey({
    id: 'a',
    type: 'csat',
    look: 'stars',
    title: t('How was the support you got?', 'پشتیبانی چطور بود؟', 'كيف كان الدعم؟'),
  }),
  thumbs: survey({
    id: 'a',
    type: 'csat',
    points: 2,
    title: t('Did this answer your question?', 'به پاسخ رسیدید؟', 'هل أجاب هذا عن سؤالك؟'),
  }),
  ces: survey({
    id: 'a',
    type: 'ces',
    title: t(
      'Tandem made it easy for me to plan my week.',
      'تندم برنامه‌ریزی هفته را برایم آسان کرد.',
      'سهّل عليّ تاندم تخطيط أسبوعي.',
    ),
  }),
  choice: survey({
    id: 'a',
    type: 'choices',
    title: t('What do you use Tandem for?', 'از تندم برای چه استفاده می‌کنید؟', 'لماذا تستخدم تاندم؟'),
    max: 2,
    other: true,
    choices: [
      { id: 'plan', label: t('Planning', 'برنامه‌ریزی', 'التخطيط') },
      { id: 'track', label: t('Keeping track', 'پیگیری', 'المتابعة') },
      { id: 'report', label: t('Reports for others', 'گزارش برای دیگران', 'تقارير للآخرين') },
    ],
  }),
}

const choose = (value: string) =>
  document
    .querySelector('handrail-root:last-of-type')
    ?.shadowRoot?.querySelector<HTMLInputElement>(`input[value="${value}"]`)
    ?.click()
