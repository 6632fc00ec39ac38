import { SidebarContent, type SidebarProps } from './sidebar-content';

/** 232 px at the start edge; a phone has the tab bar and the sheet instead. */
export function Sidebar(props: SidebarProps) {
  return (
    <aside className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto border-line border-e p-2 text-dense max-md:hidden">
      <SidebarContent {...props} />
    </aside>
  );
}
