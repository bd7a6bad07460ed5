import { useState } from 'preact/hooks'
import { Notice } from '../../parts/notice.tsx'
import { copy } from '../copy.ts'
import { useDesk } from '../desk.ts'
import { download } from '../download.ts'
import { doorTo, issueForm } from '../model/doors.ts'
import { useFileProblem } from './file-problem.ts'

/** The ways to hand in: GitHub's own page, a file to send, and GitHub's form. */
export const Ways = () => {
  const { work, judged, repository } = useDesk()
  const [isSure, setSure] = useState(false)
  const problem = useFileProblem()
  const isNamed = work.base !== null || (work.folder !== '' && work.name !== '' && problem === null)
  if (work.base?.text === judged.text) return <p>何かを変えると、ここで出せるようになります。</p>
  return (
    <>
      <div class="choice">
        <input type="checkbox" id="sure" checked={isSure} onChange={(event) => setSure(event.currentTarget.checked)} />
        <label for="sure">この内容に、個人の氏名や個人の電話番号・メールアドレスは書いていません</label>
      </div>
      {isSure && isNamed ? (
        <Doors repository={repository} />
      ) : (
        <p role="status">
          {isNamed
            ? '上の確認に印を付けると、出し方を選べます。'
            : '置き場所と名前を決め、上の確認に印を付けると、出し方を選べます。'}
        </p>
      )}
    </>
  )
}

const Doors = ({ repository }: { repository: string | null }) => {
  const { work, judged } = useDesk()
  const fileName = judged.file.split('/').at(-1)!
  return (
    <>
      {repository !== null && <GitHub repository={repository} />}
      <h3>ファイルを保存して、情報政策課に送る</h3>
      <p>GitHubの利用登録がない課は、こちらです。情報政策課が代わりに登録します（代理登録）。</p>
      <div class="buttons">
        <button type="button" onClick={() => download(fileName, judged.text)}>
          {fileName} を保存する
        </button>
        <Copy text={judged.text} />
      </div>
      {repository !== null && (
        <>
          <h3>GitHubの申請フォームで出す</h3>
          <p>上の2つが使えないときは、フォームの欄に書き写して出せます。自動でファイルになります。</p>
          <div class="buttons">
            <a class="button" href={issueForm(repository, work.task)} target="_blank" rel="noopener">
              申請フォームを開く（別の画面）
            </a>
          </div>
        </>
      )}
    </>
  )
}

const GitHub = ({ repository }: { repository: string }) => {
  const { work, judged } = useDesk()
  const { address, carries } = doorTo(repository, judged.file, judged.text, work.base)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <h3>GitHubで出す</h3>
      <ol>
        {carries ? (
          <li>下のボタンで、内容の入った画面が開きます。</li>
        ) : (
          <li>
            下のボタンを押すと、内容を写し取ってから画面が開きます。開いた画面の入力欄に
            {work.base === null ? '貼り付け' : '、今ある内容をすべて選んで貼り付け'}ます（Ctrl＋A、Ctrl＋V）。
          </li>
        )}
        <li>緑のボタン「Commit changes…」、続けて「Propose changes」を押します。</li>
        <li>「Create pull request」を押すと、申請になります。数分で、自動点検の結果が付きます。</li>
      </ol>
      <div class="buttons">
        <a
          class="button primary"
          href={address}
          target="_blank"
          rel="noopener"
          onClick={() => {
            if (!carries) copy(judged.text).then(setCopied)
          }}
        >
          GitHubの画面を開く（別の画面）
        </a>
      </div>
      {copied === true && <Notice kind="info" title="内容を写し取りました。開いた画面に貼り付けてください。" live />}
      {copied === false && (
        <Notice kind="warning" title="写し取れませんでした" live>
          <p>「作られるファイルを見る」の内容を選んで写すか、ファイルを保存してください。</p>
        </Notice>
      )}
    </>
  )
}

const Copy = ({ text }: { text: string }) => {
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <button type="button" onClick={() => copy(text).then(setCopied)}>
        中身を写し取る
      </button>
      <span role="status">
        {copied === true && '写し取りました。'}
        {copied === false && '写し取れませんでした。'}
      </span>
    </>
  )
}
