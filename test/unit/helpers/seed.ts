import fc from 'fast-check'

// In CI the same cases every time, so that a failure there is one of the change under test; elsewhere new ones.
if (process.env.CI) fc.configureGlobal({ seed: 20261122 })
