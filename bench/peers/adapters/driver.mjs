const css = ['driver.js/dist/driver.css']

export const adapters = [
  {
    id: 'driver.js',
    pkg: 'driver.js',
    bundles: [
      { label: 'iife+css', files: ['driver.js/dist/driver.js.iife.js'], css },
      { label: 'esm', entry: `export { driver } from 'driver.js'`, css, sizeOnly: true },
      {
        label: 'esm+hints',
        entry: `export { driver } from 'driver.js'; export * from 'driver.js/hints'`,
        css: [...css, 'driver.js/dist/hints.css'],
        sizeOnly: true,
      },
    ],
    tour: {
      popover: '.driver-popover',
      prepare: (steps, options) => {
        window.__driver = window.driver.js.driver({
          ...options,
          steps: steps.map(({ target, title, text }) => ({
            element: target,
            popover: { title, description: text },
          })),
        })
      },
      start: () => window.__driver.drive(),
      next: () => window.__driver.moveNext(),
      variants: [
        { label: 'default', options: {} },
        { label: 'animate:false', options: { animate: false } },
      ],
    },
  },
]
