import pg from 'pg'
import { Problem } from './problem.ts'

/** The functions at the border tell a person who comes too late by this code, in words for people. */
const tooLate = 'TL001'

/** Runs an act at the border; who comes too late is told so. @throws Problem conflict */
export const orConflict = async <T>(act: Promise<T>): Promise<T> => {
  try {
    return await act
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === tooLate)
      throw new Problem('conflict', error.message)
    throw error
  }
}
