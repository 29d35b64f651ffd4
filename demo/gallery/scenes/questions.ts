import type { Question } from 'handrail/schema'
import { t } from '../languages'

export const RECOMMEND: Question = {
  id: 'score',
  type: 'nps',
  title: t(
    'How likely are you to recommend Tandem to a colleague?',
    'Wie wahrscheinlich ist es, dass Sie Tandem weiterempfehlen?',
    'Tandem を同僚にすすめる可能性はどのくらいですか？',
    'چقدر احتمال دارد تندم را به همکاری پیشنهاد کنید؟',
    'ما مدى احتمال أن توصي زميلًا باستخدام تاندم؟',
  ),
}
export const REASON: Extract<Question, { type: 'text' }> = {
  id: 'why',
  type: 'text',
  title: t(
    'What is the main reason for your score?',
    'Was ist der Hauptgrund für Ihre Bewertung?',
    'その点数の主な理由は何ですか？',
    'دلیل اصلی امتیاز شما چیست؟',
    'ما السبب الرئيسي لتقييمك؟',
  ),
}
export const SUPPORT: Extract<Question, { type: 'csat' }> = {
  id: 'support',
  type: 'csat',
  title: t(
    'How was the support you got?',
    'Wie war die Hilfe, die Sie bekommen haben?',
    'サポートはいかがでしたか？',
    'پشتیبانی چطور بود؟',
    'كيف كان الدعم؟',
  ),
}
export const ANSWERED: Question = {
  id: 'answered',
  type: 'csat',
  points: 2,
  title: t(
    'Did this answer your question?',
    'Hat das Ihre Frage beantwortet?',
    'これで疑問は解決しましたか？',
    'به پاسخ رسیدید؟',
    'هل أجاب هذا عن سؤالك؟',
  ),
}
export const EASY: Question = {
  id: 'easy',
  type: 'ces',
  title: t(
    'Tandem made it easy for me to plan my week.',
    'Mit Tandem konnte ich meine Woche leicht planen.',
    'Tandem のおかげで 1 週間の計画を立てやすかった。',
    'تندم برنامه‌ریزی هفته را برایم آسان کرد.',
    'سهّل عليّ تاندم تخطيط أسبوعي.',
  ),
}
export const USES: Extract<Question, { type: 'choices' }> = {
  id: 'uses',
  type: 'choices',
  title: t(
    'What do you use Tandem for?',
    'Wofür verwenden Sie Tandem?',
    'Tandem を何に使っていますか？',
    'از تندم برای چه استفاده می‌کنید؟',
    'لماذا تستخدم تاندم؟',
  ),
  body: t(
    'Choose up to two.',
    'Wählen Sie bis zu zwei.',
    '2 つまで選べます。',
    'تا دو مورد را انتخاب کنید.',
    'اختر ما لا يزيد على اثنين.',
  ),
  max: 2,
  choices: [
    { id: 'plan', label: t('Planning', 'Planen', '計画', 'برنامه‌ریزی', 'التخطيط') },
    { id: 'track', label: t('Keeping track', 'Überblick behalten', '進捗の把握', 'پیگیری', 'المتابعة') },
    {
      id: 'report',
      label: t(
        'Reports for others',
        'Berichte für andere',
        '他の人へのレポート',
        'گزارش برای دیگران',
        'تقارير للآخرين',
      ),
    },
  ],
}
export const AGREE: Question = {
  id: 'agree',
  type: 'consent',
  title: t(
    'May we ask you about your answer?',
    'Dürfen wir Sie zu Ihrer Antwort befragen?',
    'ご回答について伺ってもよいですか？',
    'اجازه می‌دهید دربارهٔ پاسختان بپرسیم؟',
    'هل تسمح لنا بسؤالك عن إجابتك؟',
  ),
  label: t(
    'Yes, you may write to me about this survey.',
    'Ja, Sie dürfen mir zu dieser Umfrage schreiben.',
    'はい、このアンケートについて連絡を受け取ります。',
    'بله، می‌توانید دربارهٔ این نظرسنجی به من بنویسید.',
    'نعم، يمكنكم مراسلتي بشأن هذا الاستبيان.',
  ),
}
export const INTRO: Extract<Question, { type: 'statement' }> = {
  id: 'intro',
  type: 'statement',
  title: t(
    'Two questions about your first week',
    'Zwei Fragen zu Ihrer ersten Woche',
    '最初の 1 週間について 2 つの質問',
    'دو پرسش دربارهٔ نخستین هفتهٔ شما',
    'سؤالان عن أسبوعك الأول',
  ),
}
