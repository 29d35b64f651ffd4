import type { MediaProps } from '../../core/surface'
import { createIcon } from './icons'

const PlayIcon = createIcon('M7 4.8v10.4l8.4-5.2z', 'solid')

/** An image, which leaves no gap when it does not come, or the picture of a video: nothing of a video, and nothing that plays it, is loaded before its click. */
export function Media({ media, plain, playLabel }: MediaProps) {
  if ('image' in media) {
    const { image, alt, width, height } = media
    return (
      <img
        class="media"
        src={image}
        alt={plain(alt)}
        width={width}
        height={height}
        decoding="async"
        onError={({ currentTarget }) => {
          if (currentTarget instanceof HTMLElement) currentTarget.hidden = true
        }}
      />
    )
  }
  const title = plain(media.title)
  const load = async ({ currentTarget }: MouseEvent) => {
    const frame = currentTarget instanceof HTMLElement && currentTarget.parentElement
    const { createPlayer } = await import('./player')
    if (frame) frame.replaceChildren(createPlayer(media, title))
  }
  return (
    <div class="media frame">
      {media.poster && <img src={media.poster} alt="" />}
      <button type="button" aria-label={playLabel(title)} onClick={load}>
        <span class="play">
          <PlayIcon size={24} />
        </span>
      </button>
    </div>
  )
}
