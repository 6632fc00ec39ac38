import type { ReactNode } from 'react';
import { AppearanceBar } from '@/components/auth/appearance-bar';
import { PlantDrawing } from '@/components/auth/plant-drawing';
import { Logo } from '@/components/shell/logo';

/** Sign-in and sign-up: the form at the start, a drawing beside it where there is room. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-surface min-[900px]:grid-cols-[minmax(440px,1fr)_1.35fr]">
      <div className="flex min-w-0 flex-col">
        <main id="content" className="m-auto w-[340px] max-w-[calc(100vw-48px)] py-12">
          <Logo className="mb-5 size-8" />
          {children}
        </main>
        <AppearanceBar />
      </div>
      <aside className="relative overflow-hidden border-line border-s bg-iso-bg max-[899px]:hidden">
        <PlantDrawing />
      </aside>
    </div>
  );
}
