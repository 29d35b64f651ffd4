import { useEffect } from 'preact/hooks'
import { Billing } from './pages/Billing'
import { Board } from './pages/Board'
import { NewProject } from './pages/NewProject'
import { Projects } from './pages/Projects'
import { Reports } from './pages/Reports'
import { Settings } from './pages/Settings'
import { SignIn } from './pages/SignIn'
import { Team } from './pages/Team'
import { Empty } from './parts/Empty'
import { Shell } from './parts/Shell'
import { $path, match, navigate, onLinkClick } from './router'
import { $session } from './store/session'
import { useStore } from './store/use-store'
import { t } from './text/text'

export function App() {
  const path = useStore($path)
  const session = useStore($session)
  const signedOut = session === null || path === '/sign-in'
  useEffect(() => {
    document.addEventListener('click', onLinkClick)
    return () => document.removeEventListener('click', onLinkClick)
  }, [])
  useEffect(() => {
    if (path === '/' && session) navigate('/projects', { replace: true })
  }, [path, session])
  if (signedOut) return <SignIn />
  return (
    <Shell path={path} session={session}>
      <Page path={path} />
    </Shell>
  )
}

function Page({ path }: { path: string }) {
  const board = match('/projects/:project', path) ?? match('/projects/:project/:task', path)
  if (path === '/' || path === '/projects') return <Projects />
  if (path === '/projects/new') return <NewProject />
  if (board) return <Board projectId={board.project ?? ''} taskId={board.task} />
  if (path === '/reports') return <Reports />
  if (path === '/team') return <Team />
  if (path === '/settings') return <Settings />
  if (path === '/billing') return <Billing />
  return <Empty title={t('notFound')} lead={path} />
}
