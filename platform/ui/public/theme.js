// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
;(function () {
  var system = window.matchMedia('(prefers-color-scheme: dark)')
  function follow() {
    var dark = system.matches
    var choice = null
    try {
      choice = localStorage.getItem('mantine-color-scheme-value')
    } catch (_) {}
    if (choice === 'light' || choice === 'dark') dark = choice === 'dark'
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  }
  follow()
  // When the system turns at nightfall, so does a page that was left open.
  system.addEventListener('change', follow)
})()
