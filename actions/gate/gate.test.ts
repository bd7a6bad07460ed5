import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers, file, questionable, type Story, serviceText, startStory } from './story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

test('a clean new use waits for its approval, and is approved', async () => {
  const { world, jiro } = story
  const pull = story.open({ [file]: serviceText() })
  const first = await story.run(pull)
  console.log(
    first.output,
    first.requests.map((r) => r.operation),
    story.comments(pull)[0]?.body,
  )
  expect(story.checks(pull)).toEqual(['success', 'action_required'])
  expect(first.status).toBe(0)
  world.review(pull, { by: jiro, body: 'よい。' })
  await story.run(pull)
  expect(story.checks(pull)).toEqual(['success', 'success'])
  expect(story.comments(pull)).toHaveLength(1)
})
