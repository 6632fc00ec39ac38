import { notFound } from 'next/navigation';
import { Problem } from './problem';

/** For pages: what a use case gives, or the "not found" page where it says that there is no such thing. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') notFound();
    throw error;
  }
}
