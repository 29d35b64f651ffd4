import { describe, expect, test } from 'vitest'
import { embedAddress } from '../../../src/ui/parts/player'

describe('the address of a player', () => {
  test.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0',
    ],
    [
      'https://youtu.be/dQw4w9WgXcQ?t=3',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0',
    ],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?autoplay=1&dnt=1'],
    ['https://www.loom.com/share/0a1b2c', 'https://www.loom.com/embed/0a1b2c?autoplay=1'],
  ])('of %s asks for no cookie', (video, address) => {
    expect(embedAddress(video)).toBe(address)
  })

  test.each([
    '/media/tour.mp4',
    'https://example.com/youtube.com/embed/dQw4w9WgXcQ',
    'http://youtu.be/dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
  ])('of %s is none: it is a file', (video) => {
    expect(embedAddress(video)).toBeUndefined()
  })
})
