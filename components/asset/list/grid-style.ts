export const assetGridStyle =
  'grid grid-cols-[repeat(auto-fill,minmax(232px,1fr))] gap-4 max-md:grid-cols-2 max-md:gap-3 max-[430px]:grid-cols-1';
