import type { State } from '../world/state.ts'

/** What an answer is made of: the state, and the address of the API that appears in its links. */
export type Shown = { readonly state: State; readonly api: string }

export const web = 'https://github.com'

export const fullName = ({ owner, repository }: State): string => `${owner.login}/${repository.name}`
export const repositoryUrl = ({ state, api }: Shown): string => `${api}/repos/${fullName(state)}`
export const pageUrl = ({ state }: Shown): string => `${web}/${fullName(state)}`

export const nodeId = (kind: string, id: number | string): string => Buffer.from(`${kind}:${id}`).toString('base64')
