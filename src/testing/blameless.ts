export { blameless, differing } from '../blameless.ts'
