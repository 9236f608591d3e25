import { type TSchema, Type } from 'typebox'

/** What an operation is: where it is, what it takes, what it gives. */
export type OperationShape = {
  method: 'GET' | 'POST'
  path: string
  /** One sentence for the reference. */
  summary: string
  params: TSchema
  query: TSchema
  body: TSchema
  answer: TSchema
  /** `nobody`: no sign-in needed. */
  who: 'nobody' | 'signed in'
  /** Answered although the session is locked: what unlocks it, ends it, or says that it is locked. */
  worksLocked?: true
  /** Only for somebody who proved who they are in the last minutes: `step-up-needed` otherwise. */
  stepUp?: true
  /** The body is a document as it was received, byte for byte, and not JSON of ours. */
  documentBody?: true
  /** The answer is a stream of this type and not one JSON value. */
  streams?: 'application/x-ndjson' | 'application/octet-stream' | 'text/csv'
}

/** Keeps the literal types of one operation. */
export const operation = <const T extends OperationShape>(shape: T): T => shape

// Parts that several operations share.
export const text = Type.String()
export const id = Type.String({ minLength: 1, maxLength: 64 })
export const none = Type.Object({})
/** A policy and one of its versions, in a path: a text of digits there. */
export const policyParams = Type.Object({
  policyId: Type.String({ minLength: 1, maxLength: 80 }),
  version: Type.String({ pattern: '^[1-9]\\d{0,8}$' }),
})
export const because = Type.String({ minLength: 1, maxLength: 2000 })
export const opt = Type.Optional
