import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Boot } from '../shared/boot'
import { Frame, PageSkeleton } from '../shared/frame'
import type { PageId } from '../shared/pages'
import type { View } from '../shared/view'
import type { Assets } from './assets'
import { LoginForm, type LoginFormProps } from './login-form'

interface DocumentProps {
  title: string
  view: View
  assets: Assets
  /** The login works without script, so it loads none. */
  scripted: boolean
  children: ComponentChildren
}

function Document({ title, view, assets, scripted, children }: DocumentProps) {
  return (
    <html lang="en" dir={view.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripted && <script type="module" src={assets.script} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

const html = (node: Parameters<typeof renderToString>[0]): string => `<!doctype html>${renderToString(node)}`

/** The shell of a page: navigation and a skeleton, which the client fills. */
export function shellDocument(page: PageId, boot: Boot, view: View, assets: Assets): string {
  return html(
    <Document title="Handrail" view={view} assets={assets} scripted>
      <div id="app" data-boot={JSON.stringify(boot)}>
        <Frame page={page} person={boot.person} csrf={boot.csrf}>
          <noscript>
            <p class="notice">The dashboard draws its pages in the browser: please allow JavaScript.</p>
          </noscript>
          <PageSkeleton titled />
        </Frame>
      </div>
    </Document>,
  )
}

export function loginDocument(form: LoginFormProps, view: View, assets: Assets): string {
  return html(
    <Document title="Log in · Handrail" view={view} assets={assets} scripted={false}>
      <LoginForm {...form} />
    </Document>,
  )
}
