export const sceneGridStyle = 'grid grid-cols-3 gap-4 max-lg:grid-cols-2 max-md:grid-cols-1';
