/** What has to be traced for `readLinked` and `readInline`. */
export const categories = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile']

/** What a trace says of the script at `url`: ms of wall clock and of CPU of the main thread in evaluating it. */
export function readLinked(trace, url) {
  const ours = readSpans(trace).filter(({ args }) => (args.data?.url ?? args.fileName) === url)
  const runs = ours.filter(isEvaluation)
  const compilations = ours.filter((span) => span.name === 'v8.compile' && isBeside(span, runs))
  return sum([...runs, ...compilations])
}

/** The same of scripts without an address of their own; their compilation is a part of their evaluation. */
export const readInline = (trace) =>
  sum(readSpans(trace).filter((span) => isEvaluation(span) && span.args.data.url === ''))

const readSpans = (trace) =>
  JSON.parse(trace.toString()).traceEvents.filter(({ ph, args }) => ph === 'X' && args)

const isEvaluation = ({ name }) => name === 'EvaluateScript'

/** On the main thread, but not in an evaluation. */
const isBeside = ({ pid, tid, ts }, runs) =>
  runs.some((run) => run.pid === pid && run.tid === tid) &&
  !runs.some((run) => ts >= run.ts && ts <= run.ts + run.dur)

function sum(spans) {
  if (!spans.some(isEvaluation)) return {}
  const ms = (key) => spans.reduce((total, span) => total + (span[key] ?? 0), 0) / 1000
  return { wallMs: ms('dur'), cpuMs: ms('tdur') }
}
