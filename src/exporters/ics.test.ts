import ical from 'node-ical'
import { expect, test } from 'vitest'
import { sampleDay, sampleDeadlines } from '../testing/due.ts'
import { exportIcs } from './ics.ts'

const text = exportIcs(sampleDeadlines, sampleDay, 60)
const eventsIn = (ics: string) => Object.values(ical.sync.parseICS(ics)).filter((part) => part?.type === 'VEVENT')
const alarmsOf = (event: object) => (event as { alarms?: { action: string; trigger: string }[] }).alarms ?? []
const localDay = (date: Date): string => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-')

test('暦のファイル', () => expect(text).toMatchFileSnapshot('golden/due.ics.out'))
test('同じ日の同じファイルからは、同じものができる', () => expect(exportIcs(sampleDeadlines, sampleDay, 60)).toBe(text))
test('期限がなければ、予定もない', () => expect(eventsIn(exportIcs([], sampleDay, 60))).toEqual([]))

test('行は75オクテットまでで、CRLF で終わり、文字の途中で切れない', () => {
  expect(text).toMatch(/\r\n$/)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n').map((line) => new TextEncoder().encode(line))
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75)
  for (const line of lines) expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow()
})

test('別の道具が、終日の予定として読む', () => {
  const events = eventsIn(text)
  expect(events).toHaveLength(sampleDeadlines.length)
  for (const [index, { due, subject, section, remedy }] of sampleDeadlines.entries()) {
    const event = events[index]!
    if (event.type !== 'VEVENT') continue
    expect(event.datetype).toBe('date')
    const [year, month, day] = due.split('-').map(Number)
    expect(localDay(event.start)).toBe([year, month, day].join('-'))
    expect((event.end!.getTime() - event.start.getTime()) / 3_600_000).toBe(24)
    expect(event.summary).toContain(subject)
    expect(event.description).toContain(`${remedy}\nガイドライン ${section}\nservices/`)
    expect(alarmsOf(event).map(({ action, trigger }) => `${action} ${trigger}`)).toEqual([
      'DISPLAY -P59DT15H',
      'DISPLAY -P6DT15H',
    ])
  }
})

test('区切りの文字はそのまま、見えない文字は見える形で読める', () => {
  const names = eventsIn(text).flatMap((event) => (event.type === 'VEVENT' ? [event.summary] : []))
  expect(names).toContainEqual(expect.stringContaining('=HYPERLINK("https://example.com"),\\;<U+202E>𠮷野家の 𩸽 を'))
})

test('予定の名札は、一つに一つで、数える日が変わっても同じである', () => {
  const namesIn = (ics: string) => eventsIn(ics).flatMap((event) => (event.type === 'VEVENT' ? [event.uid] : []))
  const names = namesIn(text)
  expect(new Set(names).size).toBe(sampleDeadlines.length)
  expect(namesIn(exportIcs(sampleDeadlines, '2027-01-05', 60))).toEqual(names)
  expect(names[0]).toMatch(/^[\x21-\x7e]+$/)
})

test('知らせは、数の表に従う', () => {
  const triggers = (soonDays: number) =>
    exportIcs(sampleDeadlines.slice(0, 1), sampleDay, soonDays).match(/^TRIGGER:.*$/gm)
  expect(triggers(7)).toEqual(['TRIGGER:-P6DT15H'])
  expect(triggers(0)).toEqual(['TRIGGER:-P6DT15H'])
  expect(triggers(30)).toEqual(['TRIGGER:-P29DT15H', 'TRIGGER:-P6DT15H'])
})
