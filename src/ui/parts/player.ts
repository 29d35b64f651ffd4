import type { Media } from '../../schema'

type Video = Extract<Media, { video: string }>

/** Plays a video: a file by itself, one of an allow-listed host in a frame. */
export function createPlayer(media: Video, title: string): HTMLElement {
  const address = embedAddress(media.video)
  return address ? createFrame(address, title) : createVideo(media, title)
}

function createFrame(address: string, title: string): HTMLElement {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = title
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  return frame
}

function createVideo({ video: address, poster, captions }: Video, title: string): HTMLElement {
  const video = document.createElement('video')
  Object.assign(video, { src: address, title, controls: true, autoplay: true, playsInline: true })
  if (poster) video.poster = poster
  if (captions) {
    const track = document.createElement('track')
    Object.assign(track, { kind: 'captions', src: captions, default: true })
    video.append(track)
  }
  return video
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
