// Words of more than one kind of guide.
export const next = 'Next'
export const back = 'Back'
export const done = 'Done'
export const close = 'Close'
export const playVideo = 'Play video: {title}'
/** Two things said in one breath. Languages differ in the comma between them. */
export const pair = '{first}, {second}'
