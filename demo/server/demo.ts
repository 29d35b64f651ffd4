export { runDemo } from './run'
export { type Demo, type DemoOptions, startDemo } from './start-demo'
