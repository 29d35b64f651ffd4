import { directionOf, type Language, type Mode } from '../../gallery/languages'

/** What the address of the gallery asks for. */
export interface Asked {
  language: Language
  mode: Mode
  /** A scene shown alone and in full size. */
  scene?: string | undefined
}

interface Page extends Asked {
  title: string
  /** In the head, after the title. */
  head: string
  body: string
}

/** A document of the gallery. */
export const render = ({ language, mode, title, head, body }: Page) => `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}" data-mode="${mode}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="/favicon.svg">
    ${head}
  </head>
  <body>
${body}
  </body>
</html>
`
