export default {
  deaNumber: 'DEA number',
  period: 'Period',
  printedBy: 'Printed by {{who}} on {{when}}',
  exported: 'Export record {{seq}} of the log',
  digest: 'SHA-256 of the same figures as a file',
  qr: 'Code with the record number and the digest',
  print: 'Print',
  export: 'Export',
  csv: 'CSV, for a spreadsheet',
  json: 'JSON, for a program',
  recorded: 'An export is a record of the log.',
  saved: 'Saved: {{name}}. Record {{seq}}.',
} as const;
