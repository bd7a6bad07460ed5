import type { ComponentChildren } from 'preact'
import { Notice } from '../parts/notice.tsx'
import type { FacetChoices, PageColumn } from './column.ts'

type Props = {
  facets: readonly FacetChoices[]
  columns: readonly Pick<PageColumn<never>, 'id' | 'heading' | 'isShown'>[]
}

/** What narrows the register down. It waits hidden for the script that makes it work. */
export const Controls = ({ facets, columns }: Props) => (
  <search aria-label="台帳を絞り込む">
    <form class="controls screen-only" id="controls" hidden>
      <div class="control search">
        <label for="words">探す</label>
        <input id="words" type="search" autocomplete="off" aria-describedby="words-help" />
        <p class="note" id="words-help">
          サービス、提供者、課などの言葉で探します。かな・カナ、全角・半角、大文字・小文字は区別しません。
        </p>
      </div>
      <details class="control facets" id="facets" open>
        <summary>条件で絞り込む</summary>
        <div class="facet-grid">
          {facets.map(({ facet, name, choices }) => (
            <div class="control" key={facet}>
              <label for={`facet-${facet}`}>{name}</label>
              <select id={`facet-${facet}`} data-facet={facet}>
                <option value="">すべて</option>
                {choices.map(({ value, name: word, count }) => (
                  <option key={value} value={value}>
                    {`${word}（${count}）`}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </details>
      <details class="control columns">
        <summary>表示する列を選ぶ</summary>
        <fieldset>
          <legend class="hidden">表示する列</legend>
          {columns.map(({ id, heading, isShown }) => (
            <label key={id}>
              <input type="checkbox" data-shows={id} checked={isShown} disabled={id === 'name'} />
              {heading}
            </label>
          ))}
        </fieldset>
      </details>
      <div class="control buttons">
        <button type="reset">条件をすべて消す</button>
      </div>
    </form>
  </search>
)

/** How many rows there are, said again whenever that changes; `children`: what can be done with them. */
export const Hits = ({ count, children }: { count: number; children: ComponentChildren }) => (
  <>
    <div class="hit-line">
      <p class="hits" id="hits" role="status">
        {count} 件
      </p>
      {children}
    </div>
    <div id="no-hits" hidden>
      <Notice kind="info" title="あてはまる利用はありません。">
        <p>言葉や条件を減らしてください。</p>
      </Notice>
    </div>
  </>
)
