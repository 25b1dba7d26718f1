import type { Profile } from '../profile/profile.ts';

/** A profile that records which of its fields are read. */
export interface ProfileReads {
  readonly profile: Profile;
  /** Returns the fields that were read since `start`. */
  fields(): ReadonlySet<keyof Profile>;
  start(): void;
}

const known = new WeakMap<Profile, ProfileReads>();

/**
 * Returns the record of a profile. There is one for each profile, because an object with a getter for each
 * field is expensive to make. Lists of candidates read the profile later. Then the record of another request
 * may have more fields than it read, and never fewer.
 */
export function readsOf(profile: Profile): ProfileReads {
  let reads = known.get(profile);
  if (reads === undefined) {
    reads = recordReads(profile);
    known.set(profile, reads);
  }
  return reads;
}

function recordReads(profile: Profile): ProfileReads {
  let fields = new Set<keyof Profile>();
  const recorded: Partial<Record<keyof Profile, unknown>> = {};
  for (const field of Object.keys(profile) as (keyof Profile)[]) {
    Object.defineProperty(recorded, field, {
      enumerable: true,
      get() {
        fields.add(field);
        return profile[field];
      },
    });
  }
  return {
    profile: recorded as Profile,
    fields: () => fields,
    start() {
      fields = new Set();
    },
  };
}
