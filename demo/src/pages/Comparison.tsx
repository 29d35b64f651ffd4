import { useEffect, useState } from 'preact/hooks'
import { isObject } from '../store/kept'
import { number, t } from '../text/text'

interface Medians {
  donePerWeek: number
  daysToDone: number
}

/** Comes from the server, and takes its time. */
export function Comparison({ size }: { size: number }) {
  const [medians, setMedians] = useState<Medians | 'loading' | 'failed'>('loading')
  useEffect(() => {
    const stop = new AbortController()
    loadMedians(size, stop.signal).then(setMedians, () => stop.signal.aborted || setMedians('failed'))
    return () => stop.abort()
  }, [size])
  return (
    <section class="card comparison" aria-busy={medians === 'loading'}>
      <h2>{t('compare')}</h2>
      <p class="quiet">{t('compareLead', { size })}</p>
      {medians === 'failed' && <p>{t('compareFailed')}</p>}
      {medians === 'loading' && <Skeleton />}
      {typeof medians === 'object' && <Figures medians={medians} />}
    </section>
  )
}

function Figures({ medians }: { medians: Medians }) {
  return (
    <dl data-panel="comparison">
      <dt>{t('compareDone')}</dt>
      <dd>{number(medians.donePerWeek)}</dd>
      <dt>{t('compareDays')}</dt>
      <dd>{number(medians.daysToDone)}</dd>
    </dl>
  )
}

function Skeleton() {
  return (
    <p class="skeleton" role="status">
      <span class="unseen">{t('comparing')}</span>
    </p>
  )
}

async function loadMedians(size: number, signal: AbortSignal): Promise<Medians> {
  const response = await fetch(`/medians.json?size=${size}`, { signal })
  const medians: unknown = await response.json()
  if (isMedians(medians)) return medians
  throw new Error('/medians.json: donePerWeek and daysToDone were expected')
}

const isMedians = (value: unknown): value is Medians =>
  isObject(value) && typeof value.donePerWeek === 'number' && typeof value.daysToDone === 'number'
