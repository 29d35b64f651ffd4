/**
 * The dark around what is lit; `drawLight` draws it. The target is left out of the dark by even-odd. Where lights overlap,
 * even-odd would be dark again: those of `highlight` are a mask over it, which costs more to draw, so only where there are any.
 * One that is not seen still tells where the target is.
 */
export const Spotlight = ({ isSeen }: { isSeen: boolean }) => (
  <svg class="spotlight fade" visibility={isSeen ? undefined : 'hidden'} aria-hidden="true" key="spotlight">
    <mask id="others" maskUnits="userSpaceOnUse">
      <rect width="100%" height="100%" fill="#fff" />
      <path class="others" />
    </mask>
    <path class="shade" fill-rule="evenodd" />
    <path class="rim" />
  </svg>
)
