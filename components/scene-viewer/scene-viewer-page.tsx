'use client';

import dynamic from 'next/dynamic';
import { StageSkeleton } from '@/components/scene-viewer/stage-skeleton';
import type { SceneViewerProps } from './scene-viewer';

// 3D needs the browser: the server sends the frame at once, the scene follows.
const SceneViewer = dynamic(async () => (await import('./scene-viewer')).SceneViewer, {
  ssr: false,
  loading: () => <StageSkeleton />,
});

export const SceneViewerPage = (props: SceneViewerProps) => <SceneViewer {...props} />;
