import { render } from 'preact'
import type { Boot } from '../shared/boot'
import { App } from './app'
import { createFormat } from './format/format'
import { FormatContext } from './format/use-format'
import { onLinks } from './router'
import 'uplot/dist/uPlot.min.css'
import './styles/main.css'

const root = document.getElementById('app')
if (root) start(root)

/** Takes over what the server rendered; `render` keeps the elements that are already there. */
function start(app: HTMLElement): void {
  const boot = JSON.parse(app.dataset.boot ?? '{}') as Boot // written by our own server into this very page
  onLinks(app)
  render(
    <FormatContext.Provider value={createFormat(boot.locale)}>
      <App boot={boot} />
    </FormatContext.Provider>,
    app,
  )
}
