/** The region of everything local; nothing leaves the machine. */
export const localRegion = 'us-east-1';

/** Settings of an AWS SDK client that talks to a stand-in: any credentials do. */
export function localClient(endpoint: string) {
  return { endpoint, region: localRegion, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}
