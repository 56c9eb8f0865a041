// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
(function () {
  var dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  var choice = null
  try {
    choice = localStorage.getItem('mantine-color-scheme-value')
  } catch (_) {}
  if (choice === 'light' || choice === 'dark') dark = choice === 'dark'
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
