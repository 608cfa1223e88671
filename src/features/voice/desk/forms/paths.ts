/** Where forms stand at the desk. */
export const formsPath = '/desk/voice/forms';
/** A draft, at one of its parts, at one of its questions. */
export function draftPath(id: string, part?: string, question?: string): string {
  const search = new URLSearchParams({ ...(part && { part }), ...(question && { question }) }).toString();
  return `${formsPath}/draft/${id}${search && `?${search}`}`;
}
/** A version, by its fingerprint. */
export const versionPath = (sha256: string): string => `${formsPath}/version/${sha256}`;
