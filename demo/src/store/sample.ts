import { isoDay } from './days'
import type { Session } from './shapes'
import { COLUMNS, type Column, type Member, type Task, type Workspace } from './shapes'

const TITLES = [
  'Write the announcement',
  'Book the venue',
  'Check the contract with legal',
  'Draw the floor plan',
  'Ask three customers for a quote',
  'Photos of the new packaging',
  'Price list for partners',
  'Train the support team',
  'Translate the landing page',
  'Order the samples',
  'Fix the broken link in the footer',
  'Plan the retrospective',
  'Collect numbers for the board',
  'Test the checkout on phones',
  'Invite the press',
  'Update the onboarding guide',
  'Renew the certificate',
  'Compare two couriers',
  'Draft the job description',
  'Clean up old accounts',
] as const
const PROJECTS = [
  { id: 'spring-launch', title: 'Spring launch', template: 'launch', hue: 152, tasks: 18 },
  { id: 'partner-day', title: 'Partner day', template: 'event', hue: 28, tasks: 11 },
  { id: 'website-care', title: 'Website care', template: 'sprint', hue: 262, tasks: 14 },
] as const
const COLLEAGUES = [
  { id: 'm-lina', name: 'Lina Castillo' },
  { id: 'm-omar', name: 'Omar Rahimi' },
  { id: 'm-kei', name: 'Kei Mori' },
  { id: 'm-priya', name: 'Priya Rao' },
] as const
/** How the sample tasks lie on the columns: most are done, as on a board that has been used for a while. */
const SPREAD: readonly Column[] = ['done', 'todo', 'doing', 'done', 'review', 'done', 'todo', 'done']

/** What an account works on when it is first opened here: nothing for a trial, a board in use for the others. */
export function createSampleWorkspace({ id, name, email, role, account }: Session, today: Date): Workspace {
  const self: Member = { id, name, email, role, invited: false }
  if (account.plan === 'trial') return { projects: [], tasks: [], members: [self] }
  const members = [self, ...COLLEAGUES.map((person) => colleague(person, account.id))]
  const tasks = PROJECTS.flatMap((project, row) =>
    Array.from({ length: project.tasks }, (_, i) => sampleTask(project.id, row * 19 + i, members, today)),
  )
  return { projects: PROJECTS.map(({ tasks: _, ...project }) => project), tasks, members }
}

const colleague = ({ id, name }: { id: string; name: string }, account: string): Member => ({
  id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@${account}.example`,
  role: 'member',
  invited: false,
})

function sampleTask(projectId: string, index: number, members: readonly Member[], today: Date): Task {
  const column = SPREAD[(index * 3) % SPREAD.length] ?? COLUMNS[0]
  const ageDays = 3 + ((index * 11) % 56)
  const daysTaken = 1 + ((index * 5) % 9)
  return {
    id: `${projectId}-${index}`,
    projectId,
    title: TITLES[(index * 7) % TITLES.length] ?? TITLES[0],
    notes: '',
    column,
    priority: index % 5 === 0 ? 'high' : index % 4 === 0 ? 'low' : 'normal',
    memberId: members[index % members.length]?.id ?? '',
    due: index % 3 === 0 ? isoDay(today, (index % 20) - 6) : '',
    createdAt: isoDay(today, -ageDays),
    doneAt: column === 'done' ? isoDay(today, -Math.max(0, ageDays - daysTaken)) : '',
  }
}
