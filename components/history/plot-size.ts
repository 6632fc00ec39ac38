/** Room for the labels of a scale, at the left of every lane: their times then stand under each other. */
export const GUTTER_PX = 56;
/** Of a lane of numbers, alone and among others. */
export const LANE_HEIGHTS = [340, 220, 160, 140] as const;
export const STATE_HEIGHT = 44;
export const AXIS_HEIGHT = 28;
