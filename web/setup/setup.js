// The token stands behind the # of the link, which browsers never send: it is in no log of a server or proxy.
const token = location.hash.slice(1).replace(/^token=/, '');
const form = document.getElementById('setup');
const refusal = document.getElementById('refusal');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await create();
  } catch {
    show('The ledger cannot be reached.', 'Try again in a moment.');
  } finally {
    button.disabled = false;
  }
});

async function create() {
  const response = await fetch('/api/v1/setup', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, ...Object.fromEntries(new FormData(form)) }),
  });
  if (response.ok) return done();
  const problem = await response.json();
  show(problem.detail, problem.next);
  if (problem.field) document.getElementById(problem.field)?.focus();
}

function show(detail, next) {
  refusal.className = 'refusal';
  refusal.textContent = `${detail} ${next}`;
}

function done() {
  history.replaceState(null, '', '/setup/');
  document.getElementById('lead').textContent = 'The administrator has been created and can log in now.';
  const link = document.createElement('a');
  link.href = '/api/docs';
  link.textContent = 'Open the interface';
  form.replaceWith(link);
}
