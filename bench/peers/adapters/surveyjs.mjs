export const adapters = [
  {
    id: 'surveyjs',
    pkg: 'survey-core',
    bundles: [
      {
        label: 'esm core+ui',
        entry: `export { Model } from 'survey-core'; export * from 'survey-js-ui'`,
        css: ['survey-core/survey-core.fontless.min.css'],
        note: 'styles without fonts',
      },
      {
        label: 'published core+ui',
        files: ['survey-core/survey.core.min.js', 'survey-js-ui/survey-js-ui.min.js'],
        css: ['survey-core/survey-core.min.css'],
        sizeOnly: true,
      },
    ],
  },
]
