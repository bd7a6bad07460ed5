import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { choicesOf } from '../draft/answer.ts'
import { fields } from '../generated/fields.ts'
import { forms, formText } from '../testing/intake.ts'
import { idsOf, label } from '../vocabulary.ts'
import { everyRisk, kinds, noImportantInformation, ownFields } from './form.ts'

const gitWords =
  /git|プルリクエスト|プルリク|ブランチ|コミット|リポジトリ|マージ|プッシュ|フォーク|issue|イシュー|\bPR\b/i

describe.each([...forms])('$label の申請票', ({ kind, fields: asked, label: name }) => {
  test('git の言葉がない', () => expect(formText(kind)).not.toMatch(gitWords))

  test('欄は語彙と記入欄のとおりである', () => {
    for (const { id, label: title, pointer, type, isMultiple, options } of asked) {
      if (pointer === null) {
        expect(ownFields).toContain(id)
        continue
      }
      if (pointer === everyRisk) {
        expect(options).toEqual(['はい', 'いいえ'])
        continue
      }
      const field = fields[pointer]
      expect(field, id).toBeDefined()
      expect(title, id).toBe(field?.title)
      const choices = choicesOf(field!).map((choice) => choice.label)
      const extra = pointer === '/information/kinds' ? [noImportantInformation] : []
      expect(options, id).toEqual(choices.length === 0 ? [] : [...choices, ...extra])
      expect(type === 'dropdown', id).toBe(choices.length > 0)
      expect(isMultiple, id).toBe(field?.type === 'array')
    }
  })

  test('GitHub が受け取れる形である', () => {
    const form = parse(formText(kind))
    expect(Object.keys(form)).toEqual(['name', 'description', 'title', 'labels', 'body'])
    expect(form.labels).toEqual([name])
    for (const element of form.body) {
      const allowed = element.type === 'markdown' ? ['type', 'attributes'] : ['type', 'id', 'attributes', 'validations']
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(element)))
      const keys = { markdown: ['value'], dropdown: ['label', 'description', 'multiple', 'options'] }
      expect(keys[element.type as 'markdown'] ?? ['label', 'description', 'placeholder']).toEqual(
        expect.arrayContaining(Object.keys(element.attributes)),
      )
    }
    for (const list of [asked.map(({ id }) => id), asked.map(({ label: title }) => title)])
      expect(new Set(list).size).toBe(list.length)
    for (const { id, options } of asked) {
      expect(id).toMatch(/^[\w-]+$/)
      expect(new Set(options).size).toBe(options.length)
      // What GitHub itself offers for "nothing", and the sign between two choices.
      for (const option of options) expect(option).not.toMatch(/^None$|, /i)
    }
  })
})

test('ラベルは申請の種類ごとに決まっている', () => {
  expect(forms.map((form) => form.label)).toEqual(['新規', '更改', '確認', '終了', '相談'])
  expect(idsOf('applicationType').map((id) => label('applicationType', id))).toEqual(['新規', '更改'])
})

test('申請票のほかからは受け付けない', () => {
  expect(parse(readFileSync('.github/ISSUE_TEMPLATE/config.yml', 'utf8'))).toEqual({ blank_issues_enabled: false })
  expect(kinds).toHaveLength(5)
})

test('どの申請票も、ほかのものの見出しをすべては持たない', () => {
  for (const one of forms)
    for (const other of forms.filter((form) => form !== one)) {
      const titles = other.fields.map(({ label: title }) => title)
      expect(one.fields.every(({ label: title }) => titles.includes(title))).toBe(false)
    }
})
