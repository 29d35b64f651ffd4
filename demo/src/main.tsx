import { render } from 'preact'
import { App } from './app'
import { introduce } from './product-events'
import { $session } from './store/session'
import './styles/main.css'

const session = $session.get()
if (session) introduce(session)

const root = document.getElementById('root')
if (root) render(<App />, root)
