import { assign } from '#core/assignments/assign.ts';
import { readAssignment } from '#core/assignments/read-assignment.ts';
import { ok } from '#core/values/result.ts';
import { addToResponse } from './add-to-response.ts';

export const assignResponse = addToResponse({
  // An address, each character of which may be written as several.
  longestBody: 4 * 1024,
  read: readAssignment,
  async add(deps, assignment) {
    const assigned = await assign(deps, assignment);
    if (!assigned.ok) return assigned;
    const { stored, isNew, assignedTo: now = null } = assigned.value;
    return ok({ stored: { ...stored, to: stored.to ?? null, now }, isNew });
  },
});
