export default {
  title: 'Locations',
  lead: 'Where stock is kept or used: a safe, a room, a fridge.',
  add: 'Add a location',
  addTitle: 'Add a location',
  addButton: 'Add',
  code: 'Short name',
  codeHint: 'As on its label, for example ROOM1. It stays as it is: labels and records have it.',
  name: 'What people call it',
  state: 'State',
  emptyTitle: 'There is no location yet.',
  emptyHint: 'Stock is always somewhere: add the safe first, then the rooms.',
  editTitle: 'Location {{code}}',
} as const;
