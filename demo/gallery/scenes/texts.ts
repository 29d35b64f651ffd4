import type { Media } from 'handrail/schema'
import { t } from '../languages'

/** The stage starts the guide; nothing else does. */
export const BY_CODE = { code: true } as const

export const SHOW_ME = t('Show me', 'Zeigen', '見てみる', 'نشانم بده', 'أرني')
export const LATER = t('Later', 'Später', 'あとで', 'بعداً', 'لاحقًا')

export const LONG_BODY = t(
  'Work is easier to see when it is **shared**. Give each task a *person* and a day, keep what belongs together in one project, and let the report tell you what waits for whom. Press `N` anywhere to add a task, or [read how others do it](https://example.com/help).',
  'Arbeit wird sichtbar, wenn sie **geteilt** wird. Geben Sie jeder Aufgabe eine *Person* und einen Tag, halten Sie in einem Projekt, was zusammengehört, und lassen Sie den Bericht sagen, was auf wen wartet. Mit `N` fügen Sie überall eine Aufgabe hinzu, oder [lesen Sie, wie andere es machen](https://example.com/help).',
  '仕事は**共有**すると見えやすくなります。タスクには*担当者*と日付を決め、関係するものは一つのプロジェクトにまとめ、誰が何を待っているかはレポートで確かめましょう。どこでも `N` を押せばタスクを追加できます。[ほかの人の使い方](https://example.com/help)もご覧ください。',
  'کار وقتی دیده می‌شود که **تقسیم** شود. برای هر کار یک *نفر* و یک روز تعیین کنید، هر چه به هم مربوط است در یک پروژه نگه دارید و بگذارید گزارش بگوید چه کاری منتظر چه کسی است. همه جا با `N` کار تازه بیفزایید یا [ببینید دیگران چه می‌کنند](https://example.com/help).',
  'يسهل رؤية العمل حين **يُشارَك**. امنح كل مهمة *شخصًا* ويومًا، واجمع ما يتصل بعضه ببعض في مشروع واحد، ودع التقرير يخبرك بما ينتظر من. اضغط `N` في أي مكان لإضافة مهمة، أو [اقرأ كيف يفعل الآخرون](https://example.com/help).',
)

export const LONG_WORD = t(
  'Pneumonoultramicroscopicsilicovolcanoconiosis-2026-Q4-final-final',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'インターナショナルコミュニケーションプラットフォームサービスマネージャー',
  'https://tandem.example/فضای‌کاری/پروژه‌های-بهاری/گزارش-پایانی-نسخهٔ-دوم',
  'https://tandem.example/مساحة-العمل/مشاريع-الربيع/التقرير-النهائي-النسخة-الثانية',
)

export const PICTURE: Extract<Media, { image: string }> = {
  image: '/gallery/picture.svg',
  alt: t(
    'A board with three columns',
    'Ein Board mit drei Spalten',
    '3 列のボード',
    'تخته‌ای با سه ستون',
    'لوحة بثلاثة أعمدة',
  ),
  width: 640,
  height: 280,
}
