import { type EventPayload, events, type Topic } from "../../shared/contract/events.ts";

/** Receives every event; `payload` fits the topic's schema. */
export type EventListener = (topic: Topic, payload: EventPayload<Topic>) => void;

/** The engine's one place for events. */
export interface Events {
  /** Tells every listener, in the order they came. A payload that does not fit its schema is a bug and throws. */
  publish<T extends Topic>(topic: T, payload: EventPayload<T>): void;
  /** Listens to all topics until the returned function is called. */
  subscribe(listener: EventListener): () => void;
}

/** Makes the engine's event hub. */
export function createEvents(): Events {
  const listeners = new Set<EventListener>();
  return {
    publish(topic, payload) {
      const checked = events[topic].parse(payload);
      for (const listener of [...listeners]) listener(topic, checked);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether a name is a topic of the table. */
export function isTopic(name: string): name is Topic {
  return Object.hasOwn(events, name);
}
