// A guide scrolls to what it points at, and a frame takes the page around it along. So a frame loads when all of it
// that fits on the screen is on the screen: nothing has to be scrolled any more.
const FITS = 0.98
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, boundingClientRect, intersectionRect, rootBounds } of entries) {
      if (intersectionRect.height < FITS * Math.min(boundingClientRect.height, rootBounds.height)) continue
      observer.unobserve(target)
      target.src = target.dataset.src
    }
  },
  { threshold: Array.from({ length: 101 }, (_, percent) => percent / 100) },
)
for (const frame of document.querySelectorAll('iframe')) observer.observe(frame)
