import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import serviceSchema from './service.schema.json' with { type: 'json' }
import vocabularySchema from './vocabulary.schema.json' with { type: 'json' }

/** A plausible use that fills in every field there is. */
const example = {
  service: {
    name: '電子申請サービス',
    plan: 'スタンダード',
    url: 'https://example.lg.jp/',
    provider: { name: '株式会社例示', corporateNumber: '7123456789012', country: 'JP' },
    category: 'online-survey',
    class: 'cloud',
    model: 'saas',
    pricing: 'paid',
    arrangedByItSection: false,
  },
  department: { name: '総務部 総務課', manager: '総務課長', contact: '内線 1234' },
  use: {
    purpose: '講座の申込みを受け付けるため。',
    scope: '区民向け講座の申込受付と、受講者への連絡に限ります。',
    networks: ['internet'],
    period: { start: '2026-07-01', end: '2027-03-31', autoRenewal: false },
    places: ['office'],
    lines: ['internal'],
    devices: ['issued'],
    restrictions: '庁外では利用しません。',
    users: 12,
    generativeAi: false,
    standardCompliantSystem: false,
    governedBy: null,
    exemption: null,
  },
  information: {
    kinds: ['personal', 'special-care'],
    description: '氏名、住所、電話番号、配慮の希望',
    subjects: 2500,
    handlers: 12,
    publishedWithConsent: false,
    safetyMeasures: '閲覧できる職員を担当係に限ります。',
    pia: { result: 'basic', date: '2026-05-01', note: '基礎項目評価書を見直し済みです。' },
  },
  application: {
    type: 'new',
    number: 'R8-0012',
    previous: 'R5-0101',
    date: '2026-06-01',
    informatizationPlan: { number: '8練総総第12号', decision: 'approved', date: '2026-06-20' },
    permittedBefore: { date: '2024-04-01', number: 'R5-0101' },
    entry: { by: 'section', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  },
  conditions: [{ id: 'sensitive-care', reason: '配慮の希望を聞くために必要です。', date: '2026-05-20' }],
  contract: {
    form: 'agreement',
    party: { name: '例示販売株式会社', corporateNumber: '2120901007402' },
    start: '2026-07-01',
    end: '2027-03-31',
    cost: { initial: 0, annual: 240000 },
    serviceLevel: '月間稼働率99.5％以上',
    responsibilities: '設定は区、基盤は提供者の責任としています。',
    conditionsConfirmed: '2026-06-22',
    concluded: '2026-06-25',
    terms: { version: '2026年4月1日改定版', confirmed: '2026-05-10' },
  },
  risks: [{ id: 'common-oversight', accepted: true, note: '監査報告書で確かめます。' }],
  criteria: [
    {
      number: 1,
      result: 'met',
      evidence: 'ISMAP C21-0001-2',
      validUntil: '2027-01-31',
      value: '東京リージョン',
      scope: '本サービスの全機能',
      reason: '控えも国内に置くためです。',
    },
    { number: 'X1', result: 'met', value: 99.5 },
  ],
  checks: [
    {
      form: 4,
      date: '2026-06-28',
      by: '主査',
      confirmed: '2026-06-30',
      items: [{ id: 'f4-01', result: 'yes', evidence: '打合せ記録', note: '提供者と確かめました。' }],
    },
  ],
  governmentCloud: [
    {
      measure: 15,
      result: 'yes',
      date: '2026-06-01',
      note: '手順書を定めました。',
      parts: { a: '手順書 第2章', b: '手順書 第5章', c: '手順書 第3章' },
    },
  ],
  confirmations: [{ date: '2026-08-03', status: 'in-use' }],
  suspension: { date: '2026-10-01', reason: '提供者で漏えいが起きたため。', until: '2026-10-31' },
  termination: {
    date: '2027-03-31',
    reported: '2027-04-02',
    reason: 'switched',
    successor: 'R9-0003',
    reportedBy: 'form3',
    data: {
      exported: true,
      deleted: true,
      certificate: '消去証明書 第45号',
      certificateDue: '2027-04-30',
      note: '控えは30日後に消えます。',
    },
  },
}

type Schema = {
  $ref?: string
  title?: string
  description?: string
  type?: string | string[]
  enum?: unknown[]
  enumDescriptions?: string[]
  pattern?: string
  patternErrorMessage?: string
  publicProperties?: string[]
  additionalProperties?: boolean
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
}

const annotations =
  'enumDescriptions markdownDescription patternErrorMessage defaultSnippets errorLabel publicProperties'.split(' ')
const root = serviceSchema as Schema
const definitions: Record<string, Schema> = vocabularySchema.$defs

// ajv-formats is CommonJS: its function is the default export of the default export.
const addFormats = addFormatsModule.default
const ajv = addFormats(
  new Ajv2020({ strict: true, strictRequired: true, allErrors: true, allowUnionTypes: true, validateFormats: true }),
  { mode: 'full' },
).addVocabulary(annotations)
ajv.addSchema(vocabularySchema)
const validate = ajv.compile(serviceSchema)

/** The refusals of a file as `<pointer> <keyword>`. */
const refusals = (value: unknown): string[] => {
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
}

/** Every schema below `schema` with the pointer of what it describes (`*` for any entry). */
function* fieldsOf(schema: Schema, at = ''): Generator<[at: string, field: Schema]> {
  yield [at, schema]
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* fieldsOf(property, `${at}/${name}`)
  if (schema.items !== undefined) yield* fieldsOf(schema.items, `${at}/*`)
}
const fields = [...fieldsOf(root)]
const targetOf = (field: Schema): Schema =>
  field.$ref ? { ...definitions[field.$ref.split('/').at(-1)!], ...field } : field

/** A copy of the example in which `edit` has had its way with the node at `pointer` (`*` is the first entry). */
function changed(pointer: string, value: unknown): unknown {
  const copy = structuredClone(example) as unknown
  const keys = pointer.replaceAll('*', '0').split('/').slice(1)
  const last = keys.pop()!
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], copy) as Record<string, unknown>
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return copy
}
const valueAt = (pointer: string): unknown =>
  pointer
    .replaceAll('*', '0')
    .split('/')
    .slice(1)
    .reduce((node: unknown, key) => (node as Record<string, unknown>)[key], example)

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
/** Proper names of products and procedures that are Latin in Japanese text, too. */
const latinLabels = ['LGWAN-ASP', 'SNS', 'Microsoft 365']

const ids: Record<string, unknown[]> = {
  serviceClass: ['government-cloud', 'lgwan-asp-national', 'lgwan-asp-closed', 'lgwan-asp-internet', 'cloud', 'web'],
  network: ['mynumber', 'lgwan', 'internet'],
  category: (
    'cloud-infrastructure cloud-software lgwan-asp web-conference online-storage web-mail search map translation sns ' +
    'online-survey generative-ai distribution business-system other'
  ).split(' '),
  model: ['saas', 'paas', 'iaas'],
  pricing: ['free', 'paid'],
  informationKind: ['personal', 'special-care', 'specific-personal', 'critical'],
  governedBy: [null, 'sns-guideline', 'school-policy'],
  exemption: [
    null,
    ...(
      'telecom post finance government-requested contractor logo-form logo-chat microsoft-365 ' +
      'free-map-search-translation free-information-gathering download-only training'
    ).split(' '),
  ],
  condition: ['prior-consultation', 'specific-communication', 'sensitive-care', 'principle-exception'],
  place: ['office', 'telework', 'outside'],
  line: ['internal', 'other'],
  device: ['issued', 'other'],
  piaResult: ['not-required', 'basic', 'focused', 'full', 'in-progress'],
  applicationType: ['new', 'renewal'],
  planDecision: ['pending', 'approved', 'rejected'],
  entryBy: ['section', 'it-section'],
  contractForm: ['agreement', 'terms'],
  criterionLevel: ['required', 'high', 'medium', 'low'],
  criterionResult: ['met', 'unmet', 'not-applicable'],
  riskGroup: ['common', 'agreement', 'terms'],
  checkResult: ['yes', 'partial', 'no', 'n/a'],
  confirmationStatus: ['in-use', 'ending', 'ended'],
  endReason: ['work-ended', 'switched', 'provider-discontinued', 'class-changed', 'trial-ended', 'other'],
  reportedBy: ['form3', 'register-survey'],
  verdict: ['violation', 'judgement', 'advice'],
  outcome: ['out-of-scope', 'prohibited', 'exempt', 'application', 'incomplete'],
  transition: ['new', 'renewal', 'check', 'termination', 'correction', 'removal'],
  dueState: ['open', 'soon', 'due', 'overdue'],
}
const shapes = ['date', 'corporateNumber', 'text', 'sha256', 'slug']

describe('vocabulary', () => {
  test('has exactly these lists and shapes', () =>
    expect(Object.keys(definitions).sort()).toEqual([...Object.keys(ids), ...shapes].sort()))

  test.each(Object.entries(ids))('%s has the ids of the service model', (name, expected) =>
    expect(definitions[name]?.enum).toEqual(expected))

  test.each(Object.entries(definitions))('%s has a Japanese title and description', (_, { title, description }) => {
    expect(title).toMatch(japanese)
    expect(description).toMatch(japanese)
  })
})

describe('labels', () => {
  const lists = [...fields, ...Object.entries(definitions)].filter(([, { enum: list }]) => list !== undefined)

  test.each(lists)('%s has a label for each id, and no label twice', (_, { enum: list, enumDescriptions = [] }) => {
    expect(enumDescriptions).toHaveLength(list!.length)
    expect(new Set(enumDescriptions).size).toBe(list!.length)
    for (const label of enumDescriptions) if (!latinLabels.includes(label)) expect(label).toMatch(japanese)
  })

  test.each(
    [...fields, ...Object.entries(definitions)].filter(([, { pattern }]) => pattern !== undefined),
  )('%s says in Japanese what its pattern wants', (_, { patternErrorMessage }) =>
    expect(patternErrorMessage).toMatch(/^[^。]+。$/))
})

describe('service', () => {
  test.each(fields)('%s has its own Japanese title and description', (_, { title, description }) => {
    expect(title).toMatch(japanese)
    expect(description).toMatch(/^([^。]+。){1,2}$/)
    expect(description).toMatch(japanese)
  })

  test.each(fields.filter(([, { properties }]) => properties !== undefined))('%s takes no unknown key', (at, field) => {
    expect(field.additionalProperties).toBe(false)
    const pointer = `${at}/unknown`
    expect(refusals(changed(pointer, 1))).toEqual([`${at.replaceAll('*', '0')} additionalProperties`])
  })

  test('accepts the complete example', () => expect(refusals(example)).toEqual([]))

  test('the example fills in every field', () => {
    for (const [at] of fields) expect(valueAt(at), at).toBeDefined()
  })

  test('accepts the least that a file has', () => {
    const { name, provider, category, class: serviceClass, pricing } = example.service
    const { purpose, scope, networks } = example.use
    const { kinds, description } = example.information
    const least = {
      service: { name, provider: { name: provider.name }, category, class: serviceClass, pricing },
      department: { name: example.department.name, manager: example.department.manager },
      use: { purpose, scope, networks },
      information: { kinds, description },
    }
    expect(refusals(least)).toEqual([])
  })

  const requiredFields = [
    '/service /department /use /information /service/name /service/provider /service/provider/name /service/category',
    '/service/class /service/pricing /department/name /department/manager /use/purpose /use/scope /use/networks',
    '/information/kinds /information/description /information/pia/result /application/type',
    '/application/informatizationPlan/decision /application/permittedBefore/date /application/entry/by',
    '/conditions/*/id /contract/party/name /risks/*/id /risks/*/accepted /criteria/*/number /criteria/*/result',
    '/checks/*/form /checks/*/date /checks/*/items /checks/*/items/*/id /checks/*/items/*/result',
    '/governmentCloud/*/measure /governmentCloud/*/result /confirmations/*/date /confirmations/*/status',
    '/suspension/date /suspension/reason /termination/date',
  ].flatMap((line) => line.split(' '))

  test('requires exactly these', () =>
    expect(fields.flatMap(([at, { required = [] }]) => required.map((key) => `${at}/${key}`)).sort()).toEqual(
      requiredFields.toSorted(),
    ))

  test.each(requiredFields)('refuses a file without %s', (pointer) => {
    const parent = pointer.replaceAll('*', '0').replace(/\/[^/]+$/, '')
    expect(refusals(changed(pointer, undefined))).toEqual([`${parent} required`])
  })

  test.each(
    fields.filter(([at, { required }]) => at !== '' && required === undefined && !at.endsWith('*')),
  )('%s refuses a value of another type', (at) => expect(refusals(changed(at, [[{}]])).length).toBeGreaterThan(0))

  const dates = fields.filter(([at]) => /^\d{4}-\d{2}-\d{2}$/.test(String(valueAt(at))))
  test.each(dates)('%s refuses a day that does not exist', (at) =>
    expect(refusals(changed(at, '2026-02-30'))).toEqual([`${at.replaceAll('*', '0')} format`]))

  test.each(fields.filter(([at]) => typeof valueAt(at) === 'string'))('%s refuses a blank', (at) =>
    expect(refusals(changed(at, ' 　'))).toHaveLength(1))

  test.each(fields.filter(([, field]) => targetOf(field).enum !== undefined))('%s refuses an unknown id', (at) =>
    expect(refusals(changed(at, 'unknown'))).toContain(`${at.replaceAll('*', '0')} enum`))
})

describe('one fault, one refusal', () => {
  test.each([
    ['/service/name', '', 'minLength'],
    ['/service/name', ' 　\n', 'pattern'],
    ['/service/url', 'example.lg.jp', 'format'],
    ['/service/url', 'javascript:alert(1)', 'pattern'],
    ['/service/provider/corporateNumber', '712345678901', 'pattern'],
    ['/service/provider/corporateNumber', 7123456789012, 'type'],
    ['/service/provider/country', 'jp', 'pattern'],
    ['/use/networks', [], 'minItems'],
    ['/use/networks', ['lgwan', 'lgwan'], 'uniqueItems'],
    ['/information/kinds', ['personal', 'personal'], 'uniqueItems'],
    ['/use/period/start', '2026-02-29', 'format'],
    ['/use/period/start', 'R8.4.1', 'format'],
    ['/use/users', -1, 'minimum'],
    ['/use/users', 1.5, 'type'],
    ['/contract/cost/annual', -1, 'minimum'],
    ['/risks/*/id', 'Common', 'pattern'],
    ['/criteria/*/number', 0, 'minimum'],
    ['/criteria/*/number', '1', 'pattern'],
    ['/criteria/*/number', 'X0', 'pattern'],
    ['/criteria/*/number', 1.5, 'type'],
    ['/criteria/*/value', '　', 'pattern'],
    ['/criteria/*/value', true, 'type'],
    ['/checks/*/form', 3, 'enum'],
    ['/checks/*/items/*/id', 'f3-01', 'pattern'],
    ['/checks/*/items/*/result', 'not-applicable', 'enum'],
    ['/governmentCloud/*/measure', 0, 'minimum'],
    ['/application/entry/sha256', 'e3b0', 'pattern'],
  ])('%s: %j', (at, value, keyword) =>
    expect(refusals(changed(at, value))).toEqual([`${at.replaceAll('*', '0')} ${keyword}`]))

  test.each([
    ['/use/governedBy', 'school-policy'],
    ['/use/exemption', 'training'],
    ['/information/kinds', []],
    ['/use/users', 0],
    ['/criteria/*/value', 0],
    ['/criteria/*/number', 'X3'],
    ['/checks/*/items/*/result', 'n/a'],
    ['/service/url', 'http://example.lg.jp:8080/a?b=c#d'],
  ])('%s may be %j', (at, value) => expect(refusals(changed(at, value))).toEqual([]))
})

test('only these fields are fit for publication', () =>
  expect(fields.flatMap(([at, field]) => (field.publicProperties ?? []).map((name) => `${at}/${name}`))).toEqual([
    '/service/name',
    '/service/plan',
    '/service/url',
    '/service/category',
    '/service/class',
    '/service/model',
    '/service/pricing',
    '/service/provider/name',
    '/service/provider/corporateNumber',
    '/service/provider/country',
    '/department/name',
    '/use/purpose',
    '/use/period/start',
    '/use/period/end',
    '/information/kinds',
    '/termination/date',
  ]))

test('the defaults are those of the service model', () => {
  const stated = fields.flatMap(([at, field]) => ('default' in field ? [[at, field.default]] : []))
  expect(Object.fromEntries(stated)).toEqual({
    '/service/arrangedByItSection': false,
    '/use/generativeAi': false,
    '/use/standardCompliantSystem': false,
    '/use/governedBy': null,
    '/use/exemption': null,
    '/information/publishedWithConsent': false,
  })
})

test.each(fields.filter(([, field]) => 'examples' in field))('%s: its examples are accepted', (at, field) => {
  for (const value of (field as { examples: unknown[] }).examples) expect(refusals(changed(at, value))).toEqual([])
})

test('the skeleton of the editor is accepted as it stands', () => {
  const [snippet] = serviceSchema.defaultSnippets
  const filled = stringify(snippet!.body, { lineWidth: 0 })
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]+)\}/g, '$1')
  expect(snippet!.label).toMatch(japanese)
  expect(refusals(parse(filled))).toEqual([])
})
