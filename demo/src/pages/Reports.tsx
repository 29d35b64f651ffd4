import { useEffect } from 'preact/hooks'
import { Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { track } from '../product-events'
import { exportTasks } from '../store/export'
import { summarise } from '../store/summary'
import { useStore } from '../store/use-store'
import { $workspace } from '../store/workspace'
import { number, t } from '../text/text'
import { Comparison } from './Comparison'
import { TaskTable } from './TaskTable'
import { Throughput } from './Throughput'

export function Reports() {
  const workspace = useStore($workspace)
  const summary = summarise(workspace.tasks, new Date())
  useEffect(() => track('Report Viewed', { report: 'throughput' }), [])
  return (
    <>
      <header class="page-head">
        <div>
          <h1>{t('reports')}</h1>
          <p>{t('reportsLead')}</p>
        </div>
        <button type="button" class="button" data-action="export" onClick={() => exportTasks(workspace)}>
          <Icon name="download" /> {t('exportCsv')}
        </button>
      </header>
      {workspace.tasks.length === 0 ? (
        <Empty title={t('noReport')} lead={t('noReportLead')} />
      ) : (
        <>
          <dl class="figures">
            <Figure label={t('doneThisWeek')} value={number(summary.doneInWeek)} />
            <Figure label={t('open')} value={number(summary.open)} />
            <Figure label={t('overdue')} value={number(summary.overdue)} />
            <Figure
              label={t('cycleTime')}
              value={summary.medianDays === null ? '–' : number(summary.medianDays)}
            />
          </dl>
          <div class="report-panels">
            <Throughput weeks={summary.weeks} />
            <Comparison size={workspace.members.length} />
          </div>
          <TaskTable workspace={workspace} />
        </>
      )}
    </>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div class="card figure">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
