import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { life, lifeFile } from '../src/testing/life.ts'
import { bundle } from './generate/bundle.ts'
import { type TestRepository, temporaryFolder, testRepository } from './testing/repository.ts'

const root = temporaryFolder()
const program = join(root, 'dist', 'shinsa.js')
const reviewer = 'jiro@example.lg.jp'
const settings = (value: object) => writeFileSync(join(root, 'settings', 'hook.json'), JSON.stringify(value))
const hook = (...args: string[]) => spawnSync(process.execPath, [program, 'hook', ...args], { encoding: 'utf8' })

beforeAll(async () => {
  for (const [file, text] of Object.entries(await bundle())) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  mkdirSync(join(root, 'settings'))
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const youtube = readFileSync('services/koho/youtube.yml', 'utf8')
const place = 'services/koho/youtube.yml'
const fresh = youtube.slice(0, youtube.indexOf('\nchecks:'))
const other = fresh.replace('name: YouTube', 'name: 例示の動画')

let server: string
let work: TestRepository
beforeEach(() => {
  settings({ reviewers: [reviewer] })
  server = join(temporaryFolder(), 'register.git')
  execFileSync('git', ['init', '--quiet', '--bare', '-b', 'main', server])
  expect(hook('install', server)).toMatchObject({ status: 0, stderr: '' })
  work = testRepository()
  work.git('remote', 'add', 'origin', server)
  return () => {
    work.dispose()
    rmSync(dirname(server), { recursive: true, force: true })
  }
})

type Pushed = { accepted: boolean; said: string }
function push(...refs: string[]): Pushed {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' }
  const args = ['push', 'origin', ...(refs.length > 0 ? refs : ['main'])]
  const { status, stderr } = spawnSync('git', args, { cwd: work.folder, encoding: 'utf8', env })
  return { accepted: status === 0, said: stderr.replaceAll(/^remote: ?/gm, '') }
}
function begin(files: Readonly<Record<string, string>> = { [place]: youtube }): void {
  for (const [file, text] of Object.entries(files)) work.write(file, text)
  work.write('README.md', '# 台帳\n')
  work.commit('始まり')
  expect(push()).toMatchObject({ accepted: true })
}
/** Merges a branch with one commit as somebody; identity comes from the environment in the other commands. */
function merge(branch: string, email: string, message: string, ...options: string[]): void {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: '次郎',
    GIT_COMMITTER_NAME: '次郎',
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_EMAIL: email,
  }
  execFileSync('git', [...options, 'merge', '--quiet', '--no-ff', '-m', message, branch], {
    cwd: work.folder,
    env,
    stdio: 'pipe',
  })
}

describe('受け付ける push', () => {
  test('最初の push と、要修正も要判断もない申請', () => {
    begin()
    work.write('services/koho/reiji.yml', other)
    work.commit('新規')
    expect(push()).toMatchObject({ accepted: true, said: expect.stringContaining('審査しました') })
  }, 60_000)

  test('ほかのブランチと、申請でないファイルは審査しない', () => {
    begin()
    work.write(place, 'service: [')
    work.commit('書きかけ')
    expect(push('main:draft')).toMatchObject({ accepted: true })
    work.git('reset', '--quiet', '--hard', 'HEAD~1')
    work.write('README.md', '# 直した\n')
    work.commit('説明')
    expect(push()).toEqual({ accepted: true, said: expect.not.stringContaining('審査しました') })
  }, 60_000)
})

describe('受け付けない push', () => {
  test.each<[string, string, string]>([
    ['読めない YAML', 'service: [', '要修正'],
    ['30kB の [', '['.repeat(30_000), '要修正'],
    ['使えない語', youtube.replace('class: cloud', 'class: 雲'), '要修正'],
    ['UTF-8 でない', '', 'UTF-8'],
  ])(
    '%s',
    (name, text, says) => {
      begin()
      work.write('services/koho/zz.yml', other)
      work.write(place, text)
      if (name.startsWith('UTF-8'))
        writeFileSync(join(work.folder, place), Buffer.from([0x82, 0xa0, 0x82, 0xa2, 0x81, 0x42]))
      work.commit('変更')
      const { accepted, said } = push()
      expect({ accepted, said }).toMatchObject({ accepted: false, said: expect.stringContaining(says) })
      expect(said).toContain(place)
      expect(said).not.toContain('内部の不具合')
    },
    60_000,
  )

  test('リンク、消えたファイル、移したファイル、置き場所の違うファイル', () => {
    begin({ [place]: youtube, 'services/koho/reiji.yml': other })
    const attempt = (change: () => void): string => {
      change()
      work.commit('変更')
      const { accepted, said } = push()
      expect(accepted).toBe(false)
      work.git('reset', '--quiet', '--hard', 'origin/main')
      return said
    }
    expect(
      attempt(() => {
        rmSync(join(work.folder, place))
        symlinkSync('/etc/passwd', join(work.folder, place))
      }),
    ).toContain(`${place}: リンクは申請に使えません。`)
    expect(attempt(() => work.remove(place))).toContain('09-procedure/removal')
    expect(attempt(() => work.git('mv', place, 'services/koho/tube.yml'))).toContain('09-procedure/removal')
    expect(attempt(() => work.write('services/Koho/a.yml', other))).toContain('置き場所')
    expect(
      attempt(() => {
        work.write('services/koho/neu.yml', other)
        work.write('policies/x.yml', 'x')
      }),
    ).toContain('分けてください')
  }, 120_000)

  test('main の削除と、履歴の書き換え', () => {
    begin()
    execFileSync('git', ['-C', server, 'config', 'receive.denyDeleteCurrent', 'ignore'])
    expect(push(':main')).toMatchObject({ accepted: false, said: expect.stringContaining('main は消せません。') })
    work.git('commit', '--quiet', '--amend', '-m', '書き換え')
    expect(push('--force', 'main')).toMatchObject({
      accepted: false,
      said: expect.stringContaining('書き換えられません'),
    })
  }, 60_000)

  test('最初の push でも、要修正は受け付けない', () => {
    work.write(place, youtube.replace('class: cloud', 'class: 雲'))
    work.commit('始まり')
    expect(push()).toMatchObject({ accepted: false, said: expect.stringContaining(place) })
  }, 60_000)

  test('設定が壊れていれば、何も受け付けない', () => {
    begin()
    settings({ reviewer: [] })
    work.write('services/koho/neu.yml', other)
    work.commit('新規')
    expect(push()).toMatchObject({ accepted: false, said: expect.stringContaining('「reviewer」という項目') })
  }, 60_000)
})

describe('判断', () => {
  /** A correction that somebody has to judge, on a branch of its own. */
  function propose(): string {
    begin({ [lifeFile]: life[0]!.text })
    work.git('checkout', '--quiet', '-b', 'plan')
    work.write(lifeFile, life[0]!.text.replace('区民の意見を集める。', '区民の意見を集め、公表する。'))
    work.commit('目的の訂正')
    expect(push('plan')).toMatchObject({ accepted: true })
    const { accepted, said } = push('plan:main')
    expect({ accepted, said }).toMatchObject({ accepted: false, said: expect.stringContaining('判断票') })
    work.git('checkout', '--quiet', 'main')
    return /\/判断 ([0-9a-f]{8,}) 可/.exec(said)![1]!
  }
  const answer = (key: string) => `訂正を取り込む\n\n/判断 ${key} 可 目的は広がらず、扱う情報も変わらないため。`

  test('審査する人が回答を書いて取り込めば、受け付ける', () => {
    const key = propose()
    merge('plan', reviewer, '訂正を取り込む')
    expect(push()).toMatchObject({ accepted: false, said: expect.stringContaining('回答がありません') })
    work.git('reset', '--quiet', '--hard', 'origin/main')
    merge('plan', 'hanako@example.lg.jp', answer(key))
    expect(push()).toMatchObject({ accepted: false, said: expect.stringContaining('審査する人ではありません') })
    work.git('reset', '--quiet', '--hard', 'origin/main')
    merge('plan', reviewer, answer(key))
    expect(push()).toMatchObject({ accepted: true, said: expect.stringContaining('判断 1件に回答があります') })
  }, 120_000)

  test('取り込むときに書き換えた内容は、受け付けない', () => {
    const key = propose()
    merge('plan', reviewer, answer(key))
    work.write(lifeFile, readFileSync(join(work.folder, lifeFile), 'utf8').replace('内線 1234', '内線 9999'))
    work.git('add', '--all')
    const env = { ...process.env, GIT_AUTHOR_NAME: '次郎', GIT_COMMITTER_NAME: '次郎', GIT_COMMITTER_EMAIL: reviewer }
    execFileSync('git', ['commit', '--quiet', '--amend', '--no-edit'], { cwd: work.folder, env, stdio: 'pipe' })
    expect(push()).toMatchObject({ accepted: false, said: expect.stringContaining('書き換えられています') })
  }, 120_000)

  test.skipIf(spawnSync('ssh-keygen', ['-?']).error !== undefined)(
    '署名を求めれば、確かめられる鍵だけが通る',
    () => {
      settings({ reviewers: [reviewer], signed: true })
      const key = propose()
      const keys = join(dirname(server), 'keys')
      mkdirSync(keys)
      for (const name of ['jiro', 'mallory'])
        execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(keys, name)], { stdio: 'pipe' })
      writeFileSync(join(keys, 'allowed'), `${reviewer} ${readFileSync(join(keys, 'jiro.pub'), 'utf8')}`)
      execFileSync('git', ['-C', server, 'config', 'gpg.format', 'ssh'])
      execFileSync('git', ['-C', server, 'config', 'gpg.ssh.allowedSignersFile', join(keys, 'allowed')])
      const signedBy = (name: string): Pushed => {
        const options = ['gpg.format=ssh', `user.signingkey=${join(keys, name)}`, 'commit.gpgsign=true']
        merge('plan', reviewer, answer(key), ...options.flatMap((option) => ['-c', option]))
        const pushed = push()
        work.git('reset', '--quiet', '--hard', 'origin/main')
        return pushed
      }
      expect(signedBy('mallory')).toMatchObject({ accepted: false, said: expect.stringContaining('署名がありません') })
      expect(signedBy('jiro')).toMatchObject({ accepted: true })
    },
    120_000,
  )
})

describe('組み込み', () => {
  test('何度組み込んでも同じで、ほかのフックには書かない', () => {
    const file = join(server, 'hooks', 'pre-receive')
    const before = readFileSync(file, 'utf8')
    expect(before).toContain(resolve(program))
    expect(hook('install', server)).toMatchObject({ status: 0, stdout: `${file}\n` })
    expect(readFileSync(file, 'utf8')).toBe(before)
    writeFileSync(file, '#!/bin/sh\nexit 0\n')
    expect(hook('install', server)).toMatchObject({ status: 2, stderr: expect.stringContaining('すでにある') })
  }, 60_000)
  test('審査する人がいなければ、そう言う', () => {
    settings({})
    expect(hook('install', server).stderr).toContain('判断が要る変更は受け付けられません。')
  }, 60_000)
  test.each<[string[], string]>([
    [['install'], 'bare リポジトリの場所'],
    [['install', root], 'bare リポジトリではありません'],
    [['install', join(root, 'nowhere')], '見つかりません'],
    [['pre-recieve'], 'もしかして pre-receive ですか。'],
    [['pre-receive', 'x'], '余分です'],
  ])('%j は使い方の誤り', (args, says) =>
    expect(hook(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(says) }))
})
