import { type Asked, render } from './document'

/** A page of a product, on which one scene is played by `script`. */
export const renderStage = (asked: Asked, script: string): string =>
  render({
    ...asked,
    title: 'Gallery',
    head: `<link rel="stylesheet" href="/gallery/stage.css">\n    <script type="module" src="${script}"></script>`,
    body: PRODUCT,
  })

/** Something to point at: fields, a scroller, a dialog, shadow and fixed elements. */
const PRODUCT = `    <header class="bar"><strong>Tandem</strong> <a href="#projects">Projects</a> <a href="#reports">Reports</a></header>
    <main>
      <div class="head">
        <h1>Projects</h1>
        <button type="button" data-tour="new-project" aria-label="New project">New project</button>
      </div>
      <p><label>Search <input id="search"></label></p>
      <div class="grid">
        <article><h2>Website</h2><p>12 tasks, 4 open</p></article>
        <article><h2>Launch</h2><p>31 tasks, 9 open</p></article>
        <article id="third"><h2>Hiring</h2><p>7 tasks, all done</p></article>
      </div>
      <section class="scroller" id="scroller" aria-label="Reports">
        <div class="wide">
          <p class="spacer">Reports of the week</p>
          <button type="button" id="deep">Export</button>
          <p class="spacer">The end</p>
        </div>
      </section>
      <div id="late"></div>
      <tandem-card id="shadow-host"></tandem-card>
      <p class="far">Far below</p>
      <button type="button" id="below">Below</button>
      <p class="far">The end</p>
    </main>
    <dialog id="dialog" aria-label="New project">
      <form method="dialog">
        <label>Title <input name="title"></label>
        <button type="submit" id="create">Create</button>
      </form>
    </dialog>
    <div class="dock"><button type="button" id="pinned">Help</button></div>`
