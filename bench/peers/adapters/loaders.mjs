// What these packages hold is a loader: the vendor's own server sends the rest, which is therefore not measured.
export const adapters = [
  {
    id: 'userflow.js',
    pkg: 'userflow.js',
    bundles: [
      {
        label: 'loader only',
        files: ['userflow.js/dist/userflow.umd.js'],
        minify: true,
        note: 'the rest comes from the vendor',
      },
    ],
  },
  {
    id: '@formbricks/js',
    pkg: '@formbricks/js',
    bundles: [
      {
        label: 'loader only',
        entry: `export { default as formbricks } from '@formbricks/js'`,
        note: 'the rest comes from its server',
      },
    ],
  },
  {
    id: '@frigade/js',
    pkg: '@frigade/js',
    bundles: [
      {
        label: 'client of its API',
        entry: `export { Frigade } from '@frigade/js'`,
        note: 'no interface of its own',
      },
    ],
  },
]
