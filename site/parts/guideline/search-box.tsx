import { useAsset } from '../../root.ts'

/** Shown by its script: without it the contents below are the way in. */
export const SearchBox = () => (
  <search class="guideline-search" id="search" hidden data-index={useAsset()('guideline-index.js')}>
    <label for="query">基準の中を探す</label>
    <p class="note" id="query-help">
      規則・条項・別表・様式・項目・サービスの名前や、指摘の文から探せます。かな・英字・全角・半角の違いは気にしません。
    </p>
    <input type="search" id="query" autocomplete="off" spellcheck={false} aria-describedby="query-help" />
    <p role="status" id="found" />
    <ol class="results" id="results" />
  </search>
)
