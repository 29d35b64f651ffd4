import { LANGUAGES, type Language, MODES } from '../../gallery/languages'
import type { Scenes } from '../../gallery/scene'
import { KINDS } from '../../gallery/scenes'
import { type Asked, render } from './document'

/** All scenes, each in a frame like a desktop and one like a phone. */
export function renderOverview(asked: Asked): string {
  const kinds = Object.entries<Scenes>(KINDS).map(([kind, scenes]) => section(kind, scenes, asked))
  return render({
    ...asked,
    language: 'en',
    title: 'Gallery of guides',
    head: '<link rel="stylesheet" href="/gallery/overview.css"><script src="/gallery/overview.js" defer></script>',
    body: `    <header><h1>Gallery</h1>
      <nav aria-label="Language">${languageLinks(asked)}</nav>
      <nav aria-label="Colours">${modeLinks(asked)}</nav></header>
    <main>${kinds.join('')}</main>`,
  })
}

function section(kind: string, scenes: Scenes, asked: Asked): string {
  const shown = Object.entries(scenes).filter(([name]) => !asked.scene || name === asked.scene)
  if (shown.length === 0) return ''
  const figures = shown.map(([name, { title }]) => figure(name, title, asked))
  return `<section><h2>${kind}</h2>${figures.join('')}</section>`
}

function figure(name: string, title: string, asked: Asked): string {
  const source = `/gallery/stage${search({ ...asked, scene: name })}`
  const frame = (device: string) =>
    `<div class="${device}"><iframe data-src="${source}" title="${title}, ${device}"></iframe></div>`
  const size = asked.scene ? 'full' : 'small'
  const link = `<a href="/gallery${search({ ...asked, scene: asked.scene ? undefined : name })}">${title}</a>`
  return `<figure class="${size}"><figcaption>${link}</figcaption><div class="frames">${frame('desktop')}${frame('phone')}</div></figure>`
}

const languageLinks = (asked: Asked) =>
  Object.entries(LANGUAGES)
    .map(([language, name]) => {
      const there = { ...asked, language: language as Language } // a key of LANGUAGES
      return link(there, `<span lang="${language}">${name}</span>`, language === asked.language)
    })
    .join('')

const modeLinks = (asked: Asked) =>
  MODES.map((mode) => link({ ...asked, mode }, mode, mode === asked.mode)).join('')

const link = (asked: Asked, label: string, isHere: boolean) =>
  `<a href="/gallery${search(asked)}"${isHere ? ' aria-current="true"' : ''}>${label}</a>`

const search = ({ scene, language, mode }: Asked) =>
  `?${scene ? `scene=${scene}&amp;` : ''}lang=${language}&amp;mode=${mode}`
