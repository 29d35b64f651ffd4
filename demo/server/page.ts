export interface Embedding {
  /** Origin of the collector, which also serves the script. */
  collectorOrigin: string
  writeKey: string
}

export interface Assets {
  script: string
  styles: readonly string[]
}

/**
 * Policy of every page of Tandem: its own files, and Handrail's by the collector's origin alone. No inline script, no inline
 * style, no string turned into code or markup.
 */
export function contentSecurityPolicy({ collectorOrigin }: Embedding): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${collectorOrigin}`,
    `connect-src 'self' ${collectorOrigin}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** The document every path of Tandem answers with. */
export function renderPage({ script, styles }: Assets, { collectorOrigin, writeKey }: Embedding): string {
  const links = styles.map((file) => `<link rel="stylesheet" href="/app/${file}">`).join('\n    ')
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Tandem</title>
    <link rel="icon" href="/favicon.svg">
    <script src="/appearance.js"></script>
    ${links}
    <script src="/snippet.js"></script>
    <script async src="${collectorOrigin}/handrail.js" data-write-key="${attribute(writeKey)}" data-endpoint="${collectorOrigin}"></script>
    <script type="module" src="/app/${script}"></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`
}

const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
