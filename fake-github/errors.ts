import type { Json } from './json.ts'

/** A refusal in GitHub's words, with the status its API gives. */
export class ApiError extends Error {
  readonly status: number
  readonly errors: readonly Json[] | undefined

  constructor(status: number, message: string, errors?: readonly Json[]) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

export const notFound = (): ApiError => new ApiError(404, 'Not Found')

type Fault = { readonly resource: string; readonly field: string; readonly code: string; readonly message?: string }

export const invalid = (fault: Fault): ApiError => new ApiError(422, 'Validation Failed', [fault])
