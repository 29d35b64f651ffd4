// The least that can be called a tour: one positioned element.
window.controlTour = (() => {
  let steps
  let index
  let element

  function show() {
    const { target, title, text } = steps[index]
    const anchor = document.querySelector(target)
    const { top, bottom } = anchor.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) anchor.scrollIntoView({ block: 'center' })
    const place = anchor.getBoundingClientRect()
    element.style.cssText = `position:fixed;z-index:9;background:#fff;padding:8px;border:1px solid;left:${place.left}px;top:${place.bottom}px`
    element.innerHTML = `<b>${title}</b><p>${text}</p>`
  }
  return {
    prepare(given) {
      steps = given
    },
    start() {
      index = 0
      element = document.createElement('div')
      element.className = 'control-popover'
      document.body.append(element)
      show()
    },
    next() {
      index++
      show()
    },
  }
})()
