import { Mark } from '../shared/icon'

export interface LoginFormProps {
  csrf: string
  /** Where to go afterwards; a path of the dashboard. */
  next: string
  email?: string
  /** What was wrong with the last try. */
  problem?: string
}

export function LoginForm({ csrf, next, email = '', problem }: LoginFormProps) {
  return (
    <main class="login">
      <form class="login-card" method="post" action="/login" aria-labelledby="login-title">
        <div class="brand">
          <Mark />
          Handrail
        </div>
        <h1 id="login-title">Log in</h1>
        {problem && (
          <p class="notice" role="alert" id="login-problem">
            {problem}
          </p>
        )}
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="next" value={next} />
        <label class="field">
          Email
          <input
            type="email"
            name="email"
            autocomplete="username"
            required
            value={email}
            autofocus={email === ''}
          />
        </label>
        <label class="field">
          Password
          <input
            type="password"
            name="password"
            autocomplete="current-password"
            required
            autofocus={email !== ''}
          />
        </label>
        <button class="button primary" type="submit">
          Log in
        </button>
        <p class="login-help">
          No login yet? The collector printed one when it first started. Its operator can make another.
        </p>
      </form>
    </main>
  )
}
