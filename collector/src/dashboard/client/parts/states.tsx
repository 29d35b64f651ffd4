import type { ComponentChildren } from 'preact'
import { PageSkeleton } from '../../shared/frame'
import type { Failure } from '../data/request'
import type { Resource } from '../data/use-resource'

/** Draws a resource once it is there; until then its skeleton, or what went wrong and a way to try again. */
export function Loaded<T>({
  from,
  children,
}: {
  from: Resource<T>
  children: (data: T) => ComponentChildren
}) {
  if (from.data === null) {
    return from.failure ? <Trouble failure={from.failure} onRetry={from.reload} /> : <PageSkeleton />
  }
  return (
    <>
      {from.failure && <Stale failure={from.failure} onRetry={from.reload} />}
      {children(from.data)}
    </>
  )
}

interface TroubleProps {
  failure: Failure
  onRetry: () => void
}

const TITLES: Record<Failure['kind'], string> = {
  unreachable: 'No connection to the collector',
  missing: 'Nothing here',
  refused: 'The collector could not answer',
}

function Trouble({ failure, onRetry }: TroubleProps) {
  return (
    <section class="empty" role="alert">
      <h2>{TITLES[failure.kind]}</h2>
      <p>{failure.message}</p>
      {failure.kind === 'missing' ? (
        <a class="button" href="/accounts">
          All accounts
        </a>
      ) : (
        <button class="button" type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  )
}

function Stale({ failure, onRetry }: TroubleProps) {
  return (
    <p class="notice" role="alert">
      What you see may be out of date. {failure.message}{' '}
      <button class="button quiet" type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}

/** Nothing yet, and what to do so that there is something. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
