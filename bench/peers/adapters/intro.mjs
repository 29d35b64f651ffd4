export const adapters = [
  {
    id: 'intro.js',
    pkg: 'intro.js',
    bundles: [
      {
        label: 'umd+css',
        files: ['intro.js/minified/intro.min.js'],
        css: ['intro.js/minified/introjs.min.css'],
      },
    ],
    tour: {
      popover: '.introjs-tooltip',
      prepare: (steps) => {
        const { introJs } = window
        window.__intro = introJs.tour ? introJs.tour() : introJs()
        window.__intro.setOptions({
          steps: steps.map(({ target, title, text }) => ({
            element: document.querySelector(target),
            title,
            intro: text,
          })),
        })
      },
      start: () => window.__intro.start(),
      next: () => window.__intro.nextStep(),
    },
  },
]
