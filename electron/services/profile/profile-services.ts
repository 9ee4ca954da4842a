import { createProfileImport, type ProfileImportParts, type ProfileImportService } from "./profile-import.ts";
import { createProfileService, type ProfileService, type ProfileServiceParts } from "./profile-service.ts";
import { createSightingsService, type SightingsService } from "./sightings-service.ts";

/** All that has to do with what is known about subjects. */
export interface ProfileServices {
  readonly profile: ProfileService;
  readonly sightings: SightingsService;
  readonly profileImport: ProfileImportService;
}

/** The services of profiles, over one session. */
export function createProfileServices(
  parts: ProfileServiceParts & Pick<ProfileImportParts, "dialogs">,
): ProfileServices {
  const workerUrl = new URL("../../parsing/profile/profile-worker.ts", import.meta.url);
  return {
    profile: createProfileService(parts),
    sightings: createSightingsService(parts),
    profileImport: createProfileImport({ ...parts, workerUrl }),
  };
}
