import { views } from '../register/columns.ts'
import type { Register } from '../register.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** 番号, 課 and サービス名 stay in sight. */
const frozen = 3

/** The register as one sheet for each view; every use stands in the first or in the last one. */
export function registerSheets({ rows }: Register): Sheet[] {
  const going = rows.filter(({ status }) => status !== 'ended')
  const ended = rows.filter(({ status }) => status === 'ended')
  const checked = going.filter(({ outcome }) => outcome === 'application' || outcome === 'exempt')
  return [
    sheetOf('利用中', views.inUse, going, frozen),
    sheetOf('点検状況', views.checks, checked, frozen),
    sheetOf('終了', views.ended, ended, frozen),
  ]
}
