// No peers: they show what the harness itself can see, and are what budgets are ratios of.
export const adapters = [
  {
    id: '(control)',
    version: '–',
    bundles: [
      { label: 'hand-written', files: ['./controls/tracker.js', './controls/tour.js'], minify: true },
    ],
    track: {
      init: ({ origin }) => window.control.init(origin),
      track: (name, properties) => window.control.track(name, properties),
      respond: () => ({ body: 'ok' }),
    },
    tour: {
      popover: '.control-popover',
      prepare: (steps) => window.controlTour.prepare(steps),
      start: () => window.controlTour.start(),
      next: () => window.controlTour.next(),
    },
  },
]
