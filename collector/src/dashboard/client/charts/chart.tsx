import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'

export interface ChartPaint {
  /** A custom property of the page as a colour, e.g. `colour('--accent')`. */
  colour: (name: string) => string
  /** Told the index under the pointer, or null when it left. */
  onPoint: (index: number | null) => void
}

export type ChartOptions = Omit<uPlot.Options, 'width' | 'height'>

interface ChartProps {
  data: uPlot.AlignedData
  heightPx: number
  /** Stable between renders: a new function draws the chart anew. */
  describe: (paint: ChartPaint) => ChartOptions
  onPoint: (index: number | null) => void
}

/** The one place that touches uPlot. Redrawn when the data, the width or the colour scheme changes. */
export function Chart({ data, heightPx, describe, onPoint }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    return element
      ? drawChart(element, () => create(element, { data, heightPx, describe, onPoint }))
      : undefined
  }, [data, heightPx, describe, onPoint])
  // Time runs from left to right in every script; the reading order of the page does not turn a chart.
  return <div class="chart" dir="ltr" ref={box} aria-hidden="true" />
}

function create(element: HTMLElement, { data, heightPx, describe, onPoint }: ChartProps): uPlot {
  const computed = getComputedStyle(element)
  const colour = (name: string) => computed.getPropertyValue(name).trim()
  const options = describe({ colour, onPoint })
  return new uPlot({ ...options, width: element.clientWidth, height: heightPx }, data, element)
}

function drawChart(element: HTMLElement, make: () => uPlot): () => void {
  let plot = make()
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => {
    plot.destroy()
    plot = make()
  }
  const resize = new ResizeObserver(() => {
    if (element.clientWidth !== plot.width) plot.setSize({ width: element.clientWidth, height: plot.height })
  })
  scheme.addEventListener('change', redraw)
  resize.observe(element)
  return () => {
    scheme.removeEventListener('change', redraw)
    resize.disconnect()
    plot.destroy()
  }
}
