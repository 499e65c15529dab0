/**
 * The test events that the tutorials print, and what their functions answer. Expected texts of a tutorial
 * that contradict its own code are corrected here, with a comment.
 */
type TutorialExample = {
  readonly event: {
    readonly path: string;
    readonly httpMethod: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly queryStringParameters: null;
    readonly pathParameters: null;
    readonly body: string;
  };
  /** The caller in the tutorial's event. The event for `pwausers` has none, so our answer is 401. */
  readonly username: string | undefined;
  /** The response's keys, in order; a regular expression where the value is new each time. */
  readonly answer: Readonly<Record<string, unknown>>;
};

export const shortIdPattern = /^[A-Za-z0-9_-]{22}$/;
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const nothing = { queryStringParameters: null, pathParameters: null } as const;

export const tutorialEvents = {
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
    // The printed result leaves out Rider and shows an id with `+` and `==`, but the code next to it does
    // not.
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
} as const satisfies Record<'pwausers' | 'ride' | 'items', TutorialExample>;

export const tutorialExamples: readonly (readonly [form: string, seed: TutorialExample])[] =
  Object.entries(tutorialEvents);
