const external = ['react', 'react-dom', 'react/jsx-runtime', 'react-dom/client']

export const adapters = [
  {
    id: 'react-joyride',
    pkg: 'react-joyride',
    bundles: [
      {
        label: 'with react+react-dom',
        entry: `import * as React from 'react'
import { createRoot } from 'react-dom/client'
import { useJoyride } from 'react-joyride'
export { React, createRoot, useJoyride }`,
      },
      {
        label: 'react external',
        entry: `export { Joyride, useJoyride } from 'react-joyride'`,
        external,
        sizeOnly: true,
        note: 'without React',
      },
      {
        label: 'react+react-dom alone',
        entry: `import * as React from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
export { React, createRoot, createPortal }`,
        sizeOnly: true,
        note: 'for subtraction',
      },
    ],
    tour: {
      popover: '.react-joyride__tooltip',
      prepare: (steps) => {
        const { React, createRoot, useJoyride } = window.__sdk
        const tour = steps.map(({ target, title, text }) => ({
          target,
          title,
          content: text,
          skipBeacon: true,
        }))
        const renderTour = () => {
          const joyride = useJoyride({ continuous: true, steps: tour })
          window.__joyride = joyride.controls
          return joyride.Tour
        }
        const element = document.body.appendChild(document.createElement('div'))
        createRoot(element).render(React.createElement(renderTour))
        return new Promise((resolve) => setTimeout(resolve, 200))
      },
      start: () => window.__joyride.start(),
      next: () => window.__joyride.next(),
    },
  },
]
