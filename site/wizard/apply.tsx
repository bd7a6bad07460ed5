import { render } from 'preact'
import { App } from './app.tsx'

const place = document.getElementById('wizard')!
place.textContent = ''
render(
  <App setting={{ repository: place.dataset.repository ?? null, edition: place.dataset.edition ?? 'internal' }} />,
  place,
)
