import { createProfileService, type ProfileService, type ProfileServiceParts } from "./profile-service.ts";
import { createSightingsService, type SightingsService } from "./sightings-service.ts";

/** All that has to do with what is known about subjects. */
export interface ProfileServices {
  readonly profile: ProfileService;
  readonly sightings: SightingsService;
}

/** The services of profiles, over one session. */
export function createProfileServices(parts: ProfileServiceParts): ProfileServices {
  return { profile: createProfileService(parts), sightings: createSightingsService(parts) };
}
