/** Buttons that print the page: without this script they are not there. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => print())
  button.hidden = false
}
