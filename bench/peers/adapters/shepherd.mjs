export const adapters = [
  {
    id: 'shepherd.js',
    pkg: 'shepherd.js',
    bundles: [
      {
        label: 'esm+css',
        entry: `export { default as Shepherd } from 'shepherd.js'`,
        css: ['shepherd.js/dist/css/shepherd.css'],
      },
    ],
    tour: {
      popover: '.shepherd-element',
      prepare: (steps) => {
        const defaults = { cancelIcon: { enabled: true }, scrollTo: true }
        const tour = new window.__sdk.Shepherd.Tour({ useModalOverlay: true, defaultStepOptions: defaults })
        const buttons = [
          { text: 'Back', action: tour.back },
          { text: 'Next', action: tour.next },
        ]
        for (const { target, title, text } of steps)
          tour.addStep({ title, text, attachTo: { element: target, on: 'bottom' }, buttons })
        window.__shepherd = tour
      },
      start: () => window.__shepherd.start(),
      next: () => window.__shepherd.next(),
    },
  },
]
