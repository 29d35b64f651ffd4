const alias = { 'next/navigation': './controls/next-navigation.js' }
const external = ['react', 'react-dom', 'react/jsx-runtime', 'react-dom/client']

export const adapters = [
  {
    id: 'nextstepjs',
    pkg: 'nextstepjs',
    bundles: [
      {
        label: 'with react+motion',
        entry: `import * as React from 'react'
import { createRoot } from 'react-dom/client'
export { NextStepProvider, NextStepReact, useNextStep } from 'nextstepjs'
export { useWindowAdapter } from './node_modules/nextstepjs/dist/adapters/window/index.js'
export { React, createRoot }`,
        alias,
        note: 'without Next.js itself',
      },
      {
        label: 'react external',
        entry: `export { NextStepProvider, NextStepReact, useNextStep } from 'nextstepjs'`,
        external,
        alias,
        sizeOnly: true,
        note: 'without React, with motion',
      },
    ],
    tour: {
      popover: '[data-name=nextstep-card]',
      prepare: (steps) => {
        const { React, createRoot, NextStepProvider, NextStepReact, useNextStep, useWindowAdapter } =
          window.__sdk
        const { createElement } = React
        const takeControl = () => {
          window.__nextStep = useNextStep()
          return null
        }
        const tour = steps.map(({ target, title, text }) => ({
          icon: '',
          title,
          content: text,
          selector: target,
          side: 'bottom',
          showControls: true,
          pointerPadding: 8,
          pointerRadius: 8,
        }))
        const element = document.body.appendChild(document.createElement('div'))
        const props = { steps: [{ tour: 'main', steps: tour }], navigationAdapter: useWindowAdapter }
        const view = createElement(NextStepReact, props, createElement(takeControl))
        createRoot(element).render(createElement(NextStepProvider, null, view))
        window.__nextStepIndex = 0
        return new Promise((resolve) => setTimeout(resolve, 200))
      },
      start: () => window.__nextStep.startNextStep('main'),
      next: () => {
        window.__nextStepIndex++
        window.__nextStep.setCurrentStep(window.__nextStepIndex)
      },
    },
  },
]
