'use client';

import { Copy, Ellipsis, Eye, Link as LinkIcon, Pencil, SquarePen, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NameDialog } from '@/components/document/name-dialog';
import { ShareDialog } from '@/components/scene-share/share-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import type { SceneSummary } from '@/lib/scene/api-schema';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';
import { DeleteSceneDialog } from './delete-scene-dialog';

export type SceneMenuProps = {
  scene: SceneSummary;
  mayWrite: boolean;
  mayShare: boolean;
  onChanged: (id: string, change: Partial<SceneSummary>) => void;
  onDeleted: (scene: SceneSummary) => void;
  /** Something changed that only the server can tell. */
  onStale: () => void;
};

/** What one can do with a scene. */
export function SceneMenu({ scene, mayWrite, mayShare, onChanged, onDeleted, onStale }: SceneMenuProps) {
  const t = useTranslations('scene.menu');
  const router = useRouter();
  const problemText = useProblemText();
  const [dialog, setDialog] = useState<'rename' | 'share' | 'delete' | null>(null);
  const close = () => setDialog(null);
  const path = `/api/v1/scenes/${scene.id}`;
  const duplicate = async () => {
    try {
      const copy = await api.post(`${path}/duplicate`, {}, sceneDetailSchema);
      onStale();
      toast.success(t('duplicated', { name: copy.name }), {
        action: { label: t('edit'), onClick: () => router.push(`/scenes/${copy.id}`) },
      });
    } catch (error) {
      toast.error(t('notDuplicated', { name: scene.name }), { description: problemText(error) });
    }
  };
  return (
    <>
      <Menu>
        <MenuTrigger>
          <IconButton
            label={t('label', { name: scene.name })}
            tooltip={false}
            icon={<Ellipsis aria-hidden="true" />}
            className="relative z-1 -me-1.5"
          />
        </MenuTrigger>
        <MenuContent>
          <MenuItem icon={<Eye aria-hidden="true" />} onSelect={() => router.push(`/s/${scene.id}`)}>
            {t('view')}
          </MenuItem>
          {mayWrite ? (
            <MenuItem
              icon={<SquarePen aria-hidden="true" />}
              onSelect={() => router.push(`/scenes/${scene.id}`)}
            >
              {t('edit')}
            </MenuItem>
          ) : null}
          {mayShare ? (
            <MenuItem icon={<LinkIcon aria-hidden="true" />} onSelect={() => setDialog('share')}>
              {t('share')}
            </MenuItem>
          ) : null}
          {mayWrite ? (
            <>
              <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setDialog('rename')}>
                {t('rename')}
              </MenuItem>
              <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => void duplicate()}>
                {t('duplicate')}
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setDialog('delete')}>
                {t('delete')}
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      {dialog === 'rename' ? (
        <NameDialog
          title={t('renameTitle')}
          initial={scene}
          onClose={close}
          onSave={async (details) => {
            const saved = await api.patch(path, details, sceneDetailSchema);
            onChanged(scene.id, { name: saved.name, description: saved.description });
          }}
        />
      ) : null}
      {dialog === 'share' ? (
        <ShareDialog
          sceneId={scene.id}
          onClose={() => {
            close();
            onStale();
          }}
        />
      ) : null}
      <DeleteSceneDialog
        scene={scene}
        open={dialog === 'delete'}
        onOpenChange={(open) => setDialog(open ? 'delete' : null)}
        onDeleted={() => onDeleted(scene)}
      />
    </>
  );
}
