export default {
  title: 'Scan with the camera',
  hint: 'Hold the code into the picture.',
  noCamera: 'There is no camera, or this page may not use it. Type the label instead.',
  type: 'Or type it',
  use: 'Use',
} as const;
