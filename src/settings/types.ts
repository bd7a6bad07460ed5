/** Settings and answers of GitHub are plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [name: string]: Json }

/** What `settings/*.json` says, with names in the place of numbers that only one organization knows. */
export type Wanted = {
  /** By the name of their file; those that an office does not want have no file. */
  rulesets: readonly JsonObject[]
  environments: readonly WantedEnvironment[]
  policies: readonly JsonObject[]
  repository: JsonObject
  workflow: JsonObject
  /** Those that people and forms set; others may be there besides. */
  labels: readonly WantedLabel[]
  /** What each team may do in the repository, and each App on it: no less, and no more. */
  teams: { readonly [team: string]: string }
  apps: { readonly [app: string]: Permissions }
}
export type Permissions = { readonly [permission: string]: string }
export type WantedLabel = { name: string; color: string; description: string }
export type WantedEnvironment = {
  name: string
  branches: readonly string[]
  secrets: readonly string[]
  variables: JsonObject
}

/** The numbers behind the names; null for what does not exist or could not be found. */
export type Names = {
  teams: { readonly [team: string]: FoundTeam }
  apps: { readonly [app: string]: FoundApp }
}
export type FoundTeam = { slug: string; id: number | null; permission: string | null; visible: boolean }
export type FoundApp = {
  slug: string | null
  id: number | null
  clientId: string | null
  /** The account under which the App writes. */
  botId: number | null
  permissions: Permissions | null
}

/** What the repository has now. `null`: GitHub does not show it to this token, or does not know it. */
export type Found = {
  isPrivate: boolean
  repository: JsonObject
  workflow: JsonObject
  /** Their names. */
  labels: readonly string[]
  rulesets: readonly JsonObject[]
  environments: readonly FoundEnvironment[]
  policies: readonly JsonObject[] | null
  codeowners: readonly CodeownersFault[]
  /** Names of checks that the App of the gate has published. */
  publishedChecks: readonly string[]
}
export type FoundEnvironment = {
  name: string
  restricted: boolean
  branches: readonly { id: number; name: string; type: string }[]
  /** Rules beyond the limit to branches, such as a timer that would hold up every job. */
  otherRules: readonly string[]
  variables: { readonly [name: string]: string } | null
  secrets: readonly string[] | null
}
export type CodeownersFault = { path: string; line: number; message: string }

/** One sentence about one thing that is not as the code wants it. */
export type Difference = {
  about: string
  kind: 'missing' | 'different' | 'extra' | 'unreadable'
  message: string
}
