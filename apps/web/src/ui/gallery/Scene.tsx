/** A drawn room that stands for a camera's picture. */
export const Scene = ({ hue = 94 }: { hue?: number }) => (
  <svg className="ui-stage-fill" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden>
    <rect width="320" height="180" fill={`hsl(${hue} 18% 34%)`} />
    <rect y="112" width="320" height="68" fill={`hsl(${hue} 20% 22%)`} />
    <rect x="24" y="16" width="272" height="30" rx="2" fill="hsl(2 62% 38%)" />
    <rect x="80" y="26" width="160" height="4" rx="2" fill="#f0c850" />
    <path d="M95 180c4-52 126-52 130 0z" fill={`hsl(${hue + 160} 22% 20%)`} />
    <circle cx="160" cy="92" r="31" fill="#c99a74" />
    <path d="M129 88c0-44 62-44 62 0-14-14-48-14-62 0z" fill="#2a2a26" />
    <rect x="92" y="160" width="136" height="20" fill="#6f4628" />
  </svg>
);
