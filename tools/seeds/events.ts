/**
 * The test events of the tutorials this product follows, as they print them, and what their functions
 * answer. A tutorial's own expected text that its code contradicts is corrected here, and says so.
 */
type SeedEvent = {
  readonly event: {
    readonly path: string;
    readonly httpMethod: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly queryStringParameters: null;
    readonly pathParameters: null;
    readonly body: string;
  };
  /** Who calls, by the tutorial's event; it prints none for `pwausers`, and so we answer that 401. */
  readonly username: string | undefined;
  /** The answer's own keys, in their order; a regular expression where the value is new each time. */
  readonly answer: Readonly<Record<string, unknown>>;
};

export const shortIdPattern = /^[A-Za-z0-9_-]{22}$/;
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const nothing = { queryStringParameters: null, pathParameters: null } as const;

export const seedEvents = {
  pwausers: {
    event: {
      ...nothing,
      path: '/pwausers',
      httpMethod: 'POST',
      headers: { Accept: '*/*', 'content-type': 'application/json; charset=UTF-8' },
      body: '{"fname":"Mickey","lname":"Mouse"}',
    },
    username: undefined,
    answer: {
      PwaUserId: shortIdPattern,
      Firstname: 'Mickey',
      Lastname: 'Mouse',
      Message: 'Successfully added user!',
    },
  },
  ride: {
    event: {
      ...nothing,
      path: '/ride',
      httpMethod: 'POST',
      headers: {
        Accept: '*/*',
        Authorization: 'eyJraWQiOiJLTzRVMWZs',
        'content-type': 'application/json; charset=UTF-8',
      },
      body: '{"PickupLocation":{"Latitude":47.6174755835663,"Longitude":-122.28837066650185}}',
    },
    username: 'the_username',
    // The printed result leaves out Rider and shows an id with `+` and `==`; the code beside it does not.
    answer: {
      RideId: shortIdPattern,
      Unicorn: {
        Name: /^(Angel|Gil|Rocinante)$/,
        Color: /^(White|Yellow)$/,
        Gender: /^(Female|Male)$/,
      },
      Eta: '30 seconds',
      Rider: 'the_username',
    },
  },
  items: {
    event: {
      ...nothing,
      path: '/items',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"title":"Deploy to production"}',
    },
    username: 'user-123',
    answer: {
      userId: 'user-123',
      itemId: uuidPattern,
      title: 'Deploy to production',
      status: 'pending',
      createdAt: instantPattern,
    },
  },
} as const satisfies Record<string, SeedEvent>;

export const seeds: readonly (readonly [form: string, seed: SeedEvent])[] =
  Object.entries(seedEvents);
