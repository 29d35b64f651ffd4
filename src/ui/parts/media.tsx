import type { Media as MediaConfig, Text } from '../../schema'
import { PlayIcon } from './icons'

interface MediaProps {
  media: MediaConfig
  plain: (text: Text) => string
  /** Names the button that loads a video from elsewhere. */
  playLabel: (title: string) => string
}

/** An image; a video file; or a picture of a video elsewhere, which is asked for only when it is clicked. */
export function Media({ media, plain, playLabel }: MediaProps) {
  if ('image' in media) {
    const { image, alt, width, height } = media
    return <img class="media" src={image} alt={plain(alt)} width={width} height={height} decoding="async" />
  }
  const title = plain(media.title)
  const address = embedAddress(media.video)
  if (address) return <Frame address={address} title={title} poster={media.poster} playLabel={playLabel} />
  return (
    <video
      class="media"
      src={media.video}
      poster={media.poster}
      title={title}
      controls
      preload="metadata"
      playsInline
    >
      <track kind="captions" src={media.captions} default={media.captions !== undefined} />
    </video>
  )
}

interface FrameProps {
  address: string
  title: string
  poster: string | undefined
  playLabel: (title: string) => string
}

function Frame({ address, title, poster, playLabel }: FrameProps) {
  return (
    <div class="media frame">
      {poster && <img src={poster} alt="" />}
      <button type="button" aria-label={playLabel(title)} onClick={(event) => play(event, address, title)}>
        <span class="play">
          <PlayIcon size={24} />
        </span>
      </button>
    </div>
  )
}

/** Nothing is asked of the other host, and nothing told to it, before this click. */
function play({ currentTarget }: MouseEvent, address: string, title: string): void {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  if (currentTarget instanceof HTMLElement) currentTarget.parentElement?.replaceChildren(frame)
}

/** Players that may be shown in a frame, in the form that sets no cookie before it plays. */
const EMBEDS: readonly (readonly [RegExp, (id: string) => string])[] = [
  [
    /^https:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:watch\?v=|embed\/)|youtu\.be\/)([\w-]{6,20})/,
    (id) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`,
  ],
  [
    /^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)/,
    (id) => `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1`,
  ],
  [
    /^https:\/\/(?:www\.)?loom\.com\/(?:share|embed)\/(\w+)/,
    (id) => `https://www.loom.com/embed/${id}?autoplay=1`,
  ],
]

/** The address of the player for a video on an allow-listed host; `undefined` for everything else. */
export function embedAddress(video: string): string | undefined {
  for (const [pattern, address] of EMBEDS) {
    const id = pattern.exec(video)?.[1]
    if (id) return address(id)
  }
  return undefined
}
