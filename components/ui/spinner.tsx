import { Loader } from 'lucide-react';
import { cn } from './class-names';

/** Turns while something is under way. The words beside it say what. */
export function Spinner({ className }: { className?: string }) {
  return <Loader aria-hidden="true" className={cn('animate-spin [animation-duration:1.4s]', className)} />;
}
