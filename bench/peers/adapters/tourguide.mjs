export const adapters = [
  {
    id: 'tourguidejs',
    pkg: '@sjmc11/tourguidejs',
    bundles: [
      {
        label: 'umd+css',
        files: ['@sjmc11/tourguidejs/dist/tour.js'],
        css: ['@sjmc11/tourguidejs/dist/css/tour.min.css'],
      },
    ],
    tour: {
      popover: '.tg-dialog',
      prepare: (steps) => {
        const tour = steps.map(({ target, title, text }) => ({ target, title, content: text }))
        window.__tourGuide = new window.tourguide.TourGuideClient({ steps: tour })
      },
      start: () => {
        window.__tourGuide.start()
      },
      next: () => {
        window.__tourGuide.nextStep()
      },
    },
  },
]
