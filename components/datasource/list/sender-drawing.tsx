/** A small machine with an antenna on a floor of squares. */
export function SenderDrawing() {
  return (
    <svg viewBox="0 0 168 116" aria-hidden="true" className="size-full">
      <path d="M17.3 62.5L84 101V99L17.3 60.5Z" className="fill-(--iso-left)" />
      <path d="M150.7 62.5L84 101V99L150.7 60.5Z" className="fill-(--iso-left)" />
      <path d="M84 22L150.7 60.5L84 99L17.3 60.5Z" className="fill-(--iso-floor)" />
      <path
        d="M93.5 27.5L26.8 66M103.1 33L36.4 71.5M112.6 38.5L45.9 77M122.1 44L55.4 82.5M131.6 49.5L64.9 88M141.2 55L74.5 93.5M74.5 27.5L141.2 66M64.9 33L131.6 71.5M55.4 38.5L122.1 77M45.9 44L112.6 82.5M36.4 49.5L103.1 88M26.8 55L93.5 93.5"
        className="fill-none stroke-(--iso-grid)"
        strokeWidth={0.6}
      />
      <path d="M81.1 49L107.8 64.3L85 77.5L58.3 62.1Z" className="fill-ink opacity-10" />
      <path d="M63 60.5L84 72.6V55L63 42.9Z" className="fill-(--iso-left)" />
      <path d="M105 60.5L84 72.6V55L105 42.9Z" className="fill-(--iso-right)" />
      <path d="M84 30.8L105 42.9L84 55L63 42.9Z" className="fill-(--iso-top)" />
      <path
        d="M63 42.9L84 55L105 42.9M84 55V72.6"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M81.8 26.4V42.9A2.2 1.2 0 0 0 84 44.1V27.6Z" className="fill-(--iso-dark-left)" />
      <path d="M86.2 26.4V42.9A2.2 1.2 0 0 1 84 44.1V27.6Z" className="fill-(--iso-dark-right)" />
      <ellipse cx="84" cy="26.4" rx="2.2" ry="1.2" className="fill-(--iso-dark-top)" />
      <path
        d="M70 34a22 22 0 0 1 28 0M62 24a34 34 0 0 1 44 0"
        className="fill-none stroke-ink-3"
        strokeDasharray="2 3"
        strokeLinecap="round"
      />
    </svg>
  );
}
