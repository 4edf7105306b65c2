// A demonstration says so on every page, for ever.
const about = await (await fetch('/api/v1/about')).json();
if (about.demonstration) {
  const banner = document.createElement('p');
  banner.className = 'demonstration';
  banner.setAttribute('role', 'status');
  banner.textContent = 'Demonstration: nothing here is a record of anything.';
  document.body.prepend(banner);
  document.title = `Demonstration: ${document.title}`;
}
