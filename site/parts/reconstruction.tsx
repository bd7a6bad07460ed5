import type { Status } from '../../src/explain/knowledge.ts'
import { Chip } from './chip.tsx'

/** Says of a table or form that it is not what the ward has. */
export const Reconstruction = ({ status }: { status: Status }) =>
  status === 'reconstruction' ? (
    <p class="note">
      <Chip tone="neutral">再構成</Chip> 公表されていない原本の代わりに、ガイドラインの本文から作った表です。
    </p>
  ) : null
