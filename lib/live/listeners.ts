/** Who wants to hear of a topic. Topics without listeners cost nothing. */
export type Listeners<K> = {
  add: (topic: K, listener: () => void) => () => void;
  tell: (topic: K) => void;
};

export function createListeners<K>(): Listeners<K> {
  const byTopic = new Map<K, Set<() => void>>();
  return {
    add: (topic, listener) => {
      const set = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, set);
      // A wrapper, so that one function registered twice is two registrations, each with its own end.
      const entry = () => listener();
      set.add(entry);
      return () => {
        set.delete(entry);
        if (set.size === 0 && byTopic.get(topic) === set) byTopic.delete(topic);
      };
    },
    tell: (topic) => {
      for (const listener of [...(byTopic.get(topic) ?? [])]) listener();
    },
  };
}
