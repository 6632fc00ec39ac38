/** A machine of a box and a vessel on a floor of squares. */
export function MachineDrawing() {
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
      <path d="M85.0 46.8L121.2 67.7L90.7 85.2L54.5 64.3Z" className="fill-ink opacity-10" />
      <path d="M53.5 59.4L84.0 77.0L84.0 59.4L53.5 41.8Z" className="fill-(--iso-left)" />
      <path d="M84.0 77.0L114.5 59.4L114.5 41.8L84.0 59.4Z" className="fill-(--iso-right)" />
      <path d="M84.0 24.2L114.5 41.8L84.0 59.4L53.5 41.8Z" className="fill-(--iso-top)" />
      <path
        d="M53.5 41.8L84.0 59.4L114.5 41.8M84.0 59.4L84.0 77.0"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M59.2 41.8L84.0 56.1L84.0 53.4L59.2 39.1Z" className="fill-(--iso-dark-left)" />
      <path d="M84.0 56.1L108.8 41.8L108.8 39.1L84.0 53.4Z" className="fill-(--iso-dark-right)" />
      <path d="M84.0 24.8L108.8 39.1L84.0 53.4L59.2 39.1Z" className="fill-(--iso-dark-top)" />
      <path
        d="M59.2 39.1L84.0 53.4L108.8 39.1M84.0 53.4L84.0 56.1"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M72.4 22.5V39.0A11.6 6.7 0 0 0 84.0 45.8V29.3Z" className="fill-(--iso-left)" />
      <path d="M95.6 22.5V39.0A11.6 6.7 0 0 1 84.0 45.8V29.3Z" className="fill-(--iso-right)" />
      <ellipse cx="84.0" cy="22.5" rx="11.6" ry="6.7" className="fill-(--iso-top)" />
      <path d="M78.8 15.9V22.5A5.2 3.0 0 0 0 84.0 25.6V19.0Z" className="fill-(--iso-dark-left)" />
      <path d="M89.2 15.9V22.5A5.2 3.0 0 0 1 84.0 25.6V19.0Z" className="fill-(--iso-dark-right)" />
      <ellipse cx="84.0" cy="15.9" rx="5.2" ry="3.0" className="fill-(--iso-dark-top)" />
    </svg>
  );
}
