/** What every tour shows. All targets are in the first viewport, so that scrolling is not what is measured. */
export const steps = Array.from({ length: 5 }, (_, n) => ({
  target: `#target${n}`,
  title: `STEP-${n}-TITLE`,
  text: `This is what step ${n} of the tour says to the user.`,
}))

export const nodes = 2000

/** A product's page of `nodes` elements that embeds a script. */
export function tourPage({ script, style }) {
  const targets = steps.map(
    (_, n) =>
      `<button id="target${n}" style="position:absolute;left:${80 + n * 180}px;top:${60 + n * 60}px;width:120px;height:32px">T${n}</button>`,
  )
  const rows = Array.from(
    { length: (nodes - steps.length) / 5 },
    (_, n) => `<div class="row"><span>cell ${n}</span><b>b</b><i>i</i><a href="#">link</a></div>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Product</title>
<style>body{font:14px sans-serif;margin:16px;min-height:100vh}.row{display:flex;gap:8px}</style>
${style ? `<link rel="stylesheet" href="${style}">` : ''}<script src="${script}"></script></head>
<body>${targets.join('')}${rows.join('')}</body></html>`
}
