/** A small plant on a floor of squares, with a place left free. */
export function PlantDrawing() {
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
      <path d="M85.9 33.0L107.8 45.6L91.6 55.0L69.7 42.4Z" className="fill-ink opacity-10" />
      <path d="M68.8 39.6L85.9 49.5L85.9 33.0L68.8 23.1Z" className="fill-(--iso-left)" />
      <path d="M85.9 49.5L101.1 40.7L101.1 24.2L85.9 33.0Z" className="fill-(--iso-right)" />
      <path d="M84.0 14.3L101.1 24.2L85.9 33.0L68.8 23.1Z" className="fill-(--iso-top)" />
      <path
        d="M68.8 23.1L85.9 33.0L101.1 24.2M85.9 33.0L85.9 49.5"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M79.1 15.9V23.6A5.8 3.4 0 0 0 85.0 27.0V19.3Z" className="fill-(--iso-dark-left)" />
      <path d="M90.8 15.9V23.6A5.8 3.4 0 0 1 85.0 27.0V19.3Z" className="fill-(--iso-dark-right)" />
      <ellipse cx="85.0" cy="15.9" rx="5.8" ry="3.4" className="fill-(--iso-dark-top)" />
      <path d="M114.5 51.7L135.4 63.8L118.3 73.7L97.3 61.6Z" className="fill-ink opacity-10" />
      <path d="M103.3 35.2V59.4A9.3 5.4 0 0 0 112.6 64.8V40.6Z" className="fill-(--iso-left)" />
      <path d="M121.9 35.2V59.4A9.3 5.4 0 0 1 112.6 64.8V40.6Z" className="fill-(--iso-right)" />
      <ellipse cx="112.6" cy="35.2" rx="9.3" ry="5.4" className="fill-(--iso-top)" />
      <path d="M69.7 69.8L94.5 84.2L94.5 76.5L69.7 62.1Z" className="fill-(--iso-dark-left)" />
      <path d="M94.5 84.2L104.0 78.7L104.0 71.0L94.5 76.5Z" className="fill-(--iso-dark-right)" />
      <path d="M79.2 56.6L104.0 71.0L94.5 76.5L69.7 62.1Z" className="fill-(--iso-dark-top)" />
      <path
        d="M69.7 62.1L94.5 76.5L104.0 71.0M94.5 76.5L94.5 84.2"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M74.5 62.7L80.2 66.0L80.2 60.5L74.5 57.2Z" className="fill-(--iso-left)" />
      <path d="M80.2 66.0L85.9 62.7L85.9 57.2L80.2 60.5Z" className="fill-(--iso-right)" />
      <path d="M80.2 53.9L85.9 57.2L80.2 60.5L74.5 57.2Z" className="fill-(--iso-top)" />
      <path
        d="M74.5 57.2L80.2 60.5L85.9 57.2M80.2 60.5L80.2 66.0"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path d="M85.9 69.3L91.6 72.6L91.6 67.1L85.9 63.8Z" className="fill-(--iso-left)" />
      <path d="M91.6 72.6L97.3 69.3L97.3 63.8L91.6 67.1Z" className="fill-(--iso-right)" />
      <path d="M91.6 60.5L97.3 63.8L91.6 67.1L85.9 63.8Z" className="fill-(--iso-top)" />
      <path
        d="M85.9 63.8L91.6 67.1L97.3 63.8M91.6 67.1L91.6 72.6"
        className="fill-none stroke-(--iso-edge)"
        strokeWidth={0.7}
      />
      <path
        d="M53.5 48.4L70.7 58.3L53.5 68.2L36.4 58.3Z"
        className="fill-none stroke-ink-3"
        strokeDasharray="2 3"
        strokeLinecap="round"
      />
    </svg>
  );
}
