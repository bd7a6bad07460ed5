import type { Form, FormField } from '../explain/knowledge.ts'

/** A form with the groups in which it is printed; `entry`: the one record of a list that is the answer. */
export type Field = FormField & { group?: string; entry?: string }
export type FormTable = Omit<Form, 'fields'> & { fields?: readonly Field[] }
