export default {
  born: 'born {{day}}',
  reading: 'Reading the name …',
  nameless: 'Name not on record',
} as const;
