import { back, close, done, next, playVideo } from './common'

/** What tours and announcements say. One module for each kind of guide: its chunk carries no other. */
export const tourEnglish = {
  next,
  back,
  done,
  close,
  stepOf: 'Step {n} of {total}',
  guide: 'Guide',
  playVideo,
  gotIt: 'Got it',
}
