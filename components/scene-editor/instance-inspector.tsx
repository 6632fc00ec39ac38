'use client';

import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { renameGroup } from '@/lib/scene/commands/group-instances';
import { transformInstances } from '@/lib/scene/commands/transform-instances';
import { updateInstances } from '@/lib/scene/commands/update-instance';
import type { Instance, Vector3Tuple } from '@/lib/scene/schema';
import { ActionButton } from './action-button';
import { useSceneDocument, useSceneEditor } from './editor-context';
import { commonVector, VectorField } from './vector-field';

const DEGREE = Math.PI / 180;
const toDegrees = (value: number | null) => (value === null ? null : Number((value / DEGREE).toFixed(2)));
const metres = (value: number | null) => (value === null ? null : Number(value.toFixed(3)));

/** Name and place of what is selected, in numbers. */
export function InstanceInspector({ instances }: { instances: readonly Instance[] }) {
  const t = useTranslations('sceneEditor');
  const { editor, assets } = useSceneEditor();
  const [first] = instances;
  if (!first) return null;
  const locked = instances.every((instance) => instance.locked);
  const asset = assets.get(first.assetId);

  const setAxis = (key: 'position' | 'rotation' | 'scale', axis: 0 | 1 | 2, value: number) => {
    const changes = new Map(
      instances.map((instance) => {
        const vector: Vector3Tuple = [...instance[key]];
        vector[axis] = value;
        return [instance.id, { [key]: vector }];
      }),
    );
    editor.getState().run(transformInstances(changes), { label: 'transform', mergeKey: `${key}${axis}` });
  };

  return (
    <div className="flex flex-col gap-4 p-4">
      {instances.length === 1 ? (
        <InstanceName key={first.id} instance={first} />
      ) : (
        <>
          <p className="font-[550] text-dense">{t('selected', { count: instances.length })}</p>
          <GroupName instances={instances} />
        </>
      )}
      <div className="flex flex-col gap-2">
        <VectorField
          legend={t('position')}
          unit="m"
          step={0.25}
          disabled={locked}
          values={commonVector(instances.map((i) => i.position)).map(metres)}
          onCommit={(axis, value) => setAxis('position', axis, value)}
        />
        <VectorField
          legend={t('rotation')}
          unit="°"
          step={15}
          disabled={locked}
          values={commonVector(instances.map((i) => i.rotation)).map(toDegrees)}
          onCommit={(axis, value) => setAxis('rotation', axis, value * DEGREE)}
        />
        <VectorField
          legend={t('scale')}
          unit="×"
          step={0.1}
          disabled={locked}
          values={commonVector(instances.map((i) => i.scale)).map(metres)}
          onCommit={(axis, value) => setAxis('scale', axis, Math.max(0.001, value))}
        />
        {locked ? <p className="text-ink-3 text-small">{t('lockedHint')}</p> : null}
      </div>
      <div className="flex flex-wrap items-center gap-0.5 border-line border-t pt-3">
        <ActionButton id="duplicate" />
        <ActionButton id="group" />
        <ActionButton id="ungroup" />
        <ActionButton id="toggle-visible" pressed={instances.every((i) => i.visible)} />
        <ActionButton id="toggle-locked" pressed={locked} />
        <ActionButton id="focus" />
        <ActionButton id="delete" />
      </div>
      {instances.length === 1 ? (
        <p className="border-line border-t pt-3 text-ink-2 text-small">
          {asset ? (
            <Link href={`/assets/${asset.id}`} className="link inline-flex items-center gap-1.5">
              {t('editAsset', { name: asset.name })}
              <ExternalLink aria-hidden="true" className="size-3.5" />
            </Link>
          ) : (
            t('assetMissing')
          )}
        </p>
      ) : null}
    </div>
  );
}

function InstanceName({ instance }: { instance: Instance }) {
  const t = useTranslations('sceneEditor');
  const { editor } = useSceneEditor();
  return (
    <NameField
      label={t('name')}
      value={instance.name}
      onRename={(name) =>
        editor.getState().run(updateInstances(new Set([instance.id]), { name }), { label: 'rename' })
      }
    />
  );
}

/** Shown when what is selected is one whole group. */
function GroupName({ instances }: { instances: readonly Instance[] }) {
  const t = useTranslations('sceneEditor');
  const { editor } = useSceneEditor();
  const groupId = instances[0]?.groupId;
  const group = useSceneDocument((document) => document.groups.find((one) => one.id === groupId));
  const size = useSceneDocument(
    (document) => document.instances.filter((one) => one.groupId === groupId).length,
  );
  if (!group || size !== instances.length || instances.some((one) => one.groupId !== group.id)) return null;
  return (
    <NameField
      key={group.id}
      label={t('groupName')}
      value={group.name}
      onRename={(name) => editor.getState().run(renameGroup(group.id, name), { label: 'rename' })}
    />
  );
}

function NameField({
  label,
  value,
  onRename,
}: {
  label: string;
  value: string;
  onRename: (name: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const name = draft?.trim();
    if (name && name !== value) onRename(name);
    setDraft(null);
  };
  return (
    <Field label={label}>
      <Input
        value={draft ?? value}
        maxLength={80}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </Field>
  );
}
